import * as vscode from "vscode";
import type { Context } from "./context";
import { learnFrom } from "./learnParameters";

/** Describes one name of a profile in the workspace's own file of parameters: the command of a quick fix. */
export async function addParameter(context: Context, argument?: unknown): Promise<void> {
  const { uri, name, path } = (argument ?? {}) as Readonly<Record<string, unknown>>;
  const document = vscode.workspace.textDocuments.find(
    (each) => each.uri.toString() === vscode.Uri.parse(String(uri)).toString(),
  );
  if (!document || typeof name !== "string" || typeof path !== "string") return;
  await learnFrom(context, document, { name, path });
}
