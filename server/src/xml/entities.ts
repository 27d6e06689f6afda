import { MappedText, type Piece } from "../text/mappedText";

// Value processing of the specification, section 1.2: trim, decode once, newline → one space.

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", apos: "'", quot: '"' };

/** Longest reference that is looked for: `&#x0010FFFF;`. */
const maxReferenceLength = 12;

export function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13;
}

export function isOnlyBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isBlank(text.charCodeAt(i))) return false;
  return true;
}

/** The character data of an element as the phone reads it, with the way back to `text`. */
export function decodeContent(text: string, start: number, end: number): MappedText {
  const { from, to, plain } = trimmed(text, start, end);
  return needsDecoding(plain) ? new MappedText(pieces(text, from, to)) : MappedText.verbatim(plain, from);
}

/** The same without the way back. */
export function contentText(text: string, start: number, end: number): string {
  const { from, to, plain } = trimmed(text, start, end);
  return needsDecoding(plain) ? new MappedText(pieces(text, from, to)).text : plain;
}

function trimmed(text: string, start: number, end: number): { from: number; to: number; plain: string } {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return { from, to, plain: text.slice(from, to) };
}

function needsDecoding(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 38 || c === 60 || c === 10 || c === 13) return true;
  }
  return false;
}

function pieces(text: string, from: number, to: number): Piece[] {
  const out: Piece[] = [];
  let plainFrom = from;
  const flush = (until: number) => {
    if (until > plainFrom) {
      out.push({ text: text.slice(plainFrom, until), source: { start: plainFrom, end: until }, verbatim: true });
    }
  };
  let at = from;
  while (at < to) {
    const found = derivedAt(text, at, to);
    if (!found) {
      at++;
      continue;
    }
    flush(at);
    if (found.text !== "") out.push({ text: found.text, source: { start: at, end: found.end }, verbatim: false });
    if (found.inner) out.push({ ...found.inner });
    at = found.end;
    plainFrom = at;
  }
  flush(to);
  if (out.length === 0) out.push({ text: "", source: { start: from, end: from }, verbatim: true });
  return out;
}

/** The meaning of the characters at `at` when it is not themselves. */
function derivedAt(text: string, at: number, to: number): { text: string; end: number; inner?: Piece } | undefined {
  const c = text.charCodeAt(at);
  if (c === 10) return { text: " ", end: at + 1 };
  if (c === 13) return { text: " ", end: text.charCodeAt(at + 1) === 10 && at + 1 < to ? at + 2 : at + 1 };
  if (c === 38) return reference(text, at, to);
  if (c !== 60) return undefined;
  if (text.startsWith("<!--", at)) {
    const close = text.indexOf("-->", at + 4);
    return { text: "", end: close < 0 || close + 3 > to ? to : close + 3 };
  }
  if (text.startsWith("<![CDATA[", at)) {
    const close = text.indexOf("]]>", at + 9);
    const stop = close < 0 || close > to ? to : close;
    const inner = text.slice(at + 9, stop);
    return {
      text: "",
      end: Math.min(stop + 3, to),
      inner: { text: inner, source: { start: at + 9, end: stop }, verbatim: true },
    };
  }
  return undefined;
}

function reference(text: string, at: number, to: number): { text: string; end: number } | undefined {
  const length = text.slice(at, Math.min(to, at + maxReferenceLength + 1)).indexOf(";");
  if (length < 0) return undefined;
  const semicolon = at + length;
  const decoded = decodeReference(text.slice(at + 1, semicolon));
  if (decoded === undefined) return undefined;
  const end = semicolon + 1;
  // Newlines become blanks after decoding, so written-out ones do as well.
  if (decoded === "\n") return { text: " ", end };
  if (decoded === "\r")
    return { text: " ", end: end + (/^&#(?:10|x0*[aA]);/.exec(text.slice(end, to))?.[0].length ?? 0) };
  return { text: decoded, end };
}

/** The meaning of `&body;`; undefined when it is not a reference that XML knows without a DTD. */
function decodeReference(body: string): string | undefined {
  if (body.charCodeAt(0) !== 35) return Object.hasOwn(named, body) ? named[body] : undefined;
  const hex = body[1] === "x";
  const digits = body.slice(hex ? 2 : 1);
  if (digits === "" || !(hex ? /^[0-9a-fA-F]+$/ : /^[0-9]+$/).test(digits)) return undefined;
  const code = Number.parseInt(digits, hex ? 16 : 10);
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return String.fromCodePoint(code);
}

/** `value` as it is written between two tags. */
export function encodeText(value: string): string {
  return value.replace(/[&<>]/g, (c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : "&gt;"));
}

/** `value` as it is written between double quotes. */
export function encodeAttribute(value: string): string {
  return encodeText(value).replace(/"/g, "&quot;");
}

/** True when the characters at `at` begin a complete reference such as `&amp;` or `&#60;`. */
export function isReference(text: string, at: number, to: number): boolean {
  return reference(text, at, to) !== undefined;
}
