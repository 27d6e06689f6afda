import type { Change, Placed } from "./changes";

// A short way to read what most files of single phones are: one profile of elements, without entities, templates,
// sections or faults. Anything else is left to the reader, which gives the same for these; tests compare the two.

const prolog = /\s*(?:<\?xml[^?<>]*\?>\s*)?<flat-profile>/y;
const element = /[ \t\r\n]*<([A-Za-z_][\w.-]*)((?: [A-Za-z][\w-]*="[^"<>&]*")*) ?(?:(\/)>|>([^<>&]*)<\/\1>)/y;
const attribute = / ([A-Za-z][\w-]*)="([^"]*)"/g;
const epilog = /[ \t\r\n]*<\/flat-profile>[ \t\r\n]*$/y;
/** What may be a placeholder, or is read in a way of its own. */
const special = /[^\t\n\r -~]|[{}%#@[\]]|\$[a-z_!]|__[A-Z][A-Z0-9_]*__/;

/** The elements of a plain file; undefined for any other. `isSection`: an element of this name is a section. */
export function readPlainFile(
  text: string,
  file: string,
  isSection: (name: string) => boolean,
): readonly Placed[] | undefined {
  prolog.lastIndex = 0;
  const start = prolog.exec(text);
  if (!start || special.test(text)) return undefined;
  const found: Placed[] = [];
  let line = 1;
  let counted = 0;
  const lineAt = (offset: number) => {
    for (let at = text.indexOf("\n", counted); at >= 0 && at < offset; at = text.indexOf("\n", counted)) {
      line++;
      counted = at + 1;
    }
    return line;
  };
  let at = prolog.lastIndex;
  for (;;) {
    element.lastIndex = at;
    const match = element.exec(text);
    if (!match) break;
    const [whole, name = "", attributes = "", selfClosing, content = ""] = match;
    if (isSection(name) || /[\r\n]/.test(content.trim())) return undefined;
    const offset = at + whole.indexOf("<");
    at = element.lastIndex;
    const place = { file, line: lineAt(offset), start: offset, end: at };
    const change = changeFrom(name, attributes, selfClosing !== undefined, content, place);
    if (!change) return undefined;
    found.push({ offset, change });
  }
  epilog.lastIndex = at;
  return epilog.test(text) ? found : undefined;
}

function changeFrom(
  name: string,
  attributes: string,
  isSelfClosing: boolean,
  content: string,
  at: Change["at"],
): Change | undefined {
  const text = content.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
  let ua: string | undefined;
  let preserves = false;
  let prefersUser = false;
  if (attributes !== "") {
    const names = new Set<string>();
    for (const [, attributeName = "", value = ""] of attributes.matchAll(attribute)) {
      // A value in an attribute, or an attribute twice, is the reader's business.
      if (attributeName === "value" || names.has(attributeName)) return undefined;
      names.add(attributeName);
      if (attributeName === "ua") ua = value;
      else if (attributeName === "preserve-value") preserves = value === "y";
      else if (attributeName === "user-pref") prefersUser = value === "y";
    }
  }
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
