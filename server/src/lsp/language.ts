import * as l10n from "@vscode/l10n";
import { numberedTexts } from "../text/numberedTexts";

/**
 * Uses the client's language: `l10n` of its `initializationOptions` is the id of one that is packed with the server, or the
 * texts themselves. English stays when there are none.
 */
export function useLanguageOf(initializationOptions: unknown, packedFile: (name: string) => string | undefined): void {
  const chosen = (initializationOptions as { readonly l10n?: unknown } | null | undefined)?.l10n;
  if (isBundle(chosen)) l10n.config({ contents: chosen });
  if (typeof chosen === "string" && /^[a-z]+(?:-[a-z]+)?$/.test(chosen))
    l10n.config({ contents: numberedTexts(() => packedTexts(chosen, packedFile)) });
}

function packedTexts(language: string, packedFile: (name: string) => string | undefined) {
  const numbers = packedFile("texts/numbers.txt");
  const texts = packedFile(`texts/${language}.json`);
  return numbers === undefined || texts === undefined
    ? undefined
    : { numbers, texts: JSON.parse(texts) as readonly string[] };
}

function isBundle(texts: unknown): texts is Record<string, string> {
  return typeof texts === "object" && texts !== null && Object.values(texts).every((text) => typeof text === "string");
}
