import { covered } from "../secrets/mask";
import { type Span, shift } from "../text/span";
import type { Snapshot } from "./snapshot";

/** Where a file has what must never be printed. Sorted by their start; they may overlap. */
export function secretSpans(snapshot: Snapshot): readonly Span[] {
  const { document, catalogue, dialect, secretRegisters: registers } = snapshot;
  const spans: Span[] = [];
  for (let i = 0; i < document.segments.length; i++) {
    const base = document.starts[i] as number;
    const segment = document.segments[i];
    if (!segment) continue;
    const secrets = dialect.secrets.inSegment(segment, catalogue);
    for (const span of secrets.spans) spans.push(shift(span, base));
    if (registers.size === 0) continue;
    for (const { text, value } of secrets.rules)
      for (const place of dialect.secrets.places(text, registers)) spans.push(shift(value.toSource(place), base));
    for (const setting of segment.settings) {
      if (!snapshot.isRegister(setting)) continue;
      const { valueStart, valueEnd } = setting.parts;
      if (valueEnd > valueStart) spans.push({ start: base + valueStart, end: base + valueEnd });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** The text at `span` with every character that must not be shown replaced by a dot, so that columns stay. */
export function maskedText(text: string, span: Span, secrets: readonly Span[]): string {
  return covered(text, span, secrets, (length) => "•".repeat(length));
}
