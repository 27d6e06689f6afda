import type { Severity } from "../../text/span";
import { printable } from "../printable";
import type { ReportFormat } from "./report";

const command: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "notice",
  hint: "notice",
};

/** Workflow commands of GitHub Actions: annotations beside the lines of a pull request. */
export const github: ReportFormat<string> = {
  name: "github",
  partOf: ({ name, problems, positionAt }) =>
    problems
      .map(({ code, severity, message, span }) => {
        const start = positionAt(span.start);
        const end = positionAt(span.end);
        const place = [
          `file=${property(name)}`,
          `line=${start.line + 1}`,
          // Columns are allowed for one line only.
          ...(end.line === start.line ? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`] : []),
          `endLine=${end.line + 1}`,
          `title=${property(code)}`,
        ];
        return `::${command[severity]} ${place.join(",")}::${data(message)}\n`;
      })
      .join(""),
  make: ({ write }) => ({
    file: write,
    unreadable(name, message) {
      write(`::error file=${property(name)}::${data(message)}\n`);
    },
  }),
};

function data(text: string): string {
  return printable(text).replaceAll("%", "%25");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
