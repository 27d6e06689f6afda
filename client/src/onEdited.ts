import * as vscode from "vscode";

/** Calls `listen` when the text of a document changes. The editor also sends its event when a document is saved. */
export function onEdited(listen: (document: vscode.TextDocument) => void): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0) listen(document);
  });
}
