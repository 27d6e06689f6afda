import * as l10n from "@vscode/l10n";
import type { RuleKind } from "../../../preview/report";
import type { Problem, Span } from "../../../text/span";
import type { Alternative, Assignment, Condition, Option, Rule } from "./ast";
import { readCondition } from "./condition";
import { optionFacts } from "./options";

// alt = [ "(" cond ")?" ] [ "(" { name "=" string ";" } ")!" ] [ [ options ] URL ] : specification 4.1.
// Alternatives are joined by `|` outside double quotes.

/** Reads a rule; with macros unexpanded each of them is text like any other. */
export function readRule(text: string, kind: RuleKind): Rule {
  const first = text.search(/\S/);
  if (first >= 0 && text[first] === "#") return { isComment: true, alternatives: [], problems: [] };
  const problems: Problem[] = [];
  if (kind === "trigger") {
    const condition = first < 0 ? undefined : readCondition(text, 0, text.length, problems);
    const span = { start: 0, end: text.length };
    const urlSpan = { start: text.length, end: text.length };
    return {
      isComment: false,
      alternatives: condition
        ? [{ condition, assignments: [], options: [], optionsSpan: undefined, url: "", urlSpan, span }]
        : [],
      problems,
    };
  }
  const alternatives = split(text, kind === "report" ? [] : ["|"]).map((span) =>
    new AlternativeReader(text, span, problems).read(),
  );
  return { isComment: false, alternatives, problems };
}

/** Spans between separators outside quotes and brackets. */
function split(text: string, separators: readonly string[]): Span[] {
  const spans: Span[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const c = text[at] ?? "";
    if (c === '"') quoted = !quoted;
    else if (!quoted && separators.includes(c)) {
      spans.push({ start, end: at });
      start = at + 1;
    }
  }
  spans.push({ start, end: text.length });
  return spans;
}

/** The rules of a Report_Rule: at most two, separated by a blank. */
export function readReportRule(text: string): Rule {
  const problems: Problem[] = [];
  const alternatives: Alternative[] = [];
  let at = 0;
  while (at < text.length && alternatives.length < 20) {
    while (/\s/.test(text[at] ?? "")) at++;
    if (at >= text.length) break;
    const start = at;
    if (text[at] === "(") {
      const reader = new AlternativeReader(text, { start, end: text.length }, problems);
      alternatives.push(reader.read());
      break;
    }
    if (text[at] === "[") {
      const close = text.indexOf("]", at);
      at = close < 0 ? text.length : close + 1;
      while (/\s/.test(text[at] ?? "")) at++;
    }
    while (at < text.length && !/\s/.test(text[at] ?? "")) at++;
    alternatives.push(new AlternativeReader(text, { start, end: at }, problems).read());
  }
  return { isComment: text.trimStart().startsWith("#"), alternatives, problems };
}

class AlternativeReader {
  #at: number;
  readonly #end: number;

  constructor(
    readonly text: string,
    readonly span: Span,
    readonly problems: Problem[],
  ) {
    this.#at = span.start;
    this.#end = span.end;
  }

  read(): Alternative {
    let condition: Condition | undefined;
    let assignments: readonly Assignment[] = [];
    let options: readonly Option[] = [];
    let optionsSpan: Span | undefined;
    for (;;) {
      this.#blanks();
      const c = this.text[this.#at];
      if (this.#at >= this.#end || (c !== "(" && c !== "[")) break;
      const start = this.#at;
      const close = c === "(" ? this.#close(")") : this.#closeOptions();
      if (close === undefined) {
        this.#problem(
          c === "(" ? "unclosed-parenthesis" : "unclosed-bracket",
          { start, end: start + 1 },
          c === "("
            ? l10n.t("Missing `)`. The phone cannot read the rule.")
            : l10n.t("Missing `]`. The phone cannot read the rule."),
        );
        this.#at = this.#end;
        break;
      }
      if (c === "[") {
        options = this.#options(start + 1, close);
        optionsSpan = { start, end: close + 1 };
        this.#at = close + 1;
        continue;
      }
      this.#at = close + 1;
      this.#blanks();
      const mark = this.#at < this.#end ? this.text[this.#at] : undefined;
      if (mark === "?") {
        condition = readCondition(this.text, start + 1, close, this.problems);
        this.#at++;
      } else if (mark === "!") {
        assignments = this.#assignments(start + 1, close);
        this.#at++;
      } else {
        const isAssignment = /^\s*\w+\s*=\s*"[^"]*"\s*;/.test(this.text.slice(start + 1, close));
        this.problems.push({
          code: "rule/missing-mark",
          severity: "error",
          message: isAssignment
            ? l10n.t("Missing `!` after the assignments.")
            : l10n.t("Missing `?` after the condition. The phone cannot read the rule."),
          span: { start: close, end: close + 1 },
          fixes: [
            {
              title: isAssignment ? l10n.t("Insert the missing `!`") : l10n.t("Insert the missing `?`"),
              edits: [{ span: { start: close + 1, end: close + 1 }, text: isAssignment ? "!" : "?" }],
            },
          ],
        });
        if (isAssignment) assignments = this.#assignments(start + 1, close);
        else condition = readCondition(this.text, start + 1, close, this.problems);
      }
    }
    this.#blanks();
    let end = this.#end;
    while (end > this.#at && /\s/.test(this.text[end - 1] ?? "")) end--;
    return {
      condition,
      assignments,
      options,
      optionsSpan,
      url: this.text.slice(this.#at, end),
      urlSpan: { start: this.#at, end },
      span: this.span,
    };
  }

  #blanks(): void {
    while (this.#at < this.#end && /\s/.test(this.text[this.#at] ?? "")) this.#at++;
  }

  /** The closing sign outside quotes; parentheses of macros such as `$(MA)` are passed over. */
  #close(sign: string): number | undefined {
    let quoted = false;
    let depth = 0;
    for (let at = this.#at + 1; at < this.#end; at++) {
      const c = this.text[at];
      if (c === '"') quoted = !quoted;
      else if (quoted) continue;
      else if (c === "(") depth++;
      else if (c === sign) {
        if (depth === 0) return at;
        depth--;
      }
    }
    return undefined;
  }

  #closeOptions(): number | undefined {
    let quoted = false;
    for (let at = this.#at + 1; at < this.#end; at++) {
      if (this.text[at] === '"') quoted = !quoted;
      else if (!quoted && this.text[at] === "]") return at;
    }
    return undefined;
  }

  #assignments(from: number, to: number): Assignment[] {
    const found: Assignment[] = [];
    const form = /\s*([A-Za-z][\w.-]*)\s*=\s*("([^"]*)"|[^;\s]*)\s*(;?)/y;
    const inner = this.text.slice(0, to);
    let at = from;
    while (at < to) {
      form.lastIndex = at;
      const match = form.exec(inner);
      if (!match) break;
      const nameStart = match.index + match[0].indexOf(match[1] ?? "");
      const raw = match[2] ?? "";
      const valueStart = this.text.indexOf("=", nameStart + (match[1]?.length ?? 0)) + 1;
      const start = valueStart + (this.text.slice(valueStart).length - this.text.slice(valueStart).trimStart().length);
      const valueSpan = { start, end: start + raw.length };
      found.push({
        name: match[1] ?? "",
        nameSpan: { start: nameStart, end: nameStart + (match[1]?.length ?? 0) },
        value: match[3] ?? raw,
        valueSpan,
      });
      if (match[3] === undefined)
        this.#problem(
          "unquoted-assignment",
          valueSpan.end > valueSpan.start ? valueSpan : { start: nameStart, end: match.index + match[0].length },
          l10n.t("The assigned value must be in double quotes."),
        );
      at = form.lastIndex;
      if (match[4] === "") {
        this.problems.push({
          code: "rule/missing-semicolon",
          severity: "error",
          message: l10n.t("Missing `;` after the assignment."),
          span: { start: Math.max(valueSpan.end - 1, valueSpan.start), end: valueSpan.end },
          fixes: [
            {
              title: l10n.t("Insert the missing `;`"),
              safe: true,
              edits: [{ span: { start: valueSpan.end, end: valueSpan.end }, text: ";" }],
            },
          ],
        });
      }
    }
    const rest = this.text.slice(at, to);
    if (rest.trim() !== "") {
      const start = at + (rest.length - rest.trimStart().length);
      this.#problem(
        "bad-assignment",
        { start, end: at + rest.trimEnd().length },
        l10n.t('An assignment must have the form `Parameter = "value";`.'),
      );
    }
    return found;
  }

  #options(from: number, to: number): Option[] {
    const found: Option[] = [];
    const form = /\s*(--?[A-Za-z][^\s"]*|\u2013\S*|[^\s"]+|"[^"]*"?)/y;
    const words: { text: string; span: Span }[] = [];
    const inner = this.text.slice(0, to);
    form.lastIndex = from;
    while (form.lastIndex < to) {
      const match = form.exec(inner);
      if (!match) break;
      const raw = match[1] ?? "";
      words.push({ text: raw, span: { start: form.lastIndex - raw.length, end: form.lastIndex } });
    }
    for (let i = 0; i < words.length; i++) {
      const word = words[i];
      if (!word) break;
      // Dashes that an editor made long are reported as such.
      if (!/^[-\u2013\u2014]/.test(word.text) && !optionFacts(`--${word.text}`)) {
        this.#problem("stray-word", word.span, l10n.t("An option must begin with `--`, such as `--key`."));
        continue;
      }
      const next = words[i + 1];
      const takes = next !== undefined && !/^--?[A-Za-z]/.test(next.text);
      found.push({
        name: word.text,
        nameSpan: word.span,
        argument: takes ? next.text.replace(/^"|"$/g, "") : undefined,
        argumentSpan: takes ? next.span : { start: word.span.end, end: word.span.end },
      });
      if (takes) i++;
    }
    return found;
  }

  #problem(code: string, span: Span, message: string): void {
    this.problems.push({ code: `rule/${code}`, severity: "error", message, span });
  }
}
