import type { Segment } from "../profile/setting";
import type { Span } from "../text/span";
import type { XmlPolicy } from "./policy";

/** Finds in text that could not be read, by the shape of tags alone, the values whose names say that they are secrets. */
export function likelySecretsOf({ named, valueAttribute }: XmlPolicy) {
  const tag = /<([A-Za-z_][\w.-]*)(\s[^<>]*)?>([^<]+)/g;
  const attribute =
    valueAttribute === undefined
      ? undefined
      : new RegExp(`<([A-Za-z_][\\w.-]*)(\\s[^<>]*?)\\b${valueAttribute}\\s*=\\s*["']([^"'<>]+)`, "g");
  const naming = named && new RegExp(`\\b${named.attribute}\\s*=\\s*["']?([^"'<>]*)`);
  return ({ text }: Segment, isSecret: (name: string, value: string) => boolean): Span[] => {
    const found: Span[] = [];
    for (const shape of attribute ? [tag, attribute] : [tag])
      for (const match of text.matchAll(shape)) {
        const [whole, element = "", attributes = "", value = ""] = match;
        const name = element === named?.element ? naming?.exec(attributes)?.[1] : undefined;
        if (!isSecret(name ?? element, value)) continue;
        const start = match.index + whole.lastIndexOf(value);
        found.push({ start, end: start + value.length });
      }
    return found;
  };
}
