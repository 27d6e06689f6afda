import * as l10n from "@vscode/l10n";

/** Takes the texts of the client's language out of its `initializationOptions`; English stays when there are none. */
export function useLanguageOf(initializationOptions: unknown): void {
  const contents = (initializationOptions as { readonly l10n?: unknown } | null | undefined)?.l10n;
  if (isBundle(contents)) l10n.config({ contents });
}

function isBundle(texts: unknown): texts is Record<string, string> {
  return typeof texts === "object" && texts !== null && Object.values(texts).every((text) => typeof text === "string");
}
