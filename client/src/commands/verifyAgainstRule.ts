import * as vscode from "vscode";
import type { RuleKeyEntry } from "../../../server/src/preview/ruleKeys";
import { encryptionOf, isProfile } from "../dialectLanguages";
import { chooseKey } from "../encryption/chooseKey";
import { isTrusted, showFault } from "../encryption/encryption";
import { ruleKeys, textAt } from "../encryption/ruleKeys";
import { type Verdict, verifyDecryption } from "../encryption/verifyDecryption";
import { nameOf } from "../nameOf";
import type { Context } from "./context";

interface Wishes {
  readonly file?: vscode.Uri;
}

interface RuleItem extends vscode.QuickPickItem {
  readonly rule: RuleKeyEntry;
}

/** Shows whether a phone with a rule of this profile opens a file; returns the message. */
export async function verifyAgainstRule(context: Context, argument?: unknown): Promise<string | undefined> {
  if (!isTrusted()) return undefined;
  const document = vscode.window.activeTextEditor?.document;
  const answer = isProfile(document) ? await ruleKeys(context, document) : undefined;
  if (!document || !answer || answer.rules.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Open a flat-profile file with a Profile_Rule first."));
    return undefined;
  }
  const rule = await chooseRule(answer.rules);
  if (!rule) return undefined;
  const file = ((argument ?? {}) as Wishes).file ?? (await chooseFile(context, document.uri, rule));
  if (!file) return undefined;
  try {
    const ruleKey = await keyOf(context, document, rule);
    if (ruleKey === undefined) return undefined;
    const keyingMaterial = answer.keyingMaterial && textAt(document, answer.keyingMaterial);
    const verdict = await verifyDecryption(await vscode.workspace.fs.readFile(file), {
      ...(ruleKey !== "" && { ruleKey }),
      ...(keyingMaterial && { keyingMaterial }),
    });
    const message = words(verdict, nameOf(file), rule.parameter);
    context.log.info(message);
    if (verdict.kind !== "opens") void vscode.window.showErrorMessage(message);
    else if (verdict.isSha256) void vscode.window.showWarningMessage(message);
    else void vscode.window.showInformationMessage(message);
    return message;
  } catch (error) {
    return showFault(context, file, error);
  }
}

function words(verdict: Verdict, file: string, parameter: string): string {
  switch (verdict.kind) {
    case "fault":
      return vscode.l10n.t("A phone with this {1} cannot read {0}. {2}", file, parameter, verdict.message);
    case "no-profile":
      return vscode.l10n.t("A phone opens {0} ({1}), but the content is not a flat-profile.", file, verdict.taken);
    case "opens":
      if (verdict.isSha256)
        return vscode.l10n.t(
          "The key of {1} opens {0}, but with SHA-256. Phones expect MD5. Encrypt it with -md md5.",
          file,
          parameter,
        );
      return verdict.needsHeader
        ? vscode.l10n.t(
            "A phone with this profile reads {0} ({1}) if the server sends Content-Encoding: aes128gcm.",
            file,
            verdict.taken,
          )
        : vscode.l10n.t("A phone with this {1} reads {0} ({2}).", file, parameter, verdict.taken);
  }
}

async function chooseRule(rules: readonly RuleKeyEntry[]): Promise<RuleKeyEntry | undefined> {
  const [only] = rules;
  if (rules.length === 1) return only;
  const items = rules.map((rule): RuleItem => ({ label: rule.parameter, description: rule.url, rule }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t("Choose the rule that fetches the file") }))
    ?.rule;
}

async function chooseFile(
  { encryption: { memory } }: Context,
  profile: vscode.Uri,
  { url }: RuleKeyEntry,
): Promise<vscode.Uri | undefined> {
  const last = memory.of(profile)?.target;
  const folder = profile.scheme === "untitled" ? undefined : vscode.Uri.joinPath(profile, "..");
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t("Select the file that the phone fetches from {0}", url),
      openLabel: vscode.l10n.t("Verify"),
      ...(last ? { defaultUri: vscode.Uri.parse(last, true) } : folder && { defaultUri: folder }),
    })) ?? [];
  return file;
}

/** The argument of --key as the phone has it; empty when there is none, undefined when the person gave up. */
async function keyOf(
  { encryption: { keys, memory } }: Context,
  document: vscode.TextDocument,
  { parameter, key }: RuleKeyEntry,
): Promise<string | undefined> {
  if (key.kind === "none") return "";
  if (key.kind !== "computed" && key.span) {
    const text = textAt(document, key.span);
    return encryptionOf(document)?.unescapeArgument(text) ?? text;
  }
  if (key.kind === "literal") return undefined;
  const place = key.kind === "parameter" ? key.name : parameter;
  const bound = memory.phoneKey(document.uri, place);
  const title = vscode.l10n.t("Choose the key that the phone has in {0}", place);
  const chosen = await chooseKey(keys, title, bound, true);
  if (chosen?.name !== undefined) await memory.rememberPhoneKey(document.uri, place, chosen.name);
  return chosen?.key;
}
