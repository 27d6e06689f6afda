export interface PolicyWordsParams {
  /** The configuration as it is typed, and the place of the cursor in UTF-16 units. */
  readonly text: string;
  readonly offset: number;
}

export interface PolicyWord {
  readonly word: string;
  /** Short text beside it. */
  readonly detail?: string;
}

export interface PolicyWordsAnswer {
  /** The text between the quotes. */
  readonly replace: { readonly start: number; readonly end: number };
  readonly words: readonly PolicyWord[];
}
