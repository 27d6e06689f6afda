import type { Span } from "../text/span";

/** Where the rules of a file have the keys of encrypted files. Spans count raw characters of the file; a key itself is never answered. */
export interface RuleKeys {
  readonly rules: readonly RuleKeyEntry[];
  /** The value from which the phone derives keys by itself. */
  readonly keyingMaterial?: Span;
}

export interface RuleKeyEntry {
  readonly parameter: string;
  readonly url: string;
  readonly key:
    | { readonly kind: "none" }
    | { readonly kind: "literal"; readonly span: Span }
    /** A parameter of the phone; without a span the phone has it from elsewhere. */
    | { readonly kind: "parameter"; readonly name: string; readonly span?: Span }
    /** Made of macros. */
    | { readonly kind: "computed" };
}
