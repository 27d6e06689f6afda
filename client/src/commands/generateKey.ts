import * as vscode from "vscode";
import { addKey } from "../encryption/chooseKey";
import { copyKey } from "../encryption/copyKey";
import { isTrusted } from "../encryption/encryption";
import { randomKeyingMaterial, randomPassphrase } from "../encryption/randomKey";
import type { Context } from "./context";

interface Wishes {
  readonly kind?: "passphrase" | "keying-material";
  readonly name?: string;
}

interface KindItem extends vscode.QuickPickItem {
  readonly made: "passphrase" | "keying-material";
}

/** Makes a random key and keeps it by name; answers the name. The key is shown nowhere. */
export async function generateKey({ encryption: { keys } }: Context, argument?: unknown): Promise<string | undefined> {
  if (!isTrusted()) return undefined;
  const wishes = (argument ?? {}) as Wishes;
  const kind = wishes.kind ?? (await chooseKind());
  if (!kind) return undefined;
  const key = kind === "passphrase" ? randomPassphrase() : randomKeyingMaterial();
  if (wishes.name !== undefined) {
    // a kept key is never overwritten unasked
    if ((await keys.names()).includes(wishes.name)) return undefined;
    await keys.add(wishes.name, key);
    return wishes.name;
  }
  const kept = await addKey(keys, key);
  if (kept?.name === undefined) return undefined;
  const copy = vscode.l10n.t("Copy Key");
  void vscode.window
    .showInformationMessage(vscode.l10n.t("The key {0} is generated and stored.", kept.name), copy)
    .then((answer) => (answer === copy ? copyKey(kept.key) : undefined));
  return kept.name;
}

async function chooseKind(): Promise<KindItem["made"] | undefined> {
  const items: KindItem[] = [
    {
      label: vscode.l10n.t("Key for --key in a rule"),
      description: vscode.l10n.t("24 letters and digits"),
      made: "passphrase",
    },
    {
      label: vscode.l10n.t("Keying material for IKM_HTTP_Encrypt_Content"),
      description: vscode.l10n.t("16 bytes in base64url"),
      made: "keying-material",
    },
  ];
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t("Generate Key") }))?.made;
}
