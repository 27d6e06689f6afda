import { detached } from "../text/detached";
import { type Span, shift } from "../text/span";

export interface Attribute {
  readonly name: string;
  readonly nameSpan: Span;
  /** Undefined for an attribute without `=`. */
  readonly value: string | undefined;
  /** Between the quotes. */
  readonly valueSpan: Span;
  /** The whole attribute. */
  readonly span: Span;
}

/** What follows the name in a start tag, up to `>`. Most tags of a file end alike, and share it. */
export interface TagEnd {
  readonly length: number;
  /** Their places count from the end of the name. */
  readonly attributes: readonly Attribute[];
}

/** The same attributes where a name ends. */
export function attributesAt({ attributes }: TagEnd, nameEnd: number): readonly Attribute[] {
  return attributes.length === 0
    ? attributes
    : attributes.map(({ name, value, nameSpan, valueSpan, span }) => ({
        name,
        nameSpan: shift(nameSpan, nameEnd),
        value,
        valueSpan: shift(valueSpan, nameEnd),
        span: shift(span, nameEnd),
      }));
}

/** The end of a tag without attributes. */
export const bareEnd: TagEnd = { length: 0, attributes: [] };

/**
 * Attributes in double quotes without a character that is read in another way anywhere in a tag: what they mean does not
 * depend on what is around them.
 */
const plain = /^(?:[ \t\r\n]+[A-Za-z_][A-Za-z0-9_.-]*="[A-Za-z0-9 _.,:;/()+*?!|-]*")+[ \t\r\n]*$/;

const maxLength = 200;
const maxKnown = 500;

/** The ends of tags of one format by their characters. */
export class TagEnds {
  readonly #known = new Map<string, TagEnd>();

  /** The end of the tag whose name ends at `nameEnd`, as far as it was added. */
  at(text: string, nameEnd: number): TagEnd | undefined {
    const close = text.indexOf(">", nameEnd);
    return close < 0 || close - nameEnd > maxLength ? undefined : this.#known.get(text.slice(nameEnd, close));
  }

  /** Adds what was read, if each that looks like it means the same; answers whether it does. */
  add(text: string, nameEnd: number, end: TagEnd): boolean {
    const characters = text.slice(nameEnd, nameEnd + end.length);
    if (characters.length > maxLength || !plain.test(characters)) return false;
    if (this.#known.size >= maxKnown) this.#known.clear();
    this.#known.set(detached(characters), end);
    return true;
  }
}
