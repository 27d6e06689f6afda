import * as vscode from "vscode";
import type { FileParams } from "../../server/src/protocol";
import type { DialTestEntry, DialTestsAnswer } from "../../server/src/protocol/dialTests";
import { ask } from "./ask";
import { hasOffer } from "./dialectLanguages";
import type { Host } from "./host";

/** How long after the last keystroke the explorer follows. */
const pause = 600;

/**
 * The tests that comments contain beside dial plans (`dials 911 -> 911 at once`) in the test explorer, by file.
 * The explorer is not there before a file has one.
 */
export class DialTests implements vscode.Disposable {
  readonly #parts: vscode.Disposable;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #controller: vscode.TestController | undefined;

  constructor(readonly host: Host) {
    this.#parts = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.#soon(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#soon(document, pause)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#controller?.items.delete(uri.toString())),
    );
    for (const document of vscode.workspace.textDocuments) this.#soon(document, 0);
  }

  /** Runs the tests of `request`, or all. */
  async #run(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    const controller = this.#controller;
    if (!controller) return;
    const run = controller.createTestRun(request);
    const excluded = new Set(request.exclude);
    const files = [...controller.items].map(([, item]) => item);
    const chosen = request.include ?? files;
    for (const file of files) {
      if (token.isCancellationRequested) break;
      const tests = chosen.includes(file) ? leavesOf(file) : leavesOf(file).filter((test) => chosen.includes(test));
      if (tests.length === 0 || excluded.has(file) || !file.uri) continue;
      for (const test of tests) run.started(test);
      const answer = await this.#ask(file.uri).catch(() => null); // a server that stopped has shown a message
      for (const test of tests) {
        const entry = answer?.tests.find((_, i) => test.id === String(i));
        if (excluded.has(test) || entry?.line !== test.label) {
          run.skipped(test);
          continue;
        }
        run.appendOutput(`${[entry.line, entry.failure].filter(Boolean).join(": ")}\r\n`, undefined, test);
        if (entry.failure === undefined) run.passed(test);
        else {
          const message = new vscode.TestMessage(entry.failure);
          message.location = new vscode.Location(file.uri, rangeOf(entry));
          run.failed(test, message);
        }
      }
    }
    run.end();
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#parts.dispose();
    this.#controller?.dispose();
  }

  #soon(document: vscode.TextDocument, wait: number): void {
    if (!hasOffer(document, "scripts")) return;
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        if (!document.isClosed) this.#list(document).catch(() => undefined); // a server that stopped has shown a message
      }, wait),
    );
  }

  async #list(document: vscode.TextDocument): Promise<void> {
    const answer = await this.#ask(document.uri);
    if (!answer || document.isClosed || answer.version !== document.version) return;
    const id = document.uri.toString();
    if (answer.tests.length === 0) {
      this.#controller?.items.delete(id);
      return;
    }
    this.#controller ??= this.#newController();
    const { items } = this.#controller;
    const file =
      items.get(id) ?? this.#controller.createTestItem(id, vscode.workspace.asRelativePath(document.uri), document.uri);
    const tests = answer.tests.map((entry, i) => this.#item(entry, i, document.uri));
    file.children.replace(tests.filter((test) => test !== undefined));
    items.add(file);
  }

  #item(entry: DialTestEntry, i: number, uri: vscode.Uri): vscode.TestItem | undefined {
    const item = this.#controller?.createTestItem(String(i), entry.line, uri);
    if (!item) return undefined;
    item.description = entry.plan;
    item.range = rangeOf(entry);
    return item;
  }

  #newController(): vscode.TestController {
    const controller = vscode.tests.createTestController("flatProfile.dialTests", vscode.l10n.t("Dial Plans"));
    controller.createRunProfile(
      vscode.l10n.t("Dial"),
      vscode.TestRunProfileKind.Run,
      (request, token) => this.#run(request, token),
      true,
    );
    controller.refreshHandler = async () => {
      const documents = vscode.workspace.textDocuments.filter((document) => hasOffer(document, "scripts"));
      await Promise.all(documents.map((document) => this.#list(document)));
    };
    return controller;
  }

  async #ask(uri: vscode.Uri): Promise<DialTestsAnswer | null> {
    const client = await this.host.ready();
    const params: FileParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(uri) } };
    return ask(client, "flatProfile/dialTests", params);
  }
}

function leavesOf(file: vscode.TestItem): vscode.TestItem[] {
  return [...file.children].map(([, test]) => test);
}

function rangeOf({ range: { start, end } }: DialTestEntry): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
