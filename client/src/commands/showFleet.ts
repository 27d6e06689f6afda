import * as vscode from "vscode";
import { hasOffer } from "../dialectLanguages";
import { showNoProfile } from "../profileEditor";
import type { Context } from "./context";

/** Shows what the file in the editor makes the phones of a list do; resolves to the headings of the page. */
export async function showFleet({ fleet }: Context): Promise<readonly string[]> {
  const active = vscode.window.activeTextEditor?.document;
  // The list, or the page itself, may be in front.
  const document = active && hasOffer(active, "fleet") ? active : fleet.document;
  if (document) return fleet.show(document);
  showNoProfile();
  return [];
}
