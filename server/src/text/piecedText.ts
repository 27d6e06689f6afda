import { detached } from "./detached";

/** A text that may lie in pieces; a string is one. */
export type TextSource = Pick<string, "length" | "slice" | "toString">;

/** Characters of a piece, at most twice as many before it is cut. */
const pieceSize = 8_192;

/**
 * A large text in pieces: an edit copies the pieces it touches instead of the whole, and the whole is put
 * together when somebody asks for it. Never changes; `replaced` gives the next version.
 */
export class PiecedText implements TextSource {
  #pieces: readonly string[];
  /** Where each piece starts, and at last the length. */
  #starts: readonly number[];

  private constructor(pieces: readonly string[]) {
    this.#pieces = pieces;
    this.#starts = startsOf(pieces);
  }

  static of(text: string): PiecedText {
    return new PiecedText([text]);
  }

  get length(): number {
    return this.#starts.at(-1) ?? 0;
  }

  toString(): string {
    if (this.#pieces.length > 1) {
      this.#pieces = [this.#pieces.join("")];
      this.#starts = startsOf(this.#pieces);
    }
    return this.#pieces[0] ?? "";
  }

  /** The code unit at `offset`; NaN outside. */
  charCodeAt(offset: number): number {
    if (offset < 0 || offset >= this.length) return Number.NaN;
    const i = this.#pieceAt(offset);
    return this.#piece(i).charCodeAt(offset - this.#start(i));
  }

  /** The characters from `from` to `to`, both within the text. */
  slice(from = 0, to = this.length): string {
    const end = Math.min(to, this.length);
    if (from >= end) return "";
    const first = this.#pieceAt(from);
    const last = this.#pieceAt(end - 1);
    const head = this.#piece(first);
    if (first === last) return head.slice(from - this.#start(first), end - this.#start(first));
    const middle = this.#pieces.slice(first + 1, last);
    return [head.slice(from - this.#start(first)), ...middle, this.#piece(last).slice(0, end - this.#start(last))].join(
      "",
    );
  }

  /** The text with the characters from `from` to `to` replaced. */
  replaced(from: number, to: number, text: string): PiecedText {
    const pieces = this.#pieces.length === 1 ? cut(this.#piece(0)) : this.#pieces;
    const starts = pieces === this.#pieces ? this.#starts : startsOf(pieces);
    const first = indexIn(starts, from);
    const last = Math.max(first, indexIn(starts, to));
    const head = (pieces[first] ?? "").slice(0, from - (starts[first] ?? 0));
    const tail = (pieces[last] ?? "").slice(to - (starts[last] ?? 0));
    const changed = detached(head + text + tail);
    const between = changed === "" ? [] : cut(changed);
    return new PiecedText([...pieces.slice(0, first), ...between, ...pieces.slice(last + 1)]);
  }

  #pieceAt(offset: number): number {
    return indexIn(this.#starts, offset);
  }

  #piece(index: number): string {
    return this.#pieces[index] ?? "";
  }

  #start(index: number): number {
    return this.#starts[index] ?? 0;
  }
}

/** Index of the piece that contains `offset`, the last one for the end. */
function indexIn(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = Math.max(0, starts.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function startsOf(pieces: readonly string[]): readonly number[] {
  const starts = new Array<number>(pieces.length + 1);
  let at = 0;
  for (let i = 0; i < pieces.length; i++) {
    starts[i] = at;
    at += (pieces[i] as string).length;
  }
  starts[pieces.length] = at;
  return starts;
}

function cut(text: string): readonly string[] {
  if (text.length <= 2 * pieceSize) return [text];
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += pieceSize) pieces.push(text.slice(at, at + pieceSize));
  return pieces;
}
