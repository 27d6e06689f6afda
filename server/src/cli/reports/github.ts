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
export const github: ReportFormat = {
  name: "github",
  make: ({ write }) => ({
    file({ name, problems, positionAt }) {
      for (const { code, severity, message, span } of problems) {
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
        write(`::${command[severity]} ${place.join(",")}::${data(message)}\n`);
      }
    },
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
