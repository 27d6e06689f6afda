import type { ReportFormat } from "./report";

/** One object per line and problem; places are zero-based, characters are UTF-16 units. */
export const json: ReportFormat = {
  name: "json",
  make: ({ write }) => ({
    file({ name, problems, positionAt }) {
      for (const { code, severity, message, span } of problems) {
        const range = { start: positionAt(span.start), end: positionAt(span.end) };
        write(`${JSON.stringify({ file: name, code, severity, message, range })}\n`);
      }
    },
  }),
};
