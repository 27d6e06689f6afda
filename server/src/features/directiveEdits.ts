import type { FileProblem } from "../analysis/fileProblem";
import type { Snapshot } from "../analysis/snapshot";
import { containersOf } from "../profile/containers";
import type { ProfileDocument } from "../profile/profileDocument";
import { lineEndOf } from "../text/lineEnd";
import type { Edit } from "../text/span";
import type { OpenFile } from "./feature";

/** A directive on a line of its own before `at`, the start of a line or of something in it. */
export function directiveAt(at: number, directive: string, { text, dialect }: Snapshot): Edit {
  const indent = /^[ \t]*/.exec(text.slice(at, at + 80))?.[0] ?? "";
  return { span: { start: at, end: at }, text: `${indent}${dialect.comment(directive)}${lineEndOf(text)}` };
}

export function nextLineDirective(codes: readonly string[]): string {
  return `flat-profile-disable-next-line ${codes.join(" ")}`;
}

/** Errors of the syntax cannot be silenced: the phone rejects the file. A comment has no comments inside. */
export function canBeSilenced({ code, severity }: FileProblem, lineStart: number, snapshot: Snapshot): boolean {
  return !(severity === "error" && isOfSyntax(code, snapshot)) && !isInComment(lineStart, snapshot);
}

export function isOfSyntax(code: string, { dialect }: Snapshot): boolean {
  return code.startsWith(`${dialect.syntaxArea}/`);
}

export function isInComment(offset: number, { document }: Snapshot): boolean {
  const index = document.indexAt(offset);
  const at = offset - (document.starts[index] ?? 0);
  return document.segments[index]?.comments.some(({ span }) => at > span.start && at < span.end) ?? false;
}

/** A directive above everything that problems can be in, and above `offset`. */
export function directiveAbove(offset: number, directive: string, file: OpenFile): Edit {
  const { document, text } = file.snapshot;
  const first = containersOf(document)[0]?.span.start ?? firstSetting(document) ?? offset;
  const at = Math.min(first, offset);
  const line = file.lines.offsetAt({ line: file.lines.positionAt(at).line, character: 0 });
  const isAlone = /^[ \t]*$/.test(text.slice(line, at));
  return directiveAt(isAlone ? line : at, directive, file.snapshot);
}

function firstSetting(document: ProfileDocument): number | undefined {
  for (const [i, { settings }] of document.segments.entries())
    if (settings[0]) return (document.starts[i] ?? 0) + settings[0].span.start;
  return undefined;
}
