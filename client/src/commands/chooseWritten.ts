import * as vscode from "vscode";
import { pickFile } from "../pickFile";

interface Kind {
  /** Of the file's name; the name may also be no more than that. */
  readonly ending: string;
  readonly title: string;
  /** The message when the workspace has no file of this kind. */
  readonly nothing: string;
}

/** A file that people write for one of our pages: the given one, that of the editor, or one that a person chooses. */
export async function chooseWritten(argument: unknown, kind: Kind): Promise<vscode.Uri | undefined> {
  const { ending, title, nothing } = kind;
  const isOfKind = ({ path }: vscode.Uri) => {
    const name = path.toLowerCase();
    return name.endsWith(`.${ending}`) || name.endsWith(`/${ending}`);
  };
  if (argument instanceof vscode.Uri) return argument;
  const active = vscode.window.activeTextEditor?.document.uri;
  if (active && isOfKind(active)) return active;
  const found = await vscode.workspace.findFiles(`**/*${ending}`, "**/node_modules/**", 50);
  const files = found.filter(isOfKind);
  if (files.length > 0) return pickFile(files, title);
  void vscode.window.showInformationMessage(nothing);
  return undefined;
}
