import { detached } from "../../../text/detached";
import type { Change } from "./changes";

// A short way to read what most files of single phones are: one profile of elements, without entities, templates,
// sections or faults. Anything else is left to the reader, which gives the same for these; tests compare the two.

const prolog = /\s*(?:<\?xml[^?<>]*\?>\s*)?<flat-profile>/y;
const element = /[ \t\r\n]*<([A-Za-z_][\w.-]*)((?: [A-Za-z][\w-]*="[^"<>&]*")*) ?(?:(\/)>|>([^<>&]*)<\/\1>)/y;
const attribute = / ([A-Za-z][\w-]*)="([^"]*)"/g;
const epilog = /[ \t\r\n]*<\/flat-profile>[ \t\r\n]*$/y;
/** What may be a placeholder, or is read in a way of its own. */
const special = /[^\t\n\r -~]|[{}%#@[\]]|\$[a-z_!]|__[A-Z][A-Z0-9_]*__/;

/** The elements of a plain file; undefined for any other. An element with a name of `sections` is one. */
export function readPlainFile(
  text: string,
  file: string,
  sections: { has(name: string): boolean },
): readonly Change[] | undefined {
  prolog.lastIndex = 0;
  const start = prolog.exec(text);
  if (!start || special.test(text)) return undefined;
  const found: Change[] = [];
  let line = 1;
  let counted = 0;
  let at = prolog.lastIndex;
  for (;;) {
    element.lastIndex = at;
    const match = element.exec(text);
    if (!match) break;
    const name = match[1] as string;
    const value = (match[4] ?? "").trim();
    if (sections.has(name) || name === "flat-profile" || value.includes("\n") || value.includes("\r")) return undefined;
    const offset = text.indexOf("<", at);
    for (let end = text.indexOf("\n", counted); end >= 0 && end < offset; end = text.indexOf("\n", counted)) {
      line++;
      counted = end + 1;
    }
    at = element.lastIndex;
    const change = changeFrom(name, match[2] as string, match[3] !== undefined, value, {
      file,
      line,
      start: offset,
      end: at,
    });
    if (!change) return undefined;
    found.push(change);
  }
  epilog.lastIndex = at;
  return epilog.test(text) ? found : undefined;
}

/** What attributes say, without the elements that have them. */
interface Said {
  readonly ua: string | undefined;
  readonly preserves: boolean;
  readonly prefersUser: boolean;
}

/** Attributes as they are written, each way once: a file has thousands of them and knows a few ways. */
const said = new Map<string, Said | undefined>();
const maxSaid = 200;

function saidBy(attributes: string): Said | undefined {
  let found = said.get(attributes);
  if (found === undefined && !said.has(attributes)) {
    found = readAttributes(attributes);
    if (said.size >= maxSaid) said.clear();
    said.set(detached(attributes), found);
  }
  return found;
}

/** Undefined where they are the reader's business: a value in an attribute, or an attribute twice. */
function readAttributes(attributes: string): Said | undefined {
  const values = new Map<string, string>();
  for (const [, name = "", value = ""] of attributes.matchAll(attribute)) {
    if (name === "value" || values.has(name)) return undefined;
    values.set(name, value);
  }
  return {
    ua: values.get("ua"),
    preserves: values.get("preserve-value") === "y",
    prefersUser: values.get("user-pref") === "y",
  };
}

function changeFrom(
  name: string,
  attributes: string,
  isSelfClosing: boolean,
  text: string,
  at: Change["at"],
): Change | undefined {
  const given = saidBy(attributes);
  if (!given) return undefined;
  const { ua, preserves, prefersUser } = given;
  const isKept = text === "" && isSelfClosing && ua !== undefined;
  return {
    name,
    kind: isKept ? "keep" : text === "" ? "reset" : "set",
    text: text === '""' ? "" : text,
    isUnknown: false,
    access: ua === "na" || ua === "ro" || ua === "rw" ? ua : undefined,
    preserves,
    prefersUser,
    how: "set",
    at,
  };
}
