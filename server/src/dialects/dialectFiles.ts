/** Parts of the editor that not every dialect has: each belongs to a member of `Dialect`. */
export type Offer = "preview" | "scripts" | "dumps" | "phone" | "fleet" | "matrix" | "keys" | "tables" | "updates";

/** Encrypted files and the rules that fetch them, for the editor: it never sends a key to the server. */
export interface FileEncryption {
  /** Language id in VS Code of the plain text of an encrypted file. */
  readonly language: string;
  /** The characters of a file at the place of a key, as phones read them. */
  decode(raw: string): string;
  /** The key that an argument of a rule means, after decoding. */
  unescapeArgument(text: string): string;
  /** A key as an argument of a rule; undefined when no rule can contain it. */
  argumentOf(key: string): string | undefined;
  /** The argument for a key that only the phone has. */
  readonly hiddenArgument: string;
  /** A setting, to be pasted, that makes phones fetch a URL and decrypt it with a key, or without. */
  rule(url: string, argument: string | undefined): string;
}

interface FileKind {
  readonly language: string;
  readonly offers: readonly Offer[];
  isOne(head: string): boolean;
}

/**
 * Which files are of a dialect, and what the editor shows for them. The editor's extension has this module of every
 * dialect (`dialects/ID/files.ts`) and nothing else of it, so it imports neither the catalogue nor checks.
 */
export interface DialectFiles {
  /** Language id in VS Code. */
  readonly language: string;
  /** Files of the dialect that have another language in VS Code, as they are written in another way. */
  readonly kinds?: readonly FileKind[];
  /** Absent where phones read no encrypted files. */
  readonly encryption?: FileEncryption;
  /**
   * Names, without folders, of files that may be of the dialect: other files are not opened unasked. `*` matches any
   * characters; letter case does not count.
   */
  readonly names: readonly string[];
  /** Languages that VS Code gives such files by their ending alone. */
  readonly editorLanguages: readonly string[];
  readonly offers: readonly Offer[];
  /** Small files that the extension brings along, for people who have none yet. */
  readonly examples: readonly string[];
  /**
   * How surely a file is of the dialect, by its name and first lines: 0 not at all, 1 certainly, by its extension alone
   * at most 0.1. From 0.5 on the editor gives the file its language.
   */
  recognize(fileName: string, head: string): number;
  /** A file that reads as a part of one was surely meant as a whole one, by its text and the codes of its problems. */
  isBrokenWhole?(text: string, codes: ReadonlySet<string>): boolean;
}
