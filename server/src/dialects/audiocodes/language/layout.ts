import { layoutLines } from "../../../lines/layout";
import type { LayoutStyle } from "../../../profile/layoutStyle";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Edit, Span } from "../../../text/span";
import { formatsOf, rowsOf } from "../read";

/** No spaces around lines, one around `=` and after commas; nothing changes its place. */
export function layout(document: ProfileDocument, text: string, style: LayoutStyle, range: Span): readonly Edit[] {
  /** What is between two parts, by where it starts. */
  const gaps = new Map<number, { readonly end: number; readonly text: string }>();
  const gap = (start: number, end: number, fresh: string) => {
    if (/^[ \t]*[=,]?[ \t]*$/.test(text.slice(start, end))) gaps.set(start, { end, text: fresh });
  };
  for (const [i, segment] of document.segments.entries()) {
    const base = document.starts[i] ?? 0;
    for (const { parts, hasName } of segment.settings)
      if (hasName) gap(base + parts.nameEnd, base + parts.valueStart, parts.valueEnd > parts.valueStart ? " = " : " =");
    for (const { columns } of formatsOf(segment))
      between(
        columns.map(({ span }) => span),
        base,
        gap,
      );
    for (const { cells, index, isTemplated } of rowsOf(segment)) {
      const [first] = cells;
      if (isTemplated || !first) continue;
      if (first.end > first.start) gap(base + index.span.end, base + first.start, " = ");
      between(cells, base, gap);
    }
  }
  return layoutLines(text, style, range, (line, start, replace) => {
    const inner = start + line.length - line.trimStart().length;
    replace(start, inner, "");
    if (gaps.size === 0) return;
    for (let at = inner; at <= start + line.length; at++) {
      const found = gaps.get(at);
      if (found) replace(at, found.end, found.text);
    }
  });
}

/** An empty value has nothing to be apart from. */
function between(parts: readonly Span[], base: number, gap: (start: number, end: number, text: string) => void): void {
  for (let i = 1; i < parts.length; i++) {
    const [before, after] = [parts[i - 1] as Span, parts[i] as Span];
    if (before.end > before.start && after.end > after.start) gap(base + before.end, base + after.start, ", ");
  }
}
