import * as l10n from "@vscode/l10n";
import { createScanner, printParseErrorCode, visit } from "jsonc-parser";
import type { Problem, Span } from "./span";

// JSON with places, for configuration files that people write. Comments and trailing commas are
// accepted without a message, as editors do. After a mistake, reading continues where it can.

export type JsonNode =
  | { readonly kind: "object"; readonly span: Span; readonly members: readonly JsonMember[] }
  | { readonly kind: "array"; readonly span: Span; readonly items: readonly JsonNode[] }
  | { readonly kind: "string"; readonly span: Span; readonly value: string }
  | { readonly kind: "number"; readonly span: Span; readonly value: number }
  | { readonly kind: "boolean"; readonly span: Span; readonly value: boolean }
  | { readonly kind: "null"; readonly span: Span };

export interface JsonMember {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: JsonNode;
}

interface JsonDocument {
  readonly root: JsonNode | undefined;
  readonly problems: readonly Problem[];
}

/** Limit on nesting: the parser is recursive. */
const maxDepth = 60;
const maxProblems = 20;

type ErrorName = ReturnType<typeof printParseErrorCode>;

export function readJson(source: string): JsonDocument {
  // The parser does not accept a byte order mark.
  const text = source.charCodeAt(0) === 0xfeff ? ` ${source.slice(1)}` : source;
  const reader = new Reader(text);
  const deep = tooDeep(text);
  if (deep) reader.report(deep, l10n.t("Nested more than {0} levels deep. The file is not read.", maxDepth));
  else reader.read();
  return reader;
}

/** The first bracket that is too deep. Only its own closing bracket closes one, as for the parser. */
function tooDeep(text: string): Span | undefined {
  const scanner = createScanner(text, true);
  const open: string[] = [];
  for (;;) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    const c = text[start];
    if (c === undefined) return undefined;
    if (c === "{" || c === "[") {
      if (open.length === maxDepth) return { start, end: start + 1 };
      open.push(c === "{" ? "}" : "]");
    } else if (c === open.at(-1)) open.pop();
  }
}

/** An object or a list that is being read. */
interface Frame {
  readonly start: number;
  readonly close: "}" | "]";
  readonly members: JsonMember[];
  readonly items: JsonNode[];
  name?: { readonly key: string; readonly keySpan: Span } | undefined;
}

class Reader implements JsonDocument {
  root: JsonNode | undefined;
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #frames: Frame[] = [];
  #number: Span | undefined;
  /** Text that is not JSON. What follows it decides what is missing. */
  #symbol: Span | undefined;
  /** Errors that come before anything else is read follow from the one before. */
  #silent = false;
  /** A bracket of an outer value was met: the parser no longer knows where it is. */
  #lost = false;

  constructor(text: string) {
    this.#text = text;
  }

  read(): void {
    visit(
      this.#text,
      {
        onObjectBegin: (at) => this.#open(at, "}"),
        onArrayBegin: (at) => this.#open(at, "]"),
        onObjectProperty: (key, at, length) => {
          this.#goOn();
          const frame = this.#frames.at(-1);
          if (frame) frame.name = { key, keySpan: { start: at, end: at + length } };
        },
        onLiteralValue: (value: unknown, at, length) => this.#literal(value, { start: at, end: at + length }),
        onSeparator: () => this.#goOn(),
        onObjectEnd: (at, length) => this.#close(at, length),
        onArrayEnd: (at, length) => this.#close(at, length),
        onError: (code, at, length) =>
          // An open comment is longer than the text by one.
          this.#error(printParseErrorCode(code), { start: at, end: Math.min(at + length, this.#text.length) }),
      },
      { allowTrailingComma: true },
    );
    if (this.#symbol) this.#error("EndOfFileExpected", this.#symbol);
  }

  report(span: Span, message: string): void {
    if (this.problems.length < maxProblems)
      this.problems.push({ code: "catalogue/syntax", severity: "error", message, span });
  }

  #open(start: number, close: Frame["close"]): void {
    this.#goOn();
    this.#frames.push({ start, close, members: [], items: [] });
  }

  /** Without a length at the end of the text. */
  #close(at: number, length: number): void {
    this.#goOn();
    const frame = this.#frames.pop();
    if (!frame) return;
    const { start, close, members, items } = frame;
    const span = { start, end: at + length };
    if (length === 0) this.#unclosed(frame);
    this.#add(close === "}" ? { kind: "object", span, members } : { kind: "array", span, items });
  }

  #unclosed({ start, close }: Frame): void {
    if (!this.#lost) this.report({ start, end: start + 1 }, l10n.t("Missing closing `{0}`.", close));
  }

  #literal(value: unknown, span: Span): void {
    this.#goOn();
    if (typeof value === "string") this.#add({ kind: "string", span, value });
    else if (typeof value === "boolean") this.#add({ kind: "boolean", span, value });
    else if (typeof value === "number") {
      this.#add({ kind: "number", span, value });
      this.#number = span;
    } else this.#add({ kind: "null", span });
  }

  #add(value: JsonNode): void {
    const frame = this.#frames.at(-1);
    if (!frame) this.root = value;
    else if (frame.close === "]") frame.items.push(value);
    else if (frame.name) {
      frame.members.push({ ...frame.name, value });
      frame.name = undefined;
    }
  }

  /** Something was read. */
  #goOn(): void {
    const symbol = this.#symbol;
    this.#symbol = undefined;
    this.#silent = false;
    if (symbol && !this.#lost) this.report(symbol, this.#expectsName() ? expectedName() : expectedValue());
  }

  #expectsName(): boolean {
    const frame = this.#frames.at(-1);
    return frame?.close === "}" && !frame.name;
  }

  #error(name: ErrorName, found: Span): void {
    if (this.#silent || this.#lost || name === "CloseBraceExpected" || name === "CloseBracketExpected") return;
    // Tabs in a text do no harm.
    if (name === "InvalidCharacter") return;
    // `0123`, `1.2.3` and `12ab` are a number and more.
    const number = this.#number?.end === found.start ? this.#number : undefined;
    if (name === "InvalidSymbol") {
      this.#symbol ??= { start: number?.start ?? found.start, end: found.end };
      return;
    }
    const symbol = this.#symbol;
    this.#symbol = undefined;
    const frame = this.#frames.at(-1);
    const next = this.#text[found.start];
    if (!symbol && frame && name.endsWith("Expected")) {
      // What is not closed at the end is reported where it begins.
      if (next === undefined) return;
      if ((next === "}" || next === "]") && next !== frame.close) {
        this.#unclosed(frame);
        this.#lost = true;
        return;
      }
    }
    this.#silent = true;
    if (number && name === "CommaExpected") this.report({ start: number.start, end: found.end }, expectedValue());
    else if (name === "InvalidUnicode" || name === "InvalidEscapeCharacter") this.#escapes(found);
    else if (name === "ColonExpected") this.report(frame?.name?.keySpan ?? found, message(name));
    else if (name === "EndOfFileExpected")
      this.report({ start: (symbol ?? found).start, end: this.#text.length }, message(name));
    else this.report(symbol ?? found, message(name));
  }

  #escapes({ start, end }: Span): void {
    for (const { 0: sequence, 1: bad, index } of this.#text.slice(start, end).matchAll(escapes)) {
      if (bad === undefined) continue;
      const span = { start: start + index, end: start + index + sequence.length };
      this.report(span, l10n.t("Not a valid JSON escape sequence. Write a backslash as `\\\\`."));
    }
  }
}

/** The group is there when it is not one of JSON. */
const escapes = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4}|(.))/gs;

function message(name: ErrorName): string {
  switch (name) {
    case "PropertyNameExpected":
      return expectedName();
    case "ColonExpected":
      return l10n.t("Missing `:` after the name.");
    case "CommaExpected":
      return l10n.t("Missing `,` between two values.");
    case "EndOfFileExpected":
      return l10n.t("Unexpected text after the end of the JSON value.");
    case "UnexpectedEndOfString":
      return l10n.t("Missing closing quote.");
    case "UnexpectedEndOfComment":
      return l10n.t("Missing `*/` after the comment.");
    default:
      return expectedValue();
  }
}

function expectedName(): string {
  return l10n.t("Expected a name in double quotes.");
}

function expectedValue(): string {
  return l10n.t("Expected a value: text in double quotes, a number, true, false, `[` or `{`.");
}
