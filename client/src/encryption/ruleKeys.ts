import type * as vscode from "vscode";
import type { FileParams, RuleKeysAnswer } from "../../../server/src/protocol";
import { ask } from "../ask";
import { encryptionOf } from "../dialectLanguages";
import type { Host } from "../host";

/** Where the rules of a document have their keys; undefined for a file without such rules. */
export async function ruleKeys({ ready }: Host, document: vscode.TextDocument): Promise<RuleKeysAnswer | undefined> {
  const client = await ready();
  const params: FileParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) } };
  const answer = await ask(client, "flatProfile/ruleKeys", params);
  return answer && answer.version === document.version ? answer : undefined;
}

/** The text at a place of the answer, as phones read it. */
export function textAt(document: vscode.TextDocument, span: { readonly start: number; readonly end: number }): string {
  const raw = document.getText().slice(span.start, span.end);
  return encryptionOf(document)?.decode(raw) ?? raw;
}
