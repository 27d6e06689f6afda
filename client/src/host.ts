import type * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { SaveBytes } from "./encryption/saveBytes";
import type { Server } from "./server";

/** The extension and its server. */
export interface Host {
  readonly extension: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly server: Server;
  /** Replaces a file as a whole. */
  readonly save: SaveBytes;
  /** Starts the server when it does not run yet; resolves when it answers. */
  ready(): Promise<BaseLanguageClient>;
}
