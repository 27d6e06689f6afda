import * as vscode from "vscode";
import type { Host } from "./host";

/** The place of a code lens; a command from the palette uses the cursor. */
export interface LensPlace {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

interface FoundPlace {
  readonly document: vscode.TextDocument | undefined;
  readonly position: vscode.Position | undefined;
}

/** The place that a command is about: that of a code lens, otherwise the cursor. */
export async function placeIn(argument: unknown, { ready }: Pick<Host, "ready">): Promise<FoundPlace> {
  const { uri, position } = (argument ?? {}) as Partial<LensPlace>;
  if (typeof uri !== "string" || typeof position?.line !== "number") {
    const editor = vscode.window.activeTextEditor;
    return { document: editor?.document, position: editor?.selection.active };
  }
  const document = await vscode.workspace.openTextDocument((await ready()).protocol2CodeConverter.asUri(uri));
  return { document, position: new vscode.Position(position.line, position.character) };
}
