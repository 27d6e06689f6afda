import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import type { CodeAction } from "vscode-languageserver-protocol";
import type { FileProblem } from "../../server/src/analysis/fileProblem";
import type { Snapshot } from "../../server/src/analysis/snapshot";
import type { Dialect } from "../../server/src/dialects/dialect";
import { codeActions } from "../../server/src/features/codeActions";
import type { OpenFile } from "../../server/src/features/feature";
import { formatEdits } from "../../server/src/features/formatting";
import { repaired } from "../../server/src/features/repair";
import type { ProfileDocument } from "../../server/src/profile/profileDocument";
import { applyEdits, inOrder } from "../../server/src/text/edits";
import { type Edit, type Span, shift } from "../../server/src/text/span";
import { fixture, noToken } from "../support/fixture";
import { snapshotOf } from "../support/problems";
import { Random } from "./random";

// What must be true for every text; each law throws where it does not.

const style = { indent: "  ", blankLines: 1 };

/** Fails in few words: both from a little before the first difference. */
export function checkSame(is: unknown, wanted: unknown, what: string): void {
  if (isDeepStrictEqual(is, wanted)) return;
  assert.fail(`${what}\n${differenceOf(JSON.stringify(is), JSON.stringify(wanted))}`);
}

export function differenceOf(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const part = (text: string) => text.slice(Math.max(0, at - 120), at + 200);
  return `is     ${part(a)}\nwanted ${part(b)}`;
}

/** Names and values, as a phone reads them. */
export function settingsOf(document: ProfileDocument): string[] {
  return document.segments.flatMap(({ settings }) => settings.map((s) => `${s.path}/${s.name}=${s.text}`));
}

export function count(problems: readonly FileProblem[], severity: string): number {
  return problems.filter((problem) => problem.severity === severity).length;
}

/** Names without their case, which a fix may change. */
function namesOf(document: ProfileDocument): string[] {
  return document.segments.flatMap(({ settings }) => settings.map(({ name }) => name.toLowerCase()));
}

/** Fewer errors; of as many errors fewer warnings, and so on. */
function isLess(now: readonly FileProblem[], then: readonly FileProblem[]): boolean {
  for (const severity of ["error", "warning", "info", "hint"]) {
    const more = count(now, severity) - count(then, severity);
    if (more !== 0) return more < 0;
  }
  return false;
}

export function repairedText(snapshot: Snapshot): string {
  return applyEdits(snapshot.text, inOrder(repaired(snapshot)));
}

/** Names of the settings that a safe fix takes out as a whole. */
function removedBySafeFixes(snapshot: Snapshot): ReadonlySet<string> {
  const { document } = snapshot;
  const edits = snapshot
    .problems()
    .flatMap(({ fixes = [] }) => fixes.filter(({ safe }) => safe).flatMap((fix) => fix.edits));
  const isIn = ({ start, end }: Span) => edits.some(({ span }) => span.start <= start && end <= span.end);
  const names = document.segments.flatMap(({ settings }, i) =>
    settings.filter(({ span }) => isIn(shift(span, document.starts[i] ?? 0))).map(({ name }) => name.toLowerCase()),
  );
  return new Set(names);
}

/** Fixing twice equals fixing once; it leaves less wrong than before, and all settings. */
export function checkRepair(text: string, of?: Dialect): void {
  const before = snapshotOf(text, undefined, of);
  const once = repairedText(before);
  if (once === text) return;
  const after = snapshotOf(once, undefined, of);
  assert.equal(repairedText(after), once, "fixing twice is not fixing once");
  assert.ok(isLess(after.problems(), before.problems()), "the problems are not less than before");
  const removable = removedBySafeFixes(before);
  const kept = (names: readonly string[]) => names.filter((name) => !removable.has(name));
  checkSame(kept(namesOf(after.document)), kept(namesOf(before.document)), "settings were lost");
}

/**
 * A quick fix that is offered takes its problem away: the result does not have it at the same place again with as much
 * wrong as before. Looks at the first `most` problems that have a fix.
 */
export function checkEachFix(text: string, most = Number.POSITIVE_INFINITY, of?: Dialect): void {
  const { file } = fixture(`$0${text}`, undefined, of);
  const { snapshot } = file;
  const problems = snapshot.problems();
  for (const problem of problems.filter(({ fixes }) => fixes).slice(0, most))
    for (const { title, edits } of offeredFixes(file, problem)) {
      if (edits.every((edit) => edit.text === "" && covers(edit.span, problem.span))) continue;
      const left = snapshotOf(applyEdits(snapshot.text, edits), undefined, of).problems();
      const [start, end] = [moved(problem.span.start, edits, false), moved(problem.span.end, edits, true)];
      const isStill = left.some(
        ({ code, message, span }) =>
          code === problem.code && message === problem.message && span.start <= end && span.end >= start,
      );
      assert.ok(!isStill || isLess(left, problems), `${problem.code} is still there after "${title}"`);
    }
}

/** What the editor offers for a problem; comments that silence it are no fixes. */
function offeredFixes(file: OpenFile, { code, message, span }: FileProblem): { title: string; edits: Edit[] }[] {
  const range = { start: file.lines.positionAt(span.start), end: file.lines.positionAt(span.end) };
  const context = { diagnostics: [], only: ["quickfix"] };
  const actions = codeActions.run(file, { textDocument: { uri: file.uri }, range, context }, noToken) as CodeAction[];
  return actions
    .filter(({ title, diagnostics }) => {
      const [about] = diagnostics ?? [];
      return about?.code === code && about.message === message && !title.startsWith("Disable ");
    })
    .map(({ title, edit }) => ({
      title,
      edits: inOrder(
        (edit?.changes?.[file.uri] ?? []).map(({ range, newText }) => ({
          span: { start: file.lines.offsetAt(range.start), end: file.lines.offsetAt(range.end) },
          text: newText,
        })),
      ),
    }));
}

const covers = (outer: Span, inner: Span) => outer.start <= inner.start && outer.end >= inner.end;

/** Where `offset` is after the edits; one inside or beside an edit goes to that end of its text. */
function moved(offset: number, edits: readonly Edit[], toEnd: boolean): number {
  let by = 0;
  for (const { span, text } of edits) {
    if (span.start > offset || (span.start === offset && !toEnd)) break;
    if (span.end >= offset) return span.start + by + (toEnd ? text.length : 0);
    by += text.length - (span.end - span.start);
  }
  return offset + by;
}

export function formatted(text: string, of?: Dialect): string {
  return applyEdits(text, formatEdits(snapshotOf(text, undefined, of), style));
}

/** Laying out twice equals laying out once, and a part is laid out as the whole is; blanks alone change. */
export function checkLayout(text: string, of?: Dialect): void {
  const before = snapshotOf(text, undefined, of);
  const once = formatted(text, of);
  // Keywords may get capitals where case does not matter.
  const plain = (each: string) => (of?.ignoresCase ? each.toUpperCase() : each).replace(/\s/g, "");
  assert.equal(plain(once), plain(text), "more than blanks changed");
  const after = snapshotOf(once, undefined, of);
  checkSame(settingsOf(after.document), settingsOf(before.document), "settings are others");
  checkSame(formatEdits(after, style), [], "twice is not once");
  const whole = formatEdits(before, style);
  const random = new Random(text.length);
  for (let i = 0; i < 3; i++) {
    const start = random.below(text.length + 1);
    const range = { start, end: Math.min(text.length, start + random.below(3000)) };
    const part = whole.filter(({ span }) => span.end >= range.start && span.start <= range.end);
    checkSame(formatEdits(before, style, range), part, "a part is not laid out as the whole is");
  }
}
