import { type Segment, SegmentMemo } from "../profile/setting";

/**
 * What several owners answered about segments. Most segments are asked about by one owner alone: the last answer is kept in
 * the segment, and a weak map, which costs more than all else that is kept, has only those before it.
 */
export class SegmentAnswers<T> {
  readonly #last = new SegmentMemo<{ readonly owner: object; readonly answer: T }>();
  readonly #earlier = new WeakMap<object, WeakMap<Segment, T>>();

  get(segment: Segment, owner: object): T | undefined {
    const last = this.#last.get(segment);
    if (last === undefined || last.owner === owner) return last?.answer;
    return this.#earlier.get(owner)?.get(segment);
  }

  set(segment: Segment, owner: object, answer: T): void {
    const last = this.#last.get(segment);
    if (last && last.owner !== owner) this.#keepEarlier(segment, last.owner, last.answer);
    this.#last.set(segment, { owner, answer });
  }

  #keepEarlier(segment: Segment, owner: object, answer: T): void {
    const answers = this.#earlier.get(owner);
    if (answers) answers.set(segment, answer);
    else this.#earlier.set(owner, new WeakMap([[segment, answer]]));
  }
}
