/**
 * A copy of `text` that shares no memory with the string it was cut from. Engines keep the whole
 * parent of a slice alive, which for a name out of a large file is the file.
 */
export function detached(text: string): string {
  const copy = ` ${text}`;
  // Reading one character makes the engine join the two parts.
  copy.charCodeAt(0);
  return copy.slice(1);
}

const known = new Map<string, string>();
/** More than the names of all catalogues that are met together. */
const maxKnown = 16_000;

/** One and the same string object for equal texts: maps find it without comparing characters. */
export function interned(text: string): string {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= maxKnown) known.clear();
  const copy = detached(text);
  known.set(copy, copy);
  return copy;
}
