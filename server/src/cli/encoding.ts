/** How the bytes of a file hold its text. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** False when some bytes are no text: writing `text` back would lose them. */
  readonly faithful: boolean;
}

/** Text of a file's bytes; a byte-order mark stays in it, bytes that are no text become U+FFFD. */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  if (!text.includes("\ufffd")) return { text, encoding, faithful: true };
  return { text, encoding, faithful: Buffer.compare(encode(text, encoding), bytes) === 0 };
}

export function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === "utf-8") return Buffer.from(text, "utf8");
  const bytes = Buffer.from(text, "utf16le");
  return encoding === "utf-16be" ? bytes.swap16() : bytes;
}

function encodingOf([first, second, third, fourth]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  // `<` and another ASCII character, as XML begins
  if (first === 0x3c && second === 0 && fourth === 0) return "utf-16le";
  if (first === 0 && second === 0x3c && third === 0) return "utf-16be";
  return "utf-8";
}

/** What a file is that holds no text; undefined for text. */
export function sealedForm(bytes: Uint8Array): "gzip" | "OpenSSL" | undefined {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return "gzip";
  if (Buffer.from(bytes.subarray(0, 8)).toString("latin1") === "Salted__") return "OpenSSL";
  return undefined;
}
