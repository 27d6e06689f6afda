import assert from "node:assert/strict";
import { applyEdits, inOrder } from "../../server/src/text/edits";
import type { Problem } from "../../server/src/text/span";

/**
 * Compares problems with a text in which what they mark is between `⟦` and `⟧code `:
 * `http://⟦h⟧rule/no-path `. Every problem has to be marked, in the order of the text.
 */
export function plainOf(marked: string): { readonly text: string; readonly expected: readonly string[] } {
  const expected: string[] = [];
  let text = "";
  let start = 0;
  const sign = /⟦|⟧([a-z0-9/-]+) /g;
  let from = 0;
  for (const match of marked.matchAll(sign)) {
    text += marked.slice(from, match.index);
    from = match.index + match[0].length;
    if (match[1] === undefined) start = text.length;
    else expected.push(`${match[1]} «${text.slice(start)}»`);
  }
  return { text: text + marked.slice(from), expected };
}

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
