/** `%XX` once, as in URLs; what cannot be read stays as it is. */
export function percentDecoded(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text.replace(/%(?![\dA-Fa-f]{2})/g, "%25"));
  } catch {
    return text;
  }
}
