import * as vscode from "vscode";

/** Opens `file:line` of a folder beside a panel. */
export async function revealPlace(folder: string, place: string): Promise<void> {
  const [, name = place, line] = /^(.*?)(?::(\d+))?$/s.exec(place) ?? [];
  const uri = vscode.Uri.joinPath(vscode.Uri.parse(folder), ...name.split("/"));
  const at = new vscode.Position(Math.max(0, Number(line ?? 1) - 1), 0);
  const open = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  await vscode.window.showTextDocument(uri, {
    viewColumn: open?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(at, at),
  });
}
