import * as vscode from "vscode";
import { SaveRefused } from "./encryption/saveBytes";
import { nameOf } from "./nameOf";
import { decoded } from "./preview/textOf";

/** Larger files are not read unasked. */
const maxBytes = 5_000_000;

/** An ordinary file, however it came to lie there; undefined for anything else, such as a linked device. */
export async function readUnasked(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  const { fs } = vscode.workspace;
  try {
    return isOrdinary(await fs.stat(uri)) ? await fs.readFile(uri) : undefined;
  } catch {
    return undefined;
  }
}

/** The text of a file that is about to be replaced by more of it; undefined when there is none yet. */
export async function readToChange(uri: vscode.Uri): Promise<string | undefined> {
  const { fs } = vscode.workspace;
  let stat: vscode.FileStat;
  try {
    stat = await fs.stat(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === "FileNotFound") return undefined;
    throw error;
  }
  if (!isOrdinary(stat))
    throw new SaveRefused(vscode.l10n.t("It is not a regular file, or it is too large."), nameOf(uri));
  return decoded(await fs.readFile(uri));
}

function isOrdinary({ type, size }: vscode.FileStat): boolean {
  return (type & vscode.FileType.File) !== 0 && size <= maxBytes;
}
