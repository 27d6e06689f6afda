import * as vscode from "vscode";
import { encryptedScheme, encryptedUri } from "../encryption/encryptedScheme";

export const expandedScheme = "flat-profile-expanded";

/** An invented phone of the profile's family. */
export const typicalKey = "typical";

interface ExpandedOf {
  readonly source: vscode.Uri;
  /** Key of a device, or `typical`; empty for the one that is chosen at the time. */
  readonly key: string;
}

/** The address of a profile as a device sees it; `title` is what the tab calls it. */
export function expandedUri(source: vscode.Uri, key: string, title: string): vscode.Uri {
  const { path } = source;
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  return vscode.Uri.from({
    scheme: expandedScheme,
    path: `/${stem} (${title.replace(/[/\\]/g, "-")})${ending}`,
    query: JSON.stringify([source.toString(), key]),
  });
}

export function expandedOf(uri: vscode.Uri): ExpandedOf | undefined {
  if (uri.scheme !== expandedScheme) return undefined;
  try {
    const [source, key]: unknown[] = JSON.parse(uri.query);
    return { source: vscode.Uri.parse(String(source), true), key: String(key) };
  } catch {
    return undefined; // not made by us
  }
}

/** Where the file lies that a document shows: itself, the source of an expanded profile, the file that was decrypted. */
export function homeOf(uri: vscode.Uri): vscode.Uri {
  const source = expandedOf(uri)?.source ?? uri;
  return source.scheme === encryptedScheme ? encryptedUri(source) : source;
}
