import type { Message } from "vscode-languageserver";
import { jsonPartsOf } from "../text/jsonText";

/** A member of a message that is JSON already. */
export interface Written {
  readonly member: "result" | "params";
  readonly parts: readonly string[];
}

/** The answer or the news in a message, when that is JSON already; undefined for all other messages. */
export function writtenIn({ result, params }: Message & { result?: unknown; params?: unknown }): Written | undefined {
  for (const [member, value] of [
    ["result", result],
    ["params", params],
  ] as const) {
    const parts = jsonPartsOf(value);
    if (parts) return { member, parts };
  }
  return undefined;
}
