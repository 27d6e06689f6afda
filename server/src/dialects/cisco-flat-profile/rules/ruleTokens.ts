import type { ValueToken } from "../../../values/valueType";
import { findMacros } from "./macro";

/** Colours of rules, conditions and texts with macros. */
export function ruleTokens(text: string): ValueToken[] {
  if (/^\s*#/.test(text)) return [{ span: { start: 0, end: text.length }, kind: "comment" }];
  const macros = macroTokens(text);
  const tokens: ValueToken[] = [];
  let inString = 0;
  for (const match of text.matchAll(
    /"[^"]*"?|--[a-z]+|\b(?:and|AND|eq|ne|lt|le|gt|ge)\b(?=\s)|[|?!=<>]+|\b[A-Za-z]\w*(?=\s*=\s*")/g,
  )) {
    if (match.index < inString) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    const first = match[0][0] ?? "";
    if (first === '"') {
      tokens.push({ span, kind: "string" });
      inString = span.end;
    } else if (first === "-") tokens.push({ span, kind: "keyword" });
    else if (/[|?!=<>]/.test(first)) {
      // The signs of a query belong to the URL.
      if (first === "|" || !/[\w/]/.test(text[span.start - 1] ?? "")) tokens.push({ span, kind: "operator" });
    } else tokens.push({ span, kind: /^(?:and|eq|ne|lt|le|gt|ge)$/i.test(match[0]) ? "operator" : "parameter" });
  }
  return laidOver(tokens, macros);
}

export function macroTokens(text: string): ValueToken[] {
  return findMacros(text).map(({ span }) => ({ span, kind: "macro" }));
}

/** `over` wins where both colour; the others are cut. Both are in order. */
function laidOver(under: readonly ValueToken[], over: readonly ValueToken[]): ValueToken[] {
  const result: ValueToken[] = [];
  let first = 0;
  for (const token of under) {
    let { start } = token.span;
    while ((over[first]?.span.end ?? Number.POSITIVE_INFINITY) <= start) first++;
    for (let i = first; i < over.length; i++) {
      const top = over[i];
      if (!top || top.span.start >= token.span.end) break;
      if (top.span.start > start) result.push({ span: { start, end: top.span.start }, kind: token.kind });
      start = top.span.end;
    }
    if (start < token.span.end) result.push({ span: { start, end: token.span.end }, kind: token.kind });
  }
  return [...result, ...over].sort((a, b) => a.span.start - b.span.start);
}
