import type { Span } from "../text/span";

/** What the cursor is in. Spans count from the start of the file. */
export type CursorContext =
  /** The name of a setting: `replace` covers what is typed of it, marks around it included. */
  | NameContext
  /** A part of the syntax that can be one of a few words; unless what is typed are words of a name. */
  | {
      readonly kind: "words";
      readonly replace: Span;
      readonly words: readonly SyntaxWord[];
      readonly orName?: NameContext;
    }
  /** Inside the value of the setting there. */
  | { readonly kind: "value" }
  | { readonly kind: "none" };

export interface NameContext {
  readonly kind: "name";
  readonly replace: Span;
  /** May be several words, which are looked for. */
  readonly typed: string;
  readonly path: string;
  /** The number of the name where it is written apart from it, which the name must take. */
  readonly index?: number;
  readonly style: NameStyle;
}

/** A name as it is written: in a snippet, its numbers are choices, and a second one repeats what is chosen. */
export interface WrittenName {
  readonly first: string;
  readonly again: string;
  /** Stops of the snippet that the name takes. */
  readonly stops: number;
}

export function plainName(name: string): WrittenName {
  return { first: name, again: name, stops: 0 };
}

/** How a setting is written where its name is typed. */
export interface NameStyle {
  /** Styles with equal keys write alike. */
  readonly key: string;
  /** What is typed before a name, so that editors can filter by it. */
  readonly prefix: string;
  /** The value is written too; otherwise only the name is missing. */
  readonly hasValue: boolean;
  /** As a snippet when the client takes them: `$` and `}` of the value are escaped. */
  write(name: WrittenName, value: string, snippets: boolean): string;
}

export interface SyntaxWord {
  readonly label: string;
  readonly kind: "section end" | "attribute" | "attribute value" | "keyword" | "label" | "variable" | "file";
  /** Written in place of the label; as a snippet for clients that take them. */
  readonly insert?: { readonly plain: string; readonly snippet: string };
  readonly detail?: string;
}
