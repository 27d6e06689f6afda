import type { EffectiveParameter } from "../schema/model";
import type { Fix, Problem, Span } from "../text/span";
import type { PictureTheme } from "./pictureTheme";

/** Something that may be typed. Spans and edits are offsets into the value. */
export interface Suggestion {
  readonly label: string;
  readonly kind: "value" | "keyword" | "macro" | "operator" | "function" | "snippet" | "unit";
  /** What replaces `replace`; the label when absent. With `kind: "snippet"` it contains `$1`-style stops. */
  readonly insert?: string;
  readonly replace: Span;
  /** Short text beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What is typed is compared with this instead of the label. */
  readonly filter?: string;
  /** Lower comes first; suggestions of equal rank keep their order. */
  readonly rank?: number;
}

/** A colored part of a value. Tokens are in order and do not overlap. */
export interface ValueToken {
  readonly span: Span;
  readonly kind:
    | "number"
    | "string"
    | "keyword"
    | "operator"
    | "macro"
    | "variable"
    | "function"
    | "parameter"
    | "regexp"
    | "comment"
    | "type";
}

/** What is at the cursor inside a script: one line with its parts, and the current part. */
export interface Signature {
  readonly label: string;
  /** Offsets into `label`, one pair for each part. */
  readonly parts: readonly { readonly span: Span; readonly documentation: string }[];
  readonly active: number;
}

/** A host or file that the value names, for document links. */
export interface ValueLink {
  readonly span: Span;
  readonly target: string;
}

/**
 * One data type of the vendor's documentation: its grammar, limits, wording and completions.
 * The text is the decoded and trimmed value; it is never empty, because an empty value is
 * always legal, and it never contains a template placeholder. No member throws, whatever the text.
 */
export interface ValueType {
  /** The type name that `schemas/` uses, without its argument: `Uns` for `Uns<16>`. */
  readonly id: string;
  /** What is wrong; spans, and the edits of fixes, are offsets into `text`. */
  check(text: string, at: EffectiveParameter): Problem[];
  /**
   * The value in words: a sentence or phrase, literal text, paragraphs apart by an empty line. With
   * `takesMarkdown` it is Markdown, in which pieces of the value are code spans or escaped.
   */
  describe?(text: string, at: EffectiveParameter): string | undefined;
  readonly takesMarkdown?: boolean;
  /** The value as an SVG picture, in colors of the editor's theme. */
  picture?(text: string, theme: PictureTheme, at: EffectiveParameter): string | undefined;
  /** A few words for an inlay hint after the value, if they add something. */
  hint?(text: string, at: EffectiveParameter): string | undefined;
  complete?(text: string, offset: number, at: EffectiveParameter): Suggestion[];
  tokens?(text: string, at: EffectiveParameter): ValueToken[];
  /** Other ways to write the same, for a person to choose. */
  rewrites?(text: string, at: EffectiveParameter): Fix[];
  signature?(text: string, offset: number, at: EffectiveParameter): Signature | undefined;
  links?(text: string, at: EffectiveParameter): ValueLink[];
}
