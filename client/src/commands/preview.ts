import * as vscode from "vscode";
import type { Context } from "../context";
import { profileAtHand } from "../preview/profileAtHand";

/** Tells beside the editor what the file makes a phone do; resolves to the rules that are told of. */
export async function preview({ preview }: Context): Promise<readonly string[]> {
  const profile = profileAtHand();
  return profile ? preview.panel.show(await vscode.workspace.openTextDocument(profile)) : [];
}
