import type * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** What every command may use. */
export interface Context {
  readonly extension: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly client: BaseLanguageClient;
  /** Starts the server when it does not run yet; resolves when it answers. */
  ready(): Promise<BaseLanguageClient>;
}
