import * as vscode from "vscode";
import type { FileState } from "./draft";
import type { Drafts } from "./drafts";
import { encryptedUri, plainUri } from "./encryptedScheme";
import type { KeyStore } from "./keyStore";
import type { ProfileMemory } from "./profileMemory";
import { reasonOf } from "./reason";
import { isSame, openBytes, type Recipe } from "./recipe";

interface Unlocked {
  readonly key: string;
  readonly recipe: Recipe;
}

/** An encrypted file in the editor. */
interface OpenFile {
  /** The file as it was read or written last. */
  base: FileState;
  /** The state that the editor gets instead, so that it does not notice writing in the background. */
  reported: FileState;
  /** The text in the file. */
  written: Uint8Array;
  /** Text that the editor has saved and the file does not have. */
  unsaved?: Uint8Array;
  writing?: Promise<void>;
}

/** Encrypts and writes the text of a file. */
export type SaveEncrypted = (target: vscode.Uri, plain: Uint8Array, key: string, recipe: Recipe) => Promise<void>;

/** A file that could not be written. */
export interface NotWritten {
  readonly plain: vscode.Uri;
  readonly reason: string;
  /** Somebody else has written to the file since it was read. */
  readonly isChanged: boolean;
}

/** The editor writes plain text to its backups two seconds after an edit that it could not save. */
const maxWaitMs = 1000;

/**
 * Encrypted files as plain documents: decrypted in memory when read, encrypted again when a person saves. What the
 * editor saves by itself is taken at once, kept in memory and as an encrypted draft; so the editor never has an
 * unsaved change for long, and never makes its plain backup of one.
 */
export class EncryptedFiles implements vscode.FileSystemProvider {
  readonly #keys: KeyStore;
  readonly #memory: ProfileMemory;
  readonly #drafts: Drafts;
  readonly #save: SaveEncrypted;
  readonly #unlocked = new Map<string, Unlocked>();
  readonly #open = new Map<string, OpenFile>();
  /** Documents that a person saves, and those that the editor saves by itself; both may be under way at once. */
  readonly #asked = new Set<string>();
  readonly #unasked = new Set<string>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #unsavedChanged = new vscode.EventEmitter<vscode.Uri>();
  readonly #notWritten = new vscode.EventEmitter<NotWritten>();
  readonly #draftShown = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChangeFile = this.#changed.event;
  /** A file has unsaved text now, or no longer has any. */
  readonly onDidChangeUnsaved = this.#unsavedChanged.event;
  readonly onDidNotWrite = this.#notWritten.event;
  /** Text of an earlier time was shown that had not been written. */
  readonly onDidShowDraft = this.#draftShown.event;

  constructor(keys: KeyStore, memory: ProfileMemory, drafts: Drafts, save: SaveEncrypted) {
    this.#keys = keys;
    this.#memory = memory;
    this.#drafts = drafts;
    this.#save = save;
  }

  /** From now on `encrypted` can be read and saved under its plain address. */
  unlock(encrypted: vscode.Uri, key: string, recipe: Recipe): vscode.Uri {
    const plain = plainUri(encrypted);
    const isNewKey = this.#unlocked.has(plain.toString());
    this.#unlocked.set(plain.toString(), { key, recipe });
    if (isNewKey) this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri: plain }]);
    return plain;
  }

  isUnsaved(plain: vscode.Uri): boolean {
    return this.#open.get(plain.toString())?.unsaved !== undefined;
  }

  /** Called before a save: whether a person asked for it. */
  expect(plain: vscode.Uri, isAsked: boolean): void {
    (isAsked ? this.#asked : this.#unasked).add(plain.toString());
  }

  watch(plain: vscode.Uri): vscode.Disposable {
    const encrypted = encryptedUri(plain);
    const name = encrypted.path.slice(encrypted.path.lastIndexOf("/") + 1).replace(/[[\]{}*?]/g, "?");
    const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(encrypted, ".."), name);
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const report = (type: vscode.FileChangeType) => (uri: vscode.Uri) => {
      if (uri.path === encrypted.path) this.#changed.fire([{ type, uri: plain }]);
    };
    watcher.onDidChange(report(vscode.FileChangeType.Changed));
    watcher.onDidCreate(report(vscode.FileChangeType.Changed));
    watcher.onDidDelete(report(vscode.FileChangeType.Deleted));
    return watcher;
  }

  async stat(plain: vscode.Uri): Promise<vscode.FileStat> {
    const stat = await vscode.workspace.fs.stat(encryptedUri(plain));
    return { ...stat, ...reported(this.#open.get(plain.toString()), stat), type: vscode.FileType.File };
  }

  async readFile(plain: vscode.Uri): Promise<Uint8Array> {
    const encrypted = encryptedUri(plain);
    const key = await this.#keyOf(plain);
    const file = this.#open.get(plain.toString());
    if (file?.unsaved) return file.unsaved;
    const stat = await vscode.workspace.fs.stat(encrypted);
    const bytes = await vscode.workspace.fs.readFile(encrypted);
    try {
      const { plain: written, recipe } = await openBytes(bytes, key);
      this.#unlocked.set(plain.toString(), { key, recipe });
      const draft = file ? undefined : await this.#drafts.find(encrypted);
      const unsaved = draft && !isSame(draft.content, written) ? draft.content : undefined;
      this.#open.set(plain.toString(), {
        base: unsaved && draft ? draft.base : stateOf(stat),
        reported: reported(file, stat),
        written,
        ...(unsaved && { unsaved }),
      });
      if (!unsaved) return written;
      this.#unsavedChanged.fire(plain);
      this.#draftShown.fire(plain);
      return unsaved;
    } catch (error) {
      throw vscode.FileSystemError.Unavailable(reasonOf(error));
    }
  }

  /** Never faults over a file: the editor would go on to back up what it could not save. */
  async writeFile(plain: vscode.Uri, content: Uint8Array): Promise<void> {
    if (!vscode.workspace.isTrusted) throw locked();
    const file = this.#open.get(plain.toString()) ?? (await this.#openAgain(plain));
    const isAsked = this.#asked.delete(plain.toString()) || !this.#unasked.delete(plain.toString());
    file.reported = { mtime: Math.max(Date.now(), file.reported.mtime + 1), size: content.length };
    this.#setUnsaved(plain, file, isSame(content, file.written) ? undefined : content);
    const done = isAsked ? this.write(plain) : this.#keepDraft(plain, file);
    if (await isLate(done, maxWaitMs)) void this.#keepDraft(plain, file);
  }

  /** A document that was open before this extension was started anew. */
  async #openAgain(plain: vscode.Uri): Promise<OpenFile> {
    await this.readFile(plain).then(undefined, () => undefined); // its key may be gone
    const nothing = { mtime: 0, size: 0 };
    const file = this.#open.get(plain.toString()) ?? { base: nothing, reported: nothing, written: new Uint8Array() };
    this.#open.set(plain.toString(), file);
    return file;
  }

  /** Encrypts unsaved text; a fault is reported, and the text is kept. `overwrites`: also what others wrote. */
  async write(plain: vscode.Uri, overwrites = false): Promise<void> {
    const file = this.#open.get(plain.toString());
    const unlocked = this.#unlocked.get(plain.toString());
    if (!file) return;
    if (!unlocked) {
      await this.#keepDraft(plain, file);
      this.#notWritten.fire({ plain, reason: locked().message, isChanged: false });
      return;
    }
    const before = file.writing ?? Promise.resolve();
    file.writing = before.then(() => this.#writeNow(plain, file, unlocked, overwrites));
    await file.writing;
  }

  async #writeNow(plain: vscode.Uri, file: OpenFile, { key, recipe }: Unlocked, overwrites: boolean): Promise<void> {
    const encrypted = encryptedUri(plain);
    const { unsaved } = file;
    if (!unsaved) return this.#drafts.forget(encrypted);
    try {
      const stat = await vscode.workspace.fs.stat(encrypted).then(undefined, () => undefined);
      if (stat && !overwrites && !isState(file.base, stat)) {
        await this.#keepDraft(plain, file);
        this.#notWritten.fire({ plain, reason: "", isChanged: true });
        return;
      }
      await this.#save(encrypted, unsaved, key, recipe);
      file.base = stateOf(await vscode.workspace.fs.stat(encrypted));
      file.written = unsaved;
      if (file.unsaved !== unsaved) return;
      this.#setUnsaved(plain, file, undefined);
      await this.#drafts.forget(encrypted);
    } catch (error) {
      await this.#keepDraft(plain, file);
      this.#notWritten.fire({ plain, reason: reasonOf(error), isChanged: false });
    }
  }

  /** Shows what the file has instead of unsaved text. */
  async discard(plain: vscode.Uri): Promise<void> {
    const file = this.#open.get(plain.toString());
    if (!file) return;
    this.#setUnsaved(plain, file, undefined);
    await this.#drafts.forget(encryptedUri(plain));
    const stat = await vscode.workspace.fs.stat(encryptedUri(plain));
    file.base = stateOf(stat);
    file.reported = { mtime: Math.max(Date.now(), file.reported.mtime + 1), size: stat.size };
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri: plain }]);
  }

  #setUnsaved(plain: vscode.Uri, file: OpenFile, unsaved: Uint8Array | undefined): void {
    const before = file.unsaved !== undefined;
    if (unsaved) file.unsaved = unsaved;
    else delete file.unsaved;
    if (before !== (unsaved !== undefined)) this.#unsavedChanged.fire(plain);
  }

  async #keepDraft(plain: vscode.Uri, { base, unsaved }: OpenFile): Promise<void> {
    const encrypted = encryptedUri(plain);
    try {
      await (unsaved ? this.#drafts.keep(encrypted, { base, content: unsaved }) : this.#drafts.forget(encrypted));
    } catch (error) {
      this.#notWritten.fire({ plain, reason: reasonOf(error), isChanged: false });
    }
  }

  /** After a restart of the window, the kept key that the file was opened with. */
  async #keyOf(plain: vscode.Uri): Promise<string> {
    if (!vscode.workspace.isTrusted) throw locked();
    const unlocked = this.#unlocked.get(plain.toString());
    if (unlocked) return unlocked.key;
    const name = this.#memory.keyName(encryptedUri(plain));
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

/** The state that the editor gets for a file whose state on disk is `real`. */
function reported(file: OpenFile | undefined, real: FileState): FileState {
  if (!file) return stateOf(real);
  if (file.unsaved || isState(file.base, real)) return file.reported;
  return { mtime: Math.max(real.mtime, file.reported.mtime + 1), size: real.size };
}

function stateOf({ mtime, size }: FileState): FileState {
  return { mtime, size };
}

function isState(a: FileState, b: FileState): boolean {
  return a.mtime === b.mtime && a.size === b.size;
}

/** Waits for `work`, but not for ever; true when it is still not done. */
async function isLate(work: Promise<void>, ms: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(true), ms);
  });
  const done = await Promise.race([work.then(() => false), late]);
  clearTimeout(timer);
  return done;
}

function locked(): vscode.FileSystemError {
  return vscode.FileSystemError.Unavailable(
    vscode.l10n.t("The file is locked. Open it with Flat Profile: Open Encrypted Profile."),
  );
}
