import type { Position } from "./lineIndex";
import { LineStarts } from "./lineStarts";
import { PiecedText } from "./piecedText";

/** The text of an open file with its lines, kept over edits whose cost follows the edit. */
export class EditedText {
  #text: PiecedText;
  #lines: LineStarts | undefined;

  constructor(text: string) {
    this.#text = PiecedText.of(text);
  }

  /** The present version; it stays as it is. */
  get text(): PiecedText {
    return this.#text;
  }

  replace(start: number, end: number, text: string): void {
    this.#text = this.#text.replaced(start, end, text);
    this.#lines?.replaced(this.#text, start, end, start + text.length);
  }

  /** Never between CR and LF. */
  positionAt(offset: number): Position {
    const clamped = Math.max(Math.min(offset, this.#text.length), 0);
    const lines = this.#lineStarts();
    const line = lines.lineAt(clamped);
    const start = lines.at(line);
    const inside = line + 1 < lines.count && clamped === lines.at(line + 1) - 1 && this.#endsWithTwo(clamped + 1);
    return { line, character: clamped - start - (inside && clamped > start ? 1 : 0) };
  }

  /** Characters after the end of a line mean its end. */
  offsetAt({ line, character }: Position): number {
    const lines = this.#lineStarts();
    if (line >= lines.count) return this.#text.length;
    if (line < 0) return 0;
    const start = lines.at(line);
    if (character <= 0) return start;
    if (line + 1 >= lines.count) return Math.min(start + character, this.#text.length);
    const next = lines.at(line + 1);
    const offset = start + character;
    return offset < next - 1 ? offset : Math.min(offset, next - (this.#endsWithTwo(next) ? 2 : 1));
  }

  /** Whether the line that ends at `next` ends with CR LF. */
  #endsWithTwo(next: number): boolean {
    return this.#text.charCodeAt(next - 1) === 10 && this.#text.charCodeAt(next - 2) === 13;
  }

  #lineStarts(): LineStarts {
    this.#lines ??= new LineStarts(this.#text.toString());
    return this.#lines;
  }
}
