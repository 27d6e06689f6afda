import type { Segment } from "../profile/setting";
import type { Span } from "../text/span";
import type { XmlPolicy } from "./policy";

/** A value that is more than a plain word or number: what is a secret with any value is one with this. */
const anyValue = "?";

/** Finds in text that could not be read, by the shape of tags alone, the values whose names say that they are secrets. */
export function likelySecretsOf({ named, valueAttribute }: XmlPolicy) {
  const start = /<([A-Za-z_][\w.-]*)/g;
  const tag = /<([A-Za-z_][\w.-]*)(\s[^<>]*)?>([^<]+)/y;
  const attribute =
    valueAttribute === undefined
      ? undefined
      : new RegExp(`<([A-Za-z_][\\w.-]*)(\\s[^<>]*?)\\b${valueAttribute}\\s*=\\s*["']([^"'<>]+)`, "y");
  const naming = named && new RegExp(`\\b${named.attribute}\\s*=\\s*["']?([^"'<>]*)`);
  const nothing = /\s*>\s*(?:<|$)/y;
  const isBlank = (text: string, from: number) => {
    nothing.lastIndex = from;
    return nothing.test(text);
  };
  const shapes = attribute ? [tag, attribute] : [tag];
  return ({ text }: Pick<Segment, "text">, isSecret: (name: string, value: string) => boolean): Span[] => {
    const found: Span[] = [];
    start.lastIndex = 0;
    for (let begin = start.exec(text); begin; begin = start.exec(text)) {
      const element = begin[1] ?? "";
      if (element !== named?.element && (isBlank(text, start.lastIndex) || !isSecret(element, anyValue))) continue;
      for (const shape of shapes) {
        shape.lastIndex = begin.index;
        const match = shape.exec(text);
        if (!match) continue;
        const [whole, , attributes = "", value = ""] = match;
        const name = element === named?.element ? naming?.exec(attributes)?.[1] : undefined;
        if (!isSecret(name ?? element, value)) continue;
        const from = match.index + whole.lastIndexOf(value);
        found.push({ start: from, end: from + value.length });
      }
    }
    return found;
  };
}
