import type { Message } from "vscode-languageserver";
import { jsonPartsOf } from "../text/jsonText";

/** The answer in a message that is JSON already, in parts; undefined for all other messages. */
export function writtenAnswer(message: Message & { readonly result?: unknown }): readonly string[] | undefined {
  return jsonPartsOf(message.result);
}
