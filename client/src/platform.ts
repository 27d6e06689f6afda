import type { ExtensionContext } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import type { SaveBytes } from "./encryption/saveBytes";

/** What Node and workers do each in their own way: how to reach the server and how to replace a file. */
export interface Platform {
  createClient(extension: ExtensionContext, options: LanguageClientOptions): Promise<BaseLanguageClient>;
  readonly saveBytes: SaveBytes;
  /** Ends what the client does not end. */
  stop?(): void;
}
