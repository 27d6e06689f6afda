/** Characters by offset; NaN outside. A string is one. */
export interface Characters {
  readonly length: number;
  charCodeAt(offset: number): number;
}

/** Where `sign` comes next; beyond the end of the text for nowhere. */
function next(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from);
  return found < 0 ? text.length + 1 : found;
}

/**
 * Where the lines of a text start, kept over edits. The starts lie in one array with a gap where the last edit was:
 * those before it count from the start of the text, those after it from its end, so that an edit moves none of them.
 * CR, LF and CR LF end a line.
 */
export class LineStarts {
  #places: Int32Array;
  /** The gap: the starts before `#gap`, and from `#after` on. */
  #gap: number;
  #after: number;
  #length: number;

  constructor(text: string) {
    this.#length = text.length;
    let places = new Int32Array(1024);
    let count = 1;
    // The engine's own search is quick, and most texts have one kind of line end.
    let feed = next(text, "\n", 0);
    let carriage = next(text, "\r", 0);
    while (feed < text.length || carriage < text.length) {
      const end = feed <= carriage + 1 ? feed : carriage;
      if (count === places.length) places = grown(places, count, count);
      places[count++] = end + 1;
      if (feed <= end) feed = next(text, "\n", end + 1);
      if (carriage <= end) carriage = next(text, "\r", end + 1);
    }
    this.#places = places;
    this.#gap = count;
    this.#after = places.length;
  }

  get count(): number {
    return this.#gap + this.#places.length - this.#after;
  }

  /** Where a line of the text starts. */
  at(line: number): number {
    if (line < this.#gap) return this.#places[line] as number;
    return this.#length - (this.#places[line - this.#gap + this.#after] as number);
  }

  /** The line that contains `offset`. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.at(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** `text` is the text after `start`–`oldEnd` became `start`–`newEnd`. */
  replaced(text: Characters, start: number, oldEnd: number, newEnd: number): void {
    // A start depends on the characters at both sides of it: those from `start` to `oldEnd` are found again.
    this.#openGap(start);
    while (this.#after < this.#places.length && this.#length - (this.#places[this.#after] as number) <= oldEnd)
      this.#after++;
    this.#length = text.length;
    let before = text.charCodeAt(start - 1);
    for (let at = start; at <= newEnd; at++) {
      const c = text.charCodeAt(at);
      if (before === 10 || (before === 13 && c !== 10)) this.#add(at);
      before = c;
    }
  }

  /** Moves the gap before the first start that is not before `offset`; the first line stays before it. */
  #openGap(offset: number): void {
    const places = this.#places;
    while (this.#gap > 1 && (places[this.#gap - 1] as number) >= offset)
      places[--this.#after] = this.#length - (places[--this.#gap] as number);
    while (this.#after < places.length && this.#length - (places[this.#after] as number) < offset)
      places[this.#gap++] = this.#length - (places[this.#after++] as number);
  }

  #add(start: number): void {
    if (this.#gap === this.#after) {
      const before = this.#places.length;
      this.#places = grown(this.#places, this.#gap, this.#after);
      this.#after += this.#places.length - before;
    }
    this.#places[this.#gap++] = start;
  }
}

/** A larger array with the same numbers before `gap`, and those from `after` on at its end. */
function grown(places: Int32Array, gap: number, after: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(places.length * 2);
  larger.set(places.subarray(0, gap));
  larger.set(places.subarray(after), larger.length - (places.length - after));
  return larger;
}
