export interface LearnParams {
  readonly textDocument: { readonly uri: string };
  /** The workspace's own parameter file so far. */
  readonly existing?: string;
  /** One name of the file, which need not be a dump; its value says nothing of what the phone comes with. */
  readonly only?: { readonly name: string; readonly path: string };
}

export interface LearnAnswer {
  /** The parameter file with everything in it, old and new. */
  readonly text: string;
  readonly added: readonly string[];
  readonly widened: readonly string[];
  /** Parts of the file so far could not be read and would be lost. */
  readonly incomplete: boolean;
}

export interface PlainText {
  readonly text: string;
}
