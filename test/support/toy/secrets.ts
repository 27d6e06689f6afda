import { type IsSecret, namedSecrets } from "../../../server/src/secrets/namedSecrets";
import type { Span } from "../../../server/src/text/span";
import { commentIn, nearSet, secondSet, setLine } from "./lines";

/** As names of settings are written in a text that people read. */
const capitals = /^[A-Z][A-Z\d_.-]{5,}$/;

/** Everything after a name that sounds like a password, in a line that is not one setting and its value. */
export const secrets = namedSecrets(function* ({ text, settings }, isSecret) {
  let isTornOff = false;
  const rows = new Set(settings.filter(({ hasName }) => !hasName).map(({ parts }) => lineStart(text, parts.start)));
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const [line] = match;
    const at = match.index;
    const comment = commentIn(line);
    const body = comment < 0 ? line : line.slice(0, comment);
    const set = setLine.exec(body);
    const name = set?.[4];
    if (isTornOff && !set && !nearSet.test(body) && body.trim() !== "") yield { start: at, end: at + body.length };
    if (body.trim() !== "") isTornOff = name !== undefined && (set?.[6] ?? "").trim() === "" && isSecret(name, "x");
    const isSound = set !== null && name !== undefined && !secondSet.test(set[6] ?? "");
    const from = name === undefined ? 0 : body.indexOf(name) + name.length;
    // Words of a text that people read are not names of settings: those are in capitals there.
    const isName = isSound || rows.has(at) ? capitals : /^[A-Za-z][\w.-]+$/;
    yield* afterNames(line, at, { start: from, end: body.length }, isName, isSecret);
    if (comment >= 0) {
      const isLine = /^##\s*S+E*T+\s/i.test(line.slice(comment));
      const names = isLine ? /^[A-Za-z][\w.-]+$/ : capitals;
      yield* afterNames(line, at, { start: comment + 2, end: line.length }, names, isSecret);
    }
  }
});

/** The rest of a line after the first word that is the name of a secret. */
function* afterNames(
  line: string,
  at: number,
  { start, end }: Span,
  isName: RegExp,
  isSecret: IsSecret,
): Generator<Span> {
  for (const word of line.slice(start, end).matchAll(/[A-Za-z][\w.-]*/g)) {
    if (!isName.test(word[0])) continue;
    const from = start + word.index + word[0].length;
    const gap = /^[\s=:"',;]*/.exec(line.slice(from, end))?.[0].length ?? 0;
    const rest = line.slice(from + gap, end).trimEnd();
    if (rest === "" || !isSecret(word[0], rest)) continue;
    yield { start: at + from + gap, end: at + from + gap + rest.length };
    return;
  }
}

function lineStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf("\n", at - 1), text.lastIndexOf("\r", at - 1)) + 1;
}
