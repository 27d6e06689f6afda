import type { Span } from "../text/span";
import { isOnlyBlank } from "./entities";
import type { Roots } from "./roots";
import { nameEnd } from "./tagName";

/** An end tag between elements. */
interface EndTag {
  readonly word: string;
  readonly nameSpan: Span;
  readonly span: Span;
  /** It has its `>`. */
  readonly closed: boolean;
  /** It is the root's, or was meant to be. */
  readonly isRoot: boolean;
  /** A placeholder of a template is in the name. */
  readonly templated: boolean;
}

/** The end tag whose `</` is at `at`. */
export function readEndTag(text: string, at: number, roots: Roots): EndTag {
  const start = at + 2;
  const name = nameEnd(text, start);
  const root = roots.at(text, start);
  const end = root?.end ?? name.end;
  const after = tagClose(text, end);
  return {
    word: text.slice(start, end),
    nameSpan: { start, end },
    span: { start: at, end: Math.max(after ?? end, start) },
    closed: after !== undefined,
    isRoot: root !== undefined,
    templated: name.templated && !root,
  };
}

/** The offset after the `>` of an end tag; undefined when the tag is not closed. Stray words before it are passed over. */
export function tagClose(text: string, at: number): number | undefined {
  for (let end = at; end < text.length && end - at < 200; end++) {
    const c = text.charCodeAt(end);
    if (c === 62) return end + 1;
    if (c === 60 || ((c === 10 || c === 13) && !isOnlyBlank(text.slice(at, end)))) return undefined;
  }
  return undefined;
}
