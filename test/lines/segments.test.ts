import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultSettings, Snapshot } from "../../server/src/analysis/snapshot";
import { audiocodesIni } from "../../server/src/dialects/audiocodes/index";
import { stateAfter } from "../../server/src/dialects/audiocodes/read";
import { avayaSettings } from "../../server/src/dialects/avaya/index";
import type { Dialect } from "../../server/src/dialects/dialect";
import { applyEdits, inOrder } from "../../server/src/text/edits";
import { PiecedText } from "../../server/src/text/piecedText";
import { serviceOf } from "../support/problems";
import { flat } from "../support/read";

/** A table of which each row has its own number. */
const table = [
  "[ ProxyIp ]",
  "FORMAT ProxyIp_Index = ProxyIp_IpAddress, ProxyIp_ProxySetId;",
  ...Array.from({ length: 3000 }, (_, i) => `ProxyIp ${i} = 192.0.2.${i % 250}, ${i % 7};`),
  "[ \\ProxyIp ]",
];
const statements = Array.from({ length: 3000 }, (_, i) => `SET MCIPADD_${i} "192.0.2.${i % 250}"`);

/** Segments that are new after `typed` was inserted before a line. */
function freshSegments(dialect: Dialect, lines: readonly string[], line: number, typed: string): number {
  const { catalogue } = serviceOf(dialect);
  const text = lines.map((each) => `${each}\n`).join("");
  const at = lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);
  const before = dialect.read(text, catalogue);
  const source = PiecedText.of(text).replaced(at, at, typed);
  const change = { start: at, oldEnd: at, newEnd: at + typed.length };
  const after = dialect.read(source, catalogue, before, change);
  assert.deepEqual(flat(after), flat(dialect.read(source.toString(), catalogue)));
  return after.segments.filter((segment) => !before.segments.includes(segment)).length;
}

test("a line that is typed leaves the segments after it as they are", () => {
  const places = [100, 477, 801, 1222, 1500, 1999, 2500, 2990];
  for (const [dialect, lines, typed] of [
    [audiocodesIni, table, "ProxyIp 9999 = 198.51.100.1, 1;\n"],
    [avayaSettings, statements, "SET L2QVLAN 100\n"],
  ] as const) {
    const counts = places.map((line) => freshSegments(dialect, lines, line, typed));
    const sum = counts.reduce((a, b) => a + b);
    assert.ok(sum <= places.length * 2, `${dialect.id}: ${counts.join()}`);
  }
});

test("lines without a place to end make segments of limited length", () => {
  const { catalogue } = serviceOf(audiocodesIni);
  const { segments } = audiocodesIni.read("word\n".repeat(10_000), catalogue);
  for (const { text } of segments) assert.ok(text.length <= 4100, `${text.length}`);
});

test("a line that is longer than what is looked at first is one line", () => {
  const { catalogue } = serviceOf(audiocodesIni);
  for (const end of ["\n", "\r\n", "\r", ""]) {
    const long = `IniFileURL = '${"x".repeat(8_170)}'`;
    for (const more of ["", "y", "yy", "z".repeat(30_000)]) {
      const text = `EnableSyslog = 1${end || "\n"}${long}${more}${end}`;
      const { segments } = audiocodesIni.read(text, catalogue);
      assert.deepEqual(
        segments.flatMap(({ settings }) => settings.map(({ name }) => name)),
        ["EnableSyslog", "IniFileURL"],
      );
      assert.equal(segments.map((segment) => segment.text).join(""), text);
      assert.ok(segments.every((segment) => !(segment.text.startsWith("\n") && end === "\r\n")));
    }
  }
});

test("the first characters decide for all segments, also when they are changed later", () => {
  const { catalogue } = serviceOf(audiocodesIni);
  const text = Array.from({ length: 600 }, (_, i) => `SyslogServerIP = 192.0.2.${i}\n`).join("");
  const before = audiocodesIni.read(text, catalogue);
  assert.ok((before.starts[1] ?? 0) < 1_900, "a segment begins before the place");
  const edited = `${text.slice(0, 1_900)}\u0001${text.slice(1_900)}`;
  const scrambled = audiocodesIni.read(edited, catalogue, before, { start: 1_900, oldEnd: 1_900, newEnd: 1_901 });
  assert.ok(scrambled.segments.every((segment) => stateAfter(segment).isScrambled && segment.settings.length === 0));
  const back = audiocodesIni.read(text, catalogue, scrambled, { start: 1_900, oldEnd: 1_901, newEnd: 1_900 });
  assert.deepEqual(flat(back), flat(before));
  const first = audiocodesIni.read(`x${edited}`, catalogue, scrambled, { start: 0, oldEnd: 0, newEnd: 1 });
  assert.deepEqual(flat(first), flat(audiocodesIni.read(`x${edited}`, catalogue)));
});

test("a fix of a setting far from its problem changes that setting", () => {
  const service = serviceOf(audiocodesIni);
  const between = Array.from({ length: 200 }, (_, i) => `; remark ${i} between the two settings\n`).join("");
  for (const [first, second, title, changed] of [
    ["AutoUpdatePredefinedTime = '18:00'\n", "AutoUpdateFrequency = 60\n", "Remove `AutoUpdatePredefinedTime`", ""],
    [
      "AutoUpdateCmpFile = 0\n",
      "CmpFileURL = 'http://192.0.2.1/a.cmp'\nAutoUpdateFrequency = 60\n",
      "Set `AutoUpdateCmpFile` to `1`",
      "AutoUpdateCmpFile = 1\n",
    ],
  ] as const) {
    const text = between + first + between + second;
    const document = audiocodesIni.read(text, service.catalogue);
    assert.ok(document.segments.length > 2);
    const problems = new Snapshot(text, document, service, defaultSettings).problems();
    const fix = problems.flatMap(({ fixes = [] }) => fixes).find((each) => each.title === title);
    assert.equal(fix && applyEdits(text, inOrder(fix.edits)), between + changed + between + second);
  }
});
