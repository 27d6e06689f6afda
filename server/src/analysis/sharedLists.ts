interface Node<T> {
  readonly list: readonly T[];
  readonly next: Map<T, Node<T>>;
}

/** Selections from a list, of which equal ones are one array. */
export class SharedLists<T extends object> {
  readonly #empty: Node<T> = { list: [], next: new Map() };

  select(all: readonly T[], test: (each: T) => boolean): readonly T[] {
    let node = this.#empty;
    for (let i = 0; i < all.length; i++) {
      const each = all[i] as T;
      if (!test(each)) continue;
      let next = node.next.get(each);
      if (!next) {
        next = { list: [...node.list, each], next: new Map() };
        node.next.set(each, next);
      }
      node = next;
    }
    return node.list;
  }
}
