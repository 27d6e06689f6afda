import * as l10n from "@vscode/l10n";
import type { Fix, Problem, Span } from "../../text/span";
import type { ValueToken } from "../valueType";
import type { Duration, Section, SignalSegment } from "./script";
import { joinedSections, printSection, shortening } from "./shorten";

// section = dur "(" seg { "," seg } ")" ; seg = dur "/" dur [ "/" freqs ] ; dur = "*" | num
// Specification sections 2.1 and 2.3. Spaces between tokens are legal: factory values contain them.

/** The most segments of a section, and frequencies of a script. */
export const maxSegments = 6;

/** What people write for `+` between the numbers of two frequencies, and for `,` between two segments. */
const otherPlus =
  /^(?:[ \t]+(?![ \t])|[ \t]*(?:&(?:amp;|#43;|plus;)?|%2[Bb]|＋|\+{2,}|and|[.|/-])[ \t]*)(?=[1-6][ \t]*(?:[+),&%|]|$))/;
const otherComma = /^(?:[;|&]|%2[Cc]|\+)?[ \t]*(?=[\d.*]+[ \t]*\/)/;
const maxSignLength = 24;

/** Reads sections joined by `;` from `from` to the end of `text`. */
export class SectionReader {
  readonly problems: Problem[] = [];
  at: number;

  constructor(
    readonly text: string,
    from: number,
    readonly withFrequencies: boolean,
    readonly area: "cadence" | "tone",
  ) {
    this.at = from;
  }

  sections(): Section[] {
    const sections: Section[] = [];
    for (;;) {
      this.#blanks();
      if (this.at >= this.text.length) break;
      const section = this.#section();
      if (!section) break;
      sections.push(section);
      this.#blanks();
      if (this.text[this.at] === ";") {
        const semicolon = { start: this.at, end: ++this.at };
        this.#blanks();
        if (this.at < this.text.length) continue;
        const fix = { ...cutting(l10n.t("Remove `{0}`", ";"), semicolon), safe: true };
        this.#problem("syntax", semicolon, l10n.t("No section after `;`. The phone rejects the script."), fix);
      }
      if (this.at < this.text.length)
        this.#problem(
          "syntax",
          { start: this.at, end: this.text.length },
          l10n.t("Join sections with `;`. The phone rejects the script."),
        );
      break;
    }
    const [first, second, third] = sections;
    if (first && second && third) {
      const end = sections.at(-1)?.span.end ?? this.text.length;
      const shorter = joinedSections(sections);
      this.#problem(
        "sections",
        { start: third.span.start, end: this.text.length },
        l10n.t("Too many sections. Use at most two."),
        shorter.length <= 2
          ? shortening({ start: first.span.start, end }, shorter.map((section) => printSection(section)).join(";"))
          : cutting(l10n.t("Keep the first two sections"), { start: second.span.end, end: this.text.length }),
      );
    }
    return sections;
  }

  #section(): Section | undefined {
    const start = this.at;
    const length = this.#duration(l10n.t("Expected the length of the section in seconds."));
    if (!length) return undefined;
    this.#blanks();
    if (this.text[this.at] !== "(") {
      this.#problem(
        "syntax",
        this.#here(),
        l10n.t("Missing `(` after the length of the section. The phone rejects the script."),
      );
      return undefined;
    }
    this.at++;
    const segments: SignalSegment[] = [];
    for (;;) {
      const segment = this.#segment();
      if (!segment) return undefined;
      segments.push(segment);
      this.#blanks();
      const c = this.text[this.at];
      if (c === ",") {
        this.at++;
        continue;
      }
      if (c === ")") {
        this.at++;
        break;
      }
      if (c === undefined) {
        this.#problem(
          "syntax",
          this.#here(),
          l10n.t("Missing `)` at the end of the section. The phone rejects the script."),
        );
        return undefined;
      }
      const other = otherComma.exec(this.text.slice(this.at, this.at + maxSignLength))?.[0];
      if (other === undefined) {
        this.#problem(
          "syntax",
          this.#here(),
          l10n.t("Expected `,` or `)` after the segment. The phone rejects the script."),
        );
        return undefined;
      }
      const span = { start: this.text.slice(0, this.at).trimEnd().length, end: this.at + other.length };
      this.#problem(
        "syntax",
        other === "" ? this.#here() : span,
        l10n.t("Expected `,` between the segments. The phone rejects the script."),
        {
          title: l10n.t("Replace with `{0}`", ","),
          safe: true,
          edits: [{ span, text: "," }],
        },
      );
      this.at = span.end;
    }
    const section = { length, segments, span: { start, end: this.at } };
    const [sixth, seventh] = segments.slice(maxSegments - 1);
    if (sixth && seventh) {
      const [shorter] = joinedSections([section]);
      this.#problem(
        "segments",
        { start: seventh.span.start, end: this.at - 1 },
        l10n.t("Too many segments. Use at most six. The phone rejects the script."),
        shorter && shorter.segments.length <= maxSegments
          ? shortening(section.span, printSection(shorter))
          : cutting(l10n.t("Keep the first six segments"), { start: sixth.span.end, end: this.at - 1 }),
      );
    }
    return section;
  }

  #segment(): SignalSegment | undefined {
    this.#blanks();
    const start = this.at;
    const on = this.#duration(l10n.t("Expected the on time in seconds."));
    if (!on) return undefined;
    if (!this.#slash()) return undefined;
    let off = this.#duration(l10n.t("Expected the off time in seconds."));
    if (!off) return undefined;
    if (!this.withFrequencies) {
      this.#blanks();
      if (this.text[this.at] === "/") {
        this.#problem("syntax", this.#here(), l10n.t("Unexpected `/`. A cadence has only on and off times."));
        return undefined;
      }
      return { on, off, frequencies: undefined, span: { start, end: this.at } };
    }
    this.#blanks();
    if (this.text[this.at] === "/") this.at++;
    else {
      // no digit can follow the times 0 and *: */01+2 and 0/*1 lost a slash after them
      const [one] = /^(?:0(?=[1-6]$)|\*)/.exec(this.text.slice(off.span.start, off.span.end)) ?? [];
      const next = off.span.start + (one?.length ?? 0);
      const isLost = one !== undefined && /[0-6]/.test(this.text[next] ?? "");
      this.#problem(
        "syntax",
        this.#here(),
        l10n.t("Missing `/` and the numbers of the frequencies. The phone rejects the script."),
        isLost ? inserting("/", next) : undefined,
      );
      if (!isLost) return undefined;
      if (one === "0") off = { seconds: 0, span: { start: off.span.start, end: next } };
      this.at = next;
    }
    const frequencies = this.#indexes();
    return frequencies && { on, off, frequencies, span: { start, end: this.at } };
  }

  /** `*0/1+2` and `.5.5/1` lost the slash between their times. */
  #slash(): boolean {
    this.#blanks();
    if (this.text[this.at] === "/") {
      this.at++;
      return true;
    }
    const isLost = /[\d.*]/.test(this.text[this.at] ?? "");
    this.#problem(
      "syntax",
      this.#here(),
      l10n.t("Missing `/` between on and off time. The phone rejects the script."),
      isLost ? inserting("/", this.at) : undefined,
    );
    return isLost;
  }

  #indexes(): { index: number; span: Span }[] | undefined {
    const found: { index: number; span: Span }[] = [];
    for (let plus = -1; ; plus = this.at++) {
      this.#blanks();
      const match = /^\d+/.exec(this.text.slice(this.at, this.at + 4));
      if (!match) {
        this.#problem("syntax", this.#here(), l10n.t("Expected the number of a frequency, or 0 for silence."));
        return undefined;
      }
      const span = { start: this.at, end: this.at + match[0].length };
      this.at = span.end;
      const isLost = this.#lostPlus(span.start);
      if (!isLost) this.#blanks();
      const isLast = !isLost && this.text[this.at] !== "+";
      if (Number(match[0]) !== 0) found.push({ index: Number(match[0]), span });
      else if (plus >= 0 || !isLast) {
        const superfluous = plus >= 0 ? { start: plus, end: span.end } : { start: span.start, end: this.at + 1 };
        const fix = cutting(l10n.t("Remove frequency {0}", 0), superfluous);
        this.#problem("syntax", span, l10n.t("0 means silence. It cannot be combined with a frequency."), fix);
      }
      if (isLast) return found;
    }
  }

  /** A `+` that a form, a URL or a person wrote as something else, in `1 2`, `1%2B2`, `1&2`: read as if it were there. */
  #lostPlus(start: number): boolean {
    const sign = otherPlus.exec(this.text.slice(this.at, this.at + maxSignLength))?.[0];
    if (sign === undefined) return false;
    const at = { start: this.at, end: this.at + sign.length };
    const typed = this.text.slice(start, at.end + 1);
    const meant = `${this.text.slice(start, at.start)}+${this.text[at.end] ?? ""}`;
    this.#problem(
      "syntax",
      { start, end: at.end + 1 },
      l10n.t("`{0}` does not join frequencies. Did you mean `{1}`? The phone rejects the script.", typed, meant),
      { title: l10n.t("Replace with `{0}`", meant), safe: true, edits: [{ span: at, text: "+" }] },
    );
    // The caller steps over one sign.
    this.at = at.end - 1;
    return true;
  }

  #duration(expected: string): Duration | undefined {
    this.#blanks();
    const start = this.at;
    if (this.text[start] === "*") {
      this.at++;
      return { seconds: Number.POSITIVE_INFINITY, span: { start, end: this.at } };
    }
    const match = /^(?:\d+\.?\d*|\.\d+)/.exec(this.text.slice(start, start + 24));
    if (!match) {
      this.#problem("syntax", this.#here(), expected);
      return undefined;
    }
    this.at += match[0].length;
    const span = { start, end: this.at };
    const decimals = match[0].split(".")[1]?.length ?? 0;
    if (decimals > 3) {
      const further = { start: span.end - decimals + 3, end: span.end };
      const fix = cutting(l10n.t("Remove the extra decimals"), further);
      this.#problem("decimals", further, l10n.t("Too many decimals. Use at most three."), fix);
    }
    return { seconds: Number(match[0]), span };
  }

  #blanks(): void {
    while (this.text[this.at] === " " || this.text[this.at] === "\t") this.at++;
  }

  #here(): Span {
    const start = Math.min(this.at, Math.max(0, this.text.length - 1));
    return { start, end: Math.min(this.text.length, start + 1) };
  }

  #problem(what: string, span: Span, message: string, fix?: Fix): void {
    const fixes = fix && { fixes: [fix] };
    this.problems.push({ code: `${this.area}/${what}`, severity: "error", message, span, ...fixes });
  }
}

function inserting(text: string, at: number): Fix {
  return { title: l10n.t("Insert `{0}`", text), safe: true, edits: [{ span: { start: at, end: at }, text }] };
}

/** It changes what is heard, so a person must choose it. */
export function cutting(title: string, span: Span): Fix {
  return { title, edits: [{ span, text: "" }] };
}

/** Seconds of all sections together. */
export function totalLength(sections: readonly Section[]): number {
  return sections.reduce((sum, section) => sum + section.length.seconds, 0);
}

/** What is heard `t` seconds after the start; undefined when the script is over. */
export function segmentAt(
  sections: readonly Section[],
  t: number,
): { segment: SignalSegment; on: boolean } | undefined {
  let start = 0;
  for (const section of sections) {
    const end = start + section.length.seconds;
    if (t < end) return inSection(section, t - start);
    start = end;
  }
  return undefined;
}

function inSection(section: Section, t: number): { segment: SignalSegment; on: boolean } | undefined {
  const period = section.segments.reduce((sum, s) => sum + s.on.seconds + s.off.seconds, 0);
  if (period === 0) return undefined;
  // Rounded to microseconds: 6.2 s steps must not drift.
  let rest = Number.isFinite(period) ? Math.round((t - Math.floor(t / period + 1e-9) * period) * 1e6) / 1e6 : t;
  for (const segment of section.segments) {
    if (rest < segment.on.seconds - 1e-9) return { segment, on: true };
    rest = Math.round((rest - segment.on.seconds) * 1e6) / 1e6;
    if (rest < segment.off.seconds - 1e-9) return { segment, on: false };
    rest = Math.round((rest - segment.off.seconds) * 1e6) / 1e6;
  }
  const [first] = section.segments;
  return first && { segment: first, on: true };
}

/** `2 s`, or "for ever". */
export function seconds(duration: number): string {
  return duration === Number.POSITIVE_INFINITY ? l10n.t("forever") : l10n.t("{0} s", duration);
}

export function sectionTokens(text: string): ValueToken[] {
  return [...text.matchAll(/[\d.]+|[*@/+(),;]/g)].map((match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    kind: /[\d.]/.test(match[0]) ? ("number" as const) : ("operator" as const),
  }));
}

/** A script that phones reject is not described. */
export function isBroken({ problems }: { readonly problems: readonly Problem[] }): boolean {
  return problems.some(({ severity }) => severity === "error");
}
