import * as vscode from "vscode";
import { hasOffer } from "../dialectLanguages";
import { showNoProfile } from "../profileEditor";
import type { Context } from "./context";

/** Compares the dump in the editor with what its phone fetches; resolves to the headings of the page. */
export async function compareDump({ drift }: Context, against?: unknown): Promise<readonly string[]> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !hasOffer(document, "dumps")) {
    showNoProfile();
    return [];
  }
  return drift.show(document, against instanceof vscode.Uri ? against : undefined);
}
