import * as vscode from "vscode";
import type { KeyStore } from "./keyStore";
import { randomPassphrase } from "./randomKey";
import { SaveRefused } from "./saveBytes";

/** A key in use; one that is not kept has no name. */
interface ChosenKey {
  readonly name?: string;
  readonly key: string;
}

interface Item extends vscode.QuickPickItem {
  readonly choice: "kept" | "add" | "generate" | "once";
}

const remove: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon("trash"),
  tooltip: vscode.l10n.t("Delete this key"),
};

/** The key of this name; refuses when none is kept under it. */
export async function keyNamed(keys: KeyStore, name: string): Promise<ChosenKey & { readonly name: string }> {
  const key = await keys.get(name);
  if (key === undefined) throw new SaveRefused(vscode.l10n.t("The key {0} does not exist.", name));
  return { name, key };
}

/** Asks for a key: one that is kept, a new one, or one for this time only. */
export async function chooseKey(
  keys: KeyStore,
  title: string,
  suggested?: string,
  mayUseOnce = false,
): Promise<ChosenKey | undefined> {
  const item = await pick(keys, title, suggested, mayUseOnce);
  switch (item?.choice) {
    case "kept": {
      const key = await keys.get(item.label);
      return key === undefined ? undefined : { name: item.label, key };
    }
    case "add":
      return addKey(keys);
    case "generate":
      return addKey(keys, randomPassphrase());
    case "once": {
      const key = await askKey(title);
      return key === undefined ? undefined : { key };
    }
    default:
      return undefined;
  }
}

/** Keeps `key`, or one that is typed, under a name that is asked for. */
export async function addKey(keys: KeyStore, key?: string): Promise<ChosenKey | undefined> {
  const names = new Set(await keys.names());
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t("Name the key"),
    prompt: vscode.l10n.t("Lists show this name, never the key."),
    ignoreFocusOut: true,
    validateInput: (text) => {
      if (text.trim() === "") return vscode.l10n.t("Enter a name.");
      return names.has(text.trim()) ? vscode.l10n.t("A key with this name exists.") : undefined;
    },
  });
  if (name === undefined) return undefined;
  const kept = key ?? (await askKey(vscode.l10n.t("Key {0}", name.trim())));
  if (kept === undefined) return undefined;
  await keys.add(name.trim(), kept);
  return { name: name.trim(), key: kept };
}

function askKey(title: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t("The text after --key in the rule, or the value of IKM_HTTP_Encrypt_Content"),
    password: true,
    ignoreFocusOut: true,
    validateInput: (text) => {
      if (text === "") return vscode.l10n.t("Enter a key.");
      if (text.length >= 10) return undefined;
      return {
        message: vscode.l10n.t("Short keys can be guessed. Use 16 characters or more."),
        severity: vscode.InputBoxValidationSeverity.Warning,
      };
    },
  });
}

async function pick(
  keys: KeyStore,
  title: string,
  suggested: string | undefined,
  mayUseOnce: boolean,
): Promise<Item | undefined> {
  const box = vscode.window.createQuickPick<Item>();
  box.title = title;
  box.placeholder = vscode.l10n.t("Keys are in the editor's secret storage");
  const list = async () => {
    const names = [...(await keys.names())].sort((a, b) => Number(b === suggested) - Number(a === suggested));
    const kept = names.map(
      (label): Item => ({
        label,
        choice: "kept",
        buttons: [remove],
        ...(label === suggested && { description: vscode.l10n.t("last used for this file") }),
      }),
    );
    box.items = [
      ...kept,
      { label: vscode.l10n.t("$(add) Add a Key…"), choice: "add", alwaysShow: true },
      { label: vscode.l10n.t("$(sparkle) Generate a Key…"), choice: "generate", alwaysShow: true },
      ...(mayUseOnce
        ? [
            {
              label: vscode.l10n.t("$(key) Enter a Key for This Time Only…"),
              choice: "once",
              alwaysShow: true,
            } as const,
          ]
        : []),
    ];
  };
  try {
    await list();
    return await new Promise<Item | undefined>((resolve) => {
      box.onDidAccept(() => resolve(box.selectedItems[0]));
      box.onDidHide(() => resolve(undefined));
      box.onDidTriggerItemButton(async ({ item }) => {
        box.ignoreFocusOut = true; // the question takes the focus
        if (await isSureToDelete(item.label)) await keys.delete(item.label);
        await list();
        box.ignoreFocusOut = false;
      });
      box.show();
    });
  } finally {
    box.dispose();
  }
}

export async function isSureToDelete(name: string): Promise<boolean> {
  const yes = vscode.l10n.t("Delete");
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t("Delete the key {0}? Files encrypted with it cannot be opened without it.", name),
    { modal: true },
    yes,
  );
  return answer === yes;
}
