import { lineEndOf } from "../text/lineEnd";
import type { TextSource } from "../text/piecedText";
import { type Edit, type Span, shift } from "../text/span";

/** Characters before and after an element in which its line is looked for. */
const reach = 1000;

/** Edits of segments as edits of one file: with its lines and line ends. */
export class FileEdits {
  #lineEnd: string | undefined;

  constructor(readonly source: TextSource) {}

  /** An edit of a segment that starts at `start`. */
  inFile({ span, text, line }: Edit, start: number): Edit {
    const { source } = this;
    const moved = shift(span, start);
    if (line && text === "") return { span: lineAround(shift(line, start), source), text };
    const lines = line ? `\n${indentAt(line.start + start, source)}${text}` : text;
    // Text that was copied from the file has its line ends already.
    if (!lines.includes("\n") || lines.includes("\r")) return { span: moved, text: lines };
    this.#lineEnd ??= lineEndOf(source);
    return { span: moved, text: lines.replaceAll("\n", this.#lineEnd) };
  }
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
