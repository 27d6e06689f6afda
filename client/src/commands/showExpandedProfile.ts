import * as vscode from "vscode";
import type { Context } from "../context";
import { profileAtHand } from "../preview/profileAtHand";

/** Opens the profile as the chosen device sees it, beside the one that is edited. */
export async function showExpandedProfile({ preview: { expanded } }: Context): Promise<void> {
  const profile = profileAtHand();
  if (!profile) return;
  const document = await vscode.workspace.openTextDocument(expanded.addressOf(profile));
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}
