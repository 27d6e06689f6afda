import { isAscii } from "node:buffer";
import type { ByteFacts } from "../profile/byteFacts";
import { UsageError } from "./verb";

/** The text of a file, and what its bytes say that the text does not. */
export interface Decoded {
  /** A byte-order mark stays in it; bytes that are not text become U+FFFD. */
  readonly text: string;
  readonly bytes: ByteFacts;
  /** False when some bytes are not text: writing `text` would lose them. */
  readonly faithful: boolean;
  readonly raw: Uint8Array;
}

type Encoding = ByteFacts["encoding"];

export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  const text = decoders[encoding](bytes);
  const faithful = !text.includes("\ufffd") || Buffer.compare(encoders[encoding](text), bytes) === 0;
  return { text, bytes: { encoding, isValid: faithful }, faithful, raw: bytes };
}

/** The text of a stream, without a byte-order mark; the first bytes say how it is written. */
export async function* textOf(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<string> {
  let head: Uint8Array = new Uint8Array();
  let decoder: ReturnType<typeof decoderOf> | undefined;
  for await (const chunk of chunks) {
    if (decoder) yield decoder.decode(chunk, { stream: true });
    else {
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
      if (head.length < 8) continue;
      decoder = decoderOf(head);
      yield decoder.decode(head, { stream: true });
    }
  }
  yield decoder ? decoder.decode() : decoderOf(head).decode(head);
}

function decoderOf(head: Uint8Array) {
  const encoding = encodingOf(head);
  if (encoding === "UTF-32LE" || encoding === "UTF-32BE")
    throw new UsageError(`The text is written as ${encoding}. Save it as UTF-8.`);
  return new TextDecoder(encoding);
}

/** The text of a whole file that a person named, without a byte-order mark and with LF at the end of lines. */
export function plainText(bytes: Uint8Array): string {
  return decode(bytes)
    .text.replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n");
}

function labeled(label: string): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  return (bytes) => decoder.decode(bytes);
}

const fromUtf8 = labeled("utf-8");

/** The text of bytes that are UTF-8, as devices read them: bytes that are not become U+FFFD. */
export function utf8Text(bytes: Uint8Array): string {
  return isAscii(bytes)
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1")
    : fromUtf8(bytes);
}

const decoders: Readonly<Record<Encoding, (bytes: Uint8Array) => string>> = {
  "UTF-8": utf8Text,
  "UTF-16LE": labeled("utf-16le"),
  "UTF-16BE": labeled("utf-16be"),
  "UTF-32LE": (bytes) => fromUtf32(bytes, true),
  "UTF-32BE": (bytes) => fromUtf32(bytes, false),
};

const encoders: Readonly<Record<Encoding, (text: string) => Buffer>> = {
  "UTF-8": (text) => Buffer.from(text, "utf8"),
  "UTF-16LE": (text) => Buffer.from(text, "utf16le"),
  "UTF-16BE": (text) => Buffer.from(text, "utf16le").swap16(),
  "UTF-32LE": (text) => toUtf32(text, true),
  "UTF-32BE": (text) => toUtf32(text, false),
};

function fromUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  let characters: number[] = [];
  for (let at = 0; at < bytes.length; at += 4) {
    const c = at + 4 <= bytes.length ? view.getUint32(at, littleEndian) : 0xfffd;
    characters.push(c > 0x10ffff || (c >= 0xd800 && c < 0xe000) ? 0xfffd : c);
    if (characters.length < 4096 && at + 4 < bytes.length) continue;
    parts.push(String.fromCodePoint(...characters));
    characters = [];
  }
  return parts.join("");
}

function toUtf32(text: string, littleEndian: boolean): Buffer {
  const characters = [...text];
  const bytes = Buffer.alloc(characters.length * 4);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const [i, c] of characters.entries()) view.setUint32(i * 4, c.codePointAt(0) ?? 0, littleEndian);
  return bytes;
}

/** How far a file without a byte-order mark is looked at. */
const sample = 4096;

function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? "UTF-32LE" : "UTF-16LE";
  if (a === 0xfe && b === 0xff) return "UTF-16BE";
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "UTF-32BE";
  if (!bytes.includes(0)) return "UTF-8";
  // Markup is mostly ASCII: the place of the zeros among two or four bytes shows how wide a character is.
  const zeros = [0, 0, 0, 0];
  const length = Math.min(bytes.length - (bytes.length % 4), sample);
  for (let at = 0; at < length; at++) if (bytes[at] === 0) (zeros[at % 4] as number)++;
  const isMostly = (...places: number[]) => places.every((place) => (zeros[place] as number) > length / 8);
  const isRarely = (...places: number[]) => places.every((place) => (zeros[place] as number) <= length / 64);
  if (length < 8) return "UTF-8";
  if (isMostly(1, 2, 3) && isRarely(0)) return "UTF-32LE";
  if (isMostly(0, 1, 2) && isRarely(3)) return "UTF-32BE";
  if (isMostly(1, 3) && isRarely(0, 2)) return "UTF-16LE";
  if (isMostly(0, 2) && isRarely(1, 3)) return "UTF-16BE";
  return "UTF-8";
}

/** The format of a file that is not text; undefined for text. */
export function encryptedForm(bytes: Uint8Array): "gzip" | "OpenSSL" | undefined {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return "gzip";
  if (Buffer.from(bytes.subarray(0, 8)).toString("latin1") === "Salted__") return "OpenSSL";
  return undefined;
}
