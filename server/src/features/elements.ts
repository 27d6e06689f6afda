import type { ProfileDocument } from "../profile/profileDocument";
import type { SectionTag } from "../profile/segment";
import type { Span } from "../text/span";
import { shift } from "../text/span";

/** An element that holds others: a wrapper, a profile or a section. Spans count from the start of the file. */
export interface Container {
  readonly name: string;
  readonly role: SectionTag["role"];
  /** From its start tag to behind its end tag, or to where it is given up. */
  readonly span: Span;
  readonly open: Span;
  readonly openName: Span;
  readonly close: Span | undefined;
  readonly closeName: Span | undefined;
}

const known = new WeakMap<ProfileDocument, readonly Container[]>();

/** The containers of a file in the order of their start tags. */
export function containersOf(document: ProfileDocument): readonly Container[] {
  let containers = known.get(document);
  if (!containers) {
    containers = pair(document);
    known.set(document, containers);
  }
  return containers;
}

interface Open {
  readonly tag: SectionTag;
  readonly base: number;
  readonly index: number;
}

function pair(document: ProfileDocument): Container[] {
  const found: Container[] = [];
  const stack: Open[] = [];
  const finish = ({ tag, base, index }: Open, end: number, close?: { tag: SectionTag; base: number }) => {
    found[index] = {
      name: tag.name,
      role: tag.role,
      span: { start: base + tag.span.start, end },
      open: shift(tag.span, base),
      openName: shift(tag.nameSpan, base),
      close: close && shift(close.tag.span, close.base),
      closeName: close && shift(close.tag.nameSpan, close.base),
    };
  };
  let count = 0;
  document.segments.forEach((segment, i) => {
    const base = document.starts[i] ?? 0;
    for (const tag of segment.tags) {
      if (tag.kind === "open") {
        const open = { tag, base, index: count++ };
        if (segment.text.startsWith("/>", tag.span.end - 2)) finish(open, base + tag.span.end);
        else stack.push(open);
        continue;
      }
      if (!stack.some((open) => open.tag.name === tag.name)) continue;
      for (let open = stack.pop(); open; open = stack.pop()) {
        if (open.tag.name === tag.name) {
          finish(open, base + tag.span.end, { tag, base });
          break;
        }
        finish(open, base + tag.span.start);
      }
    }
  });
  for (let open = stack.pop(); open; open = stack.pop()) finish(open, document.length);
  return found;
}
