import dialects from "dialect-files";
import * as vscode from "vscode";
import { fileGlobs } from "../../../server/src/dialects/recognize";

/** More files are not listed. */
const maxFiles = 2_000;

/** Files of the workspace that may have settings, by name. */
export async function workspaceProfiles(): Promise<readonly vscode.Uri[]> {
  const glob = `{${fileGlobs(dialects).join(",")}}`;
  const found = await vscode.workspace.findFiles(glob, "**/node_modules/**", maxFiles);
  return [...found].sort((a, b) => (a.path < b.path ? -1 : 1));
}
