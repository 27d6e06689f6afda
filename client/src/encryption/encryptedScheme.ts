import * as vscode from "vscode";

/** Addresses under which encrypted files are edited as plain text. */
export const encryptedScheme = "flat-profile-encrypted";

/** The address under which an encrypted file is edited as plain text. */
export function plainUri(encrypted: vscode.Uri): vscode.Uri {
  return encrypted.with({ scheme: encryptedScheme, authority: "", query: encrypted.toString(), fragment: "" });
}

export function encryptedUri(plain: vscode.Uri): vscode.Uri {
  return vscode.Uri.parse(plain.query, true);
}
