import type { Range } from "vscode-languageserver-protocol";
import type { Position } from "../text/lineIndex";
import type { Span } from "../text/span";
import type { Lines } from "./feature";

/** Positions of offsets that mostly ascend: looks at the same or the next line before it searches. */
export class LineCursor {
  readonly #lines: Lines;
  #line = 0;
  #start = 0;
  #next: number;

  constructor(lines: Lines) {
    this.#lines = lines;
    this.#next = lines.offsetAt({ line: 1, character: 0 });
  }

  positionAt(offset: number): Position {
    if (offset >= this.#next) this.#goTo(this.#line + 1, this.#next);
    if (offset < this.#start || offset >= this.#next) {
      const { line, character } = this.#lines.positionAt(offset);
      // A place between CR and LF counts as the end of its line.
      if (line !== this.#line) this.#goTo(line, this.#lines.offsetAt({ line, character: 0 }));
      return { line, character };
    }
    return { line: this.#line, character: offset - this.#start };
  }

  rangeOf(span: Span): Range {
    const start = this.positionAt(span.start);
    return { start, end: this.positionAt(span.end) };
  }

  #goTo(line: number, start: number): void {
    this.#line = line;
    this.#start = start;
    this.#next = this.#lines.offsetAt({ line: line + 1, character: 0 });
  }
}
