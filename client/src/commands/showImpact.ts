import * as vscode from "vscode";
import { expandedOf } from "../preview/expandedUri";
import type { Context } from "./context";

/** Shows what the changes of the site do to its phones; resolves to the headings of the page. */
export function showImpact({ impact }: Context): Promise<readonly string[]> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const file = uri && (expandedOf(uri)?.source ?? uri);
  return impact.panel.show(file && vscode.workspace.getWorkspaceFolder(file) ? file : undefined);
}
