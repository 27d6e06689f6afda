import * as l10n from "@vscode/l10n";
import { PatternFault } from "./patternFault";

// Regular expressions that people write into configurations, run in a time that is at most their length times that of
// the text: all possible matches are followed at once, as Thompson described in 1968, instead of one after another as
// engines with back-references do. Syntax: that of JavaScript without look-around and back-references; `(?i)` at the
// start ignores case. All offsets count UTF-16 units.

/** Steps of a program at most; each sign of a repeated part counts once for each repetition. */
const maxSteps = 1_000;
const maxDepth = 50;
const maxRepetitions = 1_000;
/** Characters of a text that are looked at. */
const maxTextLength = 20_000;

/** Inclusive pairs of units: low, high, low, high … */
type Units = readonly number[];

type Step =
  | { readonly kind: "unit"; readonly units: Units; readonly negated: boolean }
  | { readonly kind: "both"; first: number; second: number }
  | { readonly kind: "start" | "end" | "edge" | "inside" }
  | { readonly kind: "match" };

/** A node of the tree, as a function that writes its steps. */
type Part = (program: Step[]) => void;

export class LinearPattern {
  readonly #program: readonly Step[];
  readonly #ignoresCase: boolean;

  private constructor(program: readonly Step[], ignoresCase: boolean) {
    this.#program = program;
    this.#ignoresCase = ignoresCase;
  }

  static read(source: string): LinearPattern | PatternFault {
    const ignoresCase = source.startsWith("(?i)");
    try {
      const part = new Reader(ignoresCase ? source.slice(4) : source).read();
      const program: Step[] = [];
      part(program);
      add(program, { kind: "match" });
      return new LinearPattern(program, ignoresCase);
    } catch (fault) {
      if (fault instanceof PatternFault) return fault;
      throw fault;
    }
  }

  /** Whether the pattern occurs in the text. Of a very long text only the start is looked at. */
  occursIn(text: string): boolean {
    const length = Math.min(text.length, maxTextLength);
    const program = this.#program;
    const seen = new Int32Array(program.length).fill(-1);
    let threads: number[] = [];
    for (let at = 0; at <= length; at++) {
      if (this.#follow(0, text, at, threads, seen)) return true;
      if (at === length) return false;
      const unit = text.charCodeAt(at);
      const next: number[] = [];
      for (const pc of threads) {
        const step = program[pc];
        if (step?.kind === "unit" && this.#takes(step, unit) && this.#follow(pc + 1, text, at + 1, next, seen))
          return true;
      }
      threads = next;
    }
    return false;
  }

  /** Adds the steps that read a unit next, beginning at `from`; true when the match is complete. */
  #follow(from: number, text: string, at: number, threads: number[], seen: Int32Array): boolean {
    const waiting = [from];
    for (let pc = waiting.pop(); pc !== undefined; pc = waiting.pop()) {
      if (seen[pc] === at) continue;
      seen[pc] = at;
      const step = this.#program[pc] as Step;
      if (step.kind === "match") return true;
      if (step.kind === "unit") threads.push(pc);
      else if (step.kind === "both") waiting.push(step.second, step.first);
      else if (isPlace(step.kind, text, at)) waiting.push(pc + 1);
    }
    return false;
  }

  #takes({ units, negated }: Extract<Step, { kind: "unit" }>, unit: number): boolean {
    let isIn = includes(units, unit);
    if (!isIn && this.#ignoresCase) {
      const letter = String.fromCharCode(unit);
      isIn = includes(units, letter.toLowerCase().charCodeAt(0)) || includes(units, letter.toUpperCase().charCodeAt(0));
    }
    return isIn !== negated;
  }

  /** Whether any text has a match: `a^b` and `$a` have none. */
  get canMatch(): boolean {
    // A place of the program, whether something was read before it, and whether the text must end there.
    const waiting: (readonly [pc: number, isAfter: boolean, isAtEnd: boolean])[] = [[0, false, false]];
    const seen = new Set<string>();
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const key = next.join();
      if (seen.has(key)) continue;
      seen.add(key);
      const [pc, isAfter, isAtEnd] = next;
      const step = this.#program[pc] as Step;
      if (step.kind === "match") return true;
      if (step.kind === "both") waiting.push([step.first, isAfter, isAtEnd], [step.second, isAfter, isAtEnd]);
      else if (step.kind === "unit") {
        if (!isAtEnd && (step.negated || step.units.length > 0)) waiting.push([pc + 1, true, false]);
      } else if (step.kind !== "start" || !isAfter) waiting.push([pc + 1, isAfter, isAtEnd || step.kind === "end"]);
    }
    return false;
  }
}

function add(program: Step[], step: Step): number {
  if (program.length >= maxSteps) throw new PatternFault(l10n.t("The pattern is too large."));
  return program.push(step) - 1;
}

function includes(units: Units, unit: number): boolean {
  for (let i = 0; i < units.length; i += 2)
    if (unit >= (units[i] as number) && unit <= (units[i + 1] as number)) return true;
  return false;
}

const digits: Units = [0x30, 0x39];
const wordUnits: Units = [0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a];
const spaces: Units = [9, 13, 32, 32, 160, 160, 0x1680, 0x1680, 0x2000, 0x200a, 0x2028, 0x2029].concat([
  0x202f, 0x202f, 0x205f, 0x205f, 0x3000, 0x3000, 0xfeff, 0xfeff,
]);
const lineEnds: Units = [10, 10, 13, 13, 0x2028, 0x2029];
const classes: Readonly<Record<string, Units>> = { d: digits, w: wordUnits, s: spaces };
const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, 0: 0 };

function isPlace(kind: "start" | "end" | "edge" | "inside", text: string, at: number): boolean {
  if (kind === "start") return at === 0;
  if (kind === "end") return at === text.length;
  const isWord = (i: number) => i >= 0 && i < text.length && includes(wordUnits, text.charCodeAt(i));
  return (isWord(at - 1) !== isWord(at)) === (kind === "edge");
}

/** All units that are not in the list. */
function complement(units: Units): Units {
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0; i < units.length; i += 2) pairs.push([units[i] as number, units[i + 1] as number]);
  const rest: number[] = [];
  let from = 0;
  for (const [low, high] of pairs.sort((a, b) => a[0] - b[0])) {
    if (low > from) rest.push(from, low - 1);
    from = Math.max(from, high + 1);
  }
  if (from <= 0xffff) rest.push(from, 0xffff);
  return rest;
}

class Reader {
  #at = 0;
  #depth = 0;

  constructor(readonly source: string) {}

  read(): Part {
    const part = this.#choice();
    if (this.#at < this.source.length) throw new PatternFault(l10n.t("`{0}` has no opening bracket.", ")"));
    return part;
  }

  get #next(): string {
    return this.source[this.#at] ?? "";
  }

  #choice(): Part {
    if (++this.#depth > maxDepth) throw new PatternFault(l10n.t("The pattern is too large."));
    const options = [this.#sequence()];
    while (this.#next === "|") {
      this.#at++;
      options.push(this.#sequence());
    }
    this.#depth--;
    return options.reduceRight((rest, option) => oneOf(option, rest));
  }

  #sequence(): Part {
    const parts: Part[] = [];
    while (this.#next !== "" && this.#next !== "|" && this.#next !== ")") parts.push(this.#repeated());
    return (program) => {
      for (const part of parts) part(program);
    };
  }

  #repeated(): Part {
    const part = this.#atom();
    const sign = this.#next;
    const counts = /^\{(\d+)(,(\d*))?\}/.exec(this.source.slice(this.#at, this.#at + 20));
    const [least, most] =
      sign === "*"
        ? [0, undefined]
        : sign === "+"
          ? [1, undefined]
          : sign === "?"
            ? [0, 1]
            : counts
              ? [Number(counts[1]), counts[2] === undefined ? Number(counts[1]) : numberOr(counts[3])]
              : [1, 1];
    if (!counts && !/^[*+?]$/.test(sign)) return part;
    this.#at += counts ? counts[0].length : 1;
    if (this.#next === "?") this.#at++; // a lazy one finds the same texts
    if (/^[*+?]$/.test(this.#next)) throw this.#nothingToRepeat();
    if (most !== undefined && most < least)
      throw new PatternFault(l10n.t("The numbers in `{0}` are in the wrong order.", counts?.[0] ?? ""));
    if (Math.max(least, most ?? 0) > maxRepetitions) throw new PatternFault(l10n.t("The pattern is too large."));
    return repetition(part, least, most);
  }

  #atom(): Part {
    const sign = this.#next;
    this.#at++;
    switch (sign) {
      case "(":
        return this.#group();
      case "[":
        return this.#class();
      case ".":
        return unit(lineEnds, true);
      case "^":
        return (program) => add(program, { kind: "start" });
      case "$":
        return (program) => add(program, { kind: "end" });
      case "*":
      case "+":
      case "?":
        throw this.#nothingToRepeat();
      case "\\":
        return this.#escape();
      default:
        return oneUnit(sign.charCodeAt(0));
    }
  }

  #nothingToRepeat(): PatternFault {
    return new PatternFault(l10n.t("`*`, `+` and `?` must follow what they repeat."));
  }

  #group(): Part {
    if (this.#next === "?") {
      if (!this.source.startsWith("?:", this.#at))
        throw new PatternFault(
          l10n.t("`{0}` is not supported. Only groups without it are.", this.source.slice(this.#at - 1, this.#at + 2)),
        );
      this.#at += 2;
    }
    const part = this.#choice();
    if (this.#next !== ")") throw new PatternFault(l10n.t("`{0}` has no closing bracket.", "("));
    this.#at++;
    return part;
  }

  #escape(): Part {
    const sign = this.#next;
    if (sign === "b" || sign === "B") {
      this.#at++;
      return (program) => add(program, { kind: sign === "b" ? "edge" : "inside" });
    }
    return unit(this.#escaped(), false);
  }

  /** What follows a backslash. */
  #escaped(): Units {
    const sign = this.#next;
    this.#at++;
    const known = classes[sign.toLowerCase()];
    if (known) return sign === sign.toLowerCase() ? known : complement(known);
    const control = controls[sign];
    if (control !== undefined && !(sign === "0" && /\d/.test(this.#next))) return [control, control];
    if (sign === "x" || sign === "u") {
      const length = sign === "x" ? 2 : 4;
      const code = this.source.slice(this.#at, this.#at + length);
      if (!/^[\da-f]+$/i.test(code) || code.length < length) throw this.#unknown(sign);
      this.#at += length;
      return [Number.parseInt(code, 16), Number.parseInt(code, 16)];
    }
    if (sign === "" || /[A-Za-z0-9]/.test(sign)) throw this.#unknown(sign);
    return [sign.charCodeAt(0), sign.charCodeAt(0)];
  }

  #unknown(sign: string): PatternFault {
    return new PatternFault(l10n.t("`{0}` is not supported in a pattern.", `\\${sign}`));
  }

  #class(): Part {
    const negated = this.#next === "^";
    if (negated) this.#at++;
    const units: number[] = [];
    while (this.#next !== "]") {
      if (this.#next === "") throw new PatternFault(l10n.t("`{0}` has no closing bracket.", "["));
      const low = this.#classUnits();
      if (this.#next !== "-" || /^-(?:\]|$)/.test(this.source.slice(this.#at, this.#at + 2))) {
        for (const each of low) units.push(each);
        continue;
      }
      this.#at++;
      const high = this.#classUnits();
      const [from = 0, to = 0] = [low[0], high[1]];
      if (low.length > 2 || low[0] !== low[1] || high.length > 2 || high[0] !== high[1] || to < from)
        throw new PatternFault(l10n.t("A range in square brackets is in the wrong order."));
      units.push(from, to);
    }
    this.#at++;
    return unit(units, negated);
  }

  #classUnits(): Units {
    const sign = this.#next;
    this.#at++;
    if (sign !== "\\") return [sign.charCodeAt(0), sign.charCodeAt(0)];
    if (this.#next !== "b") return this.#escaped();
    this.#at++;
    return [8, 8];
  }
}

function numberOr(text: string | undefined): number | undefined {
  return text ? Number(text) : undefined;
}

function unit(units: Units, negated: boolean): Part {
  return (program) => {
    add(program, { kind: "unit", units, negated });
  };
}

const oneUnit = (code: number) => unit([code, code], false);

function oneOf(first: Part, second: Part): Part {
  return (program) => {
    const fork = { kind: "both" as const, first: program.length + 1, second: 0 };
    add(program, fork);
    first(program);
    const end = { kind: "both" as const, first: 0, second: 0 };
    add(program, end);
    fork.second = program.length;
    second(program);
    end.first = program.length;
    end.second = program.length;
  };
}

function repetition(part: Part, least: number, most: number | undefined): Part {
  return (program) => {
    for (let i = 0; i < least; i++) {
      const before = program.length;
      part(program);
      if (program.length === before) return; // nothing, however often
    }
    if (most === undefined) {
      const fork = { kind: "both" as const, first: program.length + 1, second: 0 };
      const at = add(program, fork);
      part(program);
      add(program, { kind: "both", first: at, second: at });
      fork.second = program.length;
      return;
    }
    const forks = [];
    for (let i = least; i < most; i++) {
      const fork = { kind: "both" as const, first: program.length + 1, second: 0 };
      add(program, fork);
      forks.push(fork);
      part(program);
    }
    for (const fork of forks) fork.second = program.length;
  };
}
