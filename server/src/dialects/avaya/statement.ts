import type { Setting } from "../../profile/setting";
import type { Span } from "../../text/span";

/** A part of a line; spans count from the start of the segment. */
export interface Word {
  readonly text: string;
  readonly span: Span;
}

/** An operand of a condition: the name of a variable after `$`, or a text. */
export interface Operand extends Word {
  readonly variable: string | undefined;
}

/** `SET name value`, `ADD name value`. */
export interface Assignment {
  readonly kind: "set" | "add";
  readonly span: Span;
  readonly keyword: Span;
  readonly setting: Setting;
  /** The value as the phone reads it, with what follows it in its line. */
  readonly value: string;
}

/** `IF left SEQ right GOTO label`. */
export interface Condition {
  readonly kind: "if";
  readonly span: Span;
  readonly keyword: Span;
  readonly left: Operand;
  readonly operator: Word;
  readonly right: Operand;
  readonly jump: Span;
  readonly label: Word;
}

/** `GOTO label`. */
export interface Jump {
  readonly kind: "goto";
  readonly span: Span;
  readonly keyword: Span;
  readonly label: Word;
}

/** `GET file`. */
export interface Inclusion {
  readonly kind: "get";
  readonly span: Span;
  readonly keyword: Span;
  readonly file: Word;
}

/** `# label`. */
export interface Label {
  readonly kind: "label";
  readonly span: Span;
  readonly keyword: Span;
  readonly label: Word;
}

/** A line that the phone does something with; every other line is a comment to it. */
export type Statement = Assignment | Condition | Jump | Inclusion | Label;
