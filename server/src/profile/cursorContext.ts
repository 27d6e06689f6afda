import type { Span } from "../text/span";

/** What the cursor is in. Spans count from the start of the file. */
export type CursorContext =
  /** The name of a setting: `replace` covers what is typed of it, marks around it included. */
  | {
      readonly kind: "name";
      readonly replace: Span;
      readonly typed: string;
      readonly path: string;
      readonly style: NameStyle;
    }
  /** A part of the syntax that can be one of a few words. */
  | { readonly kind: "words"; readonly replace: Span; readonly words: readonly SyntaxWord[] }
  /** Inside the value of the setting there. */
  | { readonly kind: "value" }
  | { readonly kind: "none" };

/** How a setting is written where its name is typed. */
export interface NameStyle {
  /** Styles with equal keys write alike. */
  readonly key: string;
  /** What is typed before a name, so that editors can filter by it. */
  readonly prefix: string;
  /** The value is written too; otherwise only the name is missing. */
  readonly hasValue: boolean;
  /** As a snippet when the client takes them: `$` and `}` of the value are escaped. */
  write(name: string, value: string, snippets: boolean): string;
}

export interface SyntaxWord {
  readonly label: string;
  readonly kind: "section end" | "attribute" | "attribute value" | "keyword" | "label" | "variable" | "file";
  /** Written in place of the label; as a snippet for clients that take them. */
  readonly insert?: { readonly plain: string; readonly snippet: string };
  readonly detail?: string;
}
