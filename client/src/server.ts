import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/**
 * The language server as the extension knows it. It is started, and the library that speaks with it is read, when it
 * is needed for the first time: windows without a flat-profile have neither.
 */
export class Server implements vscode.Disposable {
  readonly #started = new vscode.EventEmitter<BaseLanguageClient>();
  readonly #log: vscode.LogOutputChannel;
  readonly #create: () => Promise<BaseLanguageClient>;
  #created: Promise<BaseLanguageClient> | undefined;
  #client: BaseLanguageClient | undefined;

  /** Each start, one after a crash as well. */
  readonly onDidStart = this.#started.event;

  constructor(log: vscode.LogOutputChannel, create: () => Promise<BaseLanguageClient>) {
    this.#log = log;
    this.#create = create;
  }

  /** Its client while it answers. */
  get running(): BaseLanguageClient | undefined {
    return this.#client?.isRunning() ? this.#client : undefined;
  }

  /** Starts it when it does not run yet; resolves when it answers. */
  async ready(): Promise<BaseLanguageClient> {
    try {
      this.#created ??= this.#make();
      const client = await this.#created;
      await client.start(); // answers the running start when there is one
      return client;
    } catch (error) {
      this.#log.error("the language server did not start", error instanceof Error ? error : String(error));
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.running?.stop();
  }

  dispose(): void {
    this.#started.dispose();
  }

  async #make(): Promise<BaseLanguageClient> {
    try {
      const client = await this.#create();
      client.onDidChangeState(() => {
        if (client.isRunning()) this.#started.fire(client);
      });
      this.#client = client;
      return client;
    } catch (error) {
      this.#created = undefined; // the next one who asks tries again
      throw error;
    }
  }
}
