/** Things that are remembered of many devices, at most. */
const maxShared = 500;

/** In place of what came in first, where there are many. */
export function setIn<T>(kept: Map<string, T>, key: string, value: T): void {
  if (kept.size >= maxShared) {
    const [oldest] = kept.keys();
    if (oldest !== undefined) kept.delete(oldest);
  }
  kept.set(key, value);
}

/**
 * The last few things of one device, by their names. A map through which the things of all devices pass keeps many of them in memory for
 * longer, as its tables refer to each other.
 */
export class Latest<T> {
  readonly #kept: { key: string; value: T }[] = [];
  #at = 0;

  constructor(readonly size: number) {}

  get(key: string): T | undefined {
    for (const each of this.#kept) if (each.key === key) return each.value;
    return undefined;
  }

  /** In place of what it had, or of the oldest. */
  set(key: string, value: T): void {
    const known = this.#kept.find((each) => each.key === key);
    if (known) {
      known.value = value;
      return;
    }
    this.#kept[this.#at] = { key, value };
    this.#at = (this.#at + 1) % this.size;
  }

  forget(isWanted: (key: string) => boolean): void {
    const rest = this.#kept.filter(({ key }) => !isWanted(key));
    this.#kept.splice(0, this.#kept.length, ...rest);
    this.#at = rest.length % this.size;
  }
}
