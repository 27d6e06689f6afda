import type { FileProblem } from "../../analysis/fileProblem";
import { maskedText, secretSpans } from "../../analysis/secretSpans";
import type { Severity, Span } from "../../text/span";
import { counted } from "../counted";
import { type Paint, printable } from "../printable";
import { type FileResult, type ReportFormat, severities, type Totals } from "./report";

/** For people: place, message and code, then the line with the place underlined. */
export const text: ReportFormat<string> = {
  name: "text",
  forPeople: true,
  partOf(result, { paint, width }) {
    if (result.problems.length === 0) return "";
    const secrets = secretSpans(result.snapshot);
    return result.problems
      .map((problem) => `${headline(problem, result, paint)}\n${frame(problem, result, secrets, paint, width)}\n`)
      .join("");
  },
  make: ({ write, paint, seconds }) => ({
    file: write,
    end(totals) {
      write(`${summary(totals, seconds(), paint)}\n`);
    },
  }),
};

const colors = { error: "red", warning: "yellow", info: "blue", hint: "cyan" } as const;

export function colorOf(severity: Severity, paint: Paint): (text: string) => string {
  return paint[colors[severity]];
}

function headline(
  { code, severity, message, span }: FileProblem,
  { name, positionAt }: FileResult,
  paint: Paint,
): string {
  const { line, character } = positionAt(span.start);
  const place = paint.bold(`${printable(name)}:${line + 1}:${character + 1}`);
  return `${place}: ${colorOf(severity, paint)(severity)}: ${printable(message)} ${paint.dim(`[${code}]`)}`;
}

/** The line of a problem, cut to the width of the terminal, with the place underlined and secrets hidden. */
function frame(
  { span, severity }: FileProblem,
  { snapshot, positionAt }: FileResult,
  secrets: readonly Span[],
  paint: Paint,
  width: number,
): string {
  const { line, character } = positionAt(span.start);
  const source = snapshot.text;
  const lineStart = span.start - character;
  let lineEnd = lineStart;
  while (lineEnd < source.length && lineEnd - span.start < width && !isBreak(source.charCodeAt(lineEnd))) lineEnd++;
  const number = String(line + 1).padStart(5);
  const room = Math.max(20, width - number.length - 4);
  const from = character < room - 10 ? lineStart : Math.max(lineStart, span.start - Math.floor(room / 3));
  const to = Math.min(lineEnd, from + room);
  const shown = (start: number, end: number) => printable(maskedText(source, { start, end }, secrets));
  const indent = /^[ \t]*/.exec(source.slice(from, Math.min(to, span.start)))?.[0].length ?? 0;
  const begin = from + indent;
  const before = shown(begin, span.start);
  const marked = shown(span.start, Math.max(span.start, Math.min(span.end, to)));
  const dots = begin > lineStart + indent ? "…" : "";
  const rest = shown(Math.min(Math.max(span.end, span.start), to), to);
  const bar = paint.dim("|");
  return [
    `${paint.dim(number)} ${bar} ${dots}${before}${marked}${rest}`,
    `${" ".repeat(number.length)} ${bar} ${" ".repeat(dots.length + before.length)}${colorOf(severity, paint)("^".repeat(Math.max(1, marked.length)))}`,
  ].join("\n");
}

function isBreak(c: number): boolean {
  return c === 10 || c === 13;
}

/** The last line of a run. */
export function summary(
  { files, foreign, fixed, problems, hidden, accepted, silenced }: Totals,
  seconds: number,
  paint: Paint,
): string {
  const found = severities.filter((severity) => problems[severity] > 0);
  const counts = found.map((severity) => colorOf(severity, paint)(counted(problems[severity], severity)));
  const parts = [
    `${counted(files, "file")} checked in ${seconds.toFixed(1)} s: ${counts.length > 0 ? counts.join(", ") : "no problems"}`,
    ...(fixed > 0 ? [`${counted(fixed, "problem")} fixed`] : []),
    ...(silenced > 0 ? [`${counted(silenced, "problem")} silenced by new comments`] : []),
    ...(accepted > 0 ? [`${counted(accepted, "problem")} accepted by the baseline`] : []),
    ...(hidden > 0 ? [`${counted(hidden, "less severe problem")} not shown (--show hint)`] : []),
    ...(foreign > 0 ? [`${counted(foreign, "other file")} skipped`] : []),
  ];
  return parts.join("; ");
}
