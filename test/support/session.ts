import { PassThrough } from "node:stream";
import { setImmediate as immediate } from "node:timers/promises";
import packedFile from "packed-catalogues";
import { createConnection } from "vscode-languageserver/node";
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver-protocol/node";
import { Gate } from "../../server/src/lsp/gate";
import type { Runtime } from "../../server/src/lsp/runtime";
import { idleMs, startServer } from "../../server/src/lsp/startServer";
import { MemoryTree } from "./memoryTree";
import { platform } from "./platform";

interface SessionOptions {
  readonly capabilities?: object;
  /** Answers to workspace/configuration. */
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
  /** Files of the workspace by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Files beside the server's code, in place of those that the build puts there. */
  readonly packedFiles?: Readonly<Record<string, string>>;
  /** What the pauses of the server are divided by; 1 unless it is given. */
  readonly haste?: number;
  /** Whether the server gets ready for a file unasked, which takes longer than most tests. */
  readonly warmsUp?: boolean;
}

export const workspace = "file:///site";
export const uri = `${workspace}/phone.xml`;

/** A client connected to a server through two streams, in one process. */
export class TestSession {
  readonly published: { readonly uri: string; readonly version?: number; readonly diagnostics: Diagnostic[] }[] = [];
  /** What the server wrote to the log. */
  readonly logged: string[] = [];
  /** How often the server asked the client to ask for all diagnostics again. */
  refreshes = 0;
  /** What the client answers when it is asked for settings. */
  settings: unknown;
  #version = 0;

  private constructor(
    readonly client: ProtocolConnection,
    /** What the server has put off. */
    readonly timers: Set<NodeJS.Timeout>,
    readonly files: Record<string, string>,
    /** The catalogues that the server has read, in this order. */
    readonly catalogues: readonly string[],
  ) {}

  static async start(options: SessionOptions = {}): Promise<TestSession & { readonly started: InitializeResult }> {
    const up = new PassThrough();
    const down = new PassThrough();
    const files = { ...options.files };
    const catalogues: string[] = [];
    const timers = new Set<NodeJS.Timeout>();
    const runtime: Runtime = {
      delay(ms, callback) {
        if (ms === idleMs && !options.warmsUp) return () => {};
        const timer = setTimeout(callback, ms / (options.haste ?? 1));
        timers.add(timer);
        return () => clearTimeout(timer);
      },
      yieldToMessages: () => immediate(),
      packedFile: (name) => {
        const id = /^catalogues\/(.+)\.jsonl$/.exec(name)?.[1];
        if (id !== undefined) catalogues.push(id);
        return options.packedFiles?.[name] ?? packedFile(name);
      },
      readFile: async (file) => files[file.slice(workspace.length + 1)],
      siteTree: () => new MemoryTree(files),
      platform,
      listFiles: async () => Object.keys(files).map((file) => `${workspace}/${file}`),
    };
    const writer = new StreamMessageWriter(down);
    startServer({ connection: createConnection(new Gate(new StreamMessageReader(up), writer), writer), runtime });
    const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    const session = new TestSession(client, timers, files, catalogues);
    client.onNotification("window/logMessage", ({ message }: { message: string }) => {
      session.logged.push(message);
    });
    session.settings = options.settings;
    client.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) => items.map(() => session.settings));
    client.onRequest("client/registerCapability", () => null);
    client.onRequest("workspace/diagnostic/refresh", () => {
      session.refreshes++;
      return null;
    });
    client.onNotification("textDocument/publishDiagnostics", (params) => {
      session.published.push(params as (typeof session.published)[number]);
    });
    client.listen();
    const started = await client.sendRequest<InitializeResult>("initialize", {
      processId: null,
      rootUri: workspace,
      workspaceFolders: [{ uri: workspace, name: "work" }],
      capabilities: options.capabilities ?? {},
      initializationOptions: options.initializationOptions,
    });
    await client.sendNotification("initialized", {});
    return Object.assign(session, { started });
  }

  async open(text: string, file = uri, languageId = "flat-profile"): Promise<void> {
    await this.client.sendNotification("textDocument/didOpen", {
      textDocument: { uri: file, languageId, version: ++this.#version, text },
    });
  }

  async close(file = uri): Promise<void> {
    await this.client.sendNotification("textDocument/didClose", { textDocument: { uri: file } });
  }

  async change(changes: readonly TextDocumentContentChangeEvent[], file = uri): Promise<void> {
    await this.client.sendNotification("textDocument/didChange", {
      textDocument: { uri: file, version: ++this.#version },
      contentChanges: changes,
    });
  }

  ask<T>(method: string, params: object = {}, file = uri): Promise<T> {
    return this.client.sendRequest<T>(method, { textDocument: { uri: file }, ...params });
  }

  /** The diagnostics published next that `accept` likes. */
  async nextPublished(accept: (found: (typeof this.published)[number]) => boolean) {
    for (let tries = 0; tries < 400; tries++) {
      const found = this.published.find(accept);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`nothing of that kind among ${JSON.stringify(this.published)}`);
  }

  /** A server ends its process on `exit`, which is this one; so only the streams end, and what was put off is not done. */
  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.client.dispose();
  }
}

/** Splits `a$0b` into the text without the mark and the position of the mark. */
export function marked(source: string): { text: string; position: { line: number; character: number } } {
  const offset = source.indexOf("$0");
  if (offset < 0) throw new Error("no $0 in the text");
  const before = source.slice(0, offset).split("\n");
  return {
    text: source.slice(0, offset) + source.slice(offset + 2),
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}

/** Runs `body` with a session and ends it. */
export async function withSession<T>(options: SessionOptions, body: (session: TestSession) => Promise<T>): Promise<T> {
  const session = await TestSession.start(options);
  try {
    return await body(session);
  } finally {
    session.stop();
  }
}
