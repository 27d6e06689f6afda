// A language server as a child process, and what a client measures of it.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import {
  CancellationTokenSource,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

export class Session {
  static async start({ command, args, env, settings = {}, languageId, initializationOptions }) {
    const began = performance.now();
    const child = spawn(command, args, { stdio: ["pipe", "pipe", "ignore"], env: { ...process.env, ...env } });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const session = new Session(child, connection, languageId);
    connection.onRequest("workspace/configuration", ({ items }) =>
      items.map(({ section }) => (section ? (settings[section] ?? null) : settings)),
    );
    connection.onRequest("workspace/diagnostic/refresh", () => {
      session.refreshed?.();
      return null;
    });
    connection.onRequest(() => null);
    connection.onNotification("textDocument/publishDiagnostics", (params) => session.publish(params));
    connection.onNotification(() => {});
    connection.listen();
    const { capabilities } = await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      initializationOptions,
      capabilities: {
        workspace: { configuration: true, didChangeConfiguration: {}, diagnostics: { refreshSupport: true } },
        textDocument: {
          diagnostic: {},
          publishDiagnostics: {},
          completion: {
            completionItem: { snippetSupport: true, labelDetailsSupport: true },
            completionList: { itemDefaults: ["editRange"] },
          },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          foldingRange: { lineFoldingOnly: false },
          hover: { contentFormat: ["markdown"] },
          codeAction: {},
          semanticTokens: {
            requests: { full: true, range: true },
            tokenTypes: [],
            tokenModifiers: [],
            formats: ["relative"],
          },
        },
      },
    });
    session.initMs = performance.now() - began;
    session.capabilities = capabilities;
    await connection.sendNotification("initialized", {});
    await connection.sendNotification("workspace/didChangeConfiguration", { settings });
    return session;
  }

  constructor(child, connection, languageId) {
    this.child = child;
    this.connection = connection;
    this.languageId = languageId;
    this.version = 0;
    this.waiting = undefined;
  }

  get pulls() {
    return this.capabilities.diagnosticProvider !== undefined;
  }

  publish(params) {
    this.waiting?.(params.diagnostics);
  }

  /** Milliseconds from `act` to diagnostics for which `isRight` is true. */
  async untilDiagnostics(act, isRight) {
    const began = performance.now();
    if (this.pulls) {
      await act();
      for (;;) {
        const { items = [] } = await this.ask("textDocument/diagnostic", {});
        if (isRight(items)) return performance.now() - began;
        if (performance.now() - began > 60_000) throw new Error("no diagnostics within a minute");
      }
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("no diagnostics within a minute")), 60_000);
      this.waiting = (items) => {
        if (!isRight(items)) return;
        clearTimeout(timer);
        this.waiting = undefined;
        resolve(performance.now() - began);
      };
      act();
    });
  }

  /**
   * Milliseconds from `act` to the first diagnostics, and to the last that differ from those before: a server may begin with
   * some, and ask to be asked again.
   */
  async untilAllDiagnostics(act) {
    const result = {};
    const began = performance.now();
    const take = (items) => {
      if (items.length === 0 || items.length === result.items?.length) return;
      result.first ??= performance.now() - began;
      result.all = performance.now() - began;
      result.items = items;
    };
    let news;
    let isStale = true;
    const wake = () => {
      isStale = true;
      news?.();
    };
    this.refreshed = wake;
    this.waiting = (items) => {
      take(items);
      wake();
    };
    await act();
    let previousResultId;
    for (;;) {
      while (this.pulls && isStale) {
        isStale = false;
        const { items, resultId } = await this.ask("textDocument/diagnostic", { previousResultId });
        previousResultId = resultId;
        if (items) take(items);
      }
      const quiet = result.items ? 3_000 : 60_000;
      const isOver = await new Promise((resolve) => {
        const timer = setTimeout(() => resolve(true), quiet);
        news = () => {
          clearTimeout(timer);
          resolve(false);
        };
      });
      if (!isOver) continue;
      this.refreshed = undefined;
      this.waiting = undefined;
      if (!result.items) throw new Error("no diagnostics within a minute");
      return result;
    }
  }

  async open({ uri, text }) {
    this.uri = uri;
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: this.languageId, version: ++this.version, text },
    });
  }

  async change(range, text) {
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: this.uri, version: ++this.version },
      contentChanges: [{ range, text }],
    });
  }

  ask(method, params) {
    return this.connection.sendRequest(method, { textDocument: { uri: this.uri }, ...params });
  }

  /** Milliseconds from the cancellation of a request, sent a moment after it, to the answer. */
  async untilCanceled(method, params, moment) {
    const source = new CancellationTokenSource();
    const answer = this.connection
      .sendRequest(method, { textDocument: { uri: this.uri }, ...params }, source.token)
      .catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, moment));
    const began = performance.now();
    source.cancel();
    await answer;
    return performance.now() - began;
  }

  /** Megabytes in memory; undefined where the system does not report. */
  get memory() {
    return this.#status("VmRSS");
  }

  /** The most that it ever had. */
  get memoryPeak() {
    return this.#status("VmHWM");
  }

  #status(what) {
    try {
      const status = readFileSync(`/proc/${this.child.pid}/status`, "utf8");
      return Number(new RegExp(`${what}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
    } catch {
      return undefined;
    }
  }

  async stop() {
    const ended = new Promise((resolve) => this.child.once("close", resolve));
    await Promise.race([this.connection.sendRequest("shutdown"), new Promise((resolve) => setTimeout(resolve, 2000))]);
    await this.connection.sendNotification("exit").catch(() => {});
    setTimeout(() => this.child.kill("SIGKILL"), 2000).unref();
    await ended;
    this.connection.dispose();
  }
}
