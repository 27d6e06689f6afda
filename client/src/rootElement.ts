// Recognizes a flat-profile by its first element, ignoring what real files have before it:
// a byte-order mark, text a browser adds, comments, template instructions.

const profileRoots = new Set(["flat-profile", "router-configuration"]);

/** Wrappers are shallow: `<device><flat-profile>`, `<top-level><generator/><flat-profile>`. */
const maxWrappers = 2;

const markup =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<[?%!][\s\S]*?(?:>|$)|<(\/?)([A-Za-z_][\w.:-]*)([^<>]*?)(\/?)>/g;

/** How much of a file is looked at; there can be a long comment before the root. */
export const headLength = 32_768;

/** True when the root element, or an element one or two levels below it, is a flat-profile's. */
export function isFlatProfile(head: string): boolean {
  let depth = 0;
  for (const [, slash, name, , empty] of head.slice(0, headLength).matchAll(markup)) {
    if (name === undefined) continue;
    if (slash) {
      depth--;
      continue;
    }
    if (depth <= maxWrappers && profileRoots.has(name)) return true;
    if (!empty) depth++;
  }
  return false;
}
