// Recognizes a flat-profile by its first element, ignoring what real files have before it:
// a byte-order mark, text a browser adds, comments, template instructions.

/** Wrappers are shallow: `<device><flat-profile>`, `<top-level><generator/><flat-profile>`. */
const maxWrappers = 2;

/** Comments and instructions, our root (also with its `>` or its quotes broken), and other tags. */
const markup =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<[?%!][\s\S]*?(?:>|$)|<((?:[A-Za-z][\w.-]{0,40}:)?(?:flat-profile|router-configuration)(?=[\s/>\u201c\u201d]|$))|<(\/?)([A-Za-z_][\w.:-]*)([^<>]*?)(\/?)>/g;

/** True when the root element, or an element one or two levels below it, is a flat-profile's. */
export function hasProfileRoot(head: string): boolean {
  let depth = 0;
  for (const [, root, slash, name, , empty] of head.matchAll(markup)) {
    if (root !== undefined && depth <= maxWrappers) return true;
    if (slash) depth--;
    else if ((root ?? name) !== undefined && !empty) depth++;
  }
  return false;
}
