import { detached } from "./detached";

/** Characters of a text that is remembered. */
const maxLength = 20_000;

/** Answers about the texts that were asked last: many settings of a file have the same value. */
export class Recent<T> {
  readonly #answers = new Map<string, T>();

  constructor(readonly most = 64) {}

  /** `make` gets a copy of a text that is remembered, so that its answer does not keep the file that the text is from. */
  get(text: string, make: (text: string) => T): T {
    const known = this.#answers.get(text);
    if (known !== undefined) return known;
    // They are few, but would take as much as files do.
    if (text.length > maxLength) return make(text);
    const copy = detached(text);
    const answer = make(copy);
    if (this.#answers.size >= this.most) this.#answers.clear();
    this.#answers.set(copy, answer);
    return answer;
  }
}
