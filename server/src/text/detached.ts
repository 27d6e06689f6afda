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
