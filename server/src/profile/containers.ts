import type { Span } from "../text/span";
import { shift } from "../text/span";
import { perDocument } from "./perDocument";
import type { ProfileDocument } from "./profileDocument";
import type { SectionTag } from "./setting";

/** An element that contains others: a wrapper, a profile or a section. Spans count from the start of the file. */
export interface Container {
  readonly name: string;
  readonly role: SectionTag["role"];
  /** Of a section; of others the bare name. */
  readonly path: string;
  /** The innermost one around it. */
  readonly parent: Container | undefined;
  /** From its start tag to the end of its end tag, or to where it is given up. */
  readonly span: Span;
  readonly open: Span;
  readonly openName: Span;
  readonly close: Span | undefined;
  readonly endName: Span | undefined;
  /** It has no end of its own. */
  readonly isHeading: boolean;
}

/** The containers of a file in the order of their start tags. */
export const containersOf = perDocument((document): readonly Container[] => pair(document));

type Growing = { -readonly [key in keyof Container]: Container[key] };

function pair(document: ProfileDocument): Container[] {
  const found: Growing[] = [];
  const stack: Growing[] = [];
  document.segments.forEach((segment, i) => {
    if (segment.tags.length === 0) return;
    const base = document.starts[i] ?? 0;
    for (const tag of segment.tags) {
      const span = shift(tag.span, base);
      const nameSpan = shift(tag.nameSpan, base);
      if (tag.kind === "heading" && stack.at(-1)?.isHeading) {
        const before = stack.pop() as Growing;
        before.span = { start: before.span.start, end: span.start };
      }
      if (tag.kind !== "close") {
        const { name, role, path } = tag;
        const ends = { close: undefined, endName: undefined };
        const isHeading = tag.kind === "heading";
        const container = {
          ...{ name, role, path, parent: stack.at(-1), span, open: span, openName: nameSpan, isHeading, ...ends },
        };
        found.push(container);
        if (!tag.isEmpty) stack.push(container);
        continue;
      }
      if (!stack.some(({ name }) => name === tag.name)) continue;
      for (let open = stack.pop(); open; open = stack.pop()) {
        const isThis = open.name === tag.name;
        open.span = { start: open.span.start, end: isThis ? span.end : span.start };
        if (!isThis) continue;
        open.close = span;
        open.endName = nameSpan;
        break;
      }
    }
  });
  for (const open of stack) open.span = { start: open.span.start, end: document.length };
  return found;
}
