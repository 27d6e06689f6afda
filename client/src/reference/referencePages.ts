import * as vscode from "vscode";
import { ask } from "../ask";
import type { Host } from "../host";

export const referenceScheme = "flat-profile-reference";

export const referenceCommand = "flatProfile.openReference";

/**
 * The pages of the manual as read-only files, so that the editor's Markdown preview shows them and follows the links
 * between them.
 */
export class ReferencePages implements vscode.FileSystemProvider {
  readonly #host: Host;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(host: Host) {
    this.#host = host;
  }

  watch(): vscode.Disposable {
    return { dispose: () => undefined }; // pages do not change
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { length: size } = await this.readFile(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size, permissions: vscode.FilePermission.Readonly };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const client = await this.#host.ready();
    // The preview follows relative links only.
    const linkPrefix = "/..".repeat(uri.path.split("/").length - 2).slice(1);
    const answer = await ask(client, "flatProfile/referencePage", { address: uri.path, linkPrefix });
    if (!answer) throw vscode.FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(`${answer.page}\n`);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  writeFile(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
}
