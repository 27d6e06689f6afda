import type { Parameter } from "./model";

// The form that server/build/manuals.mjs writes; the two must agree on every key.

/**
 * What a manual says of a parameter or of a value language besides the catalogue. Texts have code in backticks and no
 * other formatting.
 */
interface PackedPage {
  readonly gist: string;
  /** Lines that show how values of a language are built. */
  readonly form?: readonly string[];
  /** What each option or part means. */
  readonly options?: Readonly<Record<string, string>>;
  /** Limits in words. */
  readonly range?: string;
  /** What an empty value does. */
  readonly empty?: string;
  readonly depends?: readonly string[];
  readonly overrides?: readonly string[];
  /** What goes wrong in practice. */
  readonly practice?: readonly string[];
  /** Where documents disagree. */
  readonly disputes?: readonly string[];
  readonly examples?: readonly ManualExample[];
  readonly families?: string;
  readonly web?: string;
  readonly since?: string;
  /** Names of parameters. */
  readonly related?: readonly string[];
  readonly sources: readonly number[];
  /** How much of it documents state; absent: all. */
  readonly basis?: "partly" | "thin";
}

export interface ManualExample {
  readonly value: string;
  readonly effect: string;
  /** Element of the example, with its number. */
  readonly of?: string;
}

/** A page with the titles of its documents. */
export type ManualEntry = Omit<PackedPage, "sources"> & { readonly sources: readonly string[] };

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
    if (line === undefined) return undefined;
    const page = JSON.parse(line) as PackedPage;
    return { ...page, sources: page.sources.map((at) => this.head.sources[at] ?? "") };
  }
}

/** What the packed manual of a dialect is called, in the language or the nearest to it; undefined where there is none. */
export function manualName(id: string, languages: readonly string[], wanted: string): string | undefined {
  const [general = wanted] = wanted.toLowerCase().split("-");
  const language = [wanted.toLowerCase(), general].find((each) => languages.includes(each)) ?? languages[0];
  return language && `${id}.manual.${language}`;
}
