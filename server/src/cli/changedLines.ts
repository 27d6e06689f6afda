import { maskedText } from "../analysis/secretSpans";
import { inOrder } from "../text/edits";
import { LineIndex } from "../text/lineIndex";
import type { Edit, Span } from "../text/span";
import { type Paint, printable } from "./printable";

/** A text, and where it has what must not be shown. */
interface Side {
  readonly text: string;
  readonly secrets: readonly Span[];
}

/** The lines that edits change, as a diff without lines around them; secrets are masked. */
export function changedLines(edits: readonly Edit[], before: Side, after: Side, paint: Paint): string {
  const lines = [new LineIndex(before.text), new LineIndex(after.text)] as const;
  let out = "";
  let grown = 0;
  for (const group of groupsOf(inOrder(edits), before.text)) {
    const added = group.edits.reduce((sum, { span, text }) => sum + text.length - (span.end - span.start), 0);
    const old = group.span;
    const now = { start: old.start + grown, end: old.end + grown + added };
    grown += added;
    const number = (side: 0 | 1, at: number) => lines[side].positionAt(at).line + 1;
    const shown = ({ text, secrets }: Side, span: Span, sign: string) =>
      maskedText(text, span, secrets)
        .split(/\r\n|\r|\n/)
        .map((line) => `${sign}${printable(line)}`);
    out += `${paint.cyan(`@@ -${number(0, old.start)} +${number(1, now.start)} @@`)}\n`;
    for (const line of shown(before, old, "-")) out += `${paint.red(line)}\n`;
    for (const line of shown(after, now, "+")) out += `${paint.cyan(line)}\n`;
  }
  return out;
}

/** Edits that share lines, with these lines. */
function groupsOf(edits: readonly Edit[], text: string): { readonly span: Span; readonly edits: Edit[] }[] {
  const groups: { span: Span; readonly edits: Edit[] }[] = [];
  for (const edit of edits) {
    const span = { start: lineStart(text, edit.span.start), end: lineEnd(text, edit.span.end) };
    const last = groups.at(-1);
    if (last && span.start <= last.span.end) {
      last.span = { start: last.span.start, end: Math.max(last.span.end, span.end) };
      last.edits.push(edit);
    } else groups.push({ span, edits: [edit] });
  }
  return groups;
}

function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  return end;
}

const isBreak = (unit: number) => unit === 10 || unit === 13;
