import type { MergedValue } from "../../../deployment/phone";
import { encodeText } from "../../../xml/entities";

/** One file of what a phone ends up with. Secrets that are left out are comments, as in the dumps of phones. */
export function mergedFile(values: readonly MergedValue[]): string {
  const root: Section = { lines: [], sections: new Map() };
  for (const value of values) {
    const path = value.name.split("/");
    const name = path.pop() ?? "";
    let at = root;
    for (const part of path) {
      const inner = at.sections.get(part) ?? { lines: [], sections: new Map() };
      at.sections.set(part, inner);
      at = inner;
    }
    at.lines.push(line(name, value));
  }
  return `<flat-profile>\n${[...linesOf(root, "  ")].join("")}</flat-profile>\n`;
}

interface Section {
  readonly lines: string[];
  readonly sections: Map<string, Section>;
}

function* linesOf({ lines, sections }: Section, indent: string): Generator<string> {
  for (const each of lines) yield `${indent}${each}\n`;
  for (const [name, section] of sections) {
    yield `${indent}<${name}>\n`;
    yield* linesOf(section, `${indent}  `);
    yield `${indent}</${name}>\n`;
  }
}

function line(name: string, { value, access, isHidden }: MergedValue): string {
  const ua = access === undefined ? "" : ` ua="${access}"`;
  if (isHidden) return `<!-- <${name}${ua}/> -->`;
  // Two quotes are an empty text; nothing at all would mean the factory value.
  return `<${name}${ua}>${value === "" ? '""' : encodeText(value)}</${name}>`;
}
