import type { Problem } from "../text/span";
import { isReference } from "./entities";
import { bareAmpersand } from "./faults";

/** Reports the `&` of a value that begin no reference, all in one problem; `raw` is the text from `start` to `end`. */
export function findAmpersands(text: string, start: number, end: number, raw: string, problems: Problem[]): void {
  if (!raw.includes("&")) return;
  const bare: number[] = [];
  const marks = /&|<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g;
  for (let match = marks.exec(raw); match; match = marks.exec(raw)) {
    const at = start + match.index;
    if (match[0] === "&" && !isReference(text, at, end)) bare.push(at);
  }
  const first = bare[0];
  if (first === undefined) return;
  const entity = /^&(\w+);/.exec(text.slice(first, first + 20));
  problems.push(bareAmpersand(entity?.[0], first, bare));
}
