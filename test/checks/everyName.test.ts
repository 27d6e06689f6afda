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
];
const maxNames = 8;

/** Names by what is reported of them. */
function* linesFor(dialect: Dialect, value: string): Generator<string> {
  const { catalogue } = serviceOf(dialect);
  // Numbers in names: the first two of each.
  const names = [...catalogue.concreteNames({})].filter((name) => !/[3-9]|[12]\d/.test(name) && dialect.isName(name));
  const text = dialect.file(names.map((name) => dialect.write.element(name, value)));
  const found = new Map<string, string[]>();
  const snapshot = snapshotOf(text, undefined, dialect);
  for (const { code, severity, span } of snapshot.problems()) {
    const name = snapshot.document.settingAt(span.start)?.setting.name ?? "";
    const words = `${severity} ${code}`;
    const list = found.get(words) ?? [];
    list.push(name);
    found.set(words, list);
  }
  yield `# ${JSON.stringify(value)}: ${names.length} names`;
  for (const [words, list] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const few = list.length > maxNames ? [...list.slice(0, maxNames), "…", list.at(-1)] : list;
    yield `  ${words} ${list.length}: ${few.join(" ")}`;
  }
}

for (const dialect of dialects)
  test(`what is reported of every name of ${dialect.id} with one value (UPDATE_GOLDEN=1 writes the list)`, () =>
    checkGolden(
      `test/checks/everyName.${dialect.id}.golden.txt`,
      values.flatMap((value) => [...linesFor(dialect, value)]),
    ));
