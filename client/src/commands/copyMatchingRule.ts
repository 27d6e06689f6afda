import * as vscode from "vscode";
import type { FileEncryption } from "../../../server/src/dialects/dialectFiles";
import { encryptionOf, firstEncryption, isProfile } from "../dialectLanguages";
import { copyKey } from "../encryption/copyKey";
import { isTrusted, showFault } from "../encryption/encryption";
import { beside } from "../encryption/neighbourUrl";
import { recipe } from "../encryption/recipe";
import { ruleKeys } from "../encryption/ruleKeys";
import { SaveRefused } from "../encryption/saveBytes";
import { nameOf } from "../nameOf";
import type { Context } from "./context";

interface Item extends vscode.QuickPickItem {
  readonly place: "hidden" | "inside";
}

/** Copies the Profile_Rule that makes a phone fetch and open what the profile in the editor was encrypted to. */
export async function copyMatchingRule(context: Context): Promise<void> {
  if (!isTrusted()) return;
  const document = vscode.window.activeTextEditor?.document;
  const last = document && context.encryption.memory.of(document.uri);
  const encryption = document && (encryptionOf(document) ?? firstEncryption());
  if (!document || !last || !encryption) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Encrypt the profile first."));
    return;
  }
  const how = last.recipe ?? recipe("aes-256-cbc");
  const rules = isProfile(document) ? (await ruleKeys(context, document))?.rules : undefined;
  const url = beside(rules?.[0]?.url, nameOf(vscode.Uri.parse(last.target, true)));
  if (how.encryption !== "aes-256-cbc") {
    await vscode.env.clipboard.writeText(encryption.rule(url, undefined));
    if (how.encryption === "aes128gcm")
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          "The rule is copied. It contains no key. The phone needs the key in IKM_HTTP_Encrypt_Content, and the server must send Content-Encoding: aes128gcm.",
        ),
      );
    return;
  }
  const place = await choosePlace(encryption, last.keyName);
  if (place === "hidden") await vscode.env.clipboard.writeText(encryption.rule(url, encryption.hiddenArgument));
  if (place !== "inside") return;
  const key = await context.encryption.keys.get(last.keyName);
  const argument = key === undefined ? undefined : encryption.argumentOf(key);
  if (argument === undefined) {
    const reason =
      key === undefined
        ? vscode.l10n.t("The key {0} is not stored anymore.", last.keyName)
        : vscode.l10n.t(
            "A rule cannot contain the key {0}, because it has a quotation mark or a bracket.",
            last.keyName,
          );
    showFault(context, document.uri, new SaveRefused(reason));
    return;
  }
  await copyKey(encryption.rule(url, argument));
}

async function choosePlace({ hiddenArgument }: FileEncryption, keyName: string): Promise<Item["place"] | undefined> {
  const items: Item[] = [
    {
      label: `[--key ${hiddenArgument}]`,
      description: vscode.l10n.t("without the key"),
      detail: vscode.l10n.t("Phones need the key {0} in GPP_SA. Its value is never shown.", keyName),
      place: "hidden",
    },
    {
      label: "[--key ••••]",
      description: vscode.l10n.t("with the key"),
      detail: vscode.l10n.t("The clipboard is cleared after a minute. The phone's web page shows the rule."),
      place: "inside",
    },
  ];
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t("Copy Matching Profile_Rule") }))?.place;
}
