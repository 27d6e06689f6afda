import path from "node:path";
import type { ExtensionContext, FileSystem, Uri } from "vscode";

type Files = Pick<FileSystem, "readDirectory" | "delete">;

/** The folder for compiled code of this version of the extension in this version of Node; those of others are removed. */
export function compiledFolder({ globalStorageUri, extension }: ExtensionContext, files: Files): string {
  const { version } = extension.packageJSON as { readonly version: string };
  const all = inside(globalStorageUri, "compiled");
  const own = `${version}-${process.versions.node}`;
  void removeOthers(all, own, files);
  return path.join(all.fsPath, own);
}

/** What cannot be removed stays; a later start tries again. */
export async function removeOthers(folder: Uri, own: string, files: Files): Promise<void> {
  const entries = await Promise.resolve(files.readDirectory(folder)).catch(() => []);
  const others = entries.filter(([name]) => name !== own);
  await Promise.allSettled(others.map(([name]) => files.delete(inside(folder, name), { recursive: true })));
}

function inside(folder: Uri, name: string): Uri {
  return folder.with({ path: `${folder.path}/${name}` });
}
