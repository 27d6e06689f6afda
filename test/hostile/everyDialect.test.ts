import assert from "node:assert/strict";
import test from "node:test";
import type { Hover } from "vscode-languageserver-protocol";
import { documentSymbols } from "../../server/src/features/documentSymbols";
import { formatEdits } from "../../server/src/features/formatting";
import { hover } from "../../server/src/features/hover";
import { repaired } from "../../server/src/features/repair";
import { dialectCases } from "../support/dialectCases";
import { fixture, noToken, textDocument } from "../support/fixture";
import { serviceOf, snapshotOf } from "../support/problems";
import { processorTime } from "../support/processorTime";

// Files made to do harm, in every dialect. Each bound is far above what is measured; work that grows with the square of
// the input would miss it by orders of magnitude.

function within(seconds: number, what: string, action: () => void): void {
  const took = processorTime(action) / 1000;
  assert.ok(took < seconds, `${what} took ${took.toFixed(1)} s`);
}

const evil = [
  "[click](command:workbench.action.quit)",
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "![](https://evil.example/x.png)",
  "` `` ```",
  "\u202etxt.exe",
];

for (const { dialect, places, files } of dialectCases) {
  const open = (text: string) => snapshotOf(text, undefined, dialect);

  test(`${dialect.label}: 5 MB in one line, in every place`, () => {
    for (const place of places)
      within(30, place("x"), () => {
        const snapshot = open(place("x".repeat(5_000_000)));
        snapshot.problems();
        formatEdits(snapshot, { indent: "  ", blankLines: 1 });
      });
  });

  test(`${dialect.label}: 50,000 settings, alike and different`, () => {
    const { catalogue } = serviceOf(dialect);
    const names = catalogue.concreteNames({});
    const lines = Array.from({ length: 50_000 }, (_, i) =>
      dialect.write.element(i % 2 === 0 ? (names[0] ?? "") : (names[i % names.length] ?? ""), String(i)),
    );
    within(40, "50,000 settings", () => {
      const { file } = fixture(dialect.file(lines), undefined, dialect);
      file.snapshot.problems();
      documentSymbols.run(file, { textDocument }, noToken);
    });
  });

  test(`${dialect.label}: NUL, lone surrogates and noncharacters in every place`, () => {
    for (const c of ["\u0000", "\ud800", "\udfff", "\uffff", "\ufffe", "\u{10ffff}", "\u2028", "\r", "\u000b"])
      for (const place of places) {
        const text = place(c.repeat(3));
        const snapshot = open(text);
        for (const { span } of snapshot.problems()) assert.ok(span.start <= span.end && span.end <= text.length);
        repaired(snapshot);
      }
  });

  test(`${dialect.label}: a file over and over, and cut off anywhere`, () => {
    const [whole = ""] = files;
    within(30, "a file 200 times", () => void open(whole.repeat(200)).problems());
    const step = Math.max(1, Math.floor(whole.length / 200));
    for (let end = 0; end < whole.length; end += step) open(whole.slice(0, end)).problems();
  });

  for (const value of evil)
    test(`${dialect.label}: ${JSON.stringify(value)} in a value stays text in hovers`, () => {
      const { catalogue } = serviceOf(dialect);
      for (const name of [...catalogue.concreteNames({}).slice(0, 60), "Invented_Name"]) {
        const { file } = fixture(dialect.file([dialect.write.element(name, value)]), undefined, dialect);
        const setting = file.snapshot.document.segments.flatMap(({ settings }) => settings)[0];
        if (!setting) continue;
        const offset = file.snapshot.spanOf(setting, setting.valueSpan).start;
        const params = { textDocument, position: file.lines.positionAt(offset) };
        const answer = hover.run(file, params, noToken) as Hover | null;
        const shown = JSON.stringify(answer?.contents ?? "");
        // What is in code spans is text; outside of them no link, image or tag may be left.
        const outside = shown.replace(/(`+)(?:(?!\1).)+?\1/g, "");
        assert.doesNotMatch(outside, /\]\(command:workbench|<img|<script|!\[\]\(https:/, `${name}: ${shown}`);
      }
    });
}
