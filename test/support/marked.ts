import assert from "node:assert/strict";
import { applyEdits, inOrder } from "../../server/src/text/edits";
import type { Problem } from "../../server/src/text/span";

const marks = /^( *)(\^+) ([a-z0-9/-]+)$/;

/** A text without the marks under its lines: `^^^ code` under the characters of each problem, in the order of the text. */
export function plainOf(marked: string): { readonly text: string; readonly expected: readonly string[] } {
  if (!marked.startsWith("\n")) return { text: marked, expected: [] };
  const rows = marked.slice(1).split("\n");
  const indent = Math.min(...rows.map((row) => row.length - row.trimStart().length));
  const lines: string[] = [];
  const expected: string[] = [];
  for (const row of rows.map((each) => each.slice(indent))) {
    const [, blanks = "", carets = "", code] = marks.exec(row) ?? [];
    if (code === undefined) lines.push(row);
    else expected.push(`${code} «${lines.at(-1)?.slice(blanks.length, blanks.length + carets.length)}»`);
  }
  return { text: lines.join("\n"), expected };
}

/** Compares problems with a text that has marks under its lines. Every problem has to be marked. */
export function checkMarked(marked: string, problemsOf: (text: string) => readonly Problem[]): readonly Problem[] {
  const { text, expected } = plainOf(marked);
  const problems = problemsOf(text);
  assert.deepEqual(
    problems.map(({ code, span }) => `${code} «${text.slice(span.start, span.end)}»`),
    expected,
    text,
  );
  return problems;
}

/** `text` with the first fix of each problem. */
export function fixed(text: string, problems: readonly Problem[]): string {
  const edits = problems.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
  return applyEdits(text, inOrder(edits));
}
