import { containersOf } from "../profile/containers";
import type { ProfileDocument } from "../profile/profileDocument";
import { lineEndOf } from "../text/lineEnd";
import type { Edit } from "../text/span";
import type { OpenFile } from "./feature";

/** A directive on a line of its own before `at`, the start of a line or of something in it. */
export function directiveAt(at: number, directive: string, { snapshot: { text, dialect } }: OpenFile): Edit {
  const indent = /^[ \t]*/.exec(text.slice(at, at + 80))?.[0] ?? "";
  return { span: { start: at, end: at }, text: `${indent}${dialect.comment(directive)}${lineEndOf(text)}` };
}

/** A directive above everything that problems can be in, and above `offset`. */
export function directiveAbove(offset: number, directive: string, file: OpenFile): Edit {
  const { document, text } = file.snapshot;
  const first = containersOf(document)[0]?.span.start ?? firstSetting(document) ?? offset;
  const at = Math.min(first, offset);
  const line = file.lines.offsetAt({ line: file.lines.positionAt(at).line, character: 0 });
  const isAlone = /^[ \t]*$/.test(text.slice(line, at));
  return directiveAt(isAlone ? line : at, directive, file);
}

function firstSetting(document: ProfileDocument): number | undefined {
  for (const [i, { settings }] of document.segments.entries())
    if (settings[0]) return (document.starts[i] ?? 0) + settings[0].span.start;
  return undefined;
}
