import { textOf, type ValueReading, type Written } from "../profile/setting";
import { detached, interned } from "../text/detached";
import { isOnlyBlank } from "./entities";
import type { Grammar } from "./grammar";
import type { TagEnd } from "./tagEnd";

// Files repeat themselves, and each other: an element that is written as usual is nearly always one that was met before.

/** Characters of a value that is remembered. */
const maxValueLength = 200;
/** Names and elements that are remembered. */
const maxNames = 20_000;
const maxElements = 20_000;

/** What elements share that have one name, start tag and value, written as usual. Only their place differs. */
export class WrittenElement implements Written {
  memo: unknown[] | undefined = undefined;
  /** The value as the phone reads it; undefined until somebody asks for one that is not shared. */
  #text: string | undefined;
  /** Of a setting with it; undefined until one is asked. */
  isStatus: boolean | undefined;

  constructor(
    readonly name: string,
    readonly path: string,
    readonly tagEnd: TagEnd,
    readonly valueLength: number,
    readonly isBlank: boolean,
    /** It may begin a reference, or a problem. */
    readonly hasAmpersand: boolean,
    readonly reading: ValueReading,
    /** All of its characters; empty for one that is not shared. */
    readonly source = "",
  ) {}

  get valueStart(): number {
    return this.name.length + this.tagEnd.length + 2;
  }

  get valueEnd(): number {
    return this.valueStart + this.valueLength;
  }

  get length(): number {
    return this.valueEnd + this.name.length + 3;
  }

  /** The value of one that lies at `start` of `text`. */
  textIn(text: string, start: number): string {
    this.#text ??=
      this.source === ""
        ? textOf(this.reading, text, start + this.valueStart, start + this.valueEnd)
        : textOf(this.reading, this.source, this.valueStart, this.valueEnd);
    return this.#text;
  }
}

/** The name of a value, with what was met of it. */
export class WrittenName {
  /** The element that was met last, if it is shared. */
  last: WrittenElement | undefined;
  /** And before it. */
  other: WrittenElement | undefined;
  /** All of them by their characters, where there are more. */
  all: Map<string, WrittenElement> | undefined;
  /** What came after it last: files have their names in one order. */
  next: WrittenName | undefined;

  constructor(
    readonly name: string,
    readonly path: string,
  ) {}

  forget(): void {
    this.last = this.other = this.all = this.next = undefined;
  }
}

/** The values that were met last, of one format and catalogue. */
export class WrittenElements {
  /** By path, then name. */
  readonly #names = new Map<string, Map<string, WrittenName>>();
  #nameCount = 0;
  #elementCount = 0;

  constructor(readonly grammar: Grammar) {}

  find(path: string, name: string): WrittenName | undefined {
    return this.#names.get(path)?.get(name);
  }

  add(path: string, name: string): WrittenName {
    if (this.#nameCount === maxNames) this.#clear();
    this.#nameCount++;
    const added = new WrittenName(interned(name), interned(path));
    const atPath = this.#names.get(path);
    if (atPath) atPath.set(added.name, added);
    else this.#names.set(added.path, new Map([[added.name, added]]));
    return added;
  }

  /** What is kept of a name may be kept by a setting. */
  #clear(): void {
    for (const atPath of this.#names.values()) for (const name of atPath.values()) name.forget();
    this.#names.clear();
    this.#nameCount = 0;
    this.#elementCount = 0;
  }

  /**
   * The element from `start` on, whose value ends before the end tag at `valueEnd`; undefined when its value is not as usual.
   * It is shared with others if its name is remembered.
   */
  element(
    name: WrittenName | { readonly name: string; readonly path: string },
    tagEnd: TagEnd,
    text: string,
    start: number,
    valueEnd: number,
  ): WrittenElement | undefined {
    const valueStart = start + name.name.length + tagEnd.length + 2;
    const isShared = name instanceof WrittenName && valueEnd - valueStart <= maxValueLength;
    if (!isShared) return this.#read(name, tagEnd, text.slice(valueStart, valueEnd), "");
    const source = text.slice(start, valueEnd + name.name.length + 3);
    const { last, other } = name;
    if (last?.source === source) return last;
    let found = other?.source === source ? other : name.all?.get(source);
    if (!found) {
      found = this.#read(name, tagEnd, text.slice(valueStart, valueEnd), detached(source));
      if (!found) return undefined;
      this.#keep(name, found);
    }
    name.other = name.last;
    name.last = found;
    return found;
  }

  #read(
    { name, path }: { readonly name: string; readonly path: string },
    tagEnd: TagEnd,
    value: string,
    source: string,
  ): WrittenElement | undefined {
    const { grammar } = this;
    const { valueAttribute, reading } = grammar.policy;
    if (grammar.hasPlaceholder(value)) return undefined;
    const isBlank = isOnlyBlank(value);
    if (isBlank && tagEnd.attributes.some((attribute) => attribute.name === valueAttribute)) return undefined;
    return new WrittenElement(
      interned(name),
      path,
      tagEnd,
      value.length,
      isBlank,
      value.includes("&"),
      reading,
      source,
    );
  }

  #keep(name: WrittenName, element: WrittenElement): void {
    if (this.#elementCount === maxElements) this.#clear();
    this.#elementCount++;
    const { last, other } = name;
    // Most names have one value, or two.
    if (!last || !other) return;
    name.all ??= new Map([other, last].map((each) => [each.source, each]));
    name.all.set(element.source, element);
  }
}

/** Goes along the values of a file, of which most are those that came in their place before: one look shows it. */
export class ExpectedValues {
  #last: WrittenName | undefined;

  constructor(readonly elements: WrittenElements) {}

  /** The value at `at` of the elements with that path, if it has the name that is expected and nothing is special in it. */
  next(text: string, at: number, path: string): WrittenElement | undefined {
    const name = this.#last?.next;
    const element = name?.path === path ? this.#withName(name, text, at) : undefined;
    if (element) this.#last = name;
    return element;
  }

  /** Another value came. */
  follow(name: WrittenName): void {
    if (this.#last && this.#last.next !== name) this.#last.next = name;
    this.#last = name;
  }

  #withName(name: WrittenName, text: string, at: number): WrittenElement | undefined {
    const { last } = name;
    if (!last) return undefined;
    const { source, valueStart, valueEnd, tagEnd } = last;
    if (text.startsWith(source, at)) return last.hasAmpersand ? undefined : last;
    if (!text.startsWith(source.slice(0, valueStart), at)) return undefined;
    const end = text.indexOf("<", at + valueStart);
    if (end < 0 || !text.startsWith(source.slice(valueEnd), end)) return undefined;
    const element = this.elements.element(name, tagEnd, text, at, end);
    return element?.hasAmpersand ? undefined : element;
  }
}
