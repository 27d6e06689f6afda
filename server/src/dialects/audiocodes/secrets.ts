import type { Segment } from "../../profile/setting";
import { type IsSecret, namedSecrets } from "../../secrets/namedSecrets";
import { rowsOf } from "./read";
import type { Row } from "./rows";

const assignment = /^[ \t]*([A-Za-z\d][\w.-]*)[ \t]*=/;

/** Rows that could not be read, and everything after a name that sounds like a password where it is not one value. */
export const secrets = namedSecrets(function* (segment, isSecret) {
  for (const { cells, isFit, mayBeSecret } of rowsOf(segment))
    if (!isFit && mayBeSecret) yield* cells.filter(({ start, end }) => end > start);
  const harmless = new Set(harmlessRows(segment, rowsOf(segment), isSecret));
  let isTornOff = false;
  for (const match of segment.text.matchAll(/[^\r\n]+/g)) {
    const [line] = match;
    const at = match.index;
    if (harmless.has(at)) isTornOff = false;
    if (harmless.has(at) || line.trim() === "") continue;
    const own = assignment.exec(line);
    const isOther = own !== null || /^[ \t]*(?:[;#[]|FORMAT[ \t]|[A-Za-z]\w*[ \t]+\d+[ \t]*=)/i.test(line);
    if (isTornOff && !isOther) yield { start: at, end: at + line.trimEnd().length };
    const name = own?.[1] ?? /^[ \t]*([A-Za-z]\w*)[ \t]*$/.exec(line)?.[1];
    const isEmpty = own === null || line.slice(own[0].length).trim() === "";
    isTornOff = name !== undefined && isEmpty && isSecret(name, "x");
    yield* afterNames(line, at, own ? own[0].length : 0, own !== null, isSecret);
  }
});

/** Where the rows begin that could be read, in order, unless they have a word that could be the name of a secret. */
function harmlessRows({ text }: Segment, rows: readonly Row[], isSecret: IsSecret): readonly number[] {
  const read = rows.filter(({ isTemplated }) => !isTemplated);
  const words = new Set(read.flatMap(({ start, end }) => text.slice(start, end).split(/[^\w.-]+/)));
  for (const word of words) {
    const letter = word.search(/[A-Za-z]/);
    if (letter >= 0 && isSecret(word.slice(letter), "x")) return [];
  }
  return read.map(({ start }) => start);
}

/** The rest of a line after the first word that is the name of a secret. */
function* afterNames(line: string, at: number, from: number, isValue: boolean, isSecret: IsSecret) {
  // Words of a value, and of a remark that people read, are names only where a value follows them.
  const isText = isValue || /^[ \t]*[;#]/.test(line);
  for (const word of line.slice(from).matchAll(/[A-Za-z][\w.-]*/g)) {
    const start = from + word.index + word[0].length;
    const gap = /^[ \t]*[=:][\s=:"']*|^[\s"',;]*/.exec(line.slice(start))?.[0] ?? "";
    if (isText && !/[=:]/.test(gap)) continue;
    const rest = line.slice(start + gap.length).trimEnd();
    if (rest === "" || !isSecret(word[0], rest)) continue;
    yield { start: at + start + gap.length, end: at + start + gap.length + rest.length };
    return;
  }
}
