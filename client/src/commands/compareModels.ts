import * as vscode from "vscode";
import type { MatrixPage } from "../matrix/matrixPanel";
import { activeProfile } from "../preview/activeProfile";
import type { Context } from "./context";

interface Wishes {
  /** Of the file in the editor where it is left out. */
  readonly file?: vscode.Uri;
  /** What unsaved edits change. */
  readonly sinceSaved?: boolean;
}

/** Shows what the file makes each model end up with. */
export async function compareModels({ matrix }: Context, argument?: unknown): Promise<MatrixPage | undefined> {
  // The menu of an editor gives the file itself.
  const { file, sinceSaved }: Wishes =
    argument instanceof vscode.Uri ? { file: argument } : ((argument ?? {}) as Wishes);
  const profile = file ?? activeProfile();
  if (!profile) return undefined;
  return matrix.show(await vscode.workspace.openTextDocument(profile), sinceSaved);
}
