import * as vscode from "vscode";

// Panels open what they point at in the column that shows the file, or in the first one.

export async function reveal(document: vscode.TextDocument, selection?: vscode.Range): Promise<void> {
  const column = vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
  await vscode.window.showTextDocument(document, {
    viewColumn: column ?? vscode.ViewColumn.One,
    ...(selection && { selection }),
  });
}

/** Selects a line, counted from 1, from its first letter to its end; without one the file as it is. */
export async function revealLine(uri: vscode.Uri, line?: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (line === undefined) return reveal(document);
  const { text, firstNonWhitespaceCharacterIndex, range } = document.lineAt(
    Math.min(Math.max(line - 1, 0), document.lineCount - 1),
  );
  const start = range.start.translate(0, text.trim() === "" ? 0 : firstNonWhitespaceCharacterIndex);
  return reveal(document, new vscode.Range(start, range.end));
}

/** Opens `file:line` of a folder. */
export async function revealPlace(folder: string, place: string): Promise<void> {
  const [, name = place, line] = /^(.*?)(?::(\d+))?$/s.exec(place) ?? [];
  const uri = vscode.Uri.joinPath(vscode.Uri.parse(folder), ...name.split("/"));
  await revealLine(uri, line === undefined ? undefined : Number(line));
}
