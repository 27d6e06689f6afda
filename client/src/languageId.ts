import * as vscode from "vscode";
import { encryptedScheme } from "./encryption/encryptedScheme";
import { headLength, isFlatProfile } from "./rootElement";

export const languageId = "flat-profile";

/** Encrypted files as plain text: the same language, with settings of its own (see package.json). */
const encryptedLanguageId = "flat-profile-encrypted";

/** Document selector for both languages. */
export const profiles: readonly { readonly language: string }[] = [
  { language: languageId },
  { language: encryptedLanguageId },
];

export function isProfile(document: vscode.TextDocument): boolean;
export function isProfile(document: vscode.TextDocument | undefined): document is vscode.TextDocument;
export function isProfile(document: vscode.TextDocument | undefined): boolean {
  return document?.languageId === languageId || document?.languageId === encryptedLanguageId;
}

/** The language of a flat-profile at `uri`. */
export function profileLanguage({ scheme }: vscode.Uri): string {
  return scheme === encryptedScheme ? encryptedLanguageId : languageId;
}

/** What VS Code calls a file by its ending alone: .xml, .cfg, .tpl, .txt, no ending, template engines' endings. */
const undecided = new Set([
  "xml",
  "plaintext",
  "properties",
  "ini",
  "smarty",
  "jinja",
  "jinja-xml",
  "jinja-html",
  "twig",
  "handlebars",
  "mustache",
]);

/** Gives documents whose root element is a flat-profile's their language and calls `onFound`; other documents keep theirs. */
export function recognizeLanguage(onFound: () => void): vscode.Disposable {
  // A document is judged as flat-profile once, so that a person can choose another language for it.
  const judged = new Set<string>();

  const judge = (document: vscode.TextDocument) => {
    const uri = document.uri.toString();
    const language = profileLanguage(document.uri);
    if (document.languageId === language) judged.add(uri);
    if (judged.has(uri)) return;
    // what was encrypted has its language whatever it holds: its settings keep plain text from the disk
    const isEncrypted = document.uri.scheme === encryptedScheme;
    if (!isEncrypted && (!undecided.has(document.languageId) || !isFlatProfile(headOf(document)))) return;
    judged.add(uri);
    onFound();
    void vscode.languages.setTextDocumentLanguage(document, language);
  };

  for (const document of vscode.workspace.textDocuments) judge(document);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(judge),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!undecided.has(document.languageId)) return;
      if (contentChanges.some((change) => change.rangeOffset < headLength)) judge(document);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      // A change of language closes and reopens the document at once; only a real close forgets it.
      setTimeout(() => {
        const open = vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
        if (!open) judged.delete(uri.toString());
      });
    }),
  );
}

function headOf(document: vscode.TextDocument): string {
  return document.getText(new vscode.Range(new vscode.Position(0, 0), document.positionAt(headLength)));
}
