// What a phone makes of a file: decrypts it as the Content-Encoding header or the rule's key says, then unpacks
// what begins as gzip does. Specification 7.1.
import * as l10n from "@vscode/l10n";
import { openAes128gcm } from "./aes128gcm";
import { ByteReader } from "./bytes";
import { EncryptionFault, wrongOrder } from "./encryptionFault";
import { type Form, insideOf, inspect, inspectedLength } from "./inspect";
import { type IkmEncoding, keyingMaterial } from "./keyingMaterial";
import { openOpenssl } from "./openssl";
import type { Digest } from "./passphraseKey";
import { type ByteSource, type Platform, through } from "./platform";

export interface OpenOptions {
  /** As it is written after --key in the rule, or in the parameter for keying material. */
  readonly key?: Uint8Array;
  /** Without it, the file decides. */
  readonly encryption?: "aes-256-cbc" | "aes128gcm" | "plain" | undefined;
  /** Without it, both are tried. */
  readonly digest?: Digest;
  readonly ikmEncoding?: IkmEncoding;
  /** Leaves what begins as gzip does as it is. */
  readonly keepGzip?: boolean;
  /** Gives out what is inside even when it is encrypted or compressed once more, which no phone takes. */
  readonly anyContent?: boolean;
}

/** What was taken off, outermost first. */
export type Layer =
  | { readonly kind: "aes-256-cbc"; readonly digest: Digest }
  | {
      readonly kind: "aes128gcm";
      readonly recordSize: number;
      readonly keyId: Uint8Array;
      readonly ikmEncoding: IkmEncoding;
    }
  | { readonly kind: "gzip" };

interface Opened {
  readonly layers: readonly Layer[];
  /** Faults may still come while it is read: only at its end is a file known to be whole. */
  readonly content: AsyncIterable<Uint8Array>;
}

export async function open(source: ByteSource, options: OpenOptions, platform: Platform): Promise<Opened> {
  const outer = new ByteReader(source);
  try {
    const form = inspect(await outer.peek(inspectedLength));
    const encryption = options.encryption ?? guess(form, options);
    if (encryption === "plain") return await unpack([], outer, options, platform);
    if (!options.key || options.key.length === 0)
      throw new EncryptionFault("no-key", l10n.t("The file is encrypted ({0}), and no key was given.", encryption));
    if (encryption === "aes-256-cbc") {
      const { digest, content } = await openOpenssl(outer, options.key, platform, options.digest);
      return await unpack([{ kind: "aes-256-cbc", digest }], new ByteReader(content), options, platform);
    }
    const { bytes, encoding } = keyingMaterial(options.key, options.ikmEncoding);
    const { recordSize, keyId, content } = await openAes128gcm(outer, bytes, platform);
    const layer: Layer = { kind: "aes128gcm", recordSize, keyId, ikmEncoding: encoding };
    return await unpack([layer], new ByteReader(content), options, platform);
  } catch (error) {
    await outer.close();
    throw error;
  }
}

function guess(form: Form, { key }: OpenOptions): "aes-256-cbc" | "aes128gcm" | "plain" {
  switch (form.kind) {
    case "openssl":
      return "aes-256-cbc";
    case "openssl-base64":
      throw new EncryptionFault(
        "base64",
        l10n.t(
          "The file is encrypted and written as base64 text (openssl -a). Phones cannot read base64. Encrypt it without -a.",
        ),
      );
    case "aes128gcm":
      return "aes128gcm";
    case "unknown":
      if (key) return "aes128gcm";
      throw new EncryptionFault(
        "not-encrypted",
        l10n.t("The file is not a profile, not gzip, and not encrypted in a known format."),
      );
    default:
      return "plain";
  }
}

async function unpack(
  layers: readonly Layer[],
  reader: ByteReader,
  { keepGzip, anyContent }: OpenOptions,
  platform: Platform,
): Promise<Opened> {
  const head = await reader.peek(encryptedMarkLength);
  const isPacked = head[0] === 0x1f && head[1] === 0x8b;
  if (!isPacked && !anyContent && layers.length > 0) refuseMore("encrypted", head);
  const rest = reader.rest(1 << 20);
  if (keepGzip || !isPacked) return { layers, content: rest };
  const inner = new ByteReader(gunzip(rest, platform));
  try {
    if (!anyContent) refuseMore(layers.length > 0 ? "both" : "compressed", await inner.peek(encryptedMarkLength));
  } catch (error) {
    await inner.close();
    throw error;
  }
  return { layers: [...layers, { kind: "gzip" }], content: inner.rest(1 << 20) };
}

/** Bytes that show whether what is inside is encrypted or compressed again. */
const encryptedMarkLength = 10;

function refuseMore(outer: "encrypted" | "compressed" | "both", head: Uint8Array): void {
  const inside = insideOf(head);
  if (inside) throw wrongOrder(outer, inside);
}

async function* gunzip(source: ByteSource, platform: Platform): AsyncGenerator<Uint8Array> {
  try {
    yield* through(new platform.DecompressionStream("gzip"), source);
  } catch (error) {
    if (error instanceof EncryptionFault || !isStreamFault(error)) throw error;
    throw new EncryptionFault("damaged", l10n.t("The compressed content is damaged or cut off."));
  }
}

/** Whether the transform itself failed rather than what feeds it, such as a disk. */
function isStreamFault(error: unknown): boolean {
  const code = (error as { code?: unknown } | undefined)?.code;
  return error instanceof TypeError || (typeof code === "string" && code.startsWith("Z_"));
}
