import { covered, secretPlaces } from "../dialects/cisco-flat-profile/rules/secretPlaces";
import { isSecretName } from "../schema/secretName";
import { type Span, shift } from "../text/span";
import type { Snapshot } from "./snapshot";

// Where a file holds what must never be printed: values of secret parameters, keys and passwords in
// options of rules, passwords in URLs. Of broken elements only their likely shape is left to go by.

const element = /<([A-Za-z_][\w.-]*)(?:\s[^<>]*)?>([^<]+)/g;
const attribute = /<([A-Za-z_][\w.-]*)\s[^<>]*?\bvalue\s*=\s*["']([^"'<>]+)/g;

/** Sorted by their start; they may overlap. */
export function secretSpans(snapshot: Snapshot): readonly Span[] {
  const { text, document, checker } = snapshot;
  const spans: Span[] = [];
  const add = (start: number, part: string) => {
    if (part.trim() !== "") spans.push({ start, end: start + part.length });
  };
  const inside = (match: RegExpMatchArray, group: number) =>
    (match.index ?? 0) + match[0].lastIndexOf(match[group] ?? "");
  for (let i = 0; i < document.segments.length; i++) {
    const base = document.starts[i] as number;
    for (const setting of document.segments[i]?.settings ?? []) {
      const { setpoint } = checker.facts(setting);
      if (setpoint ? setpoint.parameter.secret : isSecretName(setting.name)) {
        const { valueStart, valueEnd } = setting.parts;
        if (valueEnd > valueStart) spans.push({ start: base + valueStart, end: base + valueEnd });
        for (const { value = "", valueSpan } of setting.parts.attributes)
          if (!/^[a-z]{0,2}$/.test(value)) spans.push(shift(valueSpan, base));
      } else for (const place of secretPlaces(setting.text)) spans.push(shift(setting.value.toSource(place), base));
    }
  }
  // Comments, and what stands in broken elements.
  for (const { start, end } of secretPlaces(text)) spans.push({ start, end });
  for (const shape of [element, attribute])
    for (const match of text.matchAll(shape)) {
      const known = snapshot.catalogue.find(match[1] ?? "", "");
      if (known ? known.parameter.secret : isSecretName(match[1] ?? "")) add(inside(match, 2), match[2] ?? "");
    }
  return spans.sort((a, b) => a.start - b.start);
}

/** The text at `span` with every character that must not be shown replaced by a dot, so that columns stay. */
export function maskedText(text: string, span: Span, secrets: readonly Span[]): string {
  return covered(text, span, secrets, (length) => "•".repeat(length));
}
