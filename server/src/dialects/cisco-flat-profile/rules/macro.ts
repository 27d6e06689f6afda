import { MappedText, type Piece } from "../../../text/mappedText";
import type { Span } from "../../../text/span";

// macro = "$$" | "$" name | "$(" name [ ":" p [ ":" q ] ] ")" : specification section 3.1.
// One pass from left to right; inserted text is not looked at again; unknown names stay as typed.

export interface MacroUse {
  readonly span: Span;
  /** Empty for `$$`. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly from: number | undefined;
  readonly length: number | undefined;
  readonly form: "escape" | "plain" | "parenthesized";
}

/** Every place that has the form of a macro, known or not. */
export function findMacros(text: string): MacroUse[] {
  const found: MacroUse[] = [];
  for (let at = text.indexOf("$"); at >= 0; at = text.indexOf("$", at)) {
    const use = macroAt(text, at);
    if (use) found.push(use);
    at = use ? use.span.end : at + 1;
  }
  return found;
}

const parenthesized = /\(([A-Za-z][A-Za-z0-9_]*)(?::(\d{1,9})(?::(\d{1,9}))?)?\)/y;
const plain = /[A-Za-z][A-Za-z0-9_]*/y;

function macroAt(text: string, at: number): MacroUse | undefined {
  if (text[at + 1] === "$") {
    return {
      span: { start: at, end: at + 2 },
      name: "",
      nameSpan: { start: at + 1, end: at + 1 },
      from: undefined,
      length: undefined,
      form: "escape",
    };
  }
  const isParenthesized = text[at + 1] === "(";
  const pattern = isParenthesized ? parenthesized : plain;
  pattern.lastIndex = at + 1;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const name = (isParenthesized ? match[1] : match[0]) ?? "";
  const nameStart = at + (isParenthesized ? 2 : 1);
  return {
    span: { start: at, end: at + 1 + match[0].length },
    name,
    nameSpan: { start: nameStart, end: nameStart + name.length },
    from: isParenthesized && match[2] !== undefined ? Number(match[2]) : undefined,
    length: isParenthesized && match[3] !== undefined ? Number(match[3]) : undefined,
    form: isParenthesized ? "parenthesized" : "plain",
  };
}

/** Values by macro name, and those that are valid inside `[ … ]` only. */
export interface MacroValues {
  readonly macros: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
}

const bracketed = /^S[A-D]$/;

/** Expands once; every character keeps the way back to what was typed. */
export function expandMacros(source: MappedText, values: MacroValues): MappedText {
  const { text } = source;
  if (!text.includes("$")) return source;
  const pieces: Piece[] = [];
  let from = 0;
  const isBracketed = bracketTest(text);
  for (const use of findMacros(text)) {
    const value = use.form === "escape" ? "$" : valueFor(use, isBracketed, values);
    if (value === undefined) continue;
    if (use.span.start > from) pieces.push(...source.slice({ start: from, end: use.span.start }));
    pieces.push({ text: value, source: source.toSource(use.span), verbatim: false });
    from = use.span.end;
  }
  if (from === 0) return source;
  if (from < text.length) pieces.push(...source.slice({ start: from, end: text.length }));
  return new MappedText(pieces);
}

function valueFor(
  use: MacroUse,
  isBracketed: (at: number) => boolean,
  { macros, secrets }: MacroValues,
): string | undefined {
  let value: string | undefined;
  if (bracketed.test(use.name)) {
    if (!isBracketed(use.span.start)) return undefined;
    value = secrets && Object.hasOwn(secrets, use.name) ? secrets[use.name] : undefined;
  } else value = Object.hasOwn(macros, use.name) ? macros[use.name] : undefined;
  if (value === undefined || use.from === undefined) return value;
  return value.slice(use.from, use.length === undefined ? undefined : use.from + use.length);
}

/** Whether the place lies between `[` and `]`; those in double quotes are text. */
export function insideBrackets(text: string, at: number): boolean {
  return bracketTest(text)(at + 1);
}

/** The same for places asked for from left to right, in one walk over the text. */
export function bracketTest(text: string): (at: number) => boolean {
  let walked = 0;
  let inside = false;
  let quoted = false;
  return (at) => {
    for (; walked < at && walked < text.length; walked++) {
      const c = text[walked];
      if (c === '"') quoted = !quoted;
      else if (quoted) continue;
      else if (c === "[") inside = true;
      else if (c === "]") inside = false;
    }
    return inside;
  };
}
