import type { Diagnostic } from "vscode-languageserver-protocol";
import type { FileProblem } from "../analysis/snapshot";
import type { Severity } from "../text/span";
import { type OpenFile, rangeOf } from "./feature";

/** Severities and tags as the protocol numbers them. */
const severityNumber: Readonly<Record<Severity, 1 | 2 | 3 | 4>> = { error: 1, warning: 2, info: 3, hint: 4 };
const unnecessaryTag = 1;

/** Where the manual page of a code stands. */
export function manualPage(code: string): string {
  return `https://github.com/flat-profile/flat-profile/blob/main/docs/checks.md#${code.replace(/[^a-z0-9-]/g, "")}`;
}

export function diagnosticsOf(file: OpenFile): Diagnostic[] {
  return file.snapshot.problems().map((problem) => toDiagnostic(problem, file));
}

export function toDiagnostic(problem: FileProblem, file: Pick<OpenFile, "lines" | "uri">): Diagnostic {
  const { lines, uri } = file;
  return {
    range: rangeOf(problem.span, lines),
    severity: severityNumber[problem.severity],
    code: problem.code,
    codeDescription: { href: manualPage(problem.code) },
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
