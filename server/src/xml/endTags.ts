import type { ElementParts } from "./element";
import { isBlank } from "./entities";

/** Finds end tags ahead. What was found is kept, so that many questions cost one walk over the text. */
export class EndTags {
  /** By name the next one after the place that was last asked for; infinity for none. */
  readonly #next = new Map<string, number>();

  constructor(readonly text: string) {}

  /** The next end tag of that name from `from` on, if it is within `limit` characters. */
  next(name: string, from: number, limit: number): number | undefined {
    let at = this.#next.get(name) ?? -1;
    if (at < from) {
      const mark = `</${name}`;
      const { text } = this;
      for (at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + 2)) {
        const c = text.charCodeAt(at + mark.length);
        if (c === 62 || isBlank(c)) break;
      }
      if (at < 0) at = Number.POSITIVE_INFINITY;
      this.#next.set(name, at);
    }
    return at - from < limit ? at : undefined;
  }
}

/** `<X>30<X>` before `end` was read with a slash; an end tag after it would make a start tag of it. */
export function endsWithoutSlash(text: string, last: ElementParts | undefined, name: string, end: number): boolean {
  return last?.name === name && last.end === end && text.charCodeAt(last.endNameStart - 1) === 60;
}

/** `<X>` right before `at` may be read as an end tag, which another one after it would make a start tag again. */
export function followsStartTag(text: string, at: number, name: string): boolean {
  let end = at;
  while (isBlank(text.charCodeAt(end - 1))) end--;
  return text.endsWith(`<${name}>`, end);
}
