import * as vscode from "vscode";
import { hasOffer } from "../dialectLanguages";
import { showNoProfile } from "../profileEditor";
import type { Context } from "./context";

/** Shows what the file in the editor makes the phones of a list do; resolves to the headings of the page. */
export async function showFleet({ fleet }: Context): Promise<readonly string[]> {
  const document = vscode.window.activeTextEditor?.document;
  if (document && hasOffer(document, "fleet")) return fleet.show(document);
  showNoProfile();
  return [];
}
