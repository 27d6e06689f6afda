import * as l10n from "@vscode/l10n";
import type { Fix, Problem, Severity, Span } from "../../text/span";
import { digits, type KeySet, keyBit, keys } from "./keys";
import type { DialPlan, Item, KeyItem, Sequence } from "./plan";

// DialPlanScript = { timer "," } "(" seq { "|" seq } ")" ; timer = ("L"|"S") ":" [ digits ]
// seq = { item } [ "!" ] { ("S"|"L") [ digits ] }
// item = atom [ "." ] | "<" [ dialed ] ":" [ subst | "@" gateway ] ">" | "," | "P" [ digits ]
// atom = key | "x" | "[" { key | key "-" key } "]" : specification section 8.1. Blanks do not count.

/** Taken when a timer is named without its number. */
const missingSeconds = 5;
const longest = 2048;

export function readDialPlan(text: string): DialPlan {
  return new PlanReader(text, false).read();
}

/** A map of numbers: the same grammar, but `<:9xx.>` is printed for `<:9>xx.` and means it. */
export function readNumberMap(text: string): DialPlan {
  return new PlanReader(text, true).read();
}

class PlanReader {
  readonly #problems: Problem[] = [];
  #at = 0;
  /** The first sign of its kind at or behind a place, so that unclosed brackets are not searched for again and again. */
  readonly #next = new Map<string, number>();

  constructor(
    readonly text: string,
    readonly isMap: boolean,
  ) {}

  read(): DialPlan {
    const timers: { short: number | undefined; long: number | undefined } = { short: undefined, long: undefined };
    this.#planTimers(timers);
    const sequences: Sequence[] = [];
    let depth = 0;
    let closedAt: number | undefined;
    let isAfterReported = false;
    this.#blanks();
    if (this.#at < this.text.length && this.text[this.#at] !== "(")
      this.#report("unbalanced", "warning", this.#here(), l10n.t("a dial plan stands in parentheses"), {
        title: l10n.t("Insert ("),
        edits: [{ span: { start: this.#at, end: this.#at }, text: "(" }],
      });
    while (this.#at < this.text.length) {
      this.#blanks();
      const c = this.text[this.#at];
      if (c === undefined) break;
      if (c === "(") {
        if (depth > 0)
          this.#report("unbalanced", "warning", this.#here(), l10n.t("a second ( ; the phone takes one pair only"), {
            title: l10n.t("Remove ("),
            edits: [{ span: this.#here(), text: "" }],
          });
        depth++;
        this.#at++;
        continue;
      }
      if (c === ")") {
        if (depth === 0) this.#report("unbalanced", "warning", this.#here(), l10n.t(") without ( before it"));
        depth = 0;
        closedAt = this.#at;
        this.#at++;
        continue;
      }
      if (closedAt !== undefined && c !== "|" && !isAfterReported) {
        isAfterReported = true;
        this.#report(
          "behind-parenthesis",
          "warning",
          { start: closedAt + 1, end: this.text.length },
          l10n.t("the plan ends at the closing parenthesis; phones may ignore what stands behind it"),
        );
      }
      const start = this.#at;
      sequences.push(this.#sequence());
      this.#blanks();
      if (this.text[this.#at] === "|") {
        this.#at++;
        this.#blanks();
        const next = this.text[this.#at];
        if (next === "|" || next === ")" || next === undefined)
          this.#report(
            "empty-sequence",
            "info",
            { start: this.#at - 1, end: Math.min(this.text.length, this.#at) },
            l10n.t("nothing stands behind this |"),
          );
      } else if (this.#at === start) this.#at++;
    }
    if (depth > 0)
      this.#report(
        "unbalanced",
        "warning",
        { start: Math.max(0, this.text.length - 1), end: this.text.length },
        l10n.t("the closing ) is missing"),
        { title: l10n.t("Insert )"), edits: [{ span: { start: this.text.length, end: this.text.length }, text: ")" }] },
      );
    if (this.text.length > longest)
      this.#report(
        "too-long",
        "warning",
        { start: longest, end: this.text.length },
        l10n.t("a dial plan holds at most {0} characters", longest),
      );
    return { ...timers, sequences, problems: this.#problems };
  }

  #planTimers(timers: { short: number | undefined; long: number | undefined }): void {
    const form = /\s*([LS])\s*:\s*(\d{0,4})\s*,?/y;
    for (;;) {
      form.lastIndex = this.#at;
      const match = form.exec(this.text);
      if (!match) return;
      const seconds = match[2] === "" ? missingSeconds : Number(match[2]);
      if (match[1] === "S") timers.short = seconds;
      else timers.long = seconds;
      this.#at = form.lastIndex;
    }
  }

  #sequence(): Sequence {
    const start = this.#at;
    const items: Item[] = [];
    let barred = false;
    const timers: { S?: number; L?: number; P?: number } = {};
    let end = start;
    for (;;) {
      this.#blanks();
      const c = this.text[this.#at];
      if (c === undefined || c === "|" || c === ")" || c === "(") break;
      if (c === "!") {
        barred = true;
        this.#at++;
      } else if (c === "S" || c === "L" || c === "P") {
        this.#at++;
        timers[c] = this.#seconds();
      } else if (c === "<") items.push(...this.#substitute());
      else if (c === ",") {
        items.push({ kind: "tone", span: { start: this.#at, end: ++this.#at } });
      } else {
        const item = this.#key("|)(");
        if (item) items.push(item);
      }
      end = this.#at;
    }
    return {
      items,
      barred,
      short: timers.S,
      long: timers.L,
      pause: timers.P,
      span: { start, end },
    };
  }

  /** The number of a timer, of four digits at most; blanks may stand before it. */
  #seconds(): number {
    let at = this.#at;
    while (isBlank(this.text[at])) at++;
    const number = /^\d{1,4}/.exec(this.text.slice(at, at + 4))?.[0];
    if (number === undefined) return missingSeconds;
    this.#at = at + number.length;
    return Number(number);
  }

  /** A key, `x` or class with its dot; undefined where something else stands, which is passed over. */
  #key(stops: string): KeyItem | undefined {
    const start = this.#at;
    const c = this.text[start] ?? "";
    let set: KeySet;
    const isX = c === "x" || c === "X";
    if (isX) {
      set = digits;
      this.#at++;
    } else if (c === "[") set = this.#class();
    else if (keyBit(c)) {
      set = keyBit(c);
      this.#at++;
    } else if (/[a-z]/.test(c)) set = this.#letters();
    else {
      this.#notAKey(c, stops);
      return undefined;
    }
    const end = this.#at;
    this.#blanks();
    const repeats = this.text[this.#at] === ".";
    if (repeats) {
      this.#at++;
      while (this.text[this.#at] === ".") this.#at++;
    } else this.#at = end;
    if (!repeats) this.#quantifier(this.text.slice(start, end));
    return { kind: "key", set, isX, repeats, span: { start, end: this.#at } };
  }

  /** Words such as `park`, which line keys and directories dial: no key of the keypad fits them. */
  #letters(): KeySet {
    const start = this.#at;
    const timer = /^[slp]\d{1,3}(?=\s{0,9}(?:[|)!SL]|$))/.exec(this.text.slice(start, start + 16))?.[0];
    if (timer !== undefined) {
      const span = { start, end: start + timer.length };
      const capital = timer.toUpperCase();
      this.#at = span.end;
      this.#report(
        "small-timer",
        "info",
        span,
        l10n.t("timers are written with a capital letter: {0}; a small one is no key and no timer", capital),
        { title: l10n.t("Write {0}", capital), edits: [{ span, text: capital }] },
      );
      return 0;
    }
    while (/[a-z_]/.test(this.text[this.#at] ?? "") && this.text[this.#at] !== "x") this.#at++;
    this.#report(
      "letters",
      "hint",
      { start, end: this.#at },
      l10n.t("letters cannot be dialled at the keypad, only by a line key or directory"),
    );
    return 0;
  }

  /** `?`, `{3}` and a last `+` behind an element are the habits of regular expressions. */
  #quantifier(element: string): void {
    const behind = this.text.slice(this.#at, this.#at + 24);
    const sign = /^(?:\?|\{\d*,?\d*\}|\+(?=\s{0,9}(?:[|)!]|[SL]\d|$)))/.exec(behind)?.[0];
    if (sign === undefined) return;
    const span = { start: this.#at, end: this.#at + sign.length };
    const text = repetition(element, sign);
    this.#report(
      "regular-expression",
      "warning",
      span,
      sign === "+"
        ? l10n.t("+ is a key here, no repetition: a dot behind an element means none, one or more")
        : l10n.t("dial plans know no {0}: repeat the element, or write a dot for none, one or more", sign),
      text === undefined ? undefined : { title: l10n.t("Write {0}", element + text), edits: [{ span, text }] },
    );
    this.#at = span.end;
  }

  #notAKey(c: string, stops: string): void {
    const start = this.#at;
    if (c === ".") {
      this.#at++;
      this.#report(
        "dot",
        "warning",
        { start, end: this.#at },
        l10n.t("a dot repeats what stands before it; here is nothing"),
      );
      return;
    }
    if (c === "\\") {
      const next = this.text[start + 1] ?? "";
      this.#at += next === "" || stops.includes(next) ? 1 : 2;
      const sign = /^(?:[+*]|\{\d{1,2},?\})/.exec(this.text.slice(this.#at, this.#at + 8))?.[0] ?? "";
      if (next === "d") this.#at += sign.length;
      const span = { start, end: this.#at };
      const cure = next === "d" ? repetition("x", sign) : undefined;
      this.#report(
        "regular-expression",
        "warning",
        span,
        l10n.t("dial plans are no regular expressions: a digit is written x"),
        cure === undefined
          ? undefined
          : { title: l10n.t("Write {0}", `x${cure}`), edits: [{ span, text: `x${cure}` }] },
      );
      return;
    }
    if (c === "^" || c === "$") {
      this.#at++;
      this.#report(
        "regular-expression",
        "warning",
        { start, end: this.#at },
        l10n.t("dial plans are no regular expressions: sequences fit from the first to the last key anyway"),
        { title: l10n.t("Remove {0}", c), edits: [{ span: { start, end: this.#at }, text: "" }] },
      );
      return;
    }
    while (this.#at < this.text.length && !/[\s0-9*#+xX[\]<>,.!|()SLPA-D\\^$]/.test(this.text[this.#at] ?? ""))
      this.#at++;
    if (this.#at === start) this.#at++;
    this.#report(
      "unknown-sign",
      "warning",
      { start, end: this.#at },
      l10n.t("{0} is no key; the sequence cannot be dialled", this.text.slice(start, Math.min(this.#at, start + 20))),
    );
  }

  #class(): KeySet {
    const start = this.#at;
    const end = this.#find("]", start);
    if (end < 0 || /[|()<>]/.test(this.text.slice(start + 1, Math.min(end, start + longest)))) {
      this.#at++;
      this.#report(
        "class",
        "warning",
        { start, end: this.#at },
        l10n.t("] is missing; the sequence cannot be dialled"),
      );
      return 0;
    }
    this.#at = end + 1;
    const span = { start, end: this.#at };
    const set = this.#classKeys(this.text.slice(start + 1, end), start + 1);
    if (set === 0) this.#report("class", "warning", span, l10n.t("no key stands in the brackets"));
    return set;
  }

  #classKeys(body: string, offset: number): KeySet {
    let set: KeySet = 0;
    for (let i = 0; i < body.length; i++) {
      const c = body[i] ?? "";
      // Commas between the keys are seen in real plans.
      if (c === "," || /\s/.test(c)) continue;
      if (c === "x" || c === "X") set |= digits;
      else if (keyBit(c)) {
        const last = body[i + 1] === "-" ? (body[i + 2] ?? "") : "";
        const [from, to] = [keys.indexOf(c), last === "" ? -1 : keys.indexOf(last)];
        if (to < 0) set |= keyBit(c);
        else {
          i += 2;
          const span = { start: offset + i - 2, end: offset + i + 1 };
          set |= rangeOf(from, to);
          if (from > to)
            this.#report("class", "warning", span, l10n.t("the range {0} runs backwards", body.slice(i - 2, i + 1)));
          const [before, behind] = [keyBit(body[i - 3] ?? ""), keyBit(body[i + 1] ?? "")];
          // `[01-46]` is a sound class; in `[10-20]` a key comes twice.
          if (before & digits && behind & digits && rangeOf(from, to) & (before | behind))
            this.#report(
              "class",
              "warning",
              { start: offset + i - 3, end: offset + i + 2 },
              l10n.t("a class stands for one key: {0} is no range of numbers", body.slice(i - 3, i + 2)),
            );
        }
      } else this.#report("class", "warning", { start: offset + i, end: offset + i + 1 }, l10n.t("{0} is no key", c));
    }
    return set;
  }

  #substitute(): Item[] {
    const start = this.#at;
    const close = this.#find(">", start);
    const colon = this.#find(":", start);
    if (close < 0) {
      this.#at++;
      this.#report(
        "substitution",
        "warning",
        { start, end: this.#at },
        l10n.t("> is missing; the sequence cannot be dialled"),
      );
      return [];
    }
    if (colon < 0 || colon > close) {
      this.#at = close + 1;
      this.#report(
        "substitution",
        "warning",
        { start, end: this.#at },
        l10n.t("a substitution is written <dialled:sent>; the colon is missing"),
      );
      return [];
    }
    const dialed: KeyItem[] = [];
    const tones: Item[] = [];
    this.#at = start + 1;
    while (this.#at < colon) {
      this.#blanks();
      if (this.#at >= colon) break;
      if (this.text[this.#at] === ",") tones.push({ kind: "tone", span: { start: this.#at, end: ++this.#at } });
      else {
        const item = this.#key(":>");
        if (item) dialed.push(item);
      }
    }
    this.#at = close + 1;
    const sent = this.text.slice(colon + 1, close).replace(/\s+/g, "");
    const literal = dialed.length === 0 ? patternInSent.exec(sent)?.[1] : undefined;
    if (literal !== undefined) {
      const keyItems = this.#patternInSent(start, colon, close, literal);
      if (keyItems) return keyItems;
    }
    const isGateway = sent.startsWith("@");
    const span = { start, end: this.#at };
    return [
      {
        kind: "substitute",
        dialed,
        text: isGateway ? "" : sent,
        gateway: isGateway ? sent.slice(1).split(";")[0] : undefined,
        span,
      },
      ...tones,
    ];
  }

  /** `<:9xx.>`: in maps the pattern in it is meant; in dial plans it is sent as it stands. */
  #patternInSent(start: number, colon: number, close: number, literal: string): Item[] | undefined {
    const span = { start, end: close + 1 };
    const from = this.text.slice(colon + 1, close).search(/[xX[]/) + colon + 1;
    const cure = `<:${literal}>${this.text.slice(from, close).replace(/\s+/g, "")}`;
    const fix = { title: l10n.t("Write {0}", cure), edits: [{ span, text: cure }] };
    if (!this.isMap) {
      const message = l10n.t("what is sent is no pattern: these signs are sent as they stand");
      this.#report("pattern-in-substitution", "warning", span, message, fix);
      return undefined;
    }
    this.#report(
      "pattern-in-substitution",
      "info",
      span,
      l10n.t("a pattern within the substitution; it is read as {0}", cure),
      fix,
    );
    this.#at = from;
    const items: Item[] = [
      { kind: "substitute", dialed: [], text: literal, gateway: undefined, span: { start, end: from } },
    ];
    while (this.#at < close) {
      this.#blanks();
      if (this.#at >= close) break;
      const item = this.#key(">");
      if (item) items.push(item);
    }
    this.#at = close + 1;
    return items;
  }

  #find(sign: string, from: number): number {
    const known = this.#next.get(sign);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const found = this.text.indexOf(sign, from);
    this.#next.set(sign, found);
    return found;
  }

  #blanks(): void {
    while (isBlank(this.text[this.#at])) this.#at++;
  }

  #here(): Span {
    return { start: this.#at, end: Math.min(this.text.length, this.#at + 1) };
  }

  #report(code: string, severity: Severity, span: Span, message: string, fix?: Fix): void {
    const fixes = fix && fix.edits.length > 0 ? { fixes: [fix] } : {};
    this.#problems.push({ code: `dialplan/${code}`, severity, message, span, ...fixes });
  }
}

/** Digits, then a pattern: what directories are told as `<:9xx.>`. */
const patternInSent = /^([\d*#+]*)(?:[xX]|\[[\d*#,-]+\])(?:[\dxX.*#]|\[[\d*#,-]+\])*$/;

function isBlank(c: string | undefined): boolean {
  return c !== undefined && /\s/.test(c);
}

function rangeOf(from: number, to: number): KeySet {
  let set: KeySet = 0;
  for (let key = Math.min(from, to); key <= Math.max(from, to); key++) set |= 1 << key;
  return set;
}

/** What is written behind an element in place of a regular expression's repetition; undefined when it has no form. */
function repetition(element: string, sign: string): string | undefined {
  if (sign === "") return "";
  if (sign === "*") return ".";
  if (sign === "+") return `${element}.`;
  const [, least, comma] = /^\{(\d{1,2})(,?)\}$/.exec(sign) ?? [];
  if (least === undefined) return undefined;
  const times = Number(least);
  if (times > 32 || (times === 0 && comma === "")) return undefined;
  return comma === "," ? `${element.repeat(times)}.` : element.repeat(times - 1);
}
