import assert from "node:assert/strict";
import test from "node:test";
import type { Catalogue } from "../../server/src/schema/catalogue";
import { resolveParameter } from "../../server/src/schema/effectiveParameter";
import type { ValueType } from "../../server/src/values/valueType";
import { dialects } from "../support/dialects";
import { effective } from "../support/effectiveParameter";
import { serviceOf } from "../support/problems";

// Values that make patterns with backtracking run for ages: long runs of one sign, and runs that
// nearly fit.

const length = 20_000;
const runs = [..."a1 .,;:|/()[]{}<>@#$%&*+-=!?\"'\\x"].map((c) => c.repeat(length));
const nearly = [
  `${"1.".repeat(length / 2)}x`,
  `${"a.".repeat(length / 2)}!`,
  `${"a=b;".repeat(length / 4)}=`,
  `${"$(A".repeat(length / 3)}`,
  `${"(".repeat(length / 2)}${")".repeat(length / 2)}`,
  `${"1/1,".repeat(length / 4)}`,
  `350@-19;10(${"1/1/1,".repeat(length / 6)}`,
  `${"x.".repeat(length / 2)}!`,
  `(${"<:".repeat(length / 2)}`,
  `(${"[1-".repeat(length / 3)}`,
  `${"(a=b)".repeat(length / 5)}(`,
  `${"\t \t".repeat(length / 3)}x`,
  `http://${"a@".repeat(length / 2)}`,
  `${"0".repeat(length)}x`,
  `[${"--key ".repeat(length / 6)}`,
  `(${"1 eq 1 and ".repeat(length / 11)}`,
];

for (const dialect of dialects) {
  const { catalogue } = serviceOf(dialect);
  const byType = new Map<string, string>();
  for (const name of catalogue.concreteNames({})) {
    const type = catalogue.find(name)?.parameter.type;
    if (type && !byType.has(type)) byType.set(type, name);
  }
  // Types that dialects share are asked in the first of them.
  const seen = new Set(dialects.slice(0, dialects.indexOf(dialect)).flatMap(({ valueTypes }) => valueTypes));
  for (const type of dialect.valueTypes.filter((each) => !seen.has(each)))
    test(`${type.id} answers long runs of signs`, () => checkType(type, byType.get(type.id), catalogue));
}

function checkType(type: ValueType, name: string | undefined, catalogue: Catalogue): void {
  const found = name === undefined ? undefined : catalogue.find(name);
  const at =
    found && name !== undefined
      ? resolveParameter(found, name, { certainty: "unknown", reason: "" }, catalogue)
      : effective(type.id);
  for (const text of [...runs, ...nearly].map((run) => run.trim()).filter((run) => run !== "")) {
    const began = performance.now();
    type.check(text, at);
    type.describe?.(text, at);
    type.hint?.(text, at);
    type.complete?.(text, text.length >> 1, at);
    type.tokens?.(text, at);
    type.signature?.(text, text.length >> 1, at);
    type.links?.(text, at);
    const took = performance.now() - began;
    assert.ok(took < 6000, `${took.toFixed(0)} ms for ${text.slice(0, 12)}…`);
  }
}
