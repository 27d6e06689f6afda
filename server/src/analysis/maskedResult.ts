import type { Span } from "../text/span";
import { maskedText, secretSpans } from "./secretSpans";
import type { Snapshot } from "./snapshot";

/** What a template makes, with dots in the place of what its file or its data say is secret. */
export function maskedResult(text: string, snapshot: Snapshot | undefined, secrets: readonly string[]): string {
  const places: Span[] = snapshot ? [...secretSpans(snapshot)] : [];
  for (const secret of secrets)
    for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length))
      places.push({ start: at, end: at + secret.length });
  places.sort((a, b) => a.start - b.start);
  return maskedText(text, { start: 0, end: text.length }, places);
}
