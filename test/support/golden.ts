import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** Compares with a file, line by line; UPDATE_GOLDEN=1 writes it. Read the difference before you commit it. */
export function checkGolden(file: string, lines: readonly string[]): void {
  const text = `${lines.join("\n")}\n`;
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, text);
  const expected = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  const found = text.split("\n");
  const at = found.findIndex((line, i) => line !== expected[i]);
  assert.equal(at < 0 ? undefined : found[at], at < 0 ? undefined : expected[at], `${file}:${at + 1}`);
  assert.equal(found.length, expected.length, file);
}

/** The words, or the number of the line that had them first. */
export function sameAs(words: string, number: number, seen: Map<string, number>): string {
  const first = seen.get(words);
  if (first === undefined) seen.set(words, number);
  return first === undefined || words.length < 8 ? words : `as ${first}`;
}
