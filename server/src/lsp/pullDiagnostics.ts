import {
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDiagnosticReport,
} from "vscode-languageserver";
import { diagnosticsOf } from "../features/diagnostics";
import { readClosed } from "./closedFiles";
import { logFault } from "./serve";
import type { Session } from "./session";

/** Answers clients that ask for diagnostics. */
export function pullDiagnostics(session: Session): void {
  const { connection, documents } = session;

  connection.languages.diagnostics.on(async (params, token): Promise<DocumentDiagnosticReport> => {
    const { uri } = params.textDocument;
    await session.runtime.yieldToMessages();
    if (token.isCancellationRequested)
      throw new ResponseError(LSPErrorCodes.ServerCancelled, "cancelled", { retriggerRequest: true });
    const items = await diagnose(session, uri);
    return { kind: DocumentDiagnosticReportKind.Full, items };
  });

  connection.languages.diagnostics.onWorkspace(
    async (_params, token, _progress, result): Promise<WorkspaceDiagnosticReport> => {
      const files = (await session.runtime.listFiles?.(session.folders)) ?? [];
      for (const uri of files) {
        if (token.isCancellationRequested) break;
        if (documents.version(uri) !== undefined) continue;
        const file = await readClosed(session, uri);
        if (!file) continue;
        const report = {
          kind: DocumentDiagnosticReportKind.Full,
          uri,
          version: null,
          items: diagnosticsOf(file),
        } as const;
        result?.report({ items: [report] });
        await session.runtime.yieldToMessages();
      }
      return { items: [] };
    },
  );
}

async function diagnose(session: Session, uri: string): Promise<Diagnostic[]> {
  try {
    const file = await session.file(uri);
    return file ? diagnosticsOf(file) : [];
  } catch (error) {
    logFault(session, "diagnostics", uri, error);
    return [];
  }
}
