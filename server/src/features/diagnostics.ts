import * as l10n from "@vscode/l10n";
import type { Diagnostic } from "vscode-languageserver-protocol";
import type { FileProblem } from "../analysis/fileProblem";
import type { Severity } from "../text/span";
import { type OpenFile, rangeOf } from "./feature";
import { remarkProblems } from "./siteRemarks";

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
  const limit = file.settings.problemsLimit;
  if (limit === 0 || problems.length <= limit) return problems.map((problem) => toDiagnostic(problem, file));
  const shown = worst(problems, limit - 1).map((problem) => toDiagnostic(problem, file));
  return [notShown(problems.length - shown.length), ...shown];
}

/** Those of the file alone, and those of what its site and its data make of it. */
function problemsOf({ snapshot, remarks, rendered = [] }: OpenFile): readonly FileProblem[] {
  const own = snapshot.problems();
  const others = [...(remarks ? remarkProblems(snapshot, remarks) : []), ...rendered];
  return others.length === 0 ? own : [...own, ...others].sort((a, b) => a.span.start - b.span.start);
}

/** So many of the problems, those of the higher severities before others, in their order. */
function worst(problems: readonly FileProblem[], count: number): readonly FileProblem[] {
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

export function toDiagnostic(problem: FileProblem, file: Pick<OpenFile, "lines" | "uri">): Diagnostic {
  const { lines, uri } = file;
  return {
    range: rangeOf(problem.span, lines),
    severity: severityNumber[problem.severity],
    code: problem.code,
    codeDescription: descriptionOf(problem.code),
    source: "flat-profile",
    message: problem.message,
    ...(problem.unnecessary && { tags: [unnecessaryTag] }),
    ...(problem.related && {
      relatedInformation: problem.related.map((r) => ({
        message: r.message,
        location: { uri, range: rangeOf(r.span, lines) },
      })),
    }),
  };
}
