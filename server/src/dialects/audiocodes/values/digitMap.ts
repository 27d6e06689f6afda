import * as l10n from "@vscode/l10n";
import type { EffectiveParameter } from "../../../schema/model";
import type { Problem, Span } from "../../../text/span";
import { type PlanForm, parenthesized } from "../../../values/dialPlan/form";
import { dialPlanType } from "../../../values/dialPlan/types";
import { whole } from "../../../values/number";
import type { ValueType } from "../../../values/valueType";
import { isRelease } from "../release";

// map     = pattern *("|" pattern)
// pattern = 1*(element ["."]) ["T"] ["S"] ; element = key / "x" / "[" key "-" key "]"

/** Characters and patterns that manuals of 6.0 allow, and characters of later MIBs. */
const maxLength = 152;
export const maxPatterns = 52;
const laterMaxLength = 500;

/** Seconds that `S` waits for more digits, from 6.4 on. */
const shortWait = 2;

/** For the dial plan panel: as later releases read it. */
export const digitMapForm: PlanForm = {
  ...parenthesized,
  ...{ parentheses: "none", timers: false, bareWait: shortWait, maxLength: laterMaxLength },
};

const shared = dialPlanType("DigitMap", digitMapForm);

/** With such a pattern a number that no other pattern takes is still sent. */
const catchAll = /^(?:x|\[0-9\])+\.T?S?$/i;

/** Patterns apart by `|`. */
export const digitMap: ValueType = {
  ...shared,
  check(text, at) {
    const problems: Problem[] = [];
    const limit = isLater(at) ? laterMaxLength : maxLength;
    if (text.length > limit)
      problems.push({
        ...{ code: "digit-map/length", severity: "error", span: { start: limit, end: text.length } },
        message: l10n.t("Too long: {0} of {1} characters. The device does not take the digit map.", text.length, limit),
      });
    const patterns = patternsOf(text);
    const tooMany = patterns[maxPatterns];
    if (tooMany)
      problems.push({
        ...{ code: "digit-map/rules", severity: "error", span: { start: tooMany.span.start, end: text.length } },
        message: l10n.t(
          "Too many patterns: {0} of {1}. The device does not take the digit map.",
          patterns.length,
          maxPatterns,
        ),
      });
    if (!patterns.some((each) => catchAll.test(each.text)))
      problems.push({
        ...{ code: "digit-map/catch-all", severity: "warning", span: whole(text) },
        message: l10n.t("No pattern is like `x.T`. The device refuses all other numbers."),
        fixes: [
          {
            title: l10n.t("Append `{0}`", "|x.T"),
            edits: [{ span: { start: text.length, end: text.length }, text: "|x.T" }],
          },
        ],
      });
    for (const [i, { text: pattern, span }] of patterns.entries()) {
      if (!/^[\d*#[\]x-]+$/i.test(pattern)) continue;
      const longer = patterns.find((other, j) => j !== i && isPrefix(pattern, other.text));
      if (!longer) continue;
      problems.push({
        ...{ code: "digit-map/never-matched", severity: "info", span: longer.span },
        message: l10n.t(
          "`{0}` is never matched. The device sends the number as soon as `{1}` matches. With `{1}S`, devices from 6.4 on wait two seconds.",
          longer.text,
          pattern,
        ),
        fixes: [{ title: l10n.t("Replace with `{0}`", `${pattern}S`), edits: [{ span, text: `${pattern}S` }] }],
      });
    }
    return problems.sort((a, b) => a.span.start - b.span.start);
  },
};

interface Pattern {
  readonly text: string;
  readonly span: Span;
}

function patternsOf(text: string): Pattern[] {
  return [...text.matchAll(/[^|]+/g)].map(({ 0: part, index }) => {
    const start = index + part.length - part.trimStart().length;
    return { text: part.trim(), span: { start, end: start + part.trim().length } };
  });
}

/** Keys and classes of a pattern, one by one. */
function elements(pattern: string): readonly string[] {
  return pattern.match(/\[[^\]]*\]|./g) ?? [];
}

/** All numbers of `longer` begin with one that the pattern takes as a whole. */
function isPrefix(pattern: string, longer: string): boolean {
  const [short, long] = [elements(pattern), elements(longer)];
  if (
    long.length <= short.length ||
    long.slice(0, short.length + 1).includes(".") ||
    /^[TS]/.test(long[short.length] ?? "T")
  )
    return false;
  return short.every((element, i) => (element === "x" ? /^[\dx[]/.test(long[i] ?? "") : element === long[i]));
}

function isLater({ device }: EffectiveParameter): boolean {
  return device.certainty === "stated" && (isRelease(device.firmware, 6, 80) || device.family === "audiocodesmediant");
}
