import type { Diagnostics } from "./diagnostics";
import { changesOf, isDocumentNamed } from "./params";
import type { Session } from "./session";

/** Follows the files that the client opens, edits and closes. */
export function syncDocuments({ connection, documents, clientSettings }: Session, diagnostics: Diagnostics): void {
  connection.onDidOpenTextDocument((params) => {
    if (!isDocumentNamed(params)) return;
    const { uri, version, text, languageId } = params.textDocument;
    if (typeof text !== "string") return;
    documents.open(uri, versionOf(version), text, typeof languageId === "string" ? languageId : "");
    diagnostics.opened(uri);
  });
  connection.onDidChangeTextDocument((params) => {
    if (!isDocumentNamed(params)) return;
    const { uri, version } = params.textDocument;
    documents.change(uri, versionOf(version), changesOf(params.contentChanges));
    diagnostics.changed(uri);
  });
  connection.onDidCloseTextDocument((params) => {
    if (!isDocumentNamed(params)) return;
    const { uri } = params.textDocument;
    documents.close(uri);
    clientSettings.forget(uri);
    diagnostics.closed(uri);
  });
}

const versionOf = (raw: unknown): number => (typeof raw === "number" ? raw : 0);
