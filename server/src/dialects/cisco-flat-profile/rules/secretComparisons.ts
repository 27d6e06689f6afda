import type { Add } from "../../../secrets/textPlaces";

// Secrets in comparisons of rules.

const operator = "(?:eq|ne|lt|le|gt|ge|==|!=)";
const macroFirst = new RegExp(`"?\\$\\(?([A-Z]+\\d*)[^"\\s]{0,64}"?\\s*${operator}\\s*("[^"]*"?|[^\\s"()]+)`, "g");
const macroLast = new RegExp(`(?<![^\\s"()])("[^"]*"|[^\\s"()]+)\\s*${operator}\\s*"?\\$\\(?([A-Z]+\\d*)`, "g");

/** What a secret is compared with is the secret itself. */
export function comparisonPlaces(text: string, isSecret: (macro: string) => boolean, add: Add): void {
  for (const match of text.matchAll(macroFirst)) {
    const end = match.index + match[0].length;
    if (isSecret(match[1] ?? "")) add(end - (match[2] ?? "").length, end);
  }
  for (const match of text.matchAll(macroLast))
    if (isSecret(match[2] ?? "")) add(match.index, match.index + (match[1] ?? "").length);
}
