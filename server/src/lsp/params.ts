import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { isDocument, isObject, isPosition, isRange } from "../features/paramShapes";

/** What is wrong with the places that a request names; undefined when nothing is. What is absent is not judged. */
export function faultOf(params: unknown): string | undefined {
  if (!isDocumentNamed(params)) return "`textDocument.uri` is missing.";
  const { position, range, positions } = params;
  if (position !== undefined && !isPosition(position)) return "`position` is not a position.";
  if (range !== undefined && !isRange(range)) return "`range` is not a range.";
  if (positions !== undefined && !(Array.isArray(positions) && positions.every(isPosition)))
    return "`positions` are not positions.";
  return undefined;
}

interface DocumentNamed extends Readonly<Record<string, unknown>> {
  readonly textDocument: { readonly uri: string } & Readonly<Record<string, unknown>>;
}

export const isDocumentNamed = (params: unknown): params is DocumentNamed =>
  isObject(params) && isDocument(params.textDocument);

/** The changes of a notification that are changes. */
export function changesOf(raw: unknown): TextDocumentContentChangeEvent[] {
  if (!Array.isArray(raw)) return [];
  return raw.filter(
    (change: unknown): change is TextDocumentContentChangeEvent =>
      isObject(change) && typeof change.text === "string" && (!("range" in change) || isRange(change.range)),
  );
}
