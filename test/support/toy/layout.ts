import { layoutLines } from "../../../server/src/lines/layout";
import type { LayoutStyle } from "../../../server/src/profile/layoutStyle";
import type { ProfileDocument } from "../../../server/src/profile/profileDocument";
import type { Edit, Span } from "../../../server/src/text/span";

/** No spaces around lines, one between the parts of a setting, and few empty lines. */
export function layout(document: ProfileDocument, text: string, style: LayoutStyle, range: Span): readonly Edit[] {
  const gaps = new Map<number, number>();
  for (const [i, { settings }] of document.segments.entries()) {
    const base = document.starts[i] ?? 0;
    for (const { parts, hasName } of settings) {
      if (!hasName) continue;
      gaps.set(base + parts.start + 3, base + parts.nameStart);
      if (parts.valueStart > parts.nameEnd) gaps.set(base + parts.nameEnd, base + parts.valueStart);
    }
  }
  return layoutLines(text, style, range, (line, start, replace) => {
    const inner = start + line.length - line.trimStart().length;
    replace(start, inner, "");
    for (let at = inner; at < start + line.length; at++) {
      const end = gaps.get(at);
      if (end !== undefined && /^[ \t]+$/.test(text.slice(at, end))) replace(at, end, " ");
    }
  });
}
