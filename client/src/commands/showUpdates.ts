import * as vscode from "vscode";
import type { UpdateQuestion } from "../../../server/src/deployment/updates";
import { hasOffer } from "../dialectLanguages";
import { showNoProfile } from "../profileEditor";
import type { Context } from "./context";

/** Shows what a device fetches by itself as the file in the editor says; resolves to the texts of the page. */
export async function showUpdates({ updates }: Context, argument?: unknown): Promise<readonly string[]> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !hasOffer(document, "updates")) {
    showNoProfile();
    return [];
  }
  // The menu of an editor gives the file itself.
  return updates.show(document, argument instanceof vscode.Uri ? undefined : (argument as UpdateQuestion | undefined));
}
