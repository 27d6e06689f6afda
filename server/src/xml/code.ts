import { type ElementParts, withParts } from "./element";
import { nameEnd } from "./tagName";

// Programs between elements: PHP, ASP, JSP, ERB. Their texts may contain elements: `echo "<A_B>1</A_B>\n";`.

interface CodePlace {
  readonly at: number;
  /** The code ended before `at`; otherwise an element of ours begins there. */
  readonly isEnd: boolean;
}

/** An XML declaration that is printed, comments, what ends code, and what may be a tag. */
const mark =
  /<\?xml\b[^?<>]{0,200}\?>|\/\*(?:[^*]|\*(?!\/)){0,4000}\*\/|\n[ \t]*(?:\/\/|#)(?:[^\n?%]|[?%](?!>))*|\?>|%>|<(?=\/?[A-Za-z])/g;

/** The next place after `from` where the code ends with `close`, or prints one of the elements that `isOurs` names. */
export function nextInCode(
  text: string,
  from: number,
  close: string,
  isOurs: (nameStart: number, name: string, isEndTag: boolean) => boolean,
): CodePlace {
  mark.lastIndex = from;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    if (match[0] === close) return { at: mark.lastIndex, isEnd: true };
    if (match[0] !== "<") continue;
    const isEndTag = text.charCodeAt(match.index + 1) === 47;
    const start = match.index + (isEndTag ? 2 : 1);
    if (isOurs(start, text.slice(start, nameEnd(text, start).end), isEndTag)) return { at: match.index, isEnd: false };
  }
  return { at: text.length, isEnd: true };
}

/** A quote with an operator beside it, or an escape: the value is put together by the code. */
const computed = /["']\s*[.&+,;)]|[.&+,(]\s*["']|\\["'nrt]/;

/** What code prints, without the quotes and escapes of its attributes. */
export function printed(parts: ElementParts, text: string): ElementParts {
  const templated = parts.templated || computed.test(text.slice(parts.valueStart, parts.valueEnd));
  return withParts(parts, { attributes: [], templated });
}
