import assert from "node:assert/strict";
import test from "node:test";
import { manual } from "../../server/src/features/checksManual";
import { formatEdits } from "../../server/src/features/formatting";
import { snapshotOf } from "../support/problems";
import { processorTime } from "../support/processorTime";
import { read } from "../support/read";

// Files made to do harm. Each bound is far above what is measured (docs/performance.md); work that grows
// with the square of the input would miss it by orders of magnitude.

function within(seconds: number, what: string, action: () => void): void {
  const took = processorTime(action) / 1000;
  assert.ok(took < seconds, `${what} took ${took.toFixed(1)} s`);
}

const checked = (text: string) => snapshotOf(text).problems();

test("entities are neither expanded nor fetched", () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "${"ha".repeat(100)}">${Array.from({ length: 30 }, (_, i) => `<!ENTITY b${i} "&b${i - 1};&b${i - 1};">`).join("")}<!ENTITY f SYSTEM "file:///etc/passwd">]>\n<flat-profile><GPP_A>&b29;</GPP_A><GPP_B>&f;</GPP_B></flat-profile>`;
  within(2, "an entity bomb", () => {
    const settings = read(bomb).segments.flatMap((segment) => segment.settings);
    assert.deepEqual(
      settings.map(({ text }) => text),
      ["&b29;", "&f;"],
    );
    checked(bomb);
  });
});

test("one line of 50 MB", () => {
  const line = `<flat-profile><GPP_A>${"x".repeat(50_000_000)}</GPP_A><GPP_B>1</GPP_B></flat-profile>`;
  within(60, "50 MB in one value", () => void checked(line));
});

test("a million settings in one line", () => {
  const line = `<flat-profile>${"<GPP_A>1</GPP_A>".repeat(300_000)}</flat-profile>`;
  within(60, "300,000 settings in one line", () => void checked(line));
});

test("100,000 nested elements", () => {
  for (const name of ["a", "router-configuration", "flat-profile"]) {
    const nested = `<flat-profile>${`<${name}>`.repeat(100_000)}`;
    within(60, `nested ${name}`, () => {
      const snapshot = snapshotOf(nested);
      snapshot.problems();
      formatEdits(snapshot, { indent: "  ", blankLines: 1 });
    });
  }
});

test("a million attributes", () => {
  const many = `<flat-profile><GPP_A ${'a="1" '.repeat(1_000_000)}>1</GPP_A><GPP_B>2</GPP_B></flat-profile>`;
  within(60, "a million attributes", () => void checked(many));
});

test("NUL, lone surrogates and noncharacters", () => {
  for (const c of ["\u0000", "\ud800", "\udfff", "\uffff", "\ufffe", "\u{10ffff}"]) {
    const text = `<flat-profile>${c}<GPP_A ua="${c}">${c}</GPP_A><Profile_Rule>${c}$MA</Profile_Rule><${c}></flat-profile>${c}`;
    for (const { span } of checked(text)) assert.ok(span.end <= text.length);
  }
});

test("openings without end, by the ten thousand", () => {
  for (const scrap of [
    "<",
    "<!--",
    "<![CDATA[",
    "<?",
    "&",
    "{{",
    "<%",
    "</",
    "<GPP_A>",
    "<GPP_A ",
    "</GPP_A>",
    '"',
    "<!DOCTYPE",
    "&#",
    "<!-- flat-profile-disable -->",
    "<Profile_Rul>",
    "$",
    "(",
    "\r",
  ]) {
    const text = `<flat-profile>${scrap.repeat(40_000)}`;
    within(60, JSON.stringify(scrap), () => void checked(text));
    within(
      20,
      `${JSON.stringify(scrap)} in a value`,
      () => void checked(`<flat-profile><Profile_Rule>${scrap.repeat(30_000)}</Profile_Rule></flat-profile>`),
    );
  }
});

test("the manual is text, whatever the examples contain", () => {
  assert.doesNotMatch(manual().replace(/```[\s\S]*?```/g, ""), /<script|javascript:|command:/i);
});
