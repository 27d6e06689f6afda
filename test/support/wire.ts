import { PassThrough } from "node:stream";
import { setImmediate as immediate } from "node:timers/promises";
import packedFile from "packed-catalogues";
import { createConnection } from "vscode-languageserver/node";
import { StreamMessageReader } from "vscode-languageserver-protocol/node";
import { Gate } from "../../server/src/lsp/gate";
import type { Runtime } from "../../server/src/lsp/runtime";
import { startServer } from "../../server/src/lsp/startServer";
import { FramedReader } from "../../server/src/node/messageReader";
import { WholeWriter } from "../../server/src/node/messageWriter";

export interface Received {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export interface WireOptions {
  readonly runtime?: Partial<Runtime>;
  /** Answers requests of the server; undefined never answers. */
  readonly answer?: (request: Received) => object | undefined;
}

/** Milliseconds after which an answer counts as missing; far more than any takes. */
const maxWaitMs = 10_000;

/** A client that may send anything, connected with a server as a process has it, in one process. */
export class Wire {
  readonly received: Received[] = [];
  /** Why the server ended the connection. */
  brokenBy: string | undefined;
  readonly #up = new PassThrough();
  #lastId = 0;

  constructor({ runtime, answer = ({ id }) => ({ id, result: null }) }: WireOptions = {}) {
    const down = new PassThrough();
    const reader = new FramedReader(this.#up, (reason) => {
      this.brokenBy = reason;
    });
    const writer = new WholeWriter(down);
    startServer({
      connection: createConnection(new Gate(reader, writer), writer),
      runtime: {
        // What waits a second in the product waits a moment here.
        delay(ms, callback) {
          const timer = setTimeout(callback, ms / 20);
          return () => clearTimeout(timer);
        },
        yieldToMessages: () => immediate(),
        ...runtime,
        packedFile,
      },
    });
    new StreamMessageReader(down).listen((message) => {
      const received = message as Received;
      this.received.push(received);
      if (received.method === undefined || received.id === undefined) return;
      const reply = answer(received);
      if (reply) this.send({ jsonrpc: "2.0", ...reply });
    });
  }

  raw(bytes: string | Uint8Array): void {
    this.#up.write(bytes);
  }

  send(message: unknown): void {
    const body = Buffer.from(typeof message === "string" ? message : JSON.stringify(message));
    this.raw(`Content-Length: ${body.length}\r\n\r\n`);
    this.raw(body);
  }

  notify(method: string, params?: unknown): void {
    this.send({ jsonrpc: "2.0", method, params });
  }

  /** Sends a request and waits for its answer. */
  ask(method: string, params?: unknown): Promise<Received> {
    const id = `ask-${++this.#lastId}`;
    this.send({ jsonrpc: "2.0", id, method, params });
    return this.next((message) => message.id === id && message.method === undefined);
  }

  async next(accept: (message: Received) => boolean): Promise<Received> {
    const end = performance.now() + maxWaitMs;
    while (performance.now() < end) {
      const found = this.received.find(accept);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    throw new Error(`No such message among ${JSON.stringify(this.received).slice(0, 2_000)}`);
  }

  /** Does what a well-behaved client does first. */
  async initialize(params: object = {}): Promise<Received> {
    const started = await this.ask("initialize", { processId: null, rootUri: null, capabilities: {}, ...params });
    this.notify("initialized", {});
    return started;
  }

  open(text: string, uri = "file:///phone.xml"): void {
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId: "flat-profile", version: 1, text } });
  }

  end(): void {
    this.#up.end();
  }
}
