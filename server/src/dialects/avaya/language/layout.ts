import { layoutLines } from "../../../lines/layout";
import type { LayoutStyle } from "../../../profile/layoutStyle";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Edit, Span } from "../../../text/span";
import { statementsOf } from "../read";
import type { Statement } from "../statement";

/** Keywords in capitals, one space between the parts of a statement, no spaces at the end of a line, few empty lines. */
export function layout(document: ProfileDocument, text: string, style: LayoutStyle, range: Span): readonly Edit[] {
  const statementAt = new Map<number, { readonly statement: Statement; readonly base: number }>();
  for (const [i, segment] of document.segments.entries()) {
    const base = document.starts[i] ?? 0;
    for (const statement of statementsOf(segment)) statementAt.set(base + statement.span.start, { statement, base });
  }
  return layoutLines(text, style, range, (_line, start, replace) => {
    const found = statementAt.get(start);
    if (!found) return;
    const parts = partsOf(found.statement);
    for (const [i, part] of parts.entries()) {
      const from = found.base + part.start;
      const to = found.base + part.end;
      if (i > 0) replace(found.base + (parts[i - 1]?.end ?? 0), from, " ");
      if (part.isKeyword) replace(from, to, text.slice(from, to).toUpperCase());
    }
  });
}

interface Part extends Span {
  readonly isKeyword?: boolean;
}

function partsOf(statement: Statement): readonly Part[] {
  const keyword = { ...statement.keyword, isKeyword: true };
  switch (statement.kind) {
    case "set":
    case "add": {
      const { nameSpan, parts } = statement.setting;
      const value = parts.valueStart > nameSpan.end ? [{ start: parts.valueStart, end: parts.valueEnd }] : [];
      return [keyword, nameSpan, ...value];
    }
    case "if":
      return [
        ...[keyword, statement.left.span, { ...statement.operator.span, isKeyword: true }, statement.right.span],
        ...[{ ...statement.jump, isKeyword: true }, statement.label.span],
      ];
    case "goto":
    case "label":
      return [keyword, statement.label.span];
    case "get":
      return [keyword, statement.file.span];
  }
}
