import type { ReportFormat } from "./report";

/** One object per line and problem; places are zero-based, characters are UTF-16 units. */
export const json: ReportFormat<string> = {
  name: "json",
  partOf: ({ name, problems, positionAt }) =>
    problems
      .map(({ code, severity, message, span }) => {
        const range = { start: positionAt(span.start), end: positionAt(span.end) };
        return `${JSON.stringify({ file: name, code, severity, message, range })}\n`;
      })
      .join(""),
  make: ({ write }) => ({ file: write }),
};
