import type { Problem } from "../../text/span";
import { isReference } from "../../xml/entities";
import { bareAmpersand } from "./faults";

/** Reports the `&` of a value that begin no reference, all in one problem; `raw` is the text from `start` to `end`. */
export function findAmpersands(text: string, start: number, end: number, raw: string, problems: Problem[]): void {
  if (!raw.includes("&")) return;
  const bare: number[] = [];
  for (let at = text.indexOf("&", start); at >= 0 && at < end; at = text.indexOf("&", at + 1)) {
    if (isReference(text, at, end) || inCommentOrCdata(text, start, at)) continue;
    bare.push(at);
  }
  const first = bare[0];
  if (first === undefined) return;
  const entity = /^&(\w+);/.exec(text.slice(first, first + 20));
  problems.push(bareAmpersand(entity?.[0], first, bare));
}

function inCommentOrCdata(text: string, start: number, at: number): boolean {
  for (const [open, close] of [
    ["<!--", "-->"],
    ["<![CDATA[", "]]>"],
  ] as const) {
    const from = text.lastIndexOf(open, at);
    if (from >= start && text.indexOf(close, from) >= at) return true;
  }
  return false;
}
