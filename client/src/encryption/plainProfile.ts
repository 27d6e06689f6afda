import * as vscode from "vscode";
import { inspect, inspectedLength } from "../../../server/src/encryption/inspect";
import { encryptionOf, inItsLanguage, isProfile } from "../dialectLanguages";
import type { Host } from "../host";
import { nameOf } from "../nameOf";
import { showNoProfile } from "../profileEditor";
import { SaveRefused } from "./saveBytes";

/** The profile that a command is for: a file named by a menu, or what is in the editor, saved or not. */
export async function profileToUse(uri: vscode.Uri | undefined): Promise<vscode.TextDocument | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  if (uri === undefined || uri.toString() === active?.uri.toString()) {
    if (!active) showNoProfile();
    return active;
  }
  const head = (await vscode.workspace.fs.readFile(uri)).subarray(0, inspectedLength);
  const { kind } = inspect(head);
  if (kind !== "text" && kind !== "empty")
    throw new SaveRefused(vscode.l10n.t("The file is already encrypted or compressed."));
  return inItsLanguage(await vscode.workspace.openTextDocument(uri));
}

/** The bytes that saving the document would write. */
export async function bytesOf(document: vscode.TextDocument): Promise<Uint8Array> {
  if (!document.isDirty && !document.isUntitled) return vscode.workspace.fs.readFile(document.uri);
  const text = document.getText();
  const encoding = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)/.exec(text)?.[1];
  if (encoding !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(encoding) && !document.isUntitled)
    throw new SaveRefused(
      vscode.l10n.t("Save the file first, so that it is written in its declared encoding {0}.", encoding),
    );
  return new TextEncoder().encode(text);
}

/** False when the profile has errors, or is none, and the person does not want it all the same. */
export async function isFit(host: Host, document: vscode.TextDocument): Promise<boolean> {
  const name = nameOf(document.uri);
  if (isProfile(document) && !encryptionOf(document)) return isSure(vscode.l10n.t("Phones cannot decrypt {0}.", name));
  if (!isProfile(document)) return isSure(vscode.l10n.t("{0} is not a flat-profile. Phones do not read it.", name));
  const count = await errorCount(host, document);
  if (count === 0) return true;
  return isSure(
    count === 1
      ? vscode.l10n.t("{0} has an error. Phones may reject it.", name)
      : vscode.l10n.t("{0} has {1} errors. Phones may reject it.", name, count),
  );
}

interface DiagnosticReport {
  readonly items?: readonly { readonly severity?: number }[];
}

/** Errors the server finds now, whether or not they are on the screen yet. */
export async function errorCount({ ready }: Host, document: vscode.TextDocument): Promise<number> {
  const client = await ready();
  const textDocument = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const report = await client.sendRequest<DiagnosticReport | null>("textDocument/diagnostic", { textDocument });
  return report?.items?.filter(({ severity }) => severity === 1).length ?? 0;
}

async function isSure(message: string): Promise<boolean> {
  const yes = vscode.l10n.t("Encrypt Anyway");
  return (await vscode.window.showWarningMessage(message, { modal: true }, yes)) === yes;
}
