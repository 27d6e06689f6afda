import { ascii, startsWith } from "./bytes";

// What decrypted bytes are, by their beginning. AES-CBC carries no proof that the key was right; that a profile
// or a gzip file comes out is the only sign.

export type Content = "gzip" | "text" | "encrypted";

export const saltedMark = ascii("Salted__");

/** undefined when `head` begins like nothing that is recognized; an empty head is text. */
export function contentOf(head: Uint8Array): Content | undefined {
  if (startsWith(head, saltedMark)) return "encrypted";
  if (head[0] === 0x1f && head[1] === 0x8b) return head.length < 3 || head[2] === 8 ? "gzip" : undefined;
  return isText(head) ? "text" : undefined;
}

/** Whether bytes are UTF-8 (a character may be cut off at the end), UTF-16 with its mark, or any markup without control characters. */
function isText(head: Uint8Array): boolean {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return isUtf16(head, first === 0xff);
  if (head.some((byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13)) return false;
  return isUtf8(head) || head.find((byte) => byte > 0x20) === 0x3c;
}

function isUtf16(head: Uint8Array, isLittle: boolean): boolean {
  for (let i = 2; i + 1 < head.length; i += 2) {
    const low = head[isLittle ? i : i + 1] ?? 0;
    if (head[isLittle ? i + 1 : i] === 0 && low < 0x20 && low !== 9 && low !== 10 && low !== 13) return false;
  }
  return true;
}

function isUtf8(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i] ?? 0;
    const more = byte < 0x80 ? 0 : byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : 3;
    if (more === 3 && (byte < 0xf0 || byte > 0xf4)) return false;
    for (let k = 1; k <= more; k++) {
      const next = bytes[i + k];
      if (next === undefined) return true;
      if ((next & 0xc0) !== 0x80) return false;
    }
    i += more + 1;
  }
  return true;
}
