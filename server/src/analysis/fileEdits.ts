import { lineEndOf } from "../text/lineEnd";
import type { TextSource } from "../text/piecedText";
import { type Edit, type Span, shift } from "../text/span";

/** Characters before and after an element in which its line is looked for. */
const reach = 1000;

/** An edit of a segment that starts at `start`, as an edit of the file: with the lines and line ends of the file. */
export function inFileTerms({ span, text, line }: Edit, start: number, source: TextSource): Edit {
  const moved = shift(span, start);
  if (line && text === "") return { span: lineAround(shift(line, start), source), text };
  const lines = line ? `\n${indentAt(line.start + start, source)}${text}` : text;
  return { span: moved, text: lines.includes("\n") ? withLineEnds(lines, source) : lines };
}

/** `\n` as the file writes it; text that was copied from the file has its line ends already. */
export function withLineEnds(text: string, source: TextSource): string {
  return text.includes("\r") ? text : text.replaceAll("\n", lineEndOf(source));
}

/** The element, with the line break and blanks before it when nothing else is on its line. */
function lineAround({ start, end }: Span, source: TextSource): Span {
  const before = /(?:\r\n|\n|\r|^)[ \t]*$/.exec(source.slice(Math.max(0, start - reach), start));
  const isAlone = /^[ \t]*(?:[\r\n]|$)/.test(source.slice(end, end + reach));
  if (!before || !isAlone || (before.index === 0 && start > reach)) return { start, end };
  const after = /^[ \t]*/.exec(source.slice(end, end + reach))?.[0].length ?? 0;
  return { start: start - before[0].length, end: end + after };
}

/** The blanks before an element that begins its line. */
function indentAt(offset: number, source: TextSource): string {
  const before = source.slice(Math.max(0, offset - reach), offset);
  const blanks = /[ \t]*$/.exec(before)?.[0] ?? "";
  const isFirst = blanks.length === offset || /[\r\n]/.test(before[before.length - blanks.length - 1] ?? "");
  return isFirst ? blanks : "";
}
