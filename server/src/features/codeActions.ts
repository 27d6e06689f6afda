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
import type { FileProblem } from "../analysis/fileProblem";
import { unknownParameter } from "../checks/unknownParameter";
import { extensionFile } from "../schema/extension";
import { applyEdits, inOrder } from "../text/edits";
import { type Edit, shift } from "../text/span";
import { toDiagnostic } from "./diagnostics";
import { directiveAbove, directiveAt, isInComment, isOfSyntax, nextLineDirective } from "./directiveEdits";
import { type Feature, type OpenFile, rangeOf } from "./feature";
import { repaired } from "./repair";
import { FixTrial } from "./triedFixes";

const fixAllKind = "source.fixAll.flatProfile";

/** Quick fixes at the cursor, directives that silence a code, other ways to write a value, all safe fixes of the file. */
export const codeActions: Feature<
  CodeActionParams,
  (Command | CodeAction)[] | null,
  (Command | CodeAction)[],
  CodeActionRegistrationOptions
> = {
  request: CodeActionRequest.type,
  capability: {
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind] },
  },
  empty: [],
  run(file, { range, context }) {
    const wanted = (kind: string) =>
      !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const actions: CodeAction[] = [];
    if (wanted(CodeActionKind.QuickFix)) {
      const start = file.lines.offsetAt(range.start);
      const end = file.lines.offsetAt(range.end);
      const trial = new FixTrial(file.snapshot);
      for (const problem of file.snapshot.problems()) {
        if (problem.span.start <= end && problem.span.end >= start) actions.push(...quickFixes(problem, file, trial));
      }
    }
    if (wanted(CodeActionKind.RefactorRewrite)) {
      const offset = file.lines.offsetAt(range.start);
      actions.push(...rewritings(file, offset), ...otherForms(file, offset));
    }
    if (context.only && wanted(fixAllKind)) {
      const edits = repaired(file.snapshot);
      if (edits.length > 0) {
        actions.push({ title: l10n.t("Apply all safe fixes"), kind: fixAllKind, edit: workspaceEdit(edits, file) });
      }
    }
    return actions;
  },
};

/** Other ways to write the value at the cursor; a script can also be given up for the phone's own. */
function rewritings(file: OpenFile, offset: number): CodeAction[] {
  const { snapshot } = file;
  const found = snapshot.at(offset);
  const { effective, type } = found?.facts ?? {};
  if (!found || !effective) return [];
  const { setting, start } = found;
  const { valueStart, valueEnd } = setting.parts;
  const isInside = offset >= start + valueStart && offset <= start + valueEnd;
  if (!isInside || setting.templated || setting.text === "" || snapshot.isSecret(setting)) return [];
  const { setValue } = snapshot.dialect.write;
  const action = (title: string, value: string): CodeAction => {
    const edits = setValue(setting, value).map((edit) => ({ ...edit, span: shift(edit.span, start) }));
    return { title, kind: CodeActionKind.RefactorRewrite, edit: workspaceEdit(edits, file) };
  };
  const { text } = setting;
  const standard = effective.default;
  const isScript = effective.parameter.type.endsWith("Script");
  const hasOther = isScript && standard !== undefined && standard !== "" && standard !== text;
  return [
    ...(type?.rewrites?.(text, effective) ?? []).map(({ title, edits }) =>
      action(title, applyEdits(text, inOrder(edits))),
    ),
    ...(hasOther ? [action(l10n.t("Use the default `{0}`", shortened(standard)), standard)] : []),
  ];
}

/** Other forms of more than one value. */
function otherForms(file: OpenFile, offset: number): CodeAction[] {
  const { dialect, document, text, catalogue } = file.snapshot;
  const found = dialect.rewrites?.(document, text, offset, catalogue) ?? [];
  return found.map(({ title, edits }) => {
    const edit = workspaceEdit(edits, file);
    return { title, kind: CodeActionKind.RefactorRewrite, edit };
  });
}

function shortened(value: string): string {
  return value.length > 40 ? `${value.slice(0, 39)}…` : value;
}

function quickFixes(problem: FileProblem, file: OpenFile, trial: FixTrial): CodeAction[] {
  const diagnostics = [toDiagnostic(problem, file)];
  const working = (problem.fixes ?? []).filter(({ edits }) => trial.works(problem, edits));
  const fixes = working.map(
    (fix, i): CodeAction => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      isPreferred: i === 0 && !fix.isGuess,
      edit: workspaceEdit(fix.edits, file),
    }),
  );
  const action = (title: string, edits: readonly Edit[]): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: workspaceEdit(edits, file),
  });
  const standard = resetToDefault(problem, file);
  if (standard && trial.works(problem, standard[1])) fixes.push(action(...standard));
  const described = addToCatalogue(problem, file);
  if (described) fixes.push({ ...described, diagnostics });
  // The phone rejects malformed files, so these cannot be suppressed.
  if (problem.severity === "error" && isOfSyntax(problem.code, file.snapshot)) return fixes;
  const inLine = suppressInLine(problem, file);
  return [...fixes, ...(inLine ? [action(...inLine)] : []), action(...suppressInFile(problem, file))];
}

/** For an unknown name: a command that describes it in the workspace's own file. */
function addToCatalogue({ code, span }: FileProblem, { client, snapshot, uri }: OpenFile): CodeAction | undefined {
  if (!client.commands || code !== unknownParameter.code) return undefined;
  const setting = snapshot.at(span.start)?.setting;
  if (!setting || setting.templated) return undefined;
  const title = l10n.t("Add `{0}` to {1}", setting.writtenName, extensionFile);
  const argument = { uri, name: setting.writtenName, path: setting.path };
  return {
    title,
    kind: CodeActionKind.QuickFix,
    command: { title, command: "flatProfile.addParameter", arguments: [argument] },
  };
}

type TitledEdits = readonly [title: string, edits: readonly Edit[]];

/** For a problem inside a value: the value that the phone comes with. */
function resetToDefault({ code, span }: FileProblem, { snapshot }: OpenFile): TitledEdits | undefined {
  if (code.startsWith(`${snapshot.dialect.syntaxArea}/`)) return undefined;
  const found = snapshot.at(span.start);
  if (!found) return undefined;
  const { setting, start, facts } = found;
  const { valueStart, valueEnd } = setting.parts;
  const { effective } = facts;
  if (span.start < start + valueStart || span.end > start + valueEnd || !effective || snapshot.isSecret(setting))
    return;
  const value = effective.default;
  if (value === undefined || value === setting.text || setting.templated) return undefined;
  const edits = snapshot.dialect.write
    .setValue(setting, value)
    .map((edit) => ({ ...edit, span: shift(edit.span, start) }));
  const title =
    value === "" ? l10n.t("Reset to the empty default") : l10n.t("Reset to the default `{0}`", shortened(value));
  return [title, edits];
}

/** A directive on a line of its own above the problem. */
function suppressInLine({ code, span }: FileProblem, file: OpenFile): TitledEdits | undefined {
  const at = file.lines.offsetAt({ line: file.lines.positionAt(span.start).line, character: 0 });
  if (isInComment(at, file.snapshot)) return undefined;
  return [l10n.t("Disable {0} for this line", code), [directiveAt(at, nextLineDirective([code]), file.snapshot)]];
}

function suppressInFile({ code, span }: FileProblem, file: OpenFile): TitledEdits {
  return [l10n.t("Disable {0} in this file", code), [directiveAbove(span.start, `flat-profile-disable ${code}`, file)]];
}

function workspaceEdit(edits: readonly Edit[], file: OpenFile): { changes: Record<string, TextEdit[]> } {
  return {
    changes: { [file.uri]: edits.map((edit) => ({ range: rangeOf(edit.span, file.lines), newText: edit.text })) },
  };
}
