import * as vscode from "vscode";
import { EncryptionFault } from "../../../server/src/encryption/encryptionFault";
import { SaveRefused } from "./saveBytes";

/** Why something failed, without any key: our faults have a message, others are named by their kind alone. */
export function reasonOf(error: unknown): string {
  if (error instanceof EncryptionFault || error instanceof SaveRefused) return error.message;
  if (error instanceof RangeError) return vscode.l10n.t("It decompresses to more than 50 MB.");
  // the file name is in front already
  if (error instanceof Error && error.name === "SaveFault") return error.message.replace(/^.*?: (?=\S)/, "");
  if (error instanceof vscode.FileSystemError)
    return vscode.l10n.t("The file cannot be read or written ({0}).", error.code);
  return vscode.l10n.t("Unexpected error ({0}).", error instanceof Error ? error.name : typeof error);
}
