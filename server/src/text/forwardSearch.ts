interface Looked {
  readonly from: number;
  /** No occurrence begins between `from` and here; where there is one, it begins here. */
  readonly to: number;
  readonly isFound: boolean;
}

/** Finds marks ahead. What was looked at is kept, so that many questions from left to right cost one walk over the text. */
export class ForwardSearch {
  readonly #looked = new Map<string, Looked>();

  constructor(readonly text: string) {}

  /** Where `mark` begins next from `from` on, within `limit` characters. */
  next(mark: string, from: number, limit: number): number | undefined {
    const last = from + limit;
    let looked = this.#looked.get(mark);
    const isKnown = looked !== undefined && looked.from <= from && from <= looked.to;
    if (!looked || !isKnown || (!looked.isFound && looked.to <= last)) {
      const start = looked && isKnown ? looked.to : from;
      const at = this.text.slice(start, last + mark.length).indexOf(mark);
      looked = { from: looked && isKnown ? looked.from : from, to: at < 0 ? last + 1 : start + at, isFound: at >= 0 };
      this.#looked.set(mark, looked);
    }
    return looked.isFound && looked.to <= last ? looked.to : undefined;
  }
}
