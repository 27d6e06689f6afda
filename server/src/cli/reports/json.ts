import type { ReportFormat } from "./report";

/** Rows of a template that are named. */
const maxRows = 100;

/** One object per line and problem; places are zero-based, characters are UTF-16 units. */
export const json: ReportFormat<string> = {
  name: "json",
  partOf: ({ name, problems, positionAt }) =>
    problems
      .map(({ code, severity, message, span, rows }) => {
        const range = { start: positionAt(span.start), end: positionAt(span.end) };
        return `${JSON.stringify({ file: name, code, severity, message, range, rows: rows?.slice(0, maxRows) })}\n`;
      })
      .join(""),
  make: ({ write }) => ({ file: write }),
};
