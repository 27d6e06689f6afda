// A built server in a process of its own, with what it costs.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import {
  CancellationTokenSource,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";

/** A request that takes longer is a finding. */
const slowest = 1000;
/** A server that does not answer for so long is ended. */
const patience = 20_000;

export class ServerProcess {
  /** What the server logged: faults of features are caught and logged. */
  logged = [];
  slow = [];
  answers = 0;
  slowestAnswer = 0;
  ended = undefined;
  #child;
  #connection;
  #rejectAll;
  #gone;
  #lastAnswer = 0;
  /** Processor time at some moment not long ago. */
  #sample = { at: 0, worked: 0 };

  constructor(program) {
    this.#child = spawn(process.execPath, ["--max-old-space-size=600", program, "--stdio"]);
    this.#child.stderr.on("data", (data) => this.logged.push(String(data)));
    this.#gone = new Promise((_, reject) => {
      this.#rejectAll = reject;
    });
    this.#gone.catch(() => {});
    this.#child.once("exit", (code, signal) => {
      this.ended = `the server ended with ${code ?? signal}`;
      this.#rejectAll(new ServerGone(this.ended));
    });
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
    const sent = performance.now();
    if (sent - this.#sample.at > 200) this.#sample = { at: sent, worked: this.#worked() };
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new ServerGone(`${method}: no answer for ${patience / 1000} s`)), patience);
    });
    try {
      const token = new CancellationTokenSource().token;
      return await Promise.race([this.#connection.sendRequest(method, params, token), late, this.#gone]);
    } finally {
      clearTimeout(timer);
      this.#count(method, params, sent);
    }
  }

  /** Requests are answered one by one: the time counts from the answer before. */
  #count(method, params, sent) {
    const now = performance.now();
    let took = now - Math.max(sent, this.#lastAnswer);
    this.#lastAnswer = now;
    this.answers++;
    if (now - this.#sample.at > 200) {
      const worked = this.#worked();
      // On a busy machine only the time counts in which the server worked.
      took = Math.min(took, worked - this.#sample.worked);
      this.#sample = { at: now, worked };
    }
    if (took > this.slowestAnswer) this.slowestAnswer = took;
    if (took > slowest) this.slow.push({ method, params, took });
  }

  tell(method, params) {
    return this.ended ? Promise.reject(new ServerGone(this.ended)) : this.#connection.sendNotification(method, params);
  }

  /** Milliseconds of processor time so far; infinite where the system does not say. */
  #worked() {
    try {
      const fields = readFileSync(`/proc/${this.#child.pid}/stat`, "utf8")
        .replace(/^.*\) /, "")
        .split(" ");
      return (Number(fields[11]) + Number(fields[12])) * 10;
    } catch {
      return Number.POSITIVE_INFINITY;
    }
  }

  /** Megabytes; undefined where the system does not say. */
  memory() {
    try {
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.#child.pid}/status`, "utf8"))?.[1]) / 1024;
    } catch {
      return undefined;
    }
  }

  stop() {
    this.#child.kill("SIGKILL");
    this.#connection.dispose();
  }
}

/** The server ended or hangs: it is no use to ask it more. */
export class ServerGone extends Error {}
