import * as l10n from "@vscode/l10n";
import type { Span } from "../../text/span";
import { digits, type KeySet, keyBit, keys } from "./keys";
import { meantAt, reportNotAKey } from "./meant";
import type { KeyItem } from "./plan";
import type { PlanText } from "./planText";

// item = atom [ "." ] ; atom = key | "x" | "[" { key | key "-" key } "]" : specification section 8.1

/** Signs of a class looked at, more than a whole plan has. */
const maxLength = 2048;

/** A key, `x` or class with its dot. What is not a key is one that cannot be pressed; a dot alone is passed over. */
export function readKey(plan: PlanText, stops: string): KeyItem | undefined {
  const start = plan.at;
  const c = plan.text[start] ?? "";
  let set: KeySet;
  const isX = c === "x" || c === "X";
  if (isX) {
    set = digits;
    plan.at++;
  } else if (c === "[") set = keyClass(plan);
  else if (keyBit(c)) {
    set = keyBit(c);
    plan.at++;
  } else if (c === ".") {
    plan.at++;
    plan.report(
      "dot",
      "warning",
      { start, end: plan.at },
      l10n.t("`.` repeats the previous element, but there is none."),
    );
    return undefined;
  } else {
    if (/[a-z]/.test(c)) letters(plan);
    else notAKey(plan, c, stops);
    return cannotBePressed({ start, end: plan.at });
  }
  const end = plan.at;
  plan.blanks();
  const repeats = plan.text[plan.at] === ".";
  if (repeats) {
    plan.at++;
    while (plan.text[plan.at] === ".") plan.at++;
  } else plan.at = end;
  if (!repeats && quantifier(plan, plan.text.slice(start, end))) return cannotBePressed({ start, end: plan.at });
  return { kind: "key", set, isX, repeats, span: { start, end: plan.at } };
}

/** Matches no key, so that no number matches the sequence. */
export function cannotBePressed(span: Span): KeyItem {
  return { kind: "key", set: 0, isX: false, repeats: false, span };
}

export function reportSmallTimer(plan: PlanText, span: Span, capital: string): void {
  plan.report("small-timer", "info", span, l10n.t("A timer is an upper-case letter. Did you mean `{0}`?", capital), {
    title: l10n.t("Replace with `{0}`", capital),
    edits: [{ span, text: capital }],
  });
}

/** Words such as `park`, which line keys and directories dial: no key of the keypad fits them. */
function letters(plan: PlanText): void {
  const start = plan.at;
  const meant = meantAt(plan.text, start);
  if (meant) {
    plan.at = meant.span.end;
    reportNotAKey(plan, meant.span, meant.text);
    return;
  }
  const timer = /^[slp]\d{1,3}(?=\s{0,9}(?:[|)!SL]|$))/.exec(plan.text.slice(start, start + 16))?.[0];
  if (timer !== undefined) {
    plan.at = start + timer.length;
    reportSmallTimer(plan, { start, end: plan.at }, timer.toUpperCase());
    return;
  }
  while (/[a-z_]/.test(plan.text[plan.at] ?? "") && plan.text[plan.at] !== "x") plan.at++;
  plan.report(
    "letters",
    "hint",
    { start, end: plan.at },
    l10n.t(
      "`{0}` cannot be dialed on the keypad. Only a line key or a directory can dial letters.",
      plan.text.slice(start, plan.at),
    ),
  );
}

/** `?`, `{3}` and a last `+` after an element come from regular expressions; true unless it is the key `+`. */
function quantifier(plan: PlanText, element: string): boolean {
  const rest = plan.text.slice(plan.at, plan.at + 24);
  const sign = /^(?:\?|\{\d*,?\d*\}|\+(?=\s{0,9}(?:[|)!]|[SL]\d|$)))/.exec(rest)?.[0];
  if (sign === undefined) return false;
  const span = { start: plan.at, end: plan.at + sign.length };
  const text = repetition(element, sign);
  plan.report(
    "regular-expression",
    "warning",
    span,
    sign === "+"
      ? l10n.t("`+` is a key, not a repetition. Write `.` after an element to repeat it zero or more times.")
      : l10n.t(
          "`{0}` does not repeat the element. No number matches the sequence. Write the element several times, or `.` for zero or more.",
          sign,
        ),
    text === undefined ? undefined : { title: l10n.t("Replace with `{0}`", element + text), edits: [{ span, text }] },
  );
  if (sign === "+") return false;
  plan.at = span.end;
  return true;
}

function notAKey(plan: PlanText, c: string, stops: string): void {
  const start = plan.at;
  if (c === "\\") {
    const next = plan.text[start + 1] ?? "";
    plan.at += next === "" || stops.includes(next) ? 1 : 2;
    const sign = /^(?:[+*]|\{\d{1,2},?\})/.exec(plan.text.slice(plan.at, plan.at + 8))?.[0] ?? "";
    if (next === "d") plan.at += sign.length;
    const span = { start, end: plan.at };
    const cure = next === "d" ? repetition("x", sign) : undefined;
    plan.report(
      "regular-expression",
      "warning",
      span,
      l10n.t("A dial plan is not a regular expression. No number matches the sequence. Write `x` for a digit."),
      cure === undefined
        ? undefined
        : { title: l10n.t("Replace with `{0}`", `x${cure}`), edits: [{ span, text: `x${cure}` }] },
    );
    return;
  }
  if (c === "^" || c === "$") {
    plan.at++;
    plan.report(
      "regular-expression",
      "warning",
      { start, end: plan.at },
      l10n.t(
        "A dial plan is not a regular expression. No number matches the sequence. It always matches whole numbers, without `{0}`.",
        c,
      ),
      { title: l10n.t("Remove `{0}`", c), edits: [{ span: { start, end: plan.at }, text: "" }] },
    );
    return;
  }
  const meant = meantAt(plan.text, start);
  if (meant) {
    plan.at = meant.span.end;
    reportNotAKey(plan, meant.span, meant.text);
    return;
  }
  while (plan.at < plan.text.length && !/[\s0-9*#+xX[\]<>,.!|()SLPA-D\\^$]/.test(plan.text[plan.at] ?? "")) plan.at++;
  if (plan.at === start) plan.at++;
  reportNotAKey(plan, { start, end: plan.at }, undefined);
}

function keyClass(plan: PlanText): KeySet {
  const start = plan.at;
  const end = plan.find("]", start);
  if (end < 0 || /[|()<>]/.test(plan.text.slice(start + 1, Math.min(end, start + maxLength)))) {
    plan.at++;
    plan.report("class", "warning", { start, end: plan.at }, l10n.t("Missing `]`. No number matches the sequence."));
    return 0;
  }
  plan.at = end + 1;
  const span = { start, end: plan.at };
  const isNegated = plan.negation && plan.text[start + 1] === "^";
  const from = start + (isNegated ? 2 : 1);
  const named = classKeys(plan, plan.text.slice(from, end), from);
  const set = isNegated ? digits & ~named : named;
  if (set === 0)
    plan.report("class", "warning", span, l10n.t("The brackets contain no key. No number matches the sequence."));
  return set;
}

function classKeys(plan: PlanText, body: string, offset: number): KeySet {
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
          plan.report(
            "class",
            "warning",
            span,
            l10n.t("The range `{0}` is in the wrong order.", body.slice(i - 2, i + 1)),
          );
        const [before, after] = [keyBit(body[i - 3] ?? ""), keyBit(body[i + 1] ?? "")];
        // `[01-46]` is a sound class; in `[10-20]` a key comes twice.
        if (before & digits && after & digits && rangeOf(from, to) & (before | after))
          plan.report(
            "class",
            "warning",
            { start: offset + i - 3, end: offset + i + 2 },
            l10n.t("`{0}` is not a range of numbers. Brackets match one key.", body.slice(i - 3, i + 2)),
          );
      }
    } else {
      const span = { start: offset + i, end: offset + i + 1 };
      const meant = /[OoIl]/.test(c) ? meantAt(c, 0)?.text : undefined;
      const fix =
        meant === undefined
          ? undefined
          : { title: l10n.t("Replace with `{0}`", meant), edits: [{ span, text: meant }] };
      const message =
        meant === undefined
          ? l10n.t("`{0}` is not a key. The brackets match only the other keys.", c)
          : l10n.t("`{0}` is not a key. Did you mean `{1}`? The brackets match only the other keys.", c, meant);
      plan.report("class", "warning", span, message, fix);
    }
  }
  return set;
}

function rangeOf(from: number, to: number): KeySet {
  let set: KeySet = 0;
  for (let key = Math.min(from, to); key <= Math.max(from, to); key++) set |= 1 << key;
  return set;
}

/** What to write after an element instead of a regular expression's repetition; undefined if nothing means the same. */
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
