import type { Dialect } from "../dialects/dialect";
import type { Setting } from "../profile/setting";

/** True when the list of choices that a phone printed after the element, on its line or the next, has its value. */
export function isListedBeside({ segment, span, text }: Setting, dialect: Dialect): boolean {
  if (!dialect.optionsIn) return false;
  const comment = segment.comments.find(({ span: { start } }) => start >= span.end);
  if (!comment || !/^[^\S\n]*(?:\r?\n[^\S\n]*)?$/.test(segment.text.slice(span.end, comment.span.start))) return false;
  return dialect.optionsIn(comment.text, text)?.includes(text) ?? false;
}
