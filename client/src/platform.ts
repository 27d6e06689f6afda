import type { ExtensionContext } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import type { SaveBytes } from "./encryption/saveBytes";

export interface ProgramResult {
  readonly out: string;
  readonly err: string;
}

/** What Node and workers do each in their own way: how to reach the server and how to replace a file. */
export interface Platform {
  createClient(extension: ExtensionContext, options: LanguageClientOptions): Promise<BaseLanguageClient>;
  readonly saveBytes: SaveBytes;
  /** Runs a program; undefined where it cannot be started. */
  run?(command: readonly string[], folder: string): Promise<ProgramResult | undefined>;
  /** Ends what the client does not end. */
  stop?(): void;
}
