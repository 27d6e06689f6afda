import * as vscode from "vscode";
import type { PackedTexts } from "../../server/src/text/numberedTexts";

/** Id of the editor's language, if our texts are translated to it. */
export function translatedTo(): string | undefined {
  return vscode.l10n.bundle && vscode.env.language;
}

let read: Promise<PackedTexts> | undefined;

/** The texts of pages in the editor's language; undefined for English. */
export async function textsOfPages({ extensionUri }: vscode.ExtensionContext): Promise<PackedTexts | undefined> {
  const language = translatedTo();
  if (language === undefined) return undefined;
  const text = async (name: string) => {
    const file = vscode.Uri.joinPath(extensionUri, "server/dist/texts", name);
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  };
  read ??= Promise.all([text("numbers.txt"), text(`${language}.json`)]).then(([numbers, texts]) => ({
    numbers,
    texts: JSON.parse(texts),
  }));
  return read;
}
