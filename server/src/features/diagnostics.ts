import * as l10n from "@vscode/l10n";
import type { Diagnostic } from "vscode-languageserver-protocol";
import type { ShownWords } from "../analysis/finding";
import type { ShownProblem } from "../analysis/shownProblem";
import { detached } from "../text/detached";
import type { Position } from "../text/lineIndex";
import type { Severity } from "../text/span";
import { type OpenFile, rangeOf } from "./feature";
import { remarkProblems } from "./siteRemarks";
import { rangeText } from "./symbolTexts";

/** Severities and tags as the protocol numbers them. */
const severityNumber: Readonly<Record<Severity, 1 | 2 | 3 | 4>> = { error: 1, warning: 2, info: 3, hint: 4 };
const unnecessaryTag = 1;
const limitSetting = "flatProfile.problems.limit";

/** Address of the manual page of a code. */
export function manualPage(code: string): string {
  return `https://github.com/flat-profile/flat-profile/blob/main/docs/checks.md#${code.replace(/[^a-z0-9-]/g, "")}`;
}

const descriptions = new Map<string, { readonly href: string }>();

function descriptionOf(code: string): { readonly href: string } {
  let description = descriptions.get(code);
  if (!description) {
    description = { href: manualPage(code) };
    descriptions.set(code, description);
  }
  return description;
}

export function diagnosticsOf(file: OpenFile, problems = problemsOf(file)): Diagnostic[] {
  const { note, reported } = withinLimit(problems, file);
  return [...note, ...reported.map((problem) => toDiagnostic(problem, file))];
}

/** The same as a list of JSON, in parts, between `head` and `end`. A problem whose place is the same as before is not written again. */
export function diagnosticTexts(file: OpenFile, head = "", end = "", problems = problemsOf(file)): string[] {
  const { note, reported } = withinLimit(problems, file);
  const parts = [head, ...note.map((diagnostic) => `,${JSON.stringify(diagnostic)}`)];
  const mayKeep = reported.length <= maxKept;
  let last: number | undefined;
  let start: Position | undefined;
  for (const problem of reported) {
    const { words, base } = problem;
    if (words && base !== undefined && mayKeep) {
      if (base !== last || !start) start = file.lines.positionAt(base);
      last = base;
      parts.push(textOf(problem, words, start, file));
    } else parts.push(newTextOf(problem, file));
  }
  const first = parts[1]?.slice(1) ?? "";
  parts[0] = `${head}[`;
  parts[1] = first;
  parts.push(`]${end}`);
  return parts;
}

/** As many as a person wants to see, and what is said of the others. */
function withinLimit(problems: readonly ShownProblem[], { settings }: OpenFile) {
  const limit = settings.problemsLimit;
  if (limit === 0 || problems.length <= limit) return { note: [], reported: problems };
  const reported = worst(problems, limit - 1);
  return { note: [notShown(problems.length - reported.length)], reported };
}

/** Those of the file alone, and those of what its site and its data make of it. */
function problemsOf({ snapshot, remarks, rendered = [] }: OpenFile): readonly ShownProblem[] {
  const own = snapshot.shown();
  const others = [...(remarks ? remarkProblems(snapshot, remarks) : []), ...rendered];
  return others.length === 0 ? own : [...own, ...others].sort((a, b) => a.span.start - b.span.start);
}

/** So many of the problems, those of the higher severities before others, in their order. */
function worst(problems: readonly ShownProblem[], count: number): readonly ShownProblem[] {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of problems) counts[severity]++;
  let rest = count;
  for (const severity of ["error", "warning", "info", "hint"] as const) {
    counts[severity] = Math.min(counts[severity], rest);
    rest -= counts[severity];
  }
  return problems.filter(({ severity }) => counts[severity]-- > 0);
}

function notShown(count: number): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: severityNumber.info,
    source: "flat-profile",
    message: l10n.t("{0} more problems are not shown. The setting `{1}` limits their number.", count, limitSetting),
  };
}

export function toDiagnostic(problem: ShownProblem, file: Pick<OpenFile, "lines" | "uri">): Diagnostic {
  const { lines, uri } = file;
  const { related } = problem;
  return {
    range: rangeOf(problem.span, lines),
    severity: severityNumber[problem.severity],
    code: problem.code,
    codeDescription: descriptionOf(problem.code),
    source: "flat-profile",
    message: problem.message,
    ...(problem.unnecessary && { tags: [unnecessaryTag] }),
    ...(related && {
      relatedInformation: related.map((r) => ({
        message: r.message,
        location: { uri, range: rangeOf(r.span, lines) },
      })),
    }),
  };
}

/** Problems of a file of which what was written is kept: five hundred bytes each. */
const maxKept = 5_000;

/** A problem as it was written last, for as long as what it says is the same. */
interface Written {
  /** Where its segment starts. */
  readonly start: Position;
  /** After a comma. */
  readonly text: string;
  /** Where what follows the range begins. */
  readonly rest: number;
}

function textOf(problem: ShownProblem, words: ShownWords, start: Position, file: OpenFile): string {
  const known = words.written as Written | undefined;
  if (known && known.start.line === start.line && known.start.character === start.character) return known.text;
  const head = `,{"range":${rangeText(rangeOf(problem.span, file.lines))},`;
  const rest = known ? known.text.slice(known.rest) : restOf(problem, file);
  const text = detached(head + rest);
  words.written = { start, text, rest: head.length } satisfies Written;
  return text;
}

function newTextOf(problem: ShownProblem, file: OpenFile): string {
  return `,${JSON.stringify(toDiagnostic(problem, file))}`;
}

/** All but the range and its comma. */
function restOf(problem: ShownProblem, file: OpenFile): string {
  const { range: _, ...rest } = toDiagnostic(problem, file);
  return JSON.stringify(rest).slice(1);
}
