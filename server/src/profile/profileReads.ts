import type { ProfileChanges } from "./profileChanges";

/** What a version of a profile answers. */
interface Answering {
  readonly count: number;
  readonly hasTemplate: boolean;
  isRepeated(name: string): boolean;
}

/** What was asked of a profile, to see later whether a newer version of it gives the same answers. */
export class ProfileReads {
  readonly #names = new Set<string>();
  #count: number | undefined;
  #hasTemplate: boolean | undefined;
  #repeated = false;
  #areNamesRead = false;
  #everything = false;

  addName(name: string): void {
    this.#names.add(name);
  }

  addCount(count: number): void {
    this.#count = count;
  }

  addTemplate(hasTemplate: boolean): void {
    this.#hasTemplate = hasTemplate;
  }

  addRepeated(names: Iterable<string>): void {
    this.#repeated = true;
    for (const name of names) this.#names.add(name);
  }

  /** Only the names of all settings. */
  addNames(): void {
    this.#areNamesRead = true;
  }

  /** Any edit may change the answer. */
  addEverything(): void {
    this.#everything = true;
  }

  /** Whether `profile`, in which only these settings came, went or moved, gives other answers. */
  differIn(profile: Answering, changes: ProfileChanges): boolean {
    if (this.#everything) return !changes.isEmpty;
    if (this.#areNamesRead && !changes.hasSameNames) return true;
    if (this.#count !== undefined && this.#count !== profile.count) return true;
    if (this.#hasTemplate !== undefined && this.#hasTemplate !== profile.hasTemplate) return true;
    if (haveCommon(this.#names, changes.names)) return true;
    const { names: edited } = changes;
    if (this.#repeated) for (const name of edited) if (profile.isRepeated(name)) return true;
    return false;
  }
}

function haveCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const each of few) if (many.has(each)) return true;
  return false;
}
