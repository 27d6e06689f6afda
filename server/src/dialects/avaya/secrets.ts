import { type IsSecret, namedSecrets } from "../../secrets/namedSecrets";
import type { Span } from "../../text/span";

/** As names of settings are written in a text that people read. */
const capitals = /^[A-Z][A-Z\d_]{5,}$/;
const sound = /^(?:SET|ADD)[ \t]+([A-Za-z][\w.-]*)[ \t]+(?:"[^"]*"|[^\s"]+)[ \t]*$/i;
const emptySet = /^\s*#*\s*(?:S+E*T+|ADD|\w{2,4})\s+([A-Za-z][\w.-]*)[\s"=:]*$/i;

/** Everything after a name that sounds like a password, in a line that is not one setting and its value. */
export const secrets = namedSecrets(function* ({ text }, isSecret) {
  let isTornOff = false;
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const [line] = match;
    const at = match.index;
    if (isTornOff && !/^\s*(?:#|SET\s|ADD\s|IF\s|GOTO\s|GET\s|$)/i.test(line))
      yield { start: at, end: at + line.length };
    const empty = emptySet.exec(line)?.[1];
    if (line.trim() !== "" && !line.startsWith("##")) isTornOff = empty !== undefined && isSecret(empty, "x");
    const own = sound.exec(line)?.[1];
    // Words of a text that people read are not names of settings: those are in capitals there.
    const isText = own !== undefined || (line.startsWith("#") && !/^#+\s*(?:S+E*T+|ADD)\s/i.test(line));
    const from = own === undefined ? 0 : line.indexOf(own) + own.length;
    yield* afterNames(line, at, from, isText ? capitals : /^[A-Za-z][\w.-]+$/, isSecret);
  }
});

/** The rest of a line after the first word that is the name of a secret. */
function* afterNames(line: string, at: number, start: number, isName: RegExp, isSecret: IsSecret): Generator<Span> {
  for (const word of line.slice(start).matchAll(/[A-Za-z][\w.-]*/g)) {
    if (!isName.test(word[0])) continue;
    const from = start + word.index + word[0].length;
    const gap = /^[\s=:"',;]*/.exec(line.slice(from))?.[0].length ?? 0;
    const rest = line.slice(from + gap).trimEnd();
    if (rest === "" || !isSecret(word[0], rest)) continue;
    yield { start: at + from + gap, end: at + from + gap + rest.length };
    return;
  }
}
