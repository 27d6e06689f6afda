import { printable } from "./printable";

/** What `paint` and the progress line write themselves: colors, and a line that is written anew. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const own = /(\u001b\[(?:1|22|2|31|39|33|34|36)m|\r?\u001b\[K|\n|\t)/;

/**
 * Output for a terminal. Files, encrypted contents and lists of phones may contain sequences that a terminal obeys;
 * what is not our own is spelled out, whichever verb prints it. Elsewhere output stays byte for byte.
 */
export function forTerminal(chunk: string | Uint8Array): string {
  const text = typeof chunk === "string" ? chunk : new TextDecoder().decode(chunk);
  return text
    .split(own)
    .map((part, i) => (i % 2 === 1 ? part : printable(part)))
    .join("");
}
