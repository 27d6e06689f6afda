import { type Aes128gcmOptions, sealAes128gcm } from "./aes128gcm";
import { type OpensslOptions, sealOpenssl } from "./openssl";
import { type ByteSource, type Platform, through } from "./platform";

export type Sealing =
  | ({ readonly kind: "aes-256-cbc" } & OpensslOptions)
  | ({ readonly kind: "aes128gcm" } & Aes128gcmOptions);

export interface SealPlan {
  /** Compression comes before encryption: what is encrypted does not shrink. */
  readonly gzip: boolean;
  readonly sealing?: Sealing;
}

/** `source` as a phone takes it. */
export function seal(source: ByteSource, { gzip, sealing }: SealPlan, platform: Platform): AsyncIterable<Uint8Array> {
  const packed = gzip ? through(new platform.CompressionStream("gzip"), source) : source;
  if (!sealing) return packed;
  return sealing.kind === "aes-256-cbc"
    ? sealOpenssl(packed, sealing, platform)
    : sealAes128gcm(packed, sealing, platform);
}
