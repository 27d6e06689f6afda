import * as vscode from "vscode";
import { ask } from "./ask";
import { profiles } from "./dialectLanguages";
import type { Host } from "./host";

// Text from manuals and chats brings typographic quotes and dashes, and characters that are not seen. After it was pasted
// VS Code offers it with plain ones; a person who always wants that sets `editor.pasteAs.preferences`.

/** The part of VS Code's interface that came after the oldest VS Code we run in; `server/build/vscodeApi.mjs` lists its classes. */
interface PasteInterface {
  readonly DocumentPasteEdit: new (text: string, title: string, kind: PasteKind) => { yieldTo?: readonly PasteKind[] };
  readonly DocumentDropOrPasteEditKind: { readonly Empty: PasteKind; readonly Text: PasteKind };
  readonly languages: {
    registerDocumentPasteEditProvider(
      selector: vscode.DocumentSelector,
      provider: {
        provideDocumentPasteEdits(
          document: vscode.TextDocument,
          ranges: readonly vscode.Range[],
          data: vscode.DataTransfer,
          context: unknown,
          token: vscode.CancellationToken,
        ): Promise<object[] | undefined>;
      },
      about: { readonly providedPasteEditKinds: readonly PasteKind[]; readonly pasteMimeTypes: readonly string[] },
    ): vscode.Disposable;
  };
}

interface PasteKind {
  append(...parts: readonly string[]): PasteKind;
}

/** The release of VS Code that has it. */
const since = 97;
const plainType = "text/plain";

export function offerPlainPaste({ ready }: Host): vscode.Disposable {
  const [major = 0, minor = 0] = vscode.version.split(".").map(Number);
  if (major === 1 && minor < since) return new vscode.Disposable(() => undefined);
  const { DocumentPasteEdit, DocumentDropOrPasteEditKind, languages } = vscode as unknown as PasteInterface;
  const kind = DocumentDropOrPasteEditKind.Empty.append("flatProfile", "plain");
  return languages.registerDocumentPasteEditProvider(
    profiles,
    {
      async provideDocumentPasteEdits(_document, _ranges, data, _context, token) {
        const text = await data.get(plainType)?.asString();
        // nearly all that is pasted is plain
        if (text === undefined || !/[^\0-~]/.test(text)) return undefined;
        const { text: plain } = await ask(await ready(), "flatProfile/plainText", { text }, token);
        if (plain === text) return undefined;
        const edit = new DocumentPasteEdit(plain, vscode.l10n.t("Paste with Plain Quotes, Dashes and Spaces"), kind);
        edit.yieldTo = [DocumentDropOrPasteEditKind.Text];
        return [edit];
      },
    },
    { providedPasteEditKinds: [kind], pasteMimeTypes: [plainType] },
  );
}
