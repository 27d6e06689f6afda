import * as vscode from "vscode";
import type { ImpactBase } from "../../../server/src/protocol/site";
import { expandedOf } from "../preview/expandedUri";
import type { Context } from "./context";

interface Wishes {
  readonly base?: ImpactBase;
}

/** Shows what the changes of the site do to its phones; resolves to the headings of the page. */
export function showImpact({ impact }: Context, argument?: unknown): Promise<readonly string[]> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const file = uri && (expandedOf(uri)?.source ?? uri);
  const { base } = (argument ?? {}) as Wishes;
  return impact.panel.show(file && vscode.workspace.getWorkspaceFolder(file) ? file : undefined, base);
}
