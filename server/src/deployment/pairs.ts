/** Answers about two objects, remembered as long as both are in use. */
export class Pairs<A extends object, B extends object, T> {
  readonly #answers = new WeakMap<A, WeakMap<B, T>>();

  get(one: A, other: B): T | undefined {
    return this.#answers.get(one)?.get(other);
  }

  set(one: A, other: B, answer: T): T {
    let of = this.#answers.get(one);
    if (!of) {
      of = new WeakMap();
      this.#answers.set(one, of);
    }
    of.set(other, answer);
    return answer;
  }
}
