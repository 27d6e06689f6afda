// Documents of encrypted files: who asked for a save, which have text that is not written, and what becomes of it.
import * as vscode from "vscode";
import { nameOf } from "../nameOf";
import type { EncryptedFiles, NotWritten } from "./encryptedFiles";
import { encryptedScheme } from "./encryptedScheme";

/** The editor saves after 200 ms by its own setting and makes backups after 1000 at the soonest. */
const maxUnsavedMs = 600;

export function watchUnsavedEncrypted(
  files: EncryptedFiles,
  log: Pick<vscode.LogOutputChannel, "error">,
): vscode.Disposable {
  /** Documents that are being saved because the editor, set otherwise, did not. */
  const ours = new Set<string>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const saveNow = async (document: vscode.TextDocument) => {
    const key = document.uri.toString();
    timers.delete(key);
    if (!document.isDirty) return;
    ours.add(key);
    try {
      await document.save();
    } finally {
      ours.delete(key);
    }
  };
  /** Documents that could not be written since the key was pressed. */
  const failed = new Set<string>();
  return vscode.Disposable.from(
    vscode.workspace.onWillSaveTextDocument(({ document: { uri }, reason }) => {
      if (uri.scheme !== encryptedScheme) return;
      files.expect(uri, reason === vscode.TextDocumentSaveReason.Manual && !ours.has(uri.toString()));
    }),
    // the editor takes a save that it makes by itself at this moment for the one that is asked for
    vscode.commands.registerCommand("flatProfile.saveEncrypted", async () => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      failed.clear();
      await vscode.commands.executeCommand("workbench.action.files.save");
      if (uri && !failed.has(uri.toString()) && files.isUnsaved(uri)) await files.write(uri);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme !== encryptedScheme) return;
      const key = document.uri.toString();
      clearTimeout(timers.get(key));
      timers.set(
        key,
        setTimeout(() => void saveNow(document), maxUnsavedMs),
      );
    }),
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      for (const { input } of closed)
        if (input instanceof vscode.TabInputText && files.isUnsaved(input.uri) && !isShown(input.uri))
          void askForUnsaved(files, input.uri);
    }),
    files.onDidShowDraft((plain) => void showDraft(files, plain)),
    files.onDidNotWrite((what) => {
      failed.add(what.plain.toString());
      log.error(`${nameOf(what.plain)}: ${what.isChanged ? "changed by another program" : what.reason}`);
      void showNotWritten(files, what);
    }),
    markUnsaved(files),
    { dispose: () => timers.forEach(clearTimeout) },
  );
}

/** The editor shows these documents as saved, so the files are marked. */
function markUnsaved(files: EncryptedFiles): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    onDidChangeFileDecorations: files.onDidChangeUnsaved,
    provideFileDecoration: (uri) =>
      uri.scheme === encryptedScheme && files.isUnsaved(uri)
        ? new vscode.FileDecoration(
            "●",
            vscode.l10n.t("Changes are not in the file yet. Save to encrypt them."),
            new vscode.ThemeColor("list.warningForeground"),
          )
        : undefined,
  });
}

function isShown(uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
}

async function askForUnsaved(files: EncryptedFiles, plain: vscode.Uri): Promise<void> {
  const [write, discard] = [vscode.l10n.t("Encrypt and Save"), vscode.l10n.t("Discard Changes")];
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t("{0} has changes that are not in the file. They are kept in an encrypted draft.", nameOf(plain)),
    write,
    discard,
  );
  if (answer === write) await files.write(plain);
  if (answer === discard) await files.discard(plain);
}

async function showDraft(files: EncryptedFiles, plain: vscode.Uri): Promise<void> {
  const discard = vscode.l10n.t("Discard Changes");
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      "{0} has changes from an encrypted draft that are not in the file yet. Save to encrypt them.",
      nameOf(plain),
    ),
    discard,
  );
  if (answer === discard) await files.discard(plain);
}

async function showNotWritten(files: EncryptedFiles, { plain, reason, isChanged }: NotWritten): Promise<void> {
  const name = nameOf(plain);
  const discard = vscode.l10n.t("Discard Changes");
  const write = isChanged ? vscode.l10n.t("Overwrite") : vscode.l10n.t("Try Again");
  const answer = await vscode.window.showErrorMessage(
    isChanged
      ? vscode.l10n.t("{0} was not written, because another program changed it. Your changes are kept.", name)
      : vscode.l10n.t("{0} was not written. {1} Your changes are kept.", name, reason),
    write,
    discard,
  );
  if (answer === write) await files.write(plain, isChanged);
  if (answer === discard) await files.discard(plain);
}
