import * as vscode from "vscode";
import { profileEditor } from "../profileEditor";

const kind = vscode.CodeActionKind.Source.append("fixAll").append("flatProfile");

/** The server answers edits with problems; a slow machine needs its time. */
const longest = 5_000;

/** Applies all safe fixes, and says what is left to do; resolves to that sentence. */
export async function fixAll(): Promise<string | undefined> {
  const editor = profileEditor();
  if (!editor) return undefined;
  const { document } = editor;
  const { uri } = document;
  const before = ours(uri).length;
  const everything = new vscode.Range(0, 0, document.lineCount, 0);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    uri,
    everything,
    kind.value,
  );
  const edit = actions.find((action) => action.edit)?.edit;
  if (edit) {
    const judged = nextProblems(uri);
    await vscode.workspace.applyEdit(edit);
    await judged;
  }
  const after = ours(uri);
  const text = inWords(before - after.length, after.filter(isListed).length);
  void vscode.window.showInformationMessage(text);
  return text;
}

function inWords(fixed: number, left: number): string {
  if (fixed <= 0 && left === 0) return vscode.l10n.t("There is nothing to fix.");
  const rest =
    left === 0
      ? vscode.l10n.t("No problem is left.")
      : left === 1
        ? vscode.l10n.t("1 problem needs you.")
        : vscode.l10n.t("{0} problems need you.", left);
  if (fixed <= 0) return vscode.l10n.t("No problem has a safe fix. {0}", rest);
  return fixed === 1
    ? vscode.l10n.t("1 problem fixed. {0}", rest)
    : vscode.l10n.t("{0} problems fixed. {1}", fixed, rest);
}

function ours(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "flat-profile");
}

/** The list of problems does not show hints. */
function isListed({ severity }: vscode.Diagnostic): boolean {
  return severity !== vscode.DiagnosticSeverity.Hint;
}

function nextProblems(uri: vscode.Uri): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    };
    const timer = setTimeout(done, longest);
    const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((one) => one.toString() === uri.toString())) done();
    });
  });
}
