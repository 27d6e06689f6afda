import * as vscode from "vscode";
import { EncryptionFault } from "../../../server/src/encryption/encryptionFault";
import { inspect, inspectedLength } from "../../../server/src/encryption/inspect";
import { inItsLanguage } from "../dialectLanguages";
import { chooseKey, keyNamed } from "../encryption/chooseKey";
import { isTrusted, showFault } from "../encryption/encryption";
import { openBytes, recipeName } from "../encryption/recipe";
import { SaveRefused } from "../encryption/saveBytes";
import { nameOf } from "../nameOf";
import type { Context } from "./context";

interface Wishes {
  readonly uri?: vscode.Uri;
  /** The name of a key that is kept. */
  readonly key?: string;
}

/** Shows an encrypted file as plain text; saving it encrypts it again with the same key. Answers what is shown, or why not. */
export async function openEncrypted(context: Context, argument?: unknown): Promise<vscode.Uri | string | undefined> {
  if (!isTrusted()) return undefined;
  const wishes: Wishes = argument instanceof vscode.Uri ? { uri: argument } : ((argument ?? {}) as Wishes);
  const uri = wishes.uri ?? (await chooseFile());
  if (!uri) return undefined;
  for (;;) {
    try {
      return await open(context, uri, wishes.key);
    } catch (error) {
      if (wishes.key !== undefined || !(error instanceof EncryptionFault) || error.code !== "wrong-key")
        return showFault(context, uri, error);
      const again = vscode.l10n.t("Choose Another Key");
      const message = `${nameOf(uri)}: ${error.message}`;
      if ((await vscode.window.showErrorMessage(message, { modal: true }, again)) !== again) return message;
    }
  }
}

async function open(
  { encryption: { keys, memory, files }, log }: Context,
  uri: vscode.Uri,
  keyName: string | undefined,
): Promise<vscode.Uri | undefined> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  const { kind } = inspect(bytes.subarray(0, inspectedLength), bytes.length);
  if (kind === "empty") throw new SaveRefused(vscode.l10n.t("The file is empty."));
  if (kind === "text")
    throw new SaveRefused(vscode.l10n.t("The file is not encrypted or compressed. Open it as a normal file."));
  // what needs no key, or has a fault that no key cures, is not asked one for
  const needsKey = kind === "openssl" || kind === "aes128gcm" || kind === "unknown";
  const chosen = needsKey ? await keyFor(keyName) : { key: "" };
  if (!chosen) return undefined;
  const opened = await openBytes(bytes, chosen.key);
  const plain = files.unlock(uri, chosen.key, opened.recipe);
  await memory.rememberKeyName(uri, "name" in chosen ? chosen.name : undefined);
  const document = await inItsLanguage(await vscode.workspace.openTextDocument(plain));
  await vscode.window.showTextDocument(document, { preview: false });
  if (opened.recipe.encryption === "aes-256-cbc" && opened.recipe.digest === "sha256")
    void vscode.window.showWarningMessage(
      vscode.l10n.t("{0} is encrypted with -md sha256. Phones expect -md md5.", nameOf(uri)),
    );
  log.info(`${nameOf(uri)} has been opened: ${recipeName(opened.recipe)}`);
  vscode.window.setStatusBarMessage(
    vscode.l10n.t("$(unlock) {0} is encrypted again when you save it", nameOf(uri)),
    6000,
  );
  return plain;

  async function keyFor(name: string | undefined) {
    if (name === undefined)
      return chooseKey(keys, vscode.l10n.t("Choose the key of {0}", nameOf(uri)), memory.keyName(uri), true);
    return keyNamed(keys, name);
  }
}

async function chooseFile(): Promise<vscode.Uri | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t("Open Encrypted Profile"),
      openLabel: vscode.l10n.t("Decrypt"),
    })) ?? [];
  return file;
}
