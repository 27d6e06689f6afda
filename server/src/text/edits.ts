import type { Edit } from "./span";

/** `text` with `edits`, which are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, text: fresh } of edits) {
    parts.push(text.slice(at, span.start), fresh);
    at = span.end;
  }
  return parts.join("") + text.slice(at);
}

export function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start);
}

/** In order; of edits that overlap the first stays, and of those that begin together the longest. */
export function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  let end = 0;
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .filter(({ span }) => {
      if (span.start < end) return false;
      end = span.end;
      return true;
    });
}
