import assert from "node:assert/strict";
import type { EffectiveParameter } from "../../server/src/schema/model";
import { applyEdits, inOrder } from "../../server/src/text/edits";
import type { Fix, Problem } from "../../server/src/text/span";
import type { ValueType } from "../../server/src/values/valueType";
import { effective } from "./effectiveParameter";
import { dialect } from "./problems";

type Place = EffectiveParameter | string;

/** `Uns<8>` means a documented parameter of that type. */
function place(of: Place): { at: EffectiveParameter; type: ValueType } {
  const at = typeof of === "string" ? effective(of) : of;
  const type = dialect.valueTypes.find(({ id }) => id === at.parameter.type);
  assert.ok(type, `there is no type ${at.parameter.type}`);
  return { at, type };
}

/** Codes with a manual page; answers of DHCP are in no profile and so on no page. */
const manualCodes = new Set([...dialect.checks, ...dialect.pages].map(({ code }) => code));
export const hasPage = (code: string): boolean => manualCodes.has(code) || code.startsWith("dhcp43/");

function problemsIn(type: ValueType, value: string, at: EffectiveParameter): readonly Problem[] {
  const problems = type.check(value, at);
  for (const { code } of problems) assert.ok(hasPage(code), `${code} has no manual page`);
  return problems;
}

/**
 * A table of values, one in a line. Each problem of a value is in a line under it:
 * `^^^` under the characters, the severity and the code. Values without such lines are right.
 */
export function checkValues(of: Place, table: string): void {
  const { at, type } = place(of);
  const rows = table.split("\n").filter((row) => row.trim() !== "");
  const indent = Math.min(...rows.map((row) => row.length - row.trimStart().length));
  const expected = rows.map((row) => row.slice(indent).trimEnd());
  const found = expected
    .filter((row) => !/^ *\^/.test(row))
    .flatMap((value) => [
      value,
      ...problemsIn(type, value, at)
        .map(({ span, severity, code }) => ({ span, words: `${severity} ${code}` }))
        .sort((a, b) => a.span.start - b.span.start || (a.words < b.words ? -1 : 1))
        .map(
          ({ span: { start, end }, words }) => `${" ".repeat(start)}${"^".repeat(Math.max(1, end - start))} ${words}`,
        ),
    ]);
  assert.equal(found.join("\n"), expected.join("\n"));
}

/** How each value is described. */
export function checkWords(of: Place, words: Readonly<Record<string, string | undefined>>): void {
  const { at, type } = place(of);
  const reported = Object.keys(words).map((value) => [value, type.describe?.(value, at)]);
  assert.deepEqual(Object.fromEntries(reported), words);
}

/** The inlay hint after each value. */
export function checkHints(of: Place, hints: Readonly<Record<string, string | undefined>>): void {
  const { at, type } = place(of);
  const shown = Object.keys(hints).map((value) => [value, type.hint?.(value, at)]);
  assert.deepEqual(Object.fromEntries(shown), hints);
}

/** The labels offered at `$0`; with `first` only so many. */
export function checkLabels(of: Place, marked: string, labels: readonly string[], first?: number): void {
  const { at, type } = place(of);
  const offset = marked.indexOf("$0");
  assert.ok(offset >= 0, "no $0 in the value");
  const offered = type.complete?.(marked.replace("$0", ""), offset, at) ?? [];
  assert.deepEqual(offered.map(({ label }) => label).slice(0, first), labels);
}

/** The value after the row `label` was chosen at `$0`. */
export function checkChosen(of: Place, marked: string, label: string, after: string): void {
  const { at, type } = place(of);
  const value = marked.replace("$0", "");
  const row = type.complete?.(value, marked.indexOf("$0"), at).find((offered) => offered.label === label);
  assert.ok(row, `${label} is not offered`);
  assert.equal(value.slice(0, row.replace.start) + (row.insert ?? row.label) + value.slice(row.replace.end), after);
}

export function applied(value: string, fix: Fix): string {
  return applyEdits(value, inOrder(fix.edits));
}

/** `value` after the first fix of its first problem that has one, guesses aside. */
function fixed(type: ValueType, value: string, at: EffectiveParameter): string | undefined {
  const fix = problemsIn(type, value, at)
    .flatMap(({ fixes }) => fixes ?? [])
    .find(({ isGuess }) => !isGuess);
  return fix && applied(value, fix);
}

/** What the first fix makes of each value. */
export function checkFixes(of: Place, after: Readonly<Record<string, string | undefined>>): void {
  const { at, type } = place(of);
  const made = Object.keys(after).map((value) => [value, fixed(type, value, at)]);
  assert.deepEqual(Object.fromEntries(made), after);
}

/** What a person can choose in place of each value, in order. */
export function checkGuesses(of: Place, after: Readonly<Record<string, readonly string[]>>): void {
  const { at, type } = place(of);
  const made = Object.keys(after).map((value) => {
    const fixes = problemsIn(type, value, at).flatMap((problem) => problem.fixes ?? []);
    return [value, fixes.filter(({ isGuess }) => isGuess).map((fix) => applied(value, fix))];
  });
  assert.deepEqual(Object.fromEntries(made), after);
}

/** The value cut into coloured pieces: `kind text`. */
export function checkTokens(of: Place, value: string, tokens: readonly string[]): void {
  const { at, type } = place(of);
  assert.deepEqual(
    (type.tokens?.(value, at) ?? []).map(({ span, kind }) => `${kind} ${value.slice(span.start, span.end)}`),
    tokens,
  );
}
