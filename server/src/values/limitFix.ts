import * as l10n from "@vscode/l10n";
import type { Fix, Span } from "../text/span";

/** Puts the nearest number that is allowed in place of one that is not. */
export function limitFix(span: Span, limit: number): { readonly fixes: readonly Fix[] } {
  return { fixes: [{ title: l10n.t("Change to {0}", limit), edits: [{ span, text: String(limit) }], isGuess: true }] };
}
