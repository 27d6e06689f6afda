import type { Diagnostics } from "./diagnostics";
import { changesOf, isDocumentNamed } from "./params";
import type { Session } from "./session";

/** Follows the files that the client opens, edits and closes. */
export function syncDocuments(session: Session, diagnostics: Diagnostics): void {
  const { connection, documents, clientSettings, overridden, templates } = session;
  connection.onDidOpenTextDocument((params) => {
    if (!isDocumentNamed(params)) return;
    const { uri, version, text, languageId } = params.textDocument;
    if (typeof text !== "string") return;
    documents.open(uri, versionOf(version), text, typeof languageId === "string" ? languageId : "");
    templates.opened(uri);
    diagnostics.opened(uri);
    overridden.changed();
  });
  connection.onDidChangeTextDocument((params) => {
    if (!isDocumentNamed(params)) return;
    const { uri, version } = params.textDocument;
    templates.edited(uri, documents.change(uri, versionOf(version), changesOf(params.contentChanges)));
    diagnostics.changed(uri);
    overridden.changed();
  });
  connection.onDidCloseTextDocument((params) => {
    if (!isDocumentNamed(params)) return;
    const { uri } = params.textDocument;
    documents.close(uri);
    clientSettings.forget(uri);
    templates.closed(uri);
    diagnostics.closed(uri);
    overridden.changed();
  });
  connection.onDidSaveTextDocument((params) => {
    if (isDocumentNamed(params)) templates.saved(params.textDocument.uri);
  });
}

const versionOf = (raw: unknown): number => (typeof raw === "number" ? raw : 0);
