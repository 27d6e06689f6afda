import * as vscode from "vscode";
import { isProfile } from "../dialectLanguages";
import { showNoProfile } from "../profileEditor";
import { expandedOf } from "./expandedUri";

/** The profile in the editor, also when it is shown expanded there; shows a message when there is none. */
export function activeProfile(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  const source = document && expandedOf(document.uri)?.source;
  if (source) return source;
  if (isProfile(document)) return document.uri;
  showNoProfile();
  return undefined;
}
