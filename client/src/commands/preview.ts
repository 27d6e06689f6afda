import * as vscode from "vscode";
import type { Context } from "../context";
import { languageId } from "../languageId";

/** Tells beside the editor what the file makes a phone do; resolves to the rules that are told of. */
export async function preview({ preview }: Context): Promise<readonly string[]> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== languageId) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Open a flat-profile file first."));
    return [];
  }
  return preview.panel.show(document);
}
