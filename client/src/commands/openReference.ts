import * as vscode from "vscode";
import type { ReferenceEntry } from "../../../server/src/protocol/reference";
import { ask } from "../ask";
import { referenceScheme } from "../reference/referencePages";
import type { Context } from "./context";

interface Item extends vscode.QuickPickItem {
  readonly address: string;
}

/** Opens the manual page with an address, or one that a person finds by words. */
export async function openReference({ ready }: Context, asked?: unknown): Promise<void> {
  const address = typeof asked === "string" ? asked : await find(ready);
  if (address === undefined) return;
  const uri = vscode.Uri.from({ scheme: referenceScheme, path: address });
  try {
    await vscode.commands.executeCommand("markdown.showPreview", uri);
  } catch {
    await vscode.window.showTextDocument(uri, { preview: true }); // Markdown is switched off
  }
}

/** The server finds the words in any order; the box shows all that it answers. */
async function find(ready: Context["ready"]): Promise<string | undefined> {
  const box = vscode.window.createQuickPick<Item>();
  box.title = vscode.l10n.t("Open Reference");
  box.placeholder = vscode.l10n.t("Words of a name, of the phone's web page or of what it does");
  let asked = 0;
  const search = async (words: string) => {
    const mine = ++asked;
    box.busy = true;
    const entries = await ask(await ready(), "flatProfile/reference", { words });
    if (mine !== asked) return; // more was typed meanwhile
    box.items = entries.map(itemOf);
    box.busy = false;
  };
  const picked = new Promise<string | undefined>((resolve) => {
    box.onDidAccept(() => {
      resolve(box.activeItems[0]?.address);
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
  });
  box.onDidChangeValue((words) => void search(words).catch(() => undefined));
  box.show();
  await search("");
  return picked;
}

function itemOf({ address, name, label, gist, system, kind }: ReferenceEntry): Item {
  const what = kind === "language" ? vscode.l10n.t("value language") : label;
  return {
    address,
    label: name,
    description: [what, system].filter((part) => part !== "").join(" · "),
    detail: gist,
    alwaysShow: true,
  };
}
