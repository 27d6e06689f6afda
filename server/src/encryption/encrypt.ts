import { type Aes128gcmOptions, encryptAes128gcm } from "./aes128gcm";
import { encryptOpenssl, type OpensslOptions } from "./openssl";
import { type ByteSource, type Platform, through } from "./platform";

export type Encryption =
  | ({ readonly kind: "aes-256-cbc" } & OpensslOptions)
  | ({ readonly kind: "aes128gcm" } & Aes128gcmOptions);

export interface EncryptPlan {
  /** Compression comes before encryption: what is encrypted does not shrink. */
  readonly gzip: boolean;
  readonly encryption?: Encryption;
}

/** `source` as a phone takes it. */
export function encryptStream(
  source: ByteSource,
  { gzip, encryption }: EncryptPlan,
  platform: Platform,
): AsyncIterable<Uint8Array> {
  const packed = gzip ? through(new platform.CompressionStream("gzip"), source) : source;
  if (!encryption) return packed;
  return encryption.kind === "aes-256-cbc"
    ? encryptOpenssl(packed, encryption, platform)
    : encryptAes128gcm(packed, encryption, platform);
}
