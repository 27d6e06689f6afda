import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as immediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { secretSpans } from "../../server/src/analysis/secretSpans";
import { defaultSettings, Snapshot } from "../../server/src/analysis/snapshot";
import { dialect, serviceOf } from "../support/problems";
import { read, update } from "../support/read";

// What is remembered from one file to the next is small: a piece of a text keeps all of it in memory.

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const megabyte = 2 ** 20;
const files = 8;

const filler = "x ".repeat(megabyte / 2);

function heap(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

const families = ["mpp88xx", "mpp78xx", "mpp68xx", "spa5xx"];

/** Megabytes that are kept after so many files of a megabyte were looked at. */
function kept(textOf: (i: number) => string): number {
  const service = serviceOf(dialect);
  const look = (i: number, isShort = false) => {
    const text = isShort ? textOf(i).replace(filler, "") : textOf(i);
    const device = { family: families[i % families.length] ?? "" };
    const snapshot = new Snapshot(text, read(text), service, { ...defaultSettings, device });
    for (const { fixes = [] } of snapshot.problems()) assert.ok(fixes.every(({ edits }) => edits.length >= 0));
    secretSpans(snapshot);
  };
  // What is known of a family, and compiled for it, stays.
  for (let i = 0; i < families.length; i++) look(i, true);
  const before = heap();
  for (let i = 0; i < files; i++) look(families.length + i);
  return (heap() - before) / megabyte;
}

for (const [title, textOf] of [
  [
    "names in a comment that takes the rest",
    (i: number) =>
      `<flat-profile>\n<!-- <Unheard_Password_Of_Site_${i}>a</Unheard_Password_Of_Site_${i}> <Other_Name_Of_Site_${i}> ${filler}`,
  ],
  [
    "a long value with names",
    (i: number) =>
      `<flat-profile>\n<Unheard_Of_Site_${i}>${filler}<Password_Of_Site_${i}>a</Password_Of_Site_${i}></Unheard_Of_Site_${i}>\n`,
  ],
  [
    "fixes that repeat names",
    (i: number) => `<flat-profile>\n<SNMP_Of_Site_${i}>\n<Proxy_1_ x=a_long_word_${i}>h\n<!--${filler}-->`,
  ],
] as const)
  test(`no file is kept because of ${title}`, () => {
    const most = kept(textOf);
    // The last one may still be in use.
    assert.ok(most < files / 3, `${most} MB are kept`);
  });

test("versions of a file are not kept for each phone that it was for", async () => {
  const service = serviceOf(dialect);
  const lines = Array.from({ length: 400 }, () => '<Resync_On_Reset ua="na">maybe</Resync_On_Reset>');
  let text = `<flat-profile>\n${lines.join("\n")}\n</flat-profile>\n`;
  let document = read(text);
  const versions: WeakRef<object>[] = [];
  for (let i = 0; i < 8; i++) {
    const device = { family: families[i % families.length] ?? "" };
    new Snapshot(text, document, service, { ...defaultSettings, device }).problems();
    versions.push(new WeakRef(document.segments.at(-2) as object));
    const start = text.indexOf("<Resync");
    const changed = text.slice(0, start) + text.slice(start).replaceAll("maybe", "maybe.");
    document = update(changed, document, { start, oldEnd: text.length, newEnd: changed.length });
    text = changed;
  }
  // References are strong until the end of the turn.
  await immediate();
  collect();
  const kept = versions.filter((version) => version.deref() !== undefined).length;
  assert.ok(kept <= 3, `${kept} versions are kept`);
});
