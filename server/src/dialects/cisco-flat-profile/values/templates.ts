import * as l10n from "@vscode/l10n";
import type { EffectiveParameter } from "../../../schema/model";
import type { Problem } from "../../../text/span";
import type { ValueType } from "../../../values/valueType";

// PhTmplt and RscTmplt of specification section 2.4: comma-separated patterns, `?` one character,
// `*` any run, `%xx` a literal byte. The first match counts; patterns match whole numbers.

const maxLength = 39;

interface Pattern {
  readonly text: string;
  readonly start: number;
}

function patternsOf(template: string): Pattern[] {
  const patterns: Pattern[] = [];
  let start = 0;
  for (const part of template.split(",")) {
    const lead = part.length - part.trimStart().length;
    patterns.push({ text: part.trim(), start: start + lead });
    start += part.length + 1;
  }
  return patterns;
}

/** 1-based index of the first pattern that matches, 0 for none. */
export function matchTemplate(template: string, subject: string): number {
  const patterns = patternsOf(template);
  for (let i = 0; i < patterns.length; i++) {
    const { text } = patterns[i] as Pattern;
    if (text !== "" && matches(itemsOf(text), subject)) return i + 1;
  }
  return 0;
}

type Item = string | "any" | "one";

function itemsOf(pattern: string): Item[] {
  const items: Item[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const hex = /^%([0-9a-fA-F]{2})/.exec(pattern.slice(i, i + 3));
    if (hex?.[1]) {
      items.push(`=${String.fromCharCode(Number.parseInt(hex[1], 16))}`);
      i += 2;
    } else if (pattern[i] === "*") items.push("any");
    else if (pattern[i] === "?") items.push("one");
    else items.push(`=${pattern[i]}`);
  }
  return items;
}

/** Glob matching in one pass with one place to fall back to. */
function matches(items: readonly Item[], subject: string): boolean {
  let item = 0;
  let at = 0;
  let star = -1;
  let mark = 0;
  while (at < subject.length) {
    const wanted = items[item];
    if (wanted === "any") {
      star = item++;
      mark = at;
    } else if (wanted !== undefined && (wanted === "one" || wanted === `=${subject[at]}`)) {
      item++;
      at++;
    } else if (star >= 0) {
      item = star + 1;
      at = ++mark;
    } else return false;
  }
  while (items[item] === "any") item++;
  return item === items.length;
}

function checkTemplate(text: string, at: EffectiveParameter, allowed: RegExp, message: string): Problem[] {
  const problems: Problem[] = [];
  for (const pattern of patternsOf(text)) {
    const bad = allowed.exec(pattern.text);
    if (bad)
      problems.push({
        code: "value/bad-template",
        severity: "warning",
        message,
        span: { start: pattern.start + bad.index, end: pattern.start + bad.index + bad[0].length },
      });
  }
  if (text.length > maxLength && at.parameter.typeBasis === "documented") {
    problems.push({
      code: "value/over-length",
      severity: "info",
      message: l10n.t("Too long: {0} of {1} characters.", text.length, maxLength),
      span: { start: maxLength, end: text.length },
    });
  }
  return problems;
}

export const phoneTemplate: ValueType = {
  id: "PhTmplt",
  check: (text, at) => checkTemplate(text, at, /\s+\S/, l10n.t("A pattern with a space never matches a number.")),
  describe: (text) =>
    l10n.t("Number of patterns: {0}. The first one that matches a number applies.", patternsOf(text).length),
};

export const responseTemplate: ValueType = {
  id: "RscTmplt",
  check: (text, at) =>
    checkTemplate(
      text,
      at,
      /[^\d?*]+/,
      l10n.t("A SIP status code has only digits. `?` matches one digit, `*` matches any number of digits."),
    ),
  describe: (text) =>
    l10n.t(
      "SIP responses {0}",
      patternsOf(text)
        .map((pattern) => pattern.text)
        .join(", "),
    ),
};
