import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { run } from "../../../server/src/dialects/avaya/flow/run";
import { avayaSettings } from "../../../server/src/dialects/avaya/index";
import { serviceOf } from "../../support/problems";
import { oracle, type Variables } from "./oracle";

const { catalogue } = serviceOf(avayaSettings);
const read = (text: string) => avayaSettings.read(text, catalogue);

const label = fc.constantFrom("A", "B", "C");
const model = fc.constantFrom("1608", "J179", "9620");
const statement = fc.oneof(
  fc.tuple(fc.constantFrom("L2QVLAN", "DSCPAUD", "X"), fc.nat(9)).map(([name, value]) => `SET ${name} ${value}`),
  label.map((name) => `GOTO ${name}`),
  label.map((name) => `# ${name}`),
  fc
    .tuple(fc.constantFrom("MODEL4", "GROUP", "NONE"), model, label)
    .map((all) => `IF $${all[0]} SEQ ${all[1]} GOTO ${all[2]}`),
  fc.constantFrom("GET b.txt", "GET c.txt", "## remark", "", " SET X 1"),
);
const file = fc.array(statement, { maxLength: 14 }).map((lines) => lines.join("\n"));

function factsOf(variables: Variables, known: (name: string) => boolean = () => true) {
  return {
    variable(name: string) {
      const value = variables[name];
      return known(name) ? (value === undefined ? ("absent" as const) : { value }) : undefined;
    },
    ignoresCase: false,
    addsToLists: true,
  };
}

test("the simulator agrees with a small interpreter, and looks at each line once", () => {
  fc.assert(
    fc.property(file, file, model, (first, second, value) => {
      const files = { "a.txt": first, "b.txt": second.replaceAll("GET b.txt", "GET d.txt") };
      const variables = { MODEL4: value };
      const documents = new Map(Object.entries(files).map(([name, text]) => [name, read(text)]));
      const site = { fetch: (name: string) => documents.get(name) ?? ("missing" as const) };
      const outcome = run("a.txt", read(first), factsOf(variables), site);
      const settings = new Map([...outcome.settings].map(([name, { text }]) => [name, text]));
      assert.deepEqual(settings, oracle("a.txt", files, variables));
      const steps = outcome.trace.filter(({ event }) => event === "set" || event === "get").map(({ step }) => step);
      assert.equal(new Set(steps).size, steps.length);
    }),
  );
});

test("what is unknown is never guessed: a certain value is the value of every phone", () => {
  fc.assert(
    fc.property(file, (text) => {
      const site = { fetch: () => "missing" as const };
      const { settings, visits } = run(
        "a.txt",
        read(text),
        factsOf({}, () => false),
        site,
      );
      for (const value of ["1608", "J179", "9620", "none"])
        for (const group of ["1608", "J179", "9620", undefined]) {
          const variables = { MODEL4: value, ...(group !== undefined && { GROUP: group }) };
          const actual = oracle("a.txt", { "a.txt": text }, variables);
          for (const [name, each] of settings)
            if (!each.others) assert.equal(actual.get(name), each.text, name);
            else
              assert.ok(
                [each, ...each.others].some((other) => other?.text === actual.get(name)),
                name,
              );
          for (const name of actual.keys()) assert.ok(settings.has(name), name);
        }
      assert.equal(visits.size, 1);
    }),
  );
});

test("a phone with files that lead to each other comes to an end", () => {
  const documents = new Map([
    ["a.txt", read("SET X 1\nGET b.txt\n")],
    ["b.txt", read("SET X 2\nGET a.txt\nSET X 3\n")],
  ]);
  const start = documents.get("a.txt");
  assert.ok(start);
  const { asked, settings } = run("a.txt", start, factsOf({}), { fetch: (name) => documents.get(name) });
  assert.deepEqual(
    asked.map(({ name, answer }) => `${name} ${answer}`),
    ["a.txt file", "b.txt file", "a.txt cycle"],
  );
  assert.equal(settings.get("X")?.text, "2");
});
