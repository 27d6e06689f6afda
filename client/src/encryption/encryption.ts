import * as vscode from "vscode";
import type { Host } from "../host";
import { nameOf } from "../nameOf";
import { Drafts } from "./drafts";
import { EncryptedFiles, type SaveEncrypted } from "./encryptedFiles";
import { KeyStore } from "./keyStore";
import { ProfileMemory } from "./profileMemory";
import { reasonOf } from "./reason";
import { encryptBytes, isSame, openBytes } from "./recipe";
import { readBack, type SaveBytes, SaveRefused, type Verify } from "./saveBytes";

/** What the commands for encrypted files share. */
export interface Encryption {
  readonly keys: KeyStore;
  readonly memory: ProfileMemory;
  readonly files: EncryptedFiles;
  /** Encrypts, proves what was written, and only then replaces `target`. */
  readonly save: SaveEncrypted;
}

export function createEncryption(extension: vscode.ExtensionContext, saveBytes: SaveBytes): Encryption {
  const keys = new KeyStore(extension.secrets);
  const memory = new ProfileMemory(extension.workspaceState);
  const save: SaveEncrypted = async (target, plain, key, recipe) => {
    const format = recipe.encryption === "none" ? "plain" : recipe.encryption;
    const verify: Verify = async (written) => {
      const opened = await openBytes(await readBack(written), key, format);
      if (!isSame(opened.plain, plain))
        throw new SaveRefused(
          vscode.l10n.t("The written file does not decrypt to the profile. The old file is unchanged."),
        );
    };
    await saveBytes(target, await encryptBytes(plain, key, recipe), { verify });
  };
  return { keys, memory, save, files: new EncryptedFiles(keys, memory, new Drafts(extension, saveBytes), save) };
}

/** Encrypting and decrypting is for trusted folders; shows a message in others. */
export function isTrusted(): boolean {
  if (vscode.workspace.isTrusted) return true;
  void vscode.window.showErrorMessage(
    vscode.l10n.t("Encryption and decryption are available in trusted folders only."),
  );
  return false;
}

/** Shows and logs why a file was not written; false for any other fault. */
export function showNotWritten({ log }: Pick<Host, "log">, error: unknown): boolean {
  if (!(error instanceof Error) || !(error instanceof SaveRefused || error.name === "SaveFault")) return false;
  const file = error instanceof SaveRefused ? error.file : undefined;
  const message = file === undefined ? error.message : `${file}: ${error.message}`;
  log.error(message);
  void vscode.window.showErrorMessage(message);
  return true;
}

/** Shows and logs why something failed with a file. */
export function showFault({ log }: Pick<Host, "log">, uri: vscode.Uri, error: unknown): string {
  const message = `${nameOf(uri)}: ${reasonOf(error)}`;
  log.error(message);
  void vscode.window.showErrorMessage(message);
  return message;
}
