import test from "node:test";
import type { Dialect } from "../../server/src/dialects/dialect";
import { dialects } from "../../server/src/dialects/index";
import { checkGolden } from "../support/golden";
import { serviceOf, snapshotOf } from "../support/problems";

// What is reported when every parameter of a system has the same value: which checks and types look at which names.

const values = [
  "",
  "0",
  "1",
  "99999",
  "-1",
  "x",
  "Yes",
  "a b",
  "911",
  "*98",
  "(xx.)",
  "192.0.2.1",
  "sip.example.com:5061",
  "http://ann:secret@h/$MA.xml",
  "'a.dat'",
  "$SWVER ne 1",
  "{{ x }}",
  "\u201ca\u201d",
  "fnc=sd;ext=201@h",
  "350@-19;10(*/0/1)",
  "65536",
  "2.5",
  "12:30",
  "auto",
  "TLS",
  "a,b",
  "ann@example.com",
  "enabled",
];

/** What is reported of each name with `value`, in words. */
function reportedOf(dialect: Dialect, names: readonly string[], value: string): ReadonlyMap<string, string> {
  const text = dialect.file(names.map((name) => dialect.write.element(name, value)));
  const found = new Map<string, Set<string>>();
  const snapshot = snapshotOf(text, undefined, dialect);
  for (const { code, severity, span } of snapshot.problems()) {
    const name = snapshot.document.settingAt(span.start)?.setting.name ?? "";
    found.set(name, (found.get(name) ?? new Set()).add(`${severity} ${code}`));
  }
  return new Map([...found].map(([name, words]) => [name, [...words].sort().join(", ")]));
}

/** Names with the same answers, and the answers. */
function* namesInGroups(dialect: Dialect): Generator<string> {
  const { catalogue } = serviceOf(dialect);
  // Numbers in names: the first two of each.
  const names = [...catalogue.concreteNames({})].filter((name) => !/[3-9]|[12]\d/.test(name) && dialect.isName(name));
  const answers = values.map((value) => ({ value, of: reportedOf(dialect, names, value) }));
  const groups = new Map<string, string[]>();
  for (const name of new Set([...names, ...answers.flatMap(({ of }) => [...of.keys()])])) {
    const byWords = new Map<string, string[]>();
    for (const { value, of } of answers) {
      const words = of.get(name) ?? "right";
      byWords.set(words, [...(byWords.get(words) ?? []), JSON.stringify(value)]);
    }
    const key = [...byWords].map(([words, list]) => `  ${words}: ${list.join(" ")}`).join("\n");
    groups.set(key, [...(groups.get(key) ?? []), name || "(none)"]);
  }
  for (const [key, list] of groups) yield* [...inLines(list), ...key.split("\n")];
}

function* inLines(names: readonly string[], count = 8): Generator<string> {
  for (let at = 0; at < names.length; at += count) yield names.slice(at, at + count).join(" ");
}

for (const dialect of dialects)
  test(`what is reported of every name of ${dialect.id} with one value (UPDATE_GOLDEN=1 writes the list)`, () =>
    checkGolden(`test/checks/everyName.${dialect.id}.golden.txt`, [...namesInGroups(dialect)]));
