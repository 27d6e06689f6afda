import * as vscode from "vscode";
import { collect, sourceOf } from "../../../server/src/encryption/bytes";
import { nameOf } from "../nameOf";
import { isSame } from "./recipe";

/** Replaces a file as a whole once it is verified; on a fault the old file is as it was. */
export type SaveBytes = (target: vscode.Uri, bytes: Uint8Array, how: HowToSave) => Promise<void>;
interface HowToSave {
  /** Faults when what was written is not what was meant. */
  readonly verify: Verify;
  /** Writes the file that a symbolic link points to; else links are refused. Only Node can do so. */
  readonly followLinks?: boolean;
}
export type Verify = (written: AsyncIterable<Uint8Array>) => Promise<void>;

/** A save that was refused; its message is shown unchanged. */
export class SaveRefused extends Error {
  override name = "SaveRefused";

  constructor(
    reason: string,
    /** Its name, for those who do not have it. */
    readonly file?: string,
  ) {
    super(reason);
  }
}

/** Saves what is not encrypted: a text or a sound, in a folder that may not exist yet. */
export async function saveFile(save: SaveBytes, target: vscode.Uri, bytes: Uint8Array): Promise<void> {
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(target, ".."));
  const verify: Verify = async (written) => {
    if (!isSame(await collect(written), bytes))
      throw new SaveRefused(vscode.l10n.t("The written data is wrong. The old file is unchanged."));
  };
  try {
    await save(target, bytes, { verify, followLinks: true });
  } catch (error) {
    throw error instanceof SaveRefused ? new SaveRefused(error.message, nameOf(target)) : error;
  }
}

/** For file systems that only the editor reaches: a draft beside the target takes its name at the end. */
export async function saveThroughEditor(target: vscode.Uri, bytes: Uint8Array, { verify }: HowToSave): Promise<void> {
  const { fs } = vscode.workspace;
  const old = await existing(target);
  if (old && (old.type & vscode.FileType.SymbolicLink) !== 0)
    throw new SaveRefused(vscode.l10n.t("It is a symbolic link. Choose the file that it points to."));
  if (old && (old.type & vscode.FileType.Directory) !== 0) throw new SaveRefused(vscode.l10n.t("It is a folder."));
  if (old?.permissions === vscode.FilePermission.Readonly) throw new SaveRefused(vscode.l10n.t("It is read-only."));
  const name = nameOf(target);
  const random = Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(16).padStart(2, "0"));
  const draft = vscode.Uri.joinPath(target, `../.${name.slice(0, 100)}.${random.join("")}.tmp`);
  try {
    await fs.writeFile(draft, bytes);
    await verify(sourceOf(await fs.readFile(draft)));
    await fs.rename(draft, target, { overwrite: true });
  } catch (error) {
    // Some file systems take the old file away before they rename; then the draft is all there is.
    if (old && !(await existing(target)))
      throw new SaveRefused(
        vscode.l10n.t("It could not be replaced. The complete new content is in {0}.", nameOf(draft)),
      );
    await fs.delete(draft).then(undefined, () => undefined); // it may not have come into being
    throw error;
  }
}

async function existing(target: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(target);
  } catch {
    return undefined; // it is new
  }
}

/** Reads all of `written` for a comparison. */
export function readBack(written: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return collect(written);
}
