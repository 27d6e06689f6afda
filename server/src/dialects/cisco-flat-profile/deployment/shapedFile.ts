import type { SiteFile } from "../../../deployment/exchange";
import { isPlain } from "../../../deployment/recipe";
import type { ChangesByName } from "../../../deployment/settings";
import type { Applicable, Change } from "./changes";

// Files of single phones are mostly made from one template: the same elements with other texts. Such a file is compared
// with the elements of one before, and an element is only made when something asks for it. Tests compare this with the
// reader.

/** What the short way cannot take, or what may be a placeholder: left to the readers. */
const special = /[^ -~]|[&>{}%#@[\]]|\$[a-z_!]|__[A-Z][A-Z0-9_]*__/;

interface Element {
  /** Everything between the text of the element before and its own. */
  readonly head: string;
  /** Where the element begins in the head. */
  readonly start: number;
  /** The line it begins in, counted from 1. */
  readonly line: number;
  /** All but the text. */
  readonly change: Change;
  /** Its end tag; empty for one that has no text at all. */
  readonly end: string;
}

/** Elements of a plain file without their texts, each made when a file is first compared with it: most never are. */
export class FileShape {
  readonly #text: string;
  readonly #changes: readonly Change[];
  readonly #made: Element[] = [];
  /** Where the text after the last of them begins. */
  #from = 0;

  /** Of a file that `readPlainFile` read. */
  constructor(text: string, changes: readonly Change[]) {
    this.#text = text;
    this.#changes = changes;
  }

  get elements(): readonly Element[] {
    while (this.#made.length < this.#changes.length) this.#next();
    return this.#made;
  }

  #next(): Element {
    const from = this.#from;
    const text = this.#text;
    // A copy, as a change notes what it came to.
    const { state: _, ...change } = this.#changes[this.#made.length] as Change;
    const { start: offset = 0, end = offset, line = 1 } = change.at;
    const isClosed = text[end - 2] === "/";
    const closing = isClosed ? "" : `</${change.name}>`;
    const at = isClosed ? end : text.indexOf(">", offset) + 1;
    const made = { head: text.slice(from, at), start: offset - from, line, change, end: closing };
    this.#made.push(made);
    this.#from = end - closing.length;
    return made;
  }

  /** Where the texts begin and end in a file of this shape; undefined for another file. */
  match(text: string): Int32Array | undefined {
    const count = this.#changes.length;
    let found: Int32Array | undefined;
    let at = 0;
    let values = "";
    for (let i = 0; i < count; i++) {
      const { head, end } = this.#made[i] ?? this.#next();
      if (!text.startsWith(head, at)) return undefined;
      at += head.length;
      found ??= new Int32Array(count * 2);
      found[2 * i] = at;
      if (end !== "") {
        const next = text.indexOf("<", at);
        if (next < 0) return undefined;
        values += `${text.slice(at, next)} `;
        at = next;
      }
      found[2 * i + 1] = at;
    }
    const tail = this.#text.slice(this.#from);
    if (text.length !== at + tail.length || !text.endsWith(tail) || special.test(values)) return undefined;
    return found ?? new Int32Array();
  }

  /** One element of a file of this shape. */
  changeOf(i: number, file: SiteFile, places: Int32Array): Change {
    const { head, start, line, change, end } = this.elements[i] as Element;
    const [from = 0, to = from] = places.subarray(2 * i, 2 * i + 2);
    const text = file.text.slice(from, to).trim();
    return {
      ...change,
      ...(end !== "" && { kind: text === "" ? "reset" : "set", text: text === '""' ? "" : text }),
      at: { file: file.name, line, start: from - head.length + start, end: to + end.length },
    };
  }
}

/** What phones of one kind make of the names in a shape. */
export class KnownShape {
  readonly byName = new Map<string, number[]>();
  readonly known: number[] = [];
  readonly ignored: readonly string[];
  readonly isPlain: boolean;

  constructor(
    readonly shape: FileShape,
    knows: (name: string) => boolean,
  ) {
    const ignored = new Set<string>();
    for (const [i, { change }] of shape.elements.entries()) {
      const { name } = change;
      if (!knows(name)) {
        ignored.add(name);
        continue;
      }
      this.known.push(i);
      const places = this.byName.get(name);
      if (places) places.push(i);
      else this.byName.set(name, [i]);
    }
    this.ignored = [...ignored];
    this.isPlain = this.known.every((i) => isPlain((shape.elements[i] as Element).change));
  }
}

/** Elements that are made when they are asked for. */
export class ShapedContent implements Applicable, ChangesByName<Change> {
  readonly #made: (readonly Change[])[] = [];

  constructor(
    readonly file: SiteFile,
    readonly shape: KnownShape,
    readonly places: Int32Array,
  ) {}

  /** The texts of these elements, and which of all are empty: an empty one takes a setting back. */
  decidingTexts(deciding: readonly number[]): string {
    const { file, places, shape } = this;
    let texts = "";
    for (const i of deciding) texts += `${file.text.slice(places[2 * i], places[2 * i + 1])}\u0000`;
    for (const [i, { end }] of shape.shape.elements.entries())
      if (end !== "" && isBlank(file.text, places[2 * i] ?? 0, places[2 * i + 1] ?? 0)) texts += `${i} `;
    return texts;
  }

  get isShared(): boolean {
    return this.file.isShared === true;
  }

  get isPlain(): boolean {
    return this.shape.isPlain;
  }

  get ignored(): readonly string[] {
    return this.shape.ignored;
  }

  get changes(): readonly Change[] {
    return this.shape.known.flatMap((i) => this.#at(i));
  }

  get byName(): ChangesByName<Change> {
    return this;
  }

  get size(): number {
    return this.shape.byName.size;
  }

  has(name: string): boolean {
    return this.shape.byName.has(name);
  }

  get(name: string): readonly Change[] | undefined {
    const places = this.shape.byName.get(name);
    if (!places) return undefined;
    const [first] = places as [number];
    return places.length === 1 ? this.#at(first) : places.flatMap((i) => this.#at(i));
  }

  keys(): IterableIterator<string> {
    return this.shape.byName.keys();
  }

  *[Symbol.iterator](): Generator<readonly [name: string, changes: readonly Change[]]> {
    for (const name of this.keys()) yield [name, this.get(name) ?? []];
  }

  #at(i: number): readonly Change[] {
    let made = this.#made[i];
    if (!made) {
      made = [this.shape.shape.changeOf(i, this.file, this.places)];
      this.#made[i] = made;
    }
    return made;
  }
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text[at] !== " ") return false;
  return true;
}

/** Shapes that files are compared with, at most. */
const maxShapes = 16;
/** Shapes that are learned before it is judged whether other files have them. */
const minLearned = 100;

/** Shapes of files that were read, the last first. */
export class FileShapes {
  #shapes: FileShape[] = [];
  #learned = 0;
  #found = 0;

  find(text: string): { readonly shape: FileShape; readonly places: Int32Array } | undefined {
    for (const [i, shape] of this.#shapes.entries()) {
      const places = shape.match(text);
      if (!places) continue;
      if (i > 0) this.#shapes = [shape, ...this.#shapes.filter((each) => each !== shape)];
      this.#found++;
      return { shape, places };
    }
    return undefined;
  }

  learn(text: string, changes: readonly Change[]): void {
    // Where each file is another, there is nothing to compare with.
    if (this.#learned >= minLearned && this.#found < this.#learned) {
      this.#shapes = [];
      return;
    }
    this.#learned++;
    this.#shapes = [new FileShape(text, changes), ...this.#shapes.slice(0, maxShapes - 1)];
  }
}

/** The shapes that phones of one kind have met. */
export class KnownShapes {
  readonly #known = new WeakMap<FileShape, KnownShape>();

  constructor(readonly knows: (name: string) => boolean) {}

  content(file: SiteFile, shape: FileShape, places: Int32Array): Applicable {
    let known = this.#known.get(shape);
    if (!known) {
      known = new KnownShape(shape, this.knows);
      this.#known.set(shape, known);
    }
    return new ShapedContent(file, known, places);
  }
}
