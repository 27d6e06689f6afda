import { hasPlaceholder } from "../../text/placeholder";
import type { Problem, Span } from "../../text/span";
import { isBlank } from "../../xml/entities";
import { commentDashes, commentInComment, curlyDeclaration } from "./faults";
import { isNameStart, nameEnd } from "./tag";

// What stands between elements: comments, declarations, lines of template engines.

/** Blanks, at most four marks of a template, and a root tag behind them. */
const otherRoot =
  /\s{0,100}(?:(?:#(?:if|else|elseif|end)\b[^\n<]{0,200}|\{%[^%\n]{0,200}%\}|\{(?:if|else|elseif|\/if)\b[^{}\n]{0,200}\}|<\?[^?]{0,200}\?>|<%[^%]{0,200}%>)\s{0,100}){1,4}<flat-profile\b[^<>]{0,400}>/y;

/** How far `otherRootEnd` looks. */
export const otherRootReach = 1200;

/** `#else` and a root again, right behind a root: a template that writes one or the other. Where the last one ends. */
export function otherRootEnd(text: string, at: number): number | undefined {
  otherRoot.lastIndex = at;
  return otherRoot.test(text) ? otherRoot.lastIndex : undefined;
}

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

/** `text` stands between brackets of a template engine. A brace that closes lines and elements later is none of its own. */
export function isTemplateMark(text: string): boolean {
  if (text.startsWith("#*")) return true;
  return hasPlaceholder(text) && !/^\{[^{%#*][^\n]*\n[^<]*<\/?[A-Za-z]/.test(text);
}

/** `<*_Key>…</*_Key>`, a name that begins with * or # on old devices; XML forbids it. */
export function oldElement(text: string, at: number): { readonly name: Span; readonly end: number } | undefined {
  if (!isNameStart(text.charCodeAt(at + 2))) return undefined;
  const { end } = nameEnd(text, at + 2);
  if (text.charCodeAt(end) !== 62) return undefined;
  const close = text.slice(end, end + longestOldElement).indexOf(`</${text.slice(at + 1, end)}`);
  if (close < 0) return undefined;
  const closeEnd = text.indexOf(">", end + close);
  return { name: { start: at + 1, end }, end: closeEnd < 0 ? end + close + 2 : closeEnd + 1 };
}

/** Values of this length are settings; further on the end tag is another element's. */
const longestOldElement = 2100;
