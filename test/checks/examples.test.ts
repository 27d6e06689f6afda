import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultSettings } from "../../server/src/analysis/snapshot";
import type { CodePage } from "../../server/src/checks/check";
import { dialect, problemsOf } from "../support/problems";

const pages: readonly CodePage[] = [...dialect.checks, ...dialect.pages];

for (const page of pages) {
  test(`examples of ${page.code}`, () => {
    const settings = page.optIn ? { ...defaultSettings, severities: { [page.code]: page.severity } } : defaultSettings;
    assert.ok(page.examples.length > 0, "a page needs an example");
    assert.match(page.code, /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/);
    assert.ok(page.docs.length > 60, "the manual text says what is wrong, why and what to do");
    for (const { bad, good } of page.examples) {
      const found = problemsOf(bad, settings).filter((p) => p.code === page.code);
      assert.ok(found.length > 0, `the bad example is not reported:\n${bad}`);
      const wrong = problemsOf(good, settings).filter((p) => p.code === page.code || p.severity === "error");
      assert.deepEqual(
        wrong.map((p) => `${p.code}: ${p.message}`),
        [],
        `the good example is reported:\n${good}`,
      );
    }
  });

  test(`fixes of ${page.code} cure the example`, () => {
    const settings = page.optIn ? { ...defaultSettings, severities: { [page.code]: page.severity } } : defaultSettings;
    for (const { bad } of page.examples) {
      const problem = problemsOf(bad, settings).find((p) => p.code === page.code && p.fixes && p.fixes.length > 0);
      const [fix] = problem?.fixes ?? [];
      if (!problem || !fix) continue;
      let text = bad;
      for (const edit of [...fix.edits].sort((a, b) => b.span.start - a.span.start)) {
        text = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
      }
      const before = problemsOf(bad, settings).filter((p) => p.code === page.code).length;
      const after = problemsOf(text, settings).filter((p) => p.code === page.code).length;
      assert.ok(after < before, `the fix leaves the problem:\n${text}`);
    }
  });
}

test("codes are unique", () => {
  const codes = pages.map((page) => page.code);
  assert.deepEqual(codes, [...new Set(codes)]);
});
