// A built server in a process of its own, with what it costs.
import { spawn } from "node:child_process";
import {
  CancellationTokenSource,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { hang, memoryOf, Spent } from "./spent.mjs";

export class ServerProcess {
  /** What the server logged: faults of features are caught and logged. */
  logged = [];
  slow = [];
  answers = 0;
  slowestAnswer = 0;
  ended = undefined;
  /** What led to the requests that are sent now. */
  history = undefined;
  #child;
  #connection;
  #slowest;
  /** Requests without an answer: a promise that outlives them, raced with each, would keep all answers. */
  #waiting = new Set();
  /** Since the last answer, or since a request that came to an idle server. */
  #spent;
  #watch;

  /** A request that takes more than `slowest` milliseconds of work is a finding; at `limits` the server is ended. */
  constructor(program, { slowest, limits = hang }) {
    this.#slowest = slowest;
    this.#child = spawn(process.execPath, ["--max-old-space-size=600", program, "--stdio"]);
    this.#child.stderr.on("data", (data) => this.logged.push(String(data)));
    this.#spent = new Spent(this.#child.pid);
    this.#child.once("exit", (code, signal) => this.#end(`the server ended with ${code ?? signal}`));
    this.#watch = setInterval(() => {
      const words = this.#waiting.size > 0 && this.#spent.tooMuch(limits);
      if (words) this.#end(words);
    }, 250);
    this.#connection = createMessageConnection(
      new StreamMessageReader(this.#child.stdout),
      new StreamMessageWriter(this.#child.stdin),
    );
    this.#connection.onRequest("workspace/configuration", ({ items }) => items.map(() => ({})));
    this.#connection.onRequest(() => null);
    this.#connection.onNotification("window/logMessage", ({ message }) => this.logged.push(message));
    this.#connection.onNotification(() => {});
    this.#connection.onError(() => {});
    this.#connection.listen();
  }

  async start() {
    await this.#connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        workspace: { configuration: true },
        textDocument: {
          diagnostic: {},
          completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          hover: { contentFormat: ["markdown"] },
        },
      },
    });
    await this.#connection.sendNotification("initialized", {});
    return this;
  }

  async ask(method, params) {
    if (this.ended) throw new ServerGone(this.ended);
    if (this.#waiting.size === 0) this.#spent.restart();
    const { history } = this;
    return new Promise((resolve, reject) => {
      const request = { method, params, reject };
      this.#waiting.add(request);
      const token = new CancellationTokenSource().token;
      this.#connection
        .sendRequest(method, params, token)
        .then(resolve, reject)
        .finally(() => {
          this.#waiting.delete(request);
          this.#count({ method, params, history });
        });
    });
  }

  /** Requests are answered one by one: the work counts from the answer before. */
  #count(request) {
    if (this.ended) return;
    const took = this.#spent.work;
    this.#spent.restart();
    this.answers++;
    if (took > this.slowestAnswer) this.slowestAnswer = took;
    if (took > this.#slowest) this.slow.push({ ...request, took });
  }

  #end(words) {
    clearInterval(this.#watch);
    this.ended ??= words;
    const [first] = this.#waiting;
    for (const { reject } of this.#waiting) reject(new ServerGone(this.ended, first));
    this.#waiting.clear();
  }

  notify(method, params) {
    return this.ended ? Promise.reject(new ServerGone(this.ended)) : this.#connection.sendNotification(method, params);
  }

  /** Megabytes; undefined where the system does not say. */
  memory() {
    return memoryOf(this.#child.pid);
  }

  stop() {
    this.#end("the server was stopped");
    this.#child.kill("SIGKILL");
    this.#connection.dispose();
  }
}

/** The server ended or hangs: it is useless to ask it more. */
export class ServerGone extends Error {
  /** `request` is the first one without an answer. */
  constructor(words, request) {
    super(request ? `${request.method}: ${words}` : words);
    this.question = request && { method: request.method, params: request.params };
  }
}
