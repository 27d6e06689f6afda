import type { TextSource } from "./piecedText";

/** Characters at the start of a file that show how it ends its lines. */
const sample = 65_536;

const known = new WeakMap<TextSource, string>();

/** How most lines of a file end; of as many the first way. A file of one line gets LF. */
export function lineEndOf(text: string | TextSource): string {
  if (typeof text === "string") return mostIn(text);
  let found = known.get(text);
  if (found === undefined) {
    found = mostIn(text.slice(0, sample));
    known.set(text, found);
  }
  return found;
}

function mostIn(text: string): string {
  const counts = new Map<string, number>();
  const lineEnds = /\r\n|\n|\r/g;
  for (let match = lineEnds.exec(text); match && match.index < sample; match = lineEnds.exec(text))
    counts.set(match[0], (counts.get(match[0]) ?? 0) + 1);
  let most = "\n";
  let count = 0;
  for (const [lineEnd, times] of counts) {
    if (times <= count) continue;
    most = lineEnd;
    count = times;
  }
  return most;
}
