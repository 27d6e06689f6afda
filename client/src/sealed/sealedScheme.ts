import * as vscode from "vscode";

/** Addresses under which encrypted files are edited as plain text. */
export const sealedScheme = "flat-profile-sealed";

/** The address under which an encrypted file is edited as plain text. */
export function plainUri(sealed: vscode.Uri): vscode.Uri {
  return sealed.with({ scheme: sealedScheme, authority: "", query: sealed.toString(), fragment: "" });
}

export function sealedUri(plain: vscode.Uri): vscode.Uri {
  return vscode.Uri.parse(plain.query, true);
}
