import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { unifyXml } from "../../../server/src/dialects/unify/index";
import { item, messageOf } from "../../../server/src/dialects/unify/message";
import { keyMap } from "../../../server/src/features/keyMap";
import type { KeyMapAnswer, KeyReport } from "../../../server/src/protocol/keyMap";
import { fixture } from "../../support/fixture";
import { answerFor } from "../../support/requests";

// The picture of the keys that a file programs.

function mapOf(items: readonly string[] | string, model?: string): KeyMapAnswer {
  const text = typeof items === "string" ? items : messageOf("WriteItems", items);
  const answer = answerFor(keyMap, fixture(text, undefined, unifyXml).file, model === undefined ? {} : { model });
  assert.ok(answer);
  return answer;
}

const numbers = (answer: KeyMapAnswer) =>
  answer.pages.map(({ title, keys }) => `${title}: ${keys.map(({ number }) => number).join(" ")}`);
const inShort = ({ number, label, does, more, problems, line }: KeyReport) =>
  [
    number,
    ...(line === undefined ? [] : [`line ${line}`]),
    ...[label, does].filter((text) => text !== undefined),
    ...more.map(({ name, value }) => `${name}=${value}`),
    ...problems.map(({ severity, message }) => `${severity}: ${message}`),
  ].join(" | ");
const keys = (answer: KeyMapAnswer) => answer.pages.flatMap((page) => page.keys);
const shown = (answer: KeyMapAnswer) =>
  keys(answer)
    .filter(({ line }) => line !== undefined)
    .map(inShort);

test("the keys of each model are shown in their order, on two levels, also the empty ones", () => {
  const expected: Readonly<Record<string, readonly [number, number]>> = {
    "OpenStage 15": [8, 8],
    "OpenStage 40": [6, 6],
    "OpenStage 60": [8, 8],
    "OpenStage 80": [9, 9],
    "Desk Phone IP 35": [3, 3],
    "Desk Phone IP 55G": [8, 8],
  };
  assert.deepEqual(mapOf([]).models, Object.keys(expected));
  for (const [model, [first, second]] of Object.entries(expected)) {
    const run = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i).join(" ");
    assert.deepEqual(numbers(mapOf([], model)), [
      `Phone: ${run(1, first)}`,
      `Phone, second level: ${run(1001, second)}`,
    ]);
  }
});

test("a module is shown when one of its keys is set", () => {
  const answer = mapOf([item("function-key-def", "25", 312), item("function-key-def", "25", 1401)], "OpenStage 15");
  assert.deepEqual(
    answer.pages.map(({ title, keys: own }) => [title, own.length]),
    [
      ["Phone", 8],
      ["Key module 1", 12],
      ["Phone, second level", 8],
      ["Key module 2, second level", 12],
    ],
  );
});

test("the example has labels, functions in words, and what they work on, at their lines", () => {
  const answer = mapOf(readFileSync("examples/unify/00005e0053a1_config.xml", "utf8"));
  assert.equal(answer.model, "OpenStage 40");
  assert.deepEqual(shown(answer), [
    "1 | line 12 | Ann | 59 · busy lamp (BLF) | stimulus-led-control-uri=202",
    "2 | line 15 | Taxi | 1 · selected dialing | select-dial=5550100",
    "6 | line 18 | Shift | 18 · shift",
    "1001 | line 21 | Quiet | 25 · do not disturb",
  ]);
  assert.equal(keys(answer).length, 12);
});

test("a problem is shown at its key: label at another key than the function, a missing item, a key too many", () => {
  const answer = mapOf(
    [
      item("key-label-unicode", "Desk", 1002),
      item("function-key-def", "3", 1003),
      item("function-key-def", "59", 1),
      item("function-key-def", "18", 9),
      item("key-label-unicode", "Alone", 5),
    ],
    "OpenStage 40",
  );
  assert.deepEqual(shown(answer), [
    "1 | line 7 | 59 · busy lamp (BLF) | warning: Function 59 of key 1 needs `stimulus-led-control-uri` with the same index.",
    "5 | line 9 | Alone | info: The key has a label and no function.",
    "1002 | line 5 | Desk | warning: Key 1002 has a label and no function. Key 1003 has a function and no label.",
    "1003 | line 6 | 3 · repeat dialing",
    "9 | line 8 | 18 · shift",
  ]);
  assert.equal(answer.pages.at(-1)?.title, "Keys that the phone does not have");
});

test("with an unknown model the keys that the file sets are shown where they are", () => {
  const set = [301, 4001, 3, 1001, 1].map((index) => item("function-key-def", "10", index));
  const answer = mapOf(set);
  assert.equal(answer.model, undefined);
  assert.deepEqual(numbers(answer), [
    "Phone: 1 3",
    "Key module 1: 301",
    "Phone, second level: 1001",
    "Fixed keys: 4001",
  ]);
});

test("the model is that of the message, that of the file's comment, or the one that a person chose", () => {
  const sent = item("device-type", "OpenStage 60");
  assert.equal(mapOf([sent]).model, "OpenStage 60");
  assert.equal(mapOf([sent], "OpenStage 80").model, "OpenStage 80");
  assert.equal(mapOf([sent], "OpenStage 20").model, undefined);
  assert.equal(mapOf([], "No such phone").model, undefined);
});

test("function 0 clears a key, a repeated item counts once, templates and failed items are not judged", () => {
  const answer = mapOf(
    [
      item("function-key-def", "0", 1),
      item("key-label-unicode", "Old", 1),
      item("function-key-def", "10", 2),
      item("function-key-def", "25", 2),
      item("function-key-def", "{{ code }}", 3),
      item("key-label-unicode", "{{ label }}", 4),
      '<Item name="function-key-def" index="5" status="failed"/>',
      item("function-key-def", "199", 6),
    ],
    "OpenStage 40",
  );
  assert.deepEqual(shown(answer), [
    "1 | line 5 | Old | 0 · no function | info: The key has a label and no function.",
    "2 | line 8 | 25 · do not disturb",
    "3 | line 9 | {{ code }}",
    "4 | line 10 | {{ label }}",
    "6 | line 12 | 199",
  ]);
});

test("a file that is cut anywhere has a map, and keys only from whole items", () => {
  const text = messageOf("WriteItems", [item("function-key-def", "10", 1), item("key-label-unicode", "Quiet", 1)]);
  for (let end = 0; end <= text.length; end += 5) {
    const answer = answerFor(keyMap, fixture(text.slice(0, end), undefined, unifyXml).file, {});
    assert.ok(answer === null || keys(answer).length <= 1, text.slice(0, end));
  }
});
