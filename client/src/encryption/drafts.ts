import * as vscode from "vscode";
import { type Draft, encryptDraft, openDraft } from "./draft";
import { type SaveBytes, saveFile } from "./saveBytes";

const keyName = "flatProfile.draftKey";

/**
 * Changes of encrypted files that are not written to them yet, encrypted with a key of this installation: a window
 * that closes loses nothing, and no plain text reaches a disk.
 */
export class Drafts {
  readonly #folder: vscode.Uri;
  readonly #secrets: vscode.SecretStorage;
  /** One after the other: what comes later counts. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    { globalStorageUri, secrets }: Pick<vscode.ExtensionContext, "globalStorageUri" | "secrets">,
    readonly save: SaveBytes,
  ) {
    this.#folder = vscode.Uri.joinPath(globalStorageUri, "drafts");
    this.#secrets = secrets;
  }

  keep(encrypted: vscode.Uri, draft: Draft): Promise<void> {
    return this.#next(async () => {
      const file = await this.#file(encrypted);
      await saveFile(this.save, file, await encryptDraft(draft, await this.#key()));
    });
  }

  /** undefined when there is none, or none that the key of this installation opens. */
  find(encrypted: vscode.Uri): Promise<Draft | undefined> {
    return this.#next(async () => {
      const file = await this.#file(encrypted);
      const bytes = await vscode.workspace.fs.readFile(file).then(undefined, () => undefined);
      return bytes && openDraft(bytes, await this.#key());
    });
  }

  forget(encrypted: vscode.Uri): Promise<void> {
    return this.#next(async () => {
      const file = await this.#file(encrypted);
      await vscode.workspace.fs.delete(file).then(undefined, () => undefined); // most files have none
    });
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work, work);
    this.#last = done;
    return done;
  }

  /** The name does not reveal the file. */
  async #file(encrypted: vscode.Uri): Promise<vscode.Uri> {
    const name = new TextEncoder().encode(encrypted.toString());
    return vscode.Uri.joinPath(this.#folder, hex(new Uint8Array(await crypto.subtle.digest("SHA-256", name))));
  }

  async #key(): Promise<Uint8Array> {
    const kept = await this.#secrets.get(keyName);
    if (kept !== undefined) return new TextEncoder().encode(kept);
    const made = hex(crypto.getRandomValues(new Uint8Array(32)));
    await this.#secrets.store(keyName, made);
    return new TextEncoder().encode(made);
  }
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
