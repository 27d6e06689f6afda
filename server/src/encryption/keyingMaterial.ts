// The bytes that the text of the keying material for HTTP content encoding means: specification 7.3, choice 4.
//   base64 or base64url of exactly 16 bytes (22 to 24 characters) | 32 hexadecimal digits | the bytes of the text
import * as l10n from "@vscode/l10n";
import { asciiText } from "./bytes";
import { EncryptionFault } from "./encryptionFault";

export type IkmEncoding = "base64" | "hex" | "text";

interface KeyingMaterial {
  readonly bytes: Uint8Array;
  readonly encoding: IkmEncoding;
}

/** How `text` is read; `encoding` asks for one way. */
export function keyingMaterial(text: Uint8Array, encoding?: IkmEncoding): KeyingMaterial {
  const word = asciiText(text);
  if (encoding === undefined) {
    const bytes = word === undefined ? undefined : fromBase64(word);
    if (bytes?.length === 16) return { bytes, encoding: "base64" };
    if (word !== undefined && /^[0-9a-f]{32}$/i.test(word)) return { bytes: fromHex(word), encoding: "hex" };
    return { bytes: text, encoding: "text" };
  }
  if (encoding === "text") return { bytes: text, encoding };
  if (encoding === "hex" && word !== undefined && /^(?:[0-9a-f]{2})+$/i.test(word))
    return { bytes: fromHex(word), encoding };
  const bytes = encoding === "base64" && word !== undefined ? fromBase64(word) : undefined;
  if (!bytes) throw new EncryptionFault("bad-argument", l10n.t("The keying material is not valid {0}.", encoding));
  return { bytes, encoding };
}

function fromHex(word: string): Uint8Array {
  return Uint8Array.from(word.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Bytes of base64 or base64url, with or without padding; undefined when `word` is neither. */
function fromBase64(word: string): Uint8Array | undefined {
  const digits = word
    .replace(/={1,2}$/, "")
    .replaceAll("-", "+")
    .replaceAll("_", "/");
  if (word.endsWith("=") && word.length % 4 !== 0) return undefined;
  if (digits === "" || digits.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let buffer = 0;
  let bits = 0;
  let at = 0;
  for (const digit of digits) {
    const value = alphabet.indexOf(digit);
    if (value < 0) return undefined;
    buffer = ((buffer << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (buffer >> bits) & 0xff;
    }
  }
  return bytes;
}
