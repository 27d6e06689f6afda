import * as vscode from "vscode";
import { hasOffer } from "../dialectLanguages";
import { showNoProfile } from "../profileEditor";
import { chooseExport } from "../replacement/chooseExport";
import type { Context } from "./context";

/** Shows what the file in the editor takes from a running device; resolves to the headings of the page. */
export async function compareRunning({ replacement }: Context, argument?: unknown): Promise<readonly string[]> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !hasOffer(document, "updates")) {
    showNoProfile();
    return [];
  }
  const file = document.uri;
  // The menu of an editor gives the file itself.
  const { running } = argument instanceof vscode.Uri ? {} : ((argument ?? {}) as { readonly running?: vscode.Uri });
  const chosen = running ?? (await chooseExport(file));
  return chosen ? replacement.show({ file, running: chosen }) : [];
}
