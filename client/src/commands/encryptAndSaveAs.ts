import * as vscode from "vscode";
import { chooseKey, keyNamed } from "../encryption/chooseKey";
import { encryptedScheme, encryptedUri } from "../encryption/encryptedScheme";
import { isTrusted, showFault } from "../encryption/encryption";
import { bytesOf, isFit, profileToUse } from "../encryption/plainProfile";
import { type Recipe, recipe, recipeName } from "../encryption/recipe";
import { SaveRefused } from "../encryption/saveBytes";
import { nameOf } from "../nameOf";
import type { Context } from "./context";

/** What a keybinding may settle beforehand; everything else is asked for. */
interface Wishes {
  readonly uri?: vscode.Uri;
  /** The name of a key that is kept. */
  readonly key?: string;
  readonly recipe?: Recipe;
  readonly target?: vscode.Uri;
}

/** Encrypts a profile, saved or not, to a file that phones take; answers the file. */
export async function encryptAndSaveAs(context: Context, argument?: unknown): Promise<vscode.Uri | undefined> {
  if (!isTrusted()) return undefined;
  const wishes: Wishes = argument instanceof vscode.Uri ? { uri: argument } : ((argument ?? {}) as Wishes);
  let shown = wishes.target ?? wishes.uri ?? vscode.Uri.file("/");
  try {
    const document = await profileToUse(wishes.uri);
    if (!document) return undefined;
    shown = document.uri;
    const plain = await bytesOf(document);
    if (!(await isFit(context, document))) return undefined;
    return await encrypt(context, document.uri, plain, wishes, (target) => {
      shown = target;
    });
  } catch (error) {
    showFault(context, shown, error);
    return undefined;
  }
}

async function encrypt(
  { encryption: { keys, memory, save }, log }: Context,
  profile: vscode.Uri,
  plain: Uint8Array,
  wishes: Wishes,
  onTarget: (target: vscode.Uri) => void,
): Promise<vscode.Uri | undefined> {
  const last = memory.of(profile);
  const how = wishes.recipe ?? (await chooseRecipe(last?.recipe));
  if (!how) return undefined;
  const chosen = await keyFor(wishes.key);
  if (!chosen?.name) return undefined;
  const target =
    wishes.target ??
    (await vscode.window.showSaveDialog({
      title: vscode.l10n.t("Encrypt and Save As"),
      defaultUri: last ? vscode.Uri.parse(last.target, true) : twinOf(profile),
    }));
  if (!target) return undefined;
  onTarget(target);
  if (target.toString() === profile.toString())
    throw new SaveRefused(vscode.l10n.t("This is the unencrypted file itself. Choose another name."));
  await save(target, plain, chosen.key, how);
  await memory.remember(profile, {
    recipe: how,
    target: target.toString(),
    keyName: chosen.name,
    onSave: last?.onSave ?? false,
  });
  await memory.rememberKeyName(target, chosen.name);
  log.info(`${nameOf(target)} has been written: ${recipeName(how)}`);
  void offerNext(nameOf(target), recipeName(how));
  return target;

  async function keyFor(name: string | undefined) {
    if (name === undefined) return chooseKey(keys, vscode.l10n.t("Choose the key for encryption"), last?.keyName);
    return keyNamed(keys, name);
  }
}

async function offerNext(name: string, how: string): Promise<void> {
  const copyRule = vscode.l10n.t("Copy Matching Profile_Rule");
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t("Saved {0} ({1}) and verified that it decrypts to the profile.", name, how),
    copyRule,
  );
  if (answer === copyRule) await vscode.commands.executeCommand("flatProfile.copyMatchingRule");
}

interface RecipeItem extends vscode.QuickPickItem {
  readonly recipe: Recipe;
}

async function chooseRecipe(last: Recipe | undefined): Promise<Recipe | undefined> {
  const cbc = vscode.l10n.t("for --key in a rule, all phones");
  const gcm = vscode.l10n.t("for IKM_HTTP_Encrypt_Content, firmware 11.2(3) and later");
  const header = vscode.l10n.t("The server must send Content-Encoding: aes128gcm.");
  const item = (how: Recipe, description: string, detail?: string): RecipeItem => ({
    label: recipeName(how),
    description,
    ...(detail && { detail }),
    recipe: how,
  });
  const items = [
    item(recipe("aes-256-cbc", { gzip: true }), cbc),
    item(recipe("aes-256-cbc"), cbc),
    item(recipe("aes128gcm", { gzip: true }), gcm, header),
    item(recipe("aes128gcm"), gcm, header),
    item(
      recipe("aes-256-cbc", { digest: "sha256" }),
      vscode.l10n.t("for other programs"),
      vscode.l10n.t("The default of openssl 1.1.0 and later. The phone documents require MD5."),
    ),
  ];
  const known = items.findIndex(({ label }) => last && label === recipeName(last));
  const sorted = known < 0 ? items : [...items.slice(known, known + 1), ...items.filter((_, i) => i !== known)];
  const picked = await vscode.window.showQuickPick(sorted, { title: vscode.l10n.t("Choose the encryption") });
  return picked?.recipe;
}

/** `phone.xml` becomes `phone.cfg`, and what is called so already `phone.enc.cfg`. */
function twinOf(profile: vscode.Uri): vscode.Uri {
  const plain = profile.scheme === encryptedScheme ? encryptedUri(profile) : profile;
  const name = nameOf(plain) || "profile";
  const stem = name.replace(/\.[^.]*$/, "");
  const twin = /\.cfg$/i.test(name) ? `${stem}.enc.cfg` : `${stem}.cfg`;
  if (plain.scheme !== "untitled") return vscode.Uri.joinPath(plain, "..", twin);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder ? vscode.Uri.joinPath(folder, twin) : vscode.Uri.file(`/${twin}`);
}
