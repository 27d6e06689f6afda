import type { Span } from "./span";

/** A stretch of derived text that came from the source span `source`. */
export interface Piece {
  readonly text: string;
  readonly source: Span;
  /** True when `text` is exactly the text at `source`, so that it can be cut anywhere. */
  readonly verbatim: boolean;
}

/**
 * Text that a grammar reads, with the way back to the characters that were typed.
 * Values pass through entities, trimming and macro expansion; each stage keeps this map.
 */
export class MappedText {
  readonly text: string;
  readonly #pieces: readonly Piece[];
  readonly #starts: readonly number[];

  /** `pieces` are in order and do not overlap in the source; there is at least one, possibly empty. */
  constructor(pieces: readonly Piece[]) {
    const first = pieces[0];
    this.#pieces = pieces;
    if (pieces.length === 1 && first) {
      this.text = first.text;
      this.#starts = [0];
      return;
    }
    const starts: number[] = [];
    let text = "";
    for (const piece of pieces) {
      starts.push(text.length);
      text += piece.text;
    }
    this.text = text;
    this.#starts = starts;
  }

  static verbatim(text: string, start: number): MappedText {
    return new MappedText([{ text, source: { start, end: start + text.length }, verbatim: true }]);
  }

  /** Everything the text was made from. */
  get source(): Span {
    const first = this.#pieces[0];
    const last = this.#pieces[this.#pieces.length - 1];
    return { start: first?.source.start ?? 0, end: last?.source.end ?? 0 };
  }

  /** Where the characters at `span` were typed. An empty span maps to one place. */
  toSource(span: Span): Span {
    const start = this.#sourceOf(span.start, false);
    if (span.end <= span.start) return { start, end: start };
    return { start, end: Math.max(start, this.#sourceOf(span.end, true)) };
  }

  /** The place in this text of a source offset; undefined when it lies outside. */
  fromSource(offset: number): number | undefined {
    const { start, end } = this.source;
    if (offset < start || offset > end) return undefined;
    for (let i = this.#pieces.length - 1; i >= 0; i--) {
      const piece = this.#pieces[i] as Piece;
      if (offset < piece.source.start) continue;
      const inside = offset - piece.source.start;
      const at = piece.verbatim
        ? Math.min(inside, piece.text.length)
        : offset >= piece.source.end
          ? piece.text.length
          : 0;
      return (this.#starts[i] as number) + at;
    }
    return 0;
  }

  /** The pieces under `span`; verbatim pieces are cut, any other keeps its whole source. */
  slice(span: Span): Piece[] {
    const out: Piece[] = [];
    for (let i = 0; i < this.#pieces.length; i++) {
      const piece = this.#pieces[i] as Piece;
      const from = this.#starts[i] as number;
      const start = Math.max(span.start, from) - from;
      const end = Math.min(span.end, from + piece.text.length) - from;
      if (end <= start) continue;
      const source = piece.verbatim
        ? { start: piece.source.start + start, end: piece.source.start + end }
        : piece.source;
      out.push({ text: piece.text.slice(start, end), source, verbatim: piece.verbatim });
    }
    if (out.length === 0)
      out.push({ text: "", source: this.toSource({ start: span.start, end: span.start }), verbatim: true });
    return out;
  }

  #sourceOf(offset: number, asEnd: boolean): number {
    const index = this.#pieceAt(offset, asEnd);
    const piece = this.#pieces[index] as Piece;
    const inside = offset - (this.#starts[index] as number);
    if (piece.verbatim) return piece.source.start + Math.min(Math.max(inside, 0), piece.text.length);
    return asEnd
      ? inside <= 0
        ? piece.source.start
        : piece.source.end
      : inside >= piece.text.length && inside > 0
        ? piece.source.end
        : piece.source.start;
  }

  /** The last piece that starts at or before `offset`; for an end, strictly before it. */
  #pieceAt(offset: number, asEnd: boolean): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const start = this.#starts[middle] as number;
      if (asEnd ? start < offset : start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
