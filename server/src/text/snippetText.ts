/** Text as a snippet contains it, in which dollar signs, braces and backslashes have a meaning. */
export function snippetText(text: string): string {
  return text.replace(/[$}\\]/g, "\\$&");
}
