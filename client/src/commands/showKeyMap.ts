import * as vscode from "vscode";
import { hasOffer } from "../dialectLanguages";
import type { KeyMapPage } from "../keyMap/keyMapPanel";
import { showNoProfile } from "../profileEditor";
import type { Context } from "./context";

/** Shows the keys that the file programs. */
export async function showKeyMap({ keyMap }: Context, argument?: unknown): Promise<KeyMapPage | undefined> {
  const document =
    argument instanceof vscode.Uri
      ? await vscode.workspace.openTextDocument(argument)
      : vscode.window.activeTextEditor?.document;
  if (document && hasOffer(document, "keys")) return keyMap.show(document);
  showNoProfile();
  return undefined;
}
