import * as vscode from "vscode";

/** Waits until `look` gives something; the error says what was waited for. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Thenable<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + 25_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`did not come: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

export function uriOf(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error("no workspace");
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Waits until the editor reports changed files, which a window that is just being opened does not do yet. */
export async function filesAreWatched(): Promise<void> {
  const probe = uriOf("probe.txt");
  const watcher = vscode.workspace.createFileSystemWatcher("**/probe.txt");
  let isSeen = false;
  const see = () => {
    isSeen = true;
  };
  watcher.onDidCreate(see);
  watcher.onDidChange(see);
  await until("word of a written file", async () => {
    await vscode.workspace.fs.writeFile(probe, new Uint8Array());
    return isSeen;
  });
  watcher.dispose();
  await vscode.workspace.fs.delete(probe);
}

/** Opens a file in an editor and waits until it has the language of its dialect. */
export async function open(name: string, language = "flat-profile"): Promise<vscode.TextDocument> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(name)));
  return until(`${name} as ${language}`, () =>
    vscode.workspace.textDocuments.find(
      (document) => document.uri.path.endsWith(`/${name}`) && document.languageId === language,
    ),
  );
}

/**
 * Unsaved edits of the suite's file stay until the suite ends, which takes them back. A window in a browser otherwise
 * saves after a second by itself, and nothing is left to compare with.
 */
export function keepsEdits(name: string, language?: string): void {
  const saving = (value: string | undefined) =>
    vscode.workspace.getConfiguration("files").update("autoSave", value, vscode.ConfigurationTarget.Global);
  suiteSetup(() => saving("off"));
  suiteTeardown(async () => {
    await open(name, language);
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await saving(undefined);
  });
}

/** The place of `text` in a document, `by` characters into it. */
export function place(document: vscode.TextDocument, text: string, by = 0): vscode.Position {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`${text} is not in ${document.uri.path}`);
  return document.positionAt(at + by);
}

export function codeOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === "object" ? code.value : code);
}

export function problem(document: vscode.TextDocument, code: string): Promise<vscode.Diagnostic> {
  return until(`a problem ${code}`, () =>
    vscode.languages.getDiagnostics(document.uri).find((diagnostic) => codeOf(diagnostic) === code),
  );
}

export function equal(actual: unknown, expected: unknown, what = "value"): void {
  if (actual !== expected) throw new Error(`${what}: ${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
}

export function contains(text: string, part: string): void {
  if (!text.includes(part)) throw new Error(`${JSON.stringify(part)} is not in ${JSON.stringify(text)}`);
}
