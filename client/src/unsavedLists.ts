import * as vscode from "vscode";

/** The document may be a list of phones. */
export function isList({ uri }: vscode.TextDocument): boolean {
  return /\.(?:csv|tsv|txt)$/i.test(uri.path);
}

/** Lists as they are typed: the server sees saved ones only. */
export function unsavedLists(
  addressOf: (uri: vscode.Uri) => string,
): { readonly uri: string; readonly text: string }[] {
  return vscode.workspace.textDocuments
    .filter((each) => each.isDirty && isList(each))
    .map((each) => ({ uri: addressOf(each.uri), text: each.getText() }));
}
