import * as l10n from "@vscode/l10n";
import type { Problem, Span } from "./span";

// JSON with places, for configuration files that people write. Comments and trailing commas are
// taken in silence, as editors do. Reading never throws: after a mistake it goes on where it can.

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

export interface JsonDocument {
  readonly root: JsonNode | undefined;
  readonly problems: readonly Problem[];
}

/** Limit on nesting; keeps recursion safe. */
const depthLimit = 60;
const problemLimit = 20;

export function readJson(text: string): JsonDocument {
  const reader = new Reader(text);
  const root = reader.value(0);
  reader.end();
  return { root, problems: reader.problems };
}

class Reader {
  readonly problems: Problem[] = [];
  readonly #text: string;
  #at: number;

  constructor(text: string) {
    this.#text = text;
    this.#at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  value(depth: number): JsonNode | undefined {
    this.#skip();
    const start = this.#at;
    const c = this.#text[start];
    if (c === "{" && depth < depthLimit) return this.#object(start, depth);
    if (c === "[" && depth < depthLimit) return this.#array(start, depth);
    if (c === '"') return { kind: "string", value: this.#string(), span: this.#since(start) };
    this.#at = this.#wordEnd();
    const word = this.#text.slice(start, this.#at);
    const span = this.#since(start);
    if (word === "true" || word === "false") return { kind: "boolean", value: word === "true", span };
    if (word === "null") return { kind: "null", span };
    if (/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(word)) return { kind: "number", value: Number(word), span };
    this.#problem(
      span.end > span.start ? span : { start, end: Math.min(start + 1, this.#text.length) },
      l10n.t("Expected a value: text in double quotes, a number, true, false, `[` or `{`."),
    );
    return undefined;
  }

  end(): void {
    this.#skip();
    if (this.#at < this.#text.length)
      this.#problem(
        { start: this.#at, end: this.#text.length },
        l10n.t("Unexpected text after the end of the JSON value."),
      );
  }

  #object(start: number, depth: number): JsonNode {
    const members: JsonMember[] = [];
    this.#list("}", () => {
      const keyStart = this.#at;
      if (this.#text[keyStart] !== '"') {
        this.#problem(
          { start: keyStart, end: Math.min(keyStart + 1, this.#text.length) },
          l10n.t("Expected a name in double quotes."),
        );
        return false;
      }
      const key = this.#string();
      const keySpan = this.#since(keyStart);
      this.#skip();
      if (this.#text[this.#at] !== ":") {
        this.#problem(keySpan, l10n.t("Missing `:` after the name."));
        return false;
      }
      this.#at++;
      const value = this.value(depth + 1);
      if (value) members.push({ key, keySpan, value });
      return value !== undefined;
    });
    return { kind: "object", members, span: this.#since(start) };
  }

  #array(start: number, depth: number): JsonNode {
    const items: JsonNode[] = [];
    this.#list("]", () => {
      const item = this.value(depth + 1);
      if (item) items.push(item);
      return item !== undefined;
    });
    return { kind: "array", items, span: this.#since(start) };
  }

  /** Reads entries up to `close`; after a bad one it skips to the next comma or bracket. */
  #list(close: string, entry: () => boolean): void {
    const open = this.#at++;
    for (;;) {
      this.#skip();
      if (this.#at >= this.#text.length) {
        this.#problem({ start: open, end: open + 1 }, l10n.t("Missing closing `{0}`.", close));
        return;
      }
      const c = this.#text[this.#at];
      if (c === close) {
        this.#at++;
        return;
      }
      if (c === "}" || c === "]") {
        // The bracket of an outer value: this one was not closed.
        this.#problem({ start: open, end: open + 1 }, l10n.t("Missing closing `{0}`.", close));
        return;
      }
      const before = this.#at;
      if (!entry()) this.#resume();
      this.#skip();
      const next = this.#text[this.#at];
      if (next === ",") this.#at++;
      else if (next !== "}" && next !== "]" && next !== undefined) {
        this.#problem({ start: this.#at, end: this.#at + 1 }, l10n.t("Missing `,` between two values."));
        if (this.#at === before) this.#at++;
      }
    }
  }

  #resume(): void {
    while (this.#at < this.#text.length && !",]}".includes(this.#text[this.#at] ?? "")) {
      if (this.#text[this.#at] === '"') this.#string();
      else this.#at++;
    }
  }

  #string(): string {
    const start = this.#at++;
    let out = "";
    let from = this.#at;
    for (;;) {
      const c = this.#text[this.#at];
      if (c === undefined || c === "\n" || c === "\r") {
        this.#problem(this.#since(start), l10n.t("Missing closing quote."));
        return out + this.#text.slice(from, this.#at);
      }
      if (c === '"') {
        out += this.#text.slice(from, this.#at++);
        return out;
      }
      if (c === "\\") {
        out += this.#text.slice(from, this.#at) + this.#escape();
        from = this.#at;
      } else this.#at++;
    }
  }

  #escape(): string {
    const start = this.#at;
    const c = this.#text[start + 1] ?? "";
    if (c === "u") {
      const hex = /^[0-9a-fA-F]{4}/.exec(this.#text.slice(start + 2, start + 6))?.[0];
      this.#at = start + (hex ? 6 : 2);
      if (hex) return String.fromCharCode(Number.parseInt(hex, 16));
    } else {
      const known = '"\\/bfnrt'.indexOf(c);
      this.#at = start + (c === "" || c === "\n" || c === "\r" ? 1 : 2);
      if (c !== "" && known >= 0) return '"\\/\b\f\n\r\t'[known] ?? "";
    }
    this.#problem(this.#since(start), l10n.t("Not a valid JSON escape sequence. Write a backslash as `\\\\`."));
    return "";
  }

  #skip(): void {
    for (;;) {
      const c = this.#text[this.#at];
      if (c === " " || c === "\t" || c === "\n" || c === "\r") this.#at++;
      else if (c === "/" && this.#text[this.#at + 1] === "/") this.#at = this.#lineEnd(this.#at);
      else if (c === "/" && this.#text[this.#at + 1] === "*")
        this.#at = Math.min(this.#found("*/", this.#at + 2) + 2, this.#text.length);
      else return;
    }
  }

  #lineEnd(from: number): number {
    let at = from;
    while (at < this.#text.length && this.#text[at] !== "\n" && this.#text[at] !== "\r") at++;
    return at;
  }

  #found(what: string, from: number): number {
    const at = this.#text.indexOf(what, from);
    return at < 0 ? this.#text.length : at;
  }

  #wordEnd(): number {
    let end = this.#at;
    while (end < this.#text.length && !/[\s,:{}[\]"/]/.test(this.#text[end] ?? "")) end++;
    return end;
  }

  #since(start: number): Span {
    return { start, end: this.#at };
  }

  #problem(span: Span, message: string): void {
    if (this.problems.length < problemLimit)
      this.problems.push({ code: "catalogue/syntax", severity: "error", message, span });
  }
}
