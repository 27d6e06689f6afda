import * as vscode from "vscode";
import { nameOf } from "../nameOf";

export const renderedScheme = "flat-profile-rendered";

/** The address of what a template makes of the row that is shown at the time. */
export function renderedUri(template: vscode.Uri): vscode.Uri {
  const bare = nameOf(template).replace(/\.(?:j2|jinja2?|tpl|smarty|mustache|hbs)$/i, "");
  const [, stem = bare, ending = ".xml"] = /^(.*)(\.\w+)$/.exec(bare) ?? [];
  const path = `/${stem} (${vscode.l10n.t("rendered")})${ending}`;
  return vscode.Uri.from({ scheme: renderedScheme, path, query: template.toString() });
}

/** The template of a rendered document, and any other document itself. */
export function templateOf(uri: vscode.Uri): vscode.Uri {
  return uri.scheme === renderedScheme ? vscode.Uri.parse(uri.query, true) : uri;
}
