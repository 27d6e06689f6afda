import type * as vscode from "vscode";
import type { FileParams, RuleKeysAnswer } from "../../../server/src/protocol";
import { ask } from "../ask";
import type { Host } from "../host";
import { decodeXml } from "./ruleText";

/** Where the rules of a document have their keys; undefined for what is no flat-profile. */
export async function ruleKeys({ ready }: Host, document: vscode.TextDocument): Promise<RuleKeysAnswer | undefined> {
  const client = await ready();
  const params: FileParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) } };
  const answer = await ask(client, "flatProfile/ruleKeys", params);
  return answer && answer.version === document.version ? answer : undefined;
}

export function textAt(document: vscode.TextDocument, span: { readonly start: number; readonly end: number }): string {
  return decodeXml(document.getText().slice(span.start, span.end));
}
