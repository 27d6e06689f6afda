import * as vscode from "vscode";
import type { CodeEntry } from "../../../server/src/protocol";
import { ask } from "../ask";
import type { Context } from "./context";

/** Shows the manual page of a problem code: of the one at the cursor, or of one picked from the list. */
export async function explainCode({ ready }: Context, asked?: unknown): Promise<void> {
  const client = await ready();
  const entries = await ask(client, "flatProfile/codes", {});
  const entry = entries.find(({ code }) => code === asked) ?? (await pick(entries));
  if (!entry) return;
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content: entry.page });
  try {
    await vscode.commands.executeCommand("markdown.showPreview", document.uri);
  } catch {
    await vscode.window.showTextDocument(document, { preview: true }); // Markdown is switched off
  }
}

async function pick(entries: readonly CodeEntry[]): Promise<CodeEntry | undefined> {
  const here = codesAtCursor();
  const items = entries.map((entry) => ({
    label: entry.code,
    description: here.has(entry.code) ? vscode.l10n.t("at the cursor") : entry.severity,
    detail: entry.title,
    entry,
  }));
  items.sort((a, b) => Number(here.has(b.label)) - Number(here.has(a.label)));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Explain Problem Code"),
    matchOnDetail: true,
  });
  return picked?.entry;
}

function codesAtCursor(): ReadonlySet<string> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return new Set();
  const line = editor.selection.active.line;
  const problems = vscode.languages.getDiagnostics(editor.document.uri);
  return new Set(
    problems
      .filter(({ range, source }) => source === "flat-profile" && range.start.line <= line && line <= range.end.line)
      .map(({ code }) => String(typeof code === "object" ? code.value : code)),
  );
}
