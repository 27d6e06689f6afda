import type * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Encryption } from "./encryption/encryption";
import type { SaveBytes } from "./encryption/saveBytes";
import type { DeviceStore } from "./preview/deviceStore";
import type { PreviewPanel } from "./preview/previewPanel";
import type { Server } from "./server";
import type { DeviceView } from "./views/deviceView";
import type { ProfileView } from "./views/profileView";

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

/** What every command may use. */
export interface Context extends Host {
  readonly encryption: Encryption;
  readonly preview: { readonly devices: DeviceStore; readonly panel: PreviewPanel };
  readonly profileView: ProfileView;
  readonly deviceView: DeviceView;
}
