import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { defaultSettings } from "../../server/src/analysis/snapshot";
import type { CodePage } from "../../server/src/checks/check";
import type { Dialect } from "../../server/src/dialects/dialect";
import type { Edit } from "../../server/src/text/span";
import { dialects } from "../support/dialects";
import { problemsOf } from "../support/problems";

// Every page of every dialect: its examples, and what its fixes make of them.

/** What fixes the problem of a page's examples has; a fix that is lost or no longer safe shows as a difference. */
const golden = "test/checks/fixes.golden.txt";
const found = new Map<string, string>();

const settingsFor = ({ optIn, code, severity }: CodePage) =>
  optIn ? { ...defaultSettings, severities: { [code]: severity } } : defaultSettings;

function after(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((whole, { span, text: fresh }) => whole.slice(0, span.start) + fresh + whole.slice(span.end), text);
}

function checkExamples(page: CodePage, dialect: Dialect): void {
  const settings = settingsFor(page);
  assert.ok(page.examples.length > 0, "a page needs an example");
  assert.match(page.code, /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/);
  assert.ok(page.docs.length > 60, "the manual text says what is wrong, why and what to do");
  for (const { bad, good, folder } of page.examples) {
    const reported = problemsOf(bad, settings, dialect, folder).filter((p) => p.code === page.code);
    assert.ok(reported.length > 0, `the bad example is not reported:\n${bad}`);
    const wrong = problemsOf(good, settings, dialect, folder).filter(
      (p) => p.code === page.code || p.severity === "error",
    );
    assert.deepEqual(
      wrong.map((p) => `${p.code}: ${p.message}`),
      [],
      `the good example is reported:\n${good}`,
    );
  }
}

/** Whether each example has a fix; once for each page, whichever test asks first. */
function fixesOf(page: CodePage, dialect: Dialect): string {
  const id = `${dialect.id} ${page.code}`;
  const known = found.get(id) ?? `${id}: ${curedBy(page, dialect).join(", ")}`;
  found.set(id, known);
  return known;
}

function curedBy(page: CodePage, dialect: Dialect): readonly string[] {
  const settings = settingsFor(page);
  return page.examples.map(({ bad, folder }) => {
    const problems = problemsOf(bad, settings, dialect, folder).filter(({ code }) => code === page.code);
    const fixes = problems.flatMap((problem) => problem.fixes ?? []);
    const [fix] = problems.find((problem) => problem.fixes && problem.fixes.length > 0)?.fixes ?? [];
    if (!fix) return "no fix";
    const text = after(bad, fix.edits);
    const left = problemsOf(text, settings, dialect, folder).filter(({ code }) => code === page.code);
    assert.ok(left.length < problems.length, `the fix leaves the problem:\n${text}`);
    return fixes.some(({ safe }) => safe) ? "safe fix" : "fix";
  });
}

function pagesOf(dialect: Dialect): readonly CodePage[] {
  return [...dialect.checks, ...dialect.pages];
}

for (const dialect of dialects) {
  const pages = pagesOf(dialect);
  for (const page of pages) {
    test(`${dialect.id}: examples of ${page.code}`, () => checkExamples(page, dialect));
    test(`${dialect.id}: fixes of ${page.code} cure the example`, () => void fixesOf(page, dialect));
  }

  test(`${dialect.id}: codes are unique`, () => {
    const codes = pages.map((page) => page.code);
    assert.deepEqual(codes, [...new Set(codes)]);
  });
}

test("every example has the fixes that it had (UPDATE_GOLDEN=1 writes the list)", () => {
  const lines = dialects.flatMap((dialect) => pagesOf(dialect).map((page) => fixesOf(page, dialect)));
  const text = `${lines.sort().join("\n")}\n`;
  if (process.env.UPDATE_GOLDEN) writeFileSync(golden, text);
  assert.equal(text, readFileSync(golden, "utf8"));
});
