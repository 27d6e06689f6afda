import type { Comment } from "../profile/setting";
import { hasPlaceholder } from "../text/placeholder";
import type { Problem, Span } from "../text/span";
import { isBlank } from "./entities";
import { commentDashes, commentInComment, curlyDeclaration } from "./faults";

// What is between elements: comments, declarations, lines of template engines.

/** What is wrong between the marks of a comment. */
export function commentProblem(text: string, start: number, end: number): Problem | undefined {
  const body = text.slice(start, end);
  const dashes = body.indexOf("--");
  if (dashes < 0) return undefined;
  const nested = body.indexOf("<!--", dashes - 2);
  return nested >= 0 ? commentInComment(start + nested) : commentDashes(start + dashes);
}

/** Where something other than blanks and comments begins; the end of the text when a comment does not end. */
export function contentStart(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (isBlank(text.charCodeAt(at))) at++;
    if (!text.startsWith("<!--", at)) return at;
    const close = text.indexOf("-->", at);
    if (close < 0) return text.length;
    at = close + 3;
  }
}

/** Quotes that an editor made curly in `<?xml …`; `end` is negative when it does not end. */
export function declarationProblem(text: string, at: number, end: number): Problem | undefined {
  const declaration = text.slice(at, end < 0 ? at + 200 : end);
  const curly = /[\u201c\u201d\u201e\u2018\u2019]/.exec(declaration);
  return curly ? curlyDeclaration(declaration, at, curly.index) : undefined;
}

/** The end of a document type declaration with its internal subset, which is never interpreted; negative: none. */
export function doctypeEnd(text: string, at: number): number {
  const close = text.indexOf(">", at);
  const bracket = text.indexOf("[", at);
  if (bracket < 0 || close < bracket) return close;
  const end = text.indexOf("]", bracket);
  return end < 0 ? -1 : text.indexOf(">", end);
}

/** `text` is between brackets of a template engine. A brace that closes lines and elements later does not belong to it. */
export function isTemplateMark(text: string): boolean {
  if (text.startsWith("#*")) return true;
  return hasPlaceholder(text) && !/^\{[^{%#*][^\n]*\n[^<]*<\/?[A-Za-z]/.test(text);
}

interface BadElement {
  readonly name: Span;
  /** The offset after the element, or after its start tag when it is not closed. */
  readonly end: number;
}

const badStart = /<([^\s<>/!?%A-Za-z_"'=&;,|][\w.*#+:-]{0,60})(?:\s[^<>]{0,200})?(\/?)>/y;

/** `<*_Key>…</*_Key>`, `<1st_Line>`: an element whose name begins as XML forbids. */
export function badElement(text: string, at: number): BadElement | undefined {
  badStart.lastIndex = at;
  const [whole, name, slash] = badStart.exec(text) ?? [];
  if (whole === undefined || name === undefined || !/[A-Za-z]/.test(name)) return undefined;
  const start = at + whole.length;
  const span = { start: at + 1, end: at + 1 + name.length };
  if (slash === "/") return { name: span, end: start };
  const end = `</${name}`;
  const close = text.slice(start, start + maxOldElement).indexOf(end);
  if (close < 0) return { name: span, end: start };
  const closeEnd = start + close + end.length;
  const bracket = text.slice(closeEnd, closeEnd + 200).search(/[<>]/);
  return { name: span, end: text[closeEnd + bracket] === ">" ? closeEnd + bracket + 1 : closeEnd };
}

/** Values of this length are settings; further on the end tag is another element's. */
const maxOldElement = 2100;
export const badElementReach = maxOldElement + 700;

/** The text in the place of a name, as it is typed. */
export function rawName(text: string, at: number): string {
  return /^[^<>\n]*/.exec(text.slice(at, at + 60))?.[0].trim() ?? "";
}

/** The comment whose `<!--` is at `at` and whose `-->` is at `close`. */
export function commentOf(text: string, at: number, close: number): Comment {
  return { span: { start: at, end: close + 3 }, text: text.slice(at + 4, close), textStart: at + 4 };
}
