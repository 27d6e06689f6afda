class Owner {
  constructor(object: object) {
    // biome-ignore lint/correctness/noConstructorReturn: a private member can only be given to an object in this way
    return object;
  }
}

/**
 * What is remembered of objects, each in the object itself, where only this can see it. The entries of a weak map keep what they
 * refer to in memory for longer, which costs more than the answer is worth where each of many devices has an object of its own.
 */
export function attached<K extends object, V>() {
  return class Attached extends Owner {
    #value: V | undefined;

    static of(object: K): V | undefined {
      return #value in object ? (object as unknown as Attached).#value : undefined;
    }

    static set(object: K, value: V): V {
      const owner = #value in object ? (object as unknown as Attached) : new Attached(object);
      owner.#value = value;
      return value;
    }
  } as { of(object: K): V | undefined; set(object: K, value: V): V };
}
