import type { Parameter } from "./model";

// The form that server/build/manuals.mjs writes; the two must agree on every key.

/**
 * What a manual says of a parameter or of a value language besides the catalogue. Texts have code in backticks and no
 * other formatting.
 */
export interface ManualEntry {
  readonly gist: string;
  /** Lines that show how values of a language are built. */
  readonly form: readonly string[];
  /** What each option or part means. */
  readonly options: Readonly<Record<string, string>>;
  /** Limits in words. */
  readonly range: string | undefined;
  /** What an empty value does. */
  readonly empty: string | undefined;
  readonly depends: readonly string[];
  readonly overrides: readonly string[];
  /** What goes wrong in practice. */
  readonly practice: readonly string[];
  /** Where documents disagree. */
  readonly disputes: readonly string[];
  readonly examples: readonly ManualExample[];
  readonly families: string | undefined;
  readonly web: string | undefined;
  readonly since: string | undefined;
  /** Names of parameters. */
  readonly related: readonly string[];
  /** Titles of documents. */
  readonly sources: readonly string[];
  /** How much of it documents state; undefined: all. */
  readonly basis: "partly" | "thin" | undefined;
}

export interface ManualExample {
  readonly value: string;
  readonly effect: string;
  /** Element of the example, with its number; otherwise the one that the page is about. */
  readonly of?: string;
  /** Other settings that it needs, by the names of their elements. */
  readonly with?: Readonly<Record<string, string>>;
}

interface PackedPage {
  readonly g: string;
  readonly f?: readonly string[];
  readonly o?: Readonly<Record<string, string>>;
  readonly r?: string;
  readonly e?: string;
  readonly d?: readonly string[];
  readonly v?: readonly string[];
  readonly p?: readonly string[];
  readonly u?: readonly string[];
  readonly a?: string;
  readonly w?: string;
  readonly s?: string;
  readonly b?: "partly" | "thin";
  readonly x?: readonly (readonly [
    value: string,
    effect: string,
    of?: string | 0,
    others?: Record<string, string> | 0,
  ])[];
  /** Names, or numbers of those that have a page. */
  readonly l?: readonly (string | number)[];
  readonly n: readonly number[];
}

interface Head {
  readonly sources: readonly string[];
  readonly keys: readonly string[];
}

/** The manual of a catalogue. A page is read when it is looked up. */
export class Manual {
  static readonly none = new Manual({ sources: [], keys: [] }, []);
  readonly #places: ReadonlyMap<string, number>;

  private constructor(
    private readonly head: Head,
    private readonly lines: readonly string[],
  ) {
    this.#places = new Map(head.keys.map((key, i) => [key, i]));
  }

  static load(packed: string): Manual {
    const [head = "", ...lines] = packed.split("\n");
    return new Manual(JSON.parse(head) as Head, lines);
  }

  ofParameter({ name, path }: Pick<Parameter, "name" | "path">): ManualEntry | undefined {
    return this.#page(path === "" ? name : `${path}/${name}`);
  }

  /** The page of a value language, by the id of its type. */
  ofType(type: string): ManualEntry | undefined {
    return this.#page(`#${type}`);
  }

  #page(key: string): ManualEntry | undefined {
    const line = this.lines[this.#places.get(key) ?? -1];
    return line === undefined ? undefined : unpack(JSON.parse(line) as PackedPage, this.head);
  }
}

function unpack(page: PackedPage, { sources, keys }: Head): ManualEntry {
  return {
    gist: page.g,
    form: page.f ?? [],
    options: page.o ?? {},
    range: page.r,
    empty: page.e,
    depends: page.d ?? [],
    overrides: page.v ?? [],
    practice: page.p ?? [],
    disputes: page.u ?? [],
    examples: (page.x ?? []).map(([value, effect, of, others]) => ({
      value,
      effect,
      ...(of && { of }),
      ...(others && { with: others }),
    })),
    families: page.a,
    web: page.w,
    since: page.s,
    related: (page.l ?? []).map((each) => (typeof each === "number" ? (keys[each] ?? "") : each)),
    sources: page.n.map((at) => sources[at] ?? ""),
    basis: page.b,
  };
}

/** What the packed manual of a dialect is called, in the language or the nearest to it; undefined where there is none. */
export function manualName(id: string, languages: readonly string[], wanted: string): string | undefined {
  const [general = wanted] = wanted.toLowerCase().split("-");
  const language = [wanted.toLowerCase(), general].find((each) => languages.includes(each)) ?? languages[0];
  return language && `${id}.manual.${language}`;
}
