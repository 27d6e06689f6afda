import type { Span } from "../text/span";

export const hidden = "••••";

/** The text at `span` with dots for each of `secrets`, which are in order; always as many dots unless `dots` decides. */
export function covered(
  text: string,
  span: Span,
  secrets: readonly Span[],
  dots = (_length: number) => hidden,
): string {
  let shown = "";
  let at = span.start;
  for (const secret of secrets) {
    const start = Math.max(secret.start, at);
    const end = Math.min(secret.end, span.end);
    if (end <= start) continue;
    shown += text.slice(at, start) + dots(end - start);
    at = end;
  }
  return shown + text.slice(at, Math.max(at, span.end));
}
