import assert from "node:assert/strict";
import { applyEdits, inOrder } from "../../server/src/text/edits";
import type { Problem, Span } from "../../server/src/text/span";

/** A problem at a place: carets under its characters, then its words. */
interface Mark {
  readonly span: Span;
  readonly words: string;
}

const markRow = /^( *)(\^+) (\S.*)$/;

/** A text without the marks under its lines: `^^^ words` under the characters of each problem, in the order of the text. */
export function plainOf(marked: string): { readonly text: string; readonly marks: readonly Mark[] } {
  if (!marked.startsWith("\n")) return { text: marked, marks: [] };
  const rows = marked.slice(1).split("\n");
  const indent = Math.min(...rows.filter((row) => row.trim() !== "").map((row) => row.length - row.trimStart().length));
  const lines: string[] = [];
  const marks: Mark[] = [];
  let lineStart = 0;
  let nextStart = 0;
  for (const row of rows.map((each) => each.slice(indent))) {
    const [, blanks = "", carets = "", words] = markRow.exec(row) ?? [];
    if (words === undefined) {
      lines.push(row);
      lineStart = nextStart;
      nextStart += row.length + 1;
    } else {
      const start = lineStart + blanks.length;
      marks.push({ span: { start, end: start + carets.length }, words });
    }
  }
  return { text: lines.join("\n"), marks };
}

/** The number and the text of the line of a mark, and the mark under it. */
function shown(text: string, { span: { start, end }, words }: Mark): string {
  const before = text.slice(0, start).split("\n");
  const blanks = " ".repeat(before.at(-1)?.length ?? 0);
  const line = text.split("\n")[before.length - 1];
  return `line ${before.length}\n${line}\n${blanks}${"^".repeat(end - start)} ${words}`;
}

/**
 * Compares problems with a text that has marks under its lines. Every problem has to be marked.
 * `wordsOf` gives the words of a mark: the code, where nothing else is compared.
 */
export function checkMarked<P extends Pick<Problem, "code" | "span">>(
  marked: string,
  problemsOf: (text: string) => readonly P[],
  wordsOf: (problem: P) => string = ({ code }) => code,
): readonly P[] {
  const { text, marks } = plainOf(marked);
  const problems = problemsOf(text);
  const found = problems.map((problem) => shown(text, { span: problem.span, words: wordsOf(problem) }));
  assert.equal(found.join("\n"), marks.map((mark) => shown(text, mark)).join("\n"));
  return problems;
}

/** The words of a mark that compares all that a user reads. */
export function allWords({ severity, code, message }: Problem): string {
  return `${severity} ${code}: ${message}`;
}

/** Carets under a text of a loop. */
export function carets(text: string): string {
  return "^".repeat(text.length);
}

/** `text` with the first fix of each problem. */
export function fixed(text: string, problems: readonly Problem[]): string {
  const edits = problems.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
  return applyEdits(text, inOrder(edits));
}
