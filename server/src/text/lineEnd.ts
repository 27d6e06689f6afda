import type { TextSource } from "./piecedText";

/** Characters at the start of a file that show how it ends its lines. */
const sample = 65_536;

/** How most lines of a file end; of as many the first way. A file of one line gets LF. */
export function lineEndOf(source: TextSource): string {
  const counts = new Map<string, number>();
  for (const [lineEnd] of source.slice(0, sample).matchAll(/\r\n|\n|\r/g))
    counts.set(lineEnd, (counts.get(lineEnd) ?? 0) + 1);
  let most = "\n";
  let count = 0;
  for (const [lineEnd, times] of counts) {
    if (times <= count) continue;
    most = lineEnd;
    count = times;
  }
  return most;
}
