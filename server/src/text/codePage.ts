import type { Severity } from "./span";

/** What a problem code means, in words. */
export interface PageText {
  readonly code: string;
  /** The usual severity; a problem may carry a milder one where the facts are weaker. */
  readonly severity: Severity;
  /** Silent unless a person sets a severity for it. */
  readonly optIn?: boolean;
  /** One line, for lists. */
  readonly title: string;
  /** Markdown: what is wrong, why it matters on the phone, what to do. */
  readonly docs: string;
}

/** A manual page: what a problem code means, with files of one dialect that show and that lack the problem. */
export interface CodePage extends PageText {
  /** Each `bad` yields the code, each `good` does not. Run by the tests, printed in the manual. */
  readonly examples: readonly Example[];
}

export interface Example {
  readonly bad: string;
  readonly good: string;
  /** The device the example is checked for. */
  readonly family?: string;
  readonly firmware?: string;
  /** The folder of the file, where the problem depends on it: its name, and files beside it. */
  readonly folder?: { readonly own: string; readonly others?: Readonly<Record<string, string>> };
}

/** What several dialects share, with the examples of one. */
export function withExamples<T extends PageText>(page: T, ...examples: readonly Example[]): T & CodePage {
  return { ...page, examples };
}
