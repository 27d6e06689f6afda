import { LineIndex, type Position } from "./lineIndex";

/** Places of one text that are asked for in its order: lines are counted as far as the next one, and none is kept. */
export class LinesAhead {
  #line = 0;
  /** Where the line begins that was reached, and where the next one does; infinite after the last line. */
  #start = 0;
  #next = 0;
  #feed = -1;
  #carriage = -1;
  #index: LineIndex | undefined;

  constructor(readonly text: string) {
    this.#next = this.#lineAfter(0);
  }

  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    if (this.#index || at < this.#start) {
      this.#index ??= new LineIndex(this.text);
      return this.#index.positionAt(at);
    }
    while (at >= this.#next) {
      this.#start = this.#next;
      this.#line++;
      this.#next = this.#lineAfter(this.#start);
    }
    return { line: this.#line, character: at - this.#start };
  }

  #lineAfter(start: number): number {
    if (this.#feed < start) this.#feed = placeOf("\n", this.text, start);
    if (this.#carriage < start) this.#carriage = placeOf("\r", this.text, start);
    if (this.#carriage + 1 === this.#feed) return this.#feed + 1;
    return Math.min(this.#feed, this.#carriage) + 1;
  }
}

function placeOf(end: string, text: string, from: number): number {
  const at = text.indexOf(end, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}
