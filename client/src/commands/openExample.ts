import dialects from "dialect-files";
import * as vscode from "vscode";
import { nameOf } from "../nameOf";
import type { Context } from "./context";

interface Language {
  readonly id: string;
  /** The first one is for people. */
  readonly aliases?: readonly string[];
}

/** Opens one of the small examples that come with the extension, as a file of its own that is not saved yet. */
export async function openExample({ extension }: Pick<Context, "extension">): Promise<void> {
  const { contributes } = extension.extension.packageJSON as { contributes: { languages: readonly Language[] } };
  const items = contributes.languages.flatMap(({ id, aliases: [name = id] = [] }) =>
    dialects
      .flatMap(({ files }) => (files.language === id ? files.examples : []))
      .map((example) => {
        const uri = vscode.Uri.joinPath(extension.extensionUri, example);
        return { label: nameOf(uri), description: name, uri, language: id };
      }),
  );
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t("Open Example") });
  if (!picked) return;
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(picked.uri));
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language: picked.language }));
}
