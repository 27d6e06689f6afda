import {
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { dialects } from "../dialects/index";
import { mayBeOurs } from "../dialects/recognize";
import { diagnosticsOf, diagnosticTexts } from "../features/diagnostics";
import type { OpenFile } from "../features/feature";
import { isObject } from "../features/paramShapes";
import { JsonText } from "../text/jsonText";
import { readClosed } from "./closedFiles";
import { faultOf } from "./params";
import { logFault } from "./serve";
import type { Session } from "./session";

const none: readonly never[] = [];

/** Segments that are judged between two looks for messages: a few milliseconds. */
const stepsAtOnce = 16;

/** Answers clients that ask for diagnostics. */
export class PullDiagnostics {
  // What problems are made of never changes, so what a client has of the same is still right.
  readonly #ids = new WeakMap<object, number>();
  #lastId = 0;
  /** Files of the last pass over the workspace that had problems. */
  #reported = new Set<string>();
  /** Clients ask for the workspace every few seconds; it is read again only after something happened. */
  #stale = true;

  /** Files of which the client has the problems of the beginning only. */
  readonly #begun = new Set<string>();

  constructor(readonly session: Session) {}

  closed(uri: string): void {
    this.#begun.delete(uri);
  }

  /** Files on the disk, settings or the catalogue may have changed. */
  workspaceChanged(): void {
    this.#stale = true;
  }

  /** Only with a client that reports changed files a pass can be skipped. */
  watches = false;

  listen(): void {
    const { connection, documents, runtime } = this.session;

    connection.languages.diagnostics.on(async (params, token): Promise<DocumentDiagnosticReport> => {
      const fault = faultOf(params);
      if (fault !== undefined) throw new ResponseError(ErrorCodes.InvalidParams, fault);
      await runtime.yieldToMessages();
      if (token.isCancellationRequested)
        throw new ResponseError(LSPErrorCodes.ServerCancelled, "cancelled", { retriggerRequest: true });
      // The library passes a text on to our writer.
      return (await this.#ofOpen(params.textDocument.uri, params.previousResultId)) as DocumentDiagnosticReport;
    });

    connection.languages.diagnostics.onWorkspace(
      async (params, token, _progress, result): Promise<WorkspaceDiagnosticReport> => {
        if (!this.#stale && this.watches) return { items: [] };
        this.#stale = false;
        const known = new Set([...this.#reported, ...previousUris(params)]);
        const reported = new Set<string>();
        const items: WorkspaceDocumentDiagnosticReport[] = [];
        const report = (item: WorkspaceDocumentDiagnosticReport) => {
          if (result) result.report({ items: [item] });
          else items.push(item);
        };
        for (const uri of (await runtime.listFiles?.(this.session.folders, (name) => mayBeOurs(dialects, name))) ??
          []) {
          if (token.isCancellationRequested) {
            this.#stale = true;
            this.#reported = new Set([...known, ...reported]);
            throw new ResponseError(LSPErrorCodes.ServerCancelled, "cancelled", { retriggerRequest: true });
          }
          if (documents.version(uri) !== undefined) continue;
          const item = await this.#ofClosed(uri);
          if (item && (item.items.length > 0 || known.has(uri))) report(item);
          if (item && item.items.length > 0) reported.add(uri);
          await runtime.yieldToMessages();
        }
        for (const uri of known) {
          if (!reported.has(uri) && documents.version(uri) === undefined) report(fullReport(uri, []));
        }
        this.#reported = reported;
        return { items };
      },
    );
  }

  /**
   * A client asks as soon as it has sent a change: what it will ask for is begun while its request is on the way, after
   * the messages that have arrived already.
   */
  changed(uri: string): void {
    this.#begin(uri).catch((error) => logFault(this.session, "diagnostics", uri, error));
  }

  async #begin(uri: string): Promise<void> {
    const { documents, runtime } = this.session;
    const version = documents.version(uri);
    // One turn for another change that came with it, one for the request.
    await runtime.yieldToMessages();
    await runtime.yieldToMessages();
    if (version === undefined || documents.version(uri) !== version) return;
    (await this.session.file(uri))?.snapshot.shown();
  }

  async #ofOpen(uri: string, previous: string | undefined): Promise<DocumentDiagnosticReport | JsonText> {
    try {
      const first = previous === undefined ? await this.#ofBeginning(uri) : undefined;
      if (first) return { kind: DocumentDiagnosticReportKind.Full, items: first };
      this.#begun.delete(uri);
      const file = await this.session.file(uri);
      if (!file) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const resultId = this.#idOf(file);
      if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      const head = `{"kind":"full","resultId":${JSON.stringify(resultId)},"items":`;
      return new JsonText(diagnosticTexts(file, head, "}"));
    } catch (error) {
      logFault(this.session, "diagnostics", uri, error);
      return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    }
  }

  /**
   * The first answer for a large file, to a client that can be asked to ask again: what is found in the first screens. The
   * rest is worked out between messages.
   */
  async #ofBeginning(uri: string): Promise<Diagnostic[] | undefined> {
    const { capabilities } = this.session;
    if (!capabilities.workspace?.diagnostics?.refreshSupport) return undefined;
    const file = await this.session.beginning(uri);
    const problems = file?.snapshot.firstProblems();
    if (!file || !problems) return undefined;
    this.#begun.add(uri);
    this.#goOn(uri, file.version).catch((error) => logFault(this.session, "diagnostics", uri, error));
    return diagnosticsOf(file, problems);
  }

  /** Ends when the file was edited or answered meanwhile; asks for a refresh when the client has the beginning only. */
  async #goOn(uri: string, version: number): Promise<void> {
    const { connection, documents, runtime } = this.session;
    const isWanted = () => this.#begun.has(uri) && documents.version(uri) === version;
    try {
      await runtime.yieldToMessages();
      while (isWanted() && documents.readOn(uri)) await runtime.yieldToMessages();
      const file = isWanted() ? await this.session.file(uri) : undefined;
      let count = 0;
      for (const _ of file?.snapshot.judge() ?? []) {
        if (++count % stepsAtOnce !== 0) continue;
        await runtime.yieldToMessages();
        if (!isWanted()) break;
      }
    } finally {
      if (this.#begun.has(uri)) this.session.attempt(connection.languages.diagnostics.refresh());
    }
  }

  async #ofClosed(uri: string) {
    try {
      const { wholeFolder } = await this.session.settings(uri);
      const file = wholeFolder ? await readClosed(this.session, uri) : undefined;
      return file && fullReport(uri, diagnosticsOf(file));
    } catch (error) {
      logFault(this.session, "diagnostics", uri, error);
      return undefined;
    }
  }

  #idOf({ snapshot, remarks = none, rendered = none }: OpenFile): string {
    return [snapshot, remarks, rendered].map((each) => this.#numberOf(each)).join(".");
  }

  #numberOf(made: object): number {
    let id = this.#ids.get(made);
    if (id === undefined) {
      id = ++this.#lastId;
      this.#ids.set(made, id);
    }
    return id;
  }
}

function fullReport(uri: string, items: ReturnType<typeof diagnosticsOf>) {
  return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items } as const;
}

/** Files of which the client has results; a client that says nothing has none. */
function previousUris(params: unknown): string[] {
  const previous: unknown = isObject(params) ? params.previousResultIds : undefined;
  if (!Array.isArray(previous)) return [];
  return previous.flatMap((item: unknown) => (isObject(item) && typeof item.uri === "string" ? [item.uri] : []));
}
