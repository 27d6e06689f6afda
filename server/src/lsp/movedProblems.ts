import type { FileProblem } from "../analysis/fileProblem";
import type { TextChange } from "../text/textChange";

/** Problems where they are after an edit; none of a text that was replaced as a whole. */
export function movedBy(problems: readonly FileProblem[], change: TextChange | "whole"): readonly FileProblem[] {
  if (problems.length === 0) return problems;
  if (change === "whole") return [];
  const { start, oldEnd, newEnd } = change;
  const grown = newEnd - oldEnd;
  return problems.map((problem) => {
    const { span } = problem;
    if (span.end < start) return problem;
    if (span.start >= oldEnd && span.start > start)
      return { ...problem, span: { start: span.start + grown, end: span.end + grown } };
    const end = Math.max(span.end, oldEnd) + grown;
    return { ...problem, span: { start: Math.min(span.start, start), end } };
  });
}
