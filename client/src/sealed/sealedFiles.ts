import * as vscode from "vscode";
import type { KeyStore } from "./keyStore";
import type { ProfileMemory } from "./profileMemory";
import { reasonOf } from "./reason";
import { openBytes, type Recipe } from "./recipe";
import type { Sealing } from "./sealing";

export const sealedScheme = "flat-profile-sealed";

/** The address under which an encrypted file is edited as plain text. */
export function plainUri(sealed: vscode.Uri): vscode.Uri {
  return sealed.with({ scheme: sealedScheme, authority: "", query: sealed.toString(), fragment: "" });
}

export function sealedUri(plain: vscode.Uri): vscode.Uri {
  return vscode.Uri.parse(plain.query, true);
}

interface Unlocked {
  readonly key: string;
  readonly recipe: Recipe;
}

/** Encrypted files as plain documents: decrypted in memory when read, encrypted again when saved. */
export class SealedFiles implements vscode.FileSystemProvider {
  readonly #keys: KeyStore;
  readonly #memory: ProfileMemory;
  readonly #save: Sealing["save"];
  readonly #unlocked = new Map<string, Unlocked>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(keys: KeyStore, memory: ProfileMemory, save: Sealing["save"]) {
    this.#keys = keys;
    this.#memory = memory;
    this.#save = save;
  }

  /** From now on `sealed` can be read and saved under its plain address. */
  unlock(sealed: vscode.Uri, key: string, recipe: Recipe): vscode.Uri {
    const plain = plainUri(sealed);
    const isNewKey = this.#unlocked.has(plain.toString());
    this.#unlocked.set(plain.toString(), { key, recipe });
    if (isNewKey) this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri: plain }]);
    return plain;
  }

  lock(plain: vscode.Uri): void {
    this.#unlocked.delete(plain.toString());
  }

  watch(plain: vscode.Uri): vscode.Disposable {
    const sealed = sealedUri(plain);
    const name = sealed.path.slice(sealed.path.lastIndexOf("/") + 1).replace(/[[\]{}*?]/g, "?");
    const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(sealed, ".."), name);
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const tell = (type: vscode.FileChangeType) => (uri: vscode.Uri) => {
      if (uri.path === sealed.path) this.#changed.fire([{ type, uri: plain }]);
    };
    watcher.onDidChange(tell(vscode.FileChangeType.Changed));
    watcher.onDidCreate(tell(vscode.FileChangeType.Changed));
    watcher.onDidDelete(tell(vscode.FileChangeType.Deleted));
    return watcher;
  }

  async stat(plain: vscode.Uri): Promise<vscode.FileStat> {
    const stat = await vscode.workspace.fs.stat(sealedUri(plain));
    return { ...stat, type: vscode.FileType.File };
  }

  async readFile(plain: vscode.Uri): Promise<Uint8Array> {
    const sealed = sealedUri(plain);
    const key = await this.#keyOf(plain);
    const bytes = await vscode.workspace.fs.readFile(sealed);
    try {
      const opened = await openBytes(bytes, key);
      this.#unlocked.set(plain.toString(), { key, recipe: opened.recipe });
      return opened.plain;
    } catch (error) {
      throw vscode.FileSystemError.Unavailable(reasonOf(error));
    }
  }

  async writeFile(plain: vscode.Uri, content: Uint8Array): Promise<void> {
    const unlocked = this.#unlocked.get(plain.toString());
    if (!unlocked || !vscode.workspace.isTrusted) throw locked();
    try {
      await this.#save(sealedUri(plain), content, unlocked.key, unlocked.recipe);
    } catch (error) {
      throw vscode.FileSystemError.Unavailable(reasonOf(error));
    }
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri: plain }]);
  }

  /** After a restart of the window, the kept key that the file was opened with. */
  async #keyOf(plain: vscode.Uri): Promise<string> {
    if (!vscode.workspace.isTrusted) throw locked();
    const unlocked = this.#unlocked.get(plain.toString());
    if (unlocked) return unlocked.key;
    const name = this.#memory.keyName(sealedUri(plain));
    const key = name === undefined ? undefined : await this.#keys.get(name);
    if (key === undefined) throw locked();
    return key;
  }

  readDirectory(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  createDirectory(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
}

function locked(): vscode.FileSystemError {
  return vscode.FileSystemError.Unavailable(
    vscode.l10n.t("the file is locked; open it with Flat Profile: Open Encrypted Profile"),
  );
}
