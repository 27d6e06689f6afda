import dialects from "dialect-files";
import * as vscode from "vscode";
import { nameOf } from "../nameOf";
import type { Context } from "./context";

/** Opens one of the small examples that come with the extension, as a file of its own that is not saved yet. */
export async function openExample({ extension }: Pick<Context, "extension">): Promise<void> {
  const items = dialects.flatMap(({ files: { examples, language } }) =>
    examples.map((example) => {
      const uri = vscode.Uri.joinPath(extension.extensionUri, example);
      return { label: nameOf(uri), description: language, uri, language };
    }),
  );
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t("Open Example") });
  if (!picked) return;
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(picked.uri));
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language: picked.language }));
}
