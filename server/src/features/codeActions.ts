import * as l10n from "@vscode/l10n";
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CodeActionRegistrationOptions,
  CodeActionRequest,
  type Command,
  type TextEdit,
} from "vscode-languageserver-protocol";
import type { FileProblem } from "../analysis/snapshot";
import type { Edit } from "../text/span";
import { toDiagnostic } from "./diagnostics";
import { type Feature, type OpenFile, rangeOf } from "./feature";

export const fixAllKind = "source.fixAll.flatProfile";

/** Quick fixes at the cursor, all safe fixes of the file, and directives that silence a code. */
export const codeActions: Feature<
  CodeActionParams,
  (Command | CodeAction)[] | null,
  (Command | CodeAction)[],
  CodeActionRegistrationOptions
> = {
  request: CodeActionRequest.type,
  capability: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] } },
  empty: [],
  run(file, { range, context }) {
    const wanted = (kind: string) =>
      !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const actions: CodeAction[] = [];
    if (wanted(CodeActionKind.QuickFix)) {
      const start = file.lines.offsetAt(range.start);
      const end = file.lines.offsetAt(range.end);
      for (const problem of file.snapshot.problems()) {
        if (problem.span.start <= end && problem.span.end >= start) actions.push(...quickFixes(problem, file));
      }
    }
    if (context.only && wanted(fixAllKind)) {
      const edits = safeEdits(file.snapshot.problems());
      if (edits.length > 0) {
        actions.push({ title: l10n.t("Fix all that is safe"), kind: fixAllKind, edit: workspaceEdit(edits, file) });
      }
    }
    return actions;
  },
};

function quickFixes(problem: FileProblem, file: OpenFile): CodeAction[] {
  const diagnostics = [toDiagnostic(problem, file)];
  const fixes = (problem.fixes ?? []).map(
    (fix, i): CodeAction => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      isPreferred: i === 0,
      edit: workspaceEdit(fix.edits, file),
    }),
  );
  if (problem.severity === "error" && problem.code.startsWith("xml/")) return fixes;
  return [...fixes, suppress(problem, file)];
}

/** A directive on a line of its own above the problem. */
function suppress(problem: FileProblem, file: OpenFile): CodeAction {
  const { snapshot, lines } = file;
  const lineStart = lines.offsetAt({ line: lines.positionAt(problem.span.start).line, character: 0 });
  const indent = /^[ \t]*/.exec(snapshot.text.slice(lineStart, lineStart + 80))?.[0] ?? "";
  const newline = snapshot.text.includes("\r\n") ? "\r\n" : "\n";
  const directive = snapshot.dialect.comment(`flat-profile-disable-next-line ${problem.code}`);
  return {
    title: l10n.t("Disable {0} for this line", problem.code),
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(problem, file)],
    edit: workspaceEdit(
      [{ span: { start: lineStart, end: lineStart }, text: `${indent}${directive}${newline}` }],
      file,
    ),
  };
}

/** The edits of every safe fix; of two that touch the same characters only the first. */
export function safeEdits(problems: readonly FileProblem[]): Edit[] {
  const taken: Edit[] = [];
  for (const problem of problems) {
    const fix = problem.fixes?.find((candidate) => candidate.safe);
    if (!fix) continue;
    const clash = fix.edits.some((edit) =>
      taken.some((t) => edit.span.start <= t.span.end && edit.span.end >= t.span.start),
    );
    if (!clash) taken.push(...fix.edits);
  }
  return taken;
}

function workspaceEdit(edits: readonly Edit[], file: OpenFile): { changes: Record<string, TextEdit[]> } {
  return {
    changes: { [file.uri]: edits.map((edit) => ({ range: rangeOf(edit.span, file.lines), newText: edit.text })) },
  };
}
