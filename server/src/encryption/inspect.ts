import { aes128gcmHeader } from "./aes128gcm";
import { ascii, ByteReader, sourceOf, startsWith } from "./bytes";
import { contentOf, saltedMark } from "./content";
import type { Inside } from "./encryptionFault";
import { type Platform, through } from "./platform";

/** What a file is, recognized by its beginning and without a key. */
export type Form =
  | { readonly kind: "empty" }
  | { readonly kind: "text" }
  /** `inside`: what is wrong in it for a phone, as far as it was unpacked. */
  | { readonly kind: "gzip"; readonly name?: string; readonly inside?: Inside }
  /** Written by `openssl enc` with a passphrase; which digest, or -pbkdf2, shows only with the key. */
  | {
      readonly kind: "openssl";
      readonly salt: Uint8Array;
      readonly encryptedLength?: number;
      readonly isWhole: boolean;
    }
  /** The same as text, by `openssl enc -a`: phones take bytes. */
  | { readonly kind: "openssl-base64" }
  /** Nothing marks such a file; its header makes sense, and so would the bytes of others. */
  | {
      readonly kind: "aes128gcm";
      readonly recordSize: number;
      readonly keyId: Uint8Array;
      readonly records?: number;
    }
  | { readonly kind: "unknown" };

/** Bytes of a beginning that are enough. */
export const inspectedLength = 4096;

const saltedBase64 = ascii("U2FsdGVkX1");
/** Larger records are legal, but no tool writes them; such a header is more likely chance. */
const plausibleRecordSize = 16 << 20;

/** `length` is that of the whole file, when it is known. */
export function inspect(head: Uint8Array, length?: number): Form {
  if (head.length === 0) return { kind: "empty" };
  if (startsWith(head, saltedMark)) {
    const encryptedLength = length === undefined ? undefined : length - 16;
    const isWhole =
      head.length > 16 && (encryptedLength === undefined || (encryptedLength > 0 && encryptedLength % 16 === 0));
    return {
      kind: "openssl",
      salt: head.slice(8, 16),
      isWhole,
      ...(encryptedLength !== undefined && { encryptedLength }),
    };
  }
  if (startsWith(head, saltedBase64)) return { kind: "openssl-base64" };
  const content = contentOf(head);
  if (content === "gzip") {
    const name = gzipName(head);
    return { kind: "gzip", ...(name !== undefined && { name }) };
  }
  if (content === "text") return { kind: "text" };
  const header = aes128gcmHeader(head);
  if (header && header.recordSize <= plausibleRecordSize) {
    const { recordSize, keyId } = header;
    const body = length === undefined ? undefined : length - 21 - keyId.length;
    // the last record has at least a tag and a delimiter
    const rest = body === undefined ? 0 : body % recordSize;
    if (body === undefined || (body > 16 && (rest === 0 || rest > 16)))
      return {
        kind: "aes128gcm",
        recordSize,
        keyId,
        ...(body !== undefined && { records: Math.ceil(body / recordSize) }),
      };
  }
  return { kind: "unknown" };
}

/** The same, and of compressed bytes also what they contain. */
export async function inspectInside(head: Uint8Array, length: number | undefined, platform: Platform): Promise<Form> {
  const form = inspect(head, length);
  if (form.kind !== "gzip") return form;
  const inside = insideOf(await unpackedHead(head, platform));
  return inside ? { ...form, inside } : form;
}

/** What begins here although a phone takes nothing more off; undefined for all else. */
export function insideOf(head: Uint8Array): Inside | undefined {
  if (startsWith(head, saltedMark)) return "openssl";
  if (startsWith(head, saltedBase64)) return "openssl-base64";
  return head[0] === 0x1f && head[1] === 0x8b && (head.length < 3 || head[2] === 8) ? "gzip" : undefined;
}

/** The first bytes that come out; what is cut off or damaged gives what came before. */
async function unpackedHead(head: Uint8Array, platform: Platform): Promise<Uint8Array> {
  const reader = new ByteReader(through(new platform.DecompressionStream("gzip"), sourceOf(head)));
  let found: Uint8Array = new Uint8Array();
  try {
    for (let length = 1; length <= saltedBase64.length; length++) found = await reader.peek(length);
  } catch {
    // of a beginning no more comes
  }
  await reader.close().catch(() => undefined);
  return found;
}

/** The file name in a gzip header, RFC 1952 2.3. */
function gzipName(head: Uint8Array): string | undefined {
  const flags = head[3] ?? 0;
  if ((flags & 8) === 0) return undefined;
  const start = 10 + ((flags & 4) !== 0 ? 2 + (head[10] ?? 0) + 256 * (head[11] ?? 0) : 0);
  const end = head.indexOf(0, start);
  return end > start ? String.fromCharCode(...head.subarray(start, end)) : undefined;
}
