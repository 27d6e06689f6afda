/** Parts of the editor that not every dialect has: each belongs to a member of `Dialect`. */
export type Offer = "preview" | "scripts" | "dumps";

/**
 * Which files are of a dialect, and what the editor shows for them. The editor's extension has this module of every
 * dialect (`dialects/ID/files.ts`) and nothing else of it, so it imports neither the catalogue nor checks.
 */
export interface DialectFiles {
  /** Language id in VS Code. */
  readonly language: string;
  /** Language id of the plain text of an encrypted file; absent: phones of the dialect read none. */
  readonly encryptedLanguage?: string;
  /**
   * Names, without folders, of files that may be of the dialect: other files are not opened unasked. `*` matches any
   * characters; letter case does not count.
   */
  readonly names: readonly string[];
  /** Languages that VS Code gives such files by their ending alone. */
  readonly editorLanguages: readonly string[];
  readonly offers: readonly Offer[];
  /**
   * How surely a file is of the dialect, by its name and first lines: 0 not at all, 1 certainly, by its extension alone
   * at most 0.1. From 0.5 on the editor gives the file its language.
   */
  recognize(fileName: string, head: string): number;
  /** A file that reads as a part of one was surely meant as a whole one, by its text and the codes of its problems. */
  isBrokenWhole?(text: string, codes: ReadonlySet<string>): boolean;
}
