import * as l10n from "@vscode/l10n";
import type { Span } from "../../text/span";
import { numberMapForm, type PlanForm, parenthesized } from "./form";
import { cannotBePressed, readKey, reportSmallTimer } from "./keyItem";
import { gatewayMeant, meantAt, reportNotAKey } from "./meant";
import type { DialPlan, Item, KeyItem, Sequence } from "./plan";
import { isBlank, PlanText } from "./planText";

// DialPlanScript = { timer "," } "(" seq { "|" seq } ")" ; timer = ("L"|"S") ":" [ digits ]
// seq = { item } [ "!" ] { ("S"|"L") [ digits ] }
// item = atom [ "." ] | "<" [ dialed ] ":" [ subst | "@" gateway ] ">" | "," | "P" [ digits ]
// atom = key | "x" | "[" { key | key "-" key } "]" : specification section 8.1. Spaces are ignored.

/** Taken when a timer is named without its number. */
const missingSeconds = 5;

export function readDialPlan(text: string, form: PlanForm = parenthesized): DialPlan {
  return new PlanReader(text, form).read();
}

/** A map of numbers: the same grammar, but `<:9xx.>` is printed for `<:9>xx.` and means it. */
export function readNumberMap(text: string): DialPlan {
  return readDialPlan(text, numberMapForm);
}

class PlanReader {
  readonly #plan: PlanText;

  constructor(
    readonly text: string,
    readonly form: PlanForm,
  ) {
    this.#plan = new PlanText(text, form.negation);
  }

  read(): DialPlan {
    const timers: { short: number | undefined; long: number | undefined } = { short: undefined, long: undefined };
    if (this.form.timers) this.#planTimers(timers);
    const { parentheses, separator, maxLength } = this.form;
    const sequences: Sequence[] = [];
    let depth = 0;
    let closedAt: number | undefined;
    let isAfterReported = false;
    this.#plan.blanks();
    const [opening, closing] = ["(", ")"].map((sign) => this.text.split(sign).length - 1);
    const isBare = opening === 0 && closing === 0;
    if (parentheses === "none" || (isBare && parentheses === "optional")) depth = 1;
    else if (this.#plan.at < this.text.length && this.text[this.#plan.at] !== "(") {
      const [start, end] = [this.#plan.at, this.text.length];
      const before = { span: { start, end: start }, text: "(" };
      this.#plan.report("unbalanced", "warning", this.#plan.here(), l10n.t("A dial plan must be in parentheses."), {
        title: isBare ? l10n.t("Add the missing parentheses") : l10n.t("Insert the missing `(`"),
        edits: isBare ? [before, { span: { start: end, end }, text: ")" }] : opening === 0 ? [before] : [],
      });
      // What follows is read as if the parenthesis was there.
      if (opening === 0 && closing === 1) depth = 1;
    }
    while (this.#plan.at < this.text.length) {
      this.#plan.blanks();
      const c = this.text[this.#plan.at];
      if (c === undefined) break;
      if (c === "(" && parentheses !== "none") {
        if (depth > 0)
          this.#plan.report(
            "unbalanced",
            "warning",
            this.#plan.here(),
            l10n.t("Unexpected second `(`. The phone accepts only one pair of parentheses."),
            {
              title: l10n.t("Remove `(`"),
              // As many of each are groups, which dial plans do not have; taking one sign away cures nothing.
              edits: opening === closing ? [] : [{ span: this.#plan.here(), text: "" }],
            },
          );
        depth++;
        this.#plan.at++;
        continue;
      }
      if (c === ")" && parentheses !== "none") {
        if (depth === 0)
          this.#plan.report(
            "unbalanced",
            "warning",
            this.#plan.here(),
            l10n.t("Unexpected `)` without `(` before it."),
          );
        depth = 0;
        closedAt = this.#plan.at;
        this.#plan.at++;
        continue;
      }
      if (closedAt !== undefined && c !== separator && !isAfterReported) {
        isAfterReported = true;
        this.#plan.report(
          "behind-parenthesis",
          "warning",
          { start: closedAt + 1, end: this.text.length },
          l10n.t("Unexpected text after the closing `)`. The phone may ignore it."),
        );
      }
      const start = this.#plan.at;
      sequences.push(this.#sequence());
      this.#plan.blanks();
      if (this.text[this.#plan.at] === separator) {
        this.#plan.at++;
        this.#plan.blanks();
        const next = this.text[this.#plan.at];
        if (next === separator || next === ")" || next === undefined)
          this.#plan.report(
            "empty-sequence",
            "info",
            { start: this.#plan.at - 1, end: Math.min(this.text.length, this.#plan.at) },
            l10n.t("No sequence after `{0}`.", separator),
          );
      } else if (this.#plan.at === start) this.#plan.at++;
    }
    if (depth > 0 && parentheses !== "none" && !(isBare && parentheses === "optional"))
      this.#plan.report(
        "unbalanced",
        "warning",
        { start: Math.max(0, this.text.length - 1), end: this.text.length },
        l10n.t("Missing `)` at the end of the dial plan."),
        {
          title: l10n.t("Insert the missing `)`"),
          edits: [{ span: { start: this.text.length, end: this.text.length }, text: ")" }],
        },
      );
    if (this.text.length > maxLength)
      this.#plan.report(
        "too-long",
        "warning",
        { start: maxLength, end: this.text.length },
        l10n.t("Too long: {0} of {1} characters.", this.text.length, maxLength),
      );
    return { ...timers, sequences, problems: this.#plan.problems };
  }

  #planTimers(timers: { short: number | undefined; long: number | undefined }): void {
    const form = /\s*([LSls])\s*:\s*(\d{0,4})\s*,?/y;
    for (;;) {
      form.lastIndex = this.#plan.at;
      const match = form.exec(this.text);
      if (!match) return;
      const seconds = match[2] === "" ? missingSeconds : Number(match[2]);
      const [all, letter = ""] = match;
      const capital = letter.toUpperCase();
      if (letter !== capital) {
        const start = match.index + all.indexOf(letter);
        reportSmallTimer(this.#plan, { start, end: start + 1 }, capital);
      }
      if (capital === "S") timers.short = seconds;
      else timers.long = seconds;
      this.#plan.at = form.lastIndex;
    }
  }

  #sequence(): Sequence {
    const start = this.#plan.at;
    const items: Item[] = [];
    let barred = false;
    const { parentheses, separator, timers: hasTimers, bareWait } = this.form;
    const stops = parentheses === "none" ? separator : `${separator})(`;
    const timers: { S?: number; L?: number; P?: number } = {};
    let end = start;
    for (;;) {
      this.#plan.blanks();
      const c = this.text[this.#plan.at];
      if (c === undefined || stops.includes(c)) break;
      if (c === "!") {
        barred = true;
        this.#plan.at++;
      } else if (hasTimers && (c === "S" || c === "L" || c === "P")) {
        const meant = meantAt(this.text, this.#plan.at);
        if (meant) {
          this.#plan.at = meant.span.end;
          reportNotAKey(this.#plan, meant.span, meant.text);
          items.push(cannotBePressed(meant.span));
        } else {
          this.#plan.at++;
          timers[c] = this.#seconds();
        }
      } else if (bareWait !== undefined && (c === "S" || c === "T")) {
        this.#plan.at++;
        if (c === "S") timers.S = bareWait;
      } else if (c === "<") items.push(...this.#substitute());
      else if (hasTimers && c === ",") {
        items.push({ kind: "tone", span: { start: this.#plan.at, end: ++this.#plan.at } });
      } else {
        const item = readKey(this.#plan, stops);
        if (item) items.push(item);
      }
      end = this.#plan.at;
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

  /** The number of a timer, of four digits at most; spaces may come before it. */
  #seconds(): number {
    let at = this.#plan.at;
    while (isBlank(this.text[at])) at++;
    const number = /^\d{1,4}/.exec(this.text.slice(at, at + 4))?.[0];
    if (number === undefined) return missingSeconds;
    this.#plan.at = at + number.length;
    return Number(number);
  }

  #substitute(): Item[] {
    const start = this.#plan.at;
    const close = this.#plan.find(">", start);
    const colon = this.#plan.find(":", start);
    if (close < 0) {
      this.#plan.at++;
      const span = { start, end: this.#plan.at };
      this.#plan.report("substitution", "warning", span, l10n.t("Missing `>`. No number matches the sequence."));
      return [cannotBePressed(span)];
    }
    const whole = { start, end: close + 1 };
    const inner = this.text.slice(start + 1, close);
    const gateway = gatewayMeant(inner);
    if (gateway !== undefined || colon < 0 || colon > close) {
      this.#plan.at = close + 1;
      return this.#notASubstitution(whole, inner, gateway);
    }
    const dialed: KeyItem[] = [];
    const tones: Item[] = [];
    this.#plan.at = start + 1;
    while (this.#plan.at < colon) {
      this.#plan.blanks();
      if (this.#plan.at >= colon) break;
      if (this.form.timers && this.text[this.#plan.at] === ",")
        tones.push({ kind: "tone", span: { start: this.#plan.at, end: ++this.#plan.at } });
      else {
        const item = readKey(this.#plan, ":>");
        if (item) dialed.push(item);
      }
    }
    this.#plan.at = close + 1;
    const sent = this.text.slice(colon + 1, close).replace(/\s+/g, "");
    const literal = dialed.length === 0 ? patternInSent.exec(sent)?.[1] : undefined;
    if (literal !== undefined) {
      const keyItems = this.#patternInSent(start, colon, close, literal);
      if (keyItems) return keyItems;
    }
    const isGateway = sent.startsWith("@");
    const span = { start, end: this.#plan.at };
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

  /** `<@:gw0>`, `<:gw0>`, `<9>`: what a person meant is offered. */
  #notASubstitution(span: Span, inner: string, gateway: string | undefined): Item[] {
    const writing = (text: string) => ({ title: l10n.t("Replace with `{0}`", text), edits: [{ span, text }] });
    const typed = this.text.slice(span.start, Math.min(span.end, span.start + 40));
    if (gateway !== undefined) {
      const message = l10n.t(
        "`{0}` is not a valid substitution. Did you mean `{1}`? No number matches the sequence.",
        typed,
        gateway,
      );
      this.#plan.report("substitution", "warning", span, message, writing(gateway));
    } else {
      const isPlain = /^[\d*#+,\s]+$/.test(inner);
      const message = l10n.t(
        "Missing `:` in `{0}` between the dialed and the sent digits. No number matches the sequence.",
        typed,
      );
      this.#plan.report("substitution", "warning", span, message, isPlain ? writing(`<${inner}:>`) : undefined);
    }
    return [cannotBePressed(span)];
  }

  /** `<:9xx.>`: in maps the pattern in it is meant; in dial plans it is sent literally. */
  #patternInSent(start: number, colon: number, close: number, literal: string): Item[] | undefined {
    const span = { start, end: close + 1 };
    const from = this.text.slice(colon + 1, close).search(/[xX[]/) + colon + 1;
    const cure = `<:${literal}>${this.text.slice(from, close).replace(/\s+/g, "")}`;
    const fix = { title: l10n.t("Replace with `{0}`", cure), edits: [{ span, text: cure }] };
    if (!this.form.patternInSent) {
      const message = l10n.t("The phone sends `{0}` literally, not as a pattern.", this.text.slice(colon + 1, close));
      this.#plan.report("pattern-in-substitution", "warning", span, message, fix);
      return undefined;
    }
    this.#plan.at = from;
    const items: Item[] = [
      { kind: "substitute", dialed: [], text: literal, gateway: undefined, span: { start, end: from } },
    ];
    while (this.#plan.at < close) {
      this.#plan.blanks();
      if (this.#plan.at >= close) break;
      const item = readKey(this.#plan, ">");
      if (item) items.push(item);
    }
    this.#plan.at = close + 1;
    return items;
  }
}

/** Digits, then a pattern: directories write it as `<:9xx.>`. */
const patternInSent = /^([\d*#+]*)(?:[xX]|\[[\d*#,-]+\])(?:[\dxX.*#]|\[[\d*#,-]+\])*$/;
