import dialects from "dialect-files";
import * as vscode from "vscode";
import type { DialectFiles, FileEncryption, Offer } from "../../server/src/dialects/dialectFiles";
import {
  certain,
  headLength,
  languageOf,
  languagesOf,
  languagesWith,
  ofLanguage,
  recognize,
} from "../../server/src/dialects/recognize";
import { contextKeys } from "./contextKeys";
import { encryptedScheme } from "./encryption/encryptedScheme";

/** Document selector for the languages of all dialects. */
export const profiles = selectorOf(languagesOf);

/** Document selector for the languages of dialects with one of these parts of the editor. */
export function profilesWith(...wanted: readonly Offer[]): readonly { readonly language: string }[] {
  return selectorOf((files) => [...new Set(wanted.flatMap((offer) => languagesWith(files, offer)))]);
}

/** Languages that VS Code gives our files by their ending alone, such as `xml` for `.xml`. */
const undecided = new Set(dialects.flatMap(({ files }) => files.editorLanguages));

export function isProfile(document: vscode.TextDocument): boolean;
export function isProfile(document: vscode.TextDocument | undefined): document is vscode.TextDocument;
export function isProfile(document: vscode.TextDocument | undefined): boolean {
  return ofLanguage(dialects, document?.languageId) !== undefined;
}

/** Whether the dialect of a document has this part of the editor. */
export function hasOffer(document: vscode.TextDocument, offer: Offer): boolean {
  return dialects.some(({ files }) => languagesWith(files, offer).includes(document.languageId));
}

/** The language for a document by its name and text; undefined when it is of no dialect. */
function languageFor(document: vscode.TextDocument): string | undefined {
  const head = headOf(document);
  const found = recognize(dialects, document.uri.path, head, certain)?.files;
  if (document.uri.scheme !== encryptedScheme) return found && languageOf(found, head);
  // what was encrypted has such a language whatever it contains: its settings keep plain text from the disk
  return (found?.encryption ?? firstEncryption())?.language;
}

/** Languages of the open documents that are ours, or become it. */
export function openLanguages(): readonly string[] {
  const languages = vscode.workspace.textDocuments.map((document) => {
    if (hasItsLanguage(document)) return document.languageId;
    return undecided.has(document.languageId) ? languageFor(document) : undefined;
  });
  return [...new Set(languages.filter((language) => language !== undefined))];
}

/** The language of files that nothing but a person's choice says to have this part of the editor. */
export function firstLanguageWith(offer: Offer): string | undefined {
  return profilesWith(offer)[0]?.language;
}

/** The document with the language of its dialect, or with `otherwise` when it is of none. */
export async function inItsLanguage(document: vscode.TextDocument, otherwise?: string): Promise<vscode.TextDocument> {
  const language = hasItsLanguage(document) ? undefined : (languageFor(document) ?? otherwise);
  return language === undefined ? document : await vscode.languages.setTextDocumentLanguage(document, language);
}

/** Encrypted files of the document's dialect; undefined where its phones read none. */
export function encryptionOf(document: vscode.TextDocument): FileEncryption | undefined {
  return ofLanguage(dialects, document.languageId)?.files.encryption;
}

/** For what is of no dialect, or not yet. */
export function firstEncryption(): FileEncryption | undefined {
  return dialects.find(({ files }) => files.encryption)?.files.encryption;
}

/** Sets what the `when` clauses of the manifest ask for. */
export function setContextKeys(): void {
  for (const [name, languages] of Object.entries(contextKeys(dialects)))
    void vscode.commands.executeCommand("setContext", `flatProfile.${name}`, languages);
}

/** Gives documents their language when they are of a dialect, and calls `onFound`; other documents keep theirs. */
export function recognizeLanguage(onFound: () => void): vscode.Disposable {
  // A document is recognized once, so that a person can choose another language for it.
  const judged = new Set<string>();

  const judge = (document: vscode.TextDocument) => {
    const uri = document.uri.toString();
    if (hasItsLanguage(document)) judged.add(uri);
    if (judged.has(uri)) return;
    if (document.uri.scheme !== encryptedScheme && !undecided.has(document.languageId)) return;
    const language = languageFor(document);
    if (language === undefined) return;
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

function hasItsLanguage({ uri, languageId }: vscode.TextDocument): boolean {
  const files = ofLanguage(dialects, languageId)?.files;
  return files !== undefined && (uri.scheme !== encryptedScheme || languageId === files.encryption?.language);
}

function headOf(document: vscode.TextDocument): string {
  return document.getText(new vscode.Range(new vscode.Position(0, 0), document.positionAt(headLength)));
}

function selectorOf(languages: (files: DialectFiles) => readonly string[]): readonly { readonly language: string }[] {
  return dialects.flatMap(({ files }) => languages(files).map((language) => ({ language })));
}
