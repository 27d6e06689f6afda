import type { ValueLink } from "../../../values/valueType";

/** URLs that can be opened unchanged: without macros, and without a password. */
export function ruleLinks(text: string): ValueLink[] {
  return [...text.matchAll(/\bhttps?:\/\/[^\s|"<>[\]]+/gi)]
    .filter((match) => !match[0].includes("$") && !/:\/\/[^/]*@/.test(match[0]))
    .map((match) => ({ span: { start: match.index, end: match.index + match[0].length }, target: match[0] }));
}
