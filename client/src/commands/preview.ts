import * as vscode from "vscode";
import { activeProfile } from "../preview/activeProfile";
import type { Context } from "./context";

/** Shows next to the editor what a phone does with the file; resolves to the rules that are shown. */
export async function preview({ preview }: Context): Promise<readonly string[]> {
  const profile = activeProfile();
  return profile ? preview.panel.show(await vscode.workspace.openTextDocument(profile)) : [];
}
