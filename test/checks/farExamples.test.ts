import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultSettings } from "../../server/src/analysis/snapshot";
import type { CodePage, Example } from "../../server/src/checks/check";
import type { Dialect } from "../../server/src/dialects/dialect";
import type { Span } from "../../server/src/text/span";
import { dialects } from "../support/dialects";
import { snapshotOf } from "../support/problems";

// A file is read in segments of about 4 kB. What is reported, related and fixed must not depend on where they end: the
// manual's examples are reported alike when their lines are far from each other.

const maxPlaces = 4;

interface Found {
  readonly reported: readonly unknown[];
  readonly segments: number;
}

/** What is reported of `text`, in places of the text without the `length` characters that were inserted at `at`. */
function found(text: string, page: CodePage, dialect: Dialect, folder: Example["folder"], at = 0, length = 0): Found {
  const settings = page.optIn ? { ...defaultSettings, severities: { [page.code]: page.severity } } : defaultSettings;
  const snapshot = snapshotOf(text, settings, dialect, folder);
  const back = ({ start, end }: Span) =>
    [start, end].map((offset) => (offset <= at ? offset : Math.max(at, offset - length)));
  const reported = snapshot.problems().map(({ code, severity, message, span, related = [], fixes = [] }) => ({
    ...{ code, severity, message },
    span: back(span),
    related: related.map((each) => ({ message: each.message, span: back(each.span) })),
    fixes: fixes.map(({ title, edits }) => ({ title, edits: edits.map((each) => [back(each.span), each.text]) })),
  }));
  return { reported, segments: snapshot.document.segments.length };
}

/** Starts of some lines after the first. */
function placesIn(text: string): readonly number[] {
  const all = [...text.matchAll(/\n(?!$)/g)].map(({ index }) => index + 1);
  return all.filter((_, i) => i % Math.ceil(all.length / maxPlaces) === 0);
}

for (const dialect of dialects)
  test(`examples of ${dialect.id} are reported alike in files of several segments`, () => {
    const remark = `${dialect.comment("a remark that changes nothing")}\n`;
    const filler = remark.repeat(Math.ceil(6_000 / remark.length));
    let compared = 0;
    for (const page of [...dialect.checks, ...dialect.pages])
      for (const { bad, good, folder } of page.examples)
        for (const text of [bad, good]) {
          const { reported } = found(text, page, dialect, folder);
          for (const at of placesIn(text)) {
            const withText = (inserted: string) =>
              found(text.slice(0, at) + inserted + text.slice(at), page, dialect, folder, at, inserted.length);
            // Inside a value or a table a remark changes something.
            if (JSON.stringify(withText(remark).reported) !== JSON.stringify(reported)) continue;
            const far = withText(filler);
            assert.deepEqual(far.reported, reported, `${page.code} at ${at} of\n${text}`);
            if (far.segments > 1) compared++;
          }
        }
    assert.ok(compared >= 10, `${compared}`);
  });

for (const dialect of dialects)
  test(`examples of ${dialect.id} are reported alike with tabs and with spaces around their lines`, () => {
    let compared = 0;
    for (const page of [...dialect.checks, ...dialect.pages])
      for (const { bad, good, folder } of page.examples)
        for (const text of [bad, good].filter((each) => each.includes("\n"))) {
          const indented = (blank: string) =>
            found(text.replace(/\n(?=[^\n])/g, `${blank}\n${blank}`), page, dialect, folder);
          const spaces = JSON.stringify(indented("  ").reported);
          const tabs = JSON.stringify(indented("\t\t").reported).replaceAll("\\t", " ");
          assert.equal(tabs, spaces, `${page.code} of\n${text}`);
          compared++;
        }
    assert.ok(compared >= 5, `${compared}`);
  });
