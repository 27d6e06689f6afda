import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { resolveParameter } from "../../server/src/schema/effectiveParameter";
import { readExtension } from "../../server/src/schema/extension";
import type { Parameter } from "../../server/src/schema/model";
import { catalogue } from "../support/catalogue";
import { checkMarked, plainOf } from "../support/marked";

function read(source: unknown): Parameter {
  const { parameters, problems } = readExtension(JSON.stringify({ parameters: [source] }), "my.json", catalogue);
  assert.deepEqual(problems, []);
  assert.equal(parameters.length, 1);
  return parameters[0] as Parameter;
}

function checkProblem(marked: string, kept: readonly string[]): void {
  checkMarked(marked, (source) => readExtension(source, "my.json", catalogue).problems);
  const { parameters } = readExtension(plainOf(marked).text, "my.json", catalogue);
  assert.deepEqual(
    parameters.map((p) => p.name),
    kept,
  );
}

test("adds a parameter", () => {
  const parameter = read({
    name: "New_Thing_{ext}_",
    index: { ext: [1, 4] },
    type: "Enum",
    options: ["a", "b"],
    default: "a",
    note: "New.",
  });
  assert.equal(parameter.optionsBasis, "documented");
  assert.equal(parameter.origin, "my.json");
  const extended = catalogue.extend([parameter]);
  const found = extended.find("New_Thing_3_");
  assert.ok(found && !extended.has("New_Thing_5_") && !catalogue.has("New_Thing_3_"));
  assert.ok(extended.concreteNames({ family: "spa9xx" }).includes("New_Thing_4_"));
  const effective = resolveParameter(found, "New_Thing_3_", { certainty: "unknown", reason: "" }, extended);
  assert.deepEqual([effective.options, effective.default], [["a", "b"], "a"]);
});

test("changes single facts of a built-in parameter", () => {
  const before = catalogue.find("Report_To_Server")?.parameter;
  const parameter = read({
    name: "Report_To_Server",
    override: { options: ["On Request", "Hourly"], families: { spa5xx: "dump" } },
  });
  assert.deepEqual(parameter.options, ["On Request", "Hourly"]);
  assert.equal(parameter.families.mpp88xx, before?.families.mpp88xx);
  assert.equal(parameter.families.spa5xx, "dump");
  assert.equal(parameter.note, before?.note);
  assert.equal(catalogue.extend([parameter]).find("Report_To_Server")?.parameter, parameter);
  assert.equal([...catalogue.extend([parameter]).parameters()].length, [...catalogue.parameters()].length);
});

test("one number of a pattern may differ", () => {
  const parameter = read({ name: "Dial_Plan_2_", override: { default: "(x.)" } });
  const extended = catalogue.extend([parameter]);
  assert.equal(extended.find("Dial_Plan_2_")?.parameter.default, "(x.)");
  assert.equal(extended.find("Dial_Plan_2_")?.parameter.type, "DialPlanScript");
  assert.notEqual(extended.find("Dial_Plan_1_")?.parameter.default, "(x.)");
});

test("names the place of each mistake and keeps the rest", () => {
  checkProblem(
    `
      {"parameters": [{"name": "A", "colour": 1}, {"name": "B"}]}
                                    ^^^^^^^^ catalogue/unknown-field`,
    ["A", "B"],
  );
  checkProblem(
    `
      {"parameters": [{"name": "A", "type": "Bolo"}]}
                                            ^^^^^^ catalogue/unknown-type`,
    ["A"],
  );
  checkProblem(
    `
      {"parameters": [{"name": "1 x"}, {"name": "B"}]}
                               ^^^^^ catalogue/bad-value`,
    ["B"],
  );
  checkProblem(
    `
      {"parameters": [{"type": "Bool"}, {"name": "B"}]}
                      ^^^^^^^^^^^^^^^^ catalogue/bad-value`,
    ["B"],
  );
  checkProblem(
    `
      {"parameters": [{"name": "A", "range": {"min": 5, "max": 1}}]}
                                             ^^^^^^^^^^^^^^^^^^^^ catalogue/bad-value`,
    ["A"],
  );
  checkProblem(
    `
      {"parameters": [{"name": "A", "families": {"mpp99": "dump"}}]}
                                                 ^^^^^^^ catalogue/unknown-family`,
    ["A"],
  );
  checkProblem(
    `
      {"parameters": [{"name": "Nonsense_Q", "override": {"type": "Bool"}}]}
                               ^^^^^^^^^^^^ catalogue/unknown-parameter`,
    ["Nonsense_Q"],
  );
  checkProblem(
    `
      {"parameters": [{"name": "A"}, {"name": "A"}]}
                                              ^^^ catalogue/duplicate`,
    ["A"],
  );
  checkProblem(
    `
      []
      ^^ catalogue/bad-value`,
    [],
  );
});

test("hostile keys are harmless", () => {
  const source =
    '{"parameters": [{"name": "__proto__", "optionLabels": {"__proto__": "x", "constructor": "y"}, "families": {}}, {"name": "A", "__proto__": {"secret": true}}]}';
  const { parameters } = readExtension(source, "my.json", catalogue);
  assert.equal(({} as Record<string, unknown>).secret, undefined);
  assert.equal(parameters.find((p) => p.name === "A")?.secret, undefined);
  const extended = catalogue.extend(parameters);
  assert.equal(extended.find("__proto__")?.parameter.name, "__proto__");
  assert.equal(extended.find("constructor"), undefined);
});

test("never throws and places lie inside the text", () => {
  const piece = fc.constantFrom(
    '{"parameters":[',
    '{"name":',
    '"Dial_Plan_{ext}_"',
    ',"override":',
    "{",
    "}",
    "]",
    ',"index":{"ext":[1,9]}',
    ',"options":["a"]',
    ',"range":{"min":1}',
    '"__proto__":',
    "1",
    "null",
    ",",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join("");
      const { parameters, problems } = readExtension(text, "f", catalogue);
      for (const { span } of problems) assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
      catalogue.extend(parameters).find("Dial_Plan_1_");
    }),
    { numRuns: 60 },
  );
});

test("a file of the workspace makes no built-in secret public", () => {
  const source = JSON.stringify({
    parameters: [
      { name: "Password_1_", secret: false },
      { name: "GPP_S{letter}", override: { secret: false } },
      { name: "Password_{n}_", index: { n: [1, 99] } },
      { name: "PSTN_Caller_1_PIN_{line}_", type: "Str" },
      { name: "Admin_Password", override: { type: "DialPlanScript", secret: false } },
      { name: "My_Password", secret: false },
    ],
  });
  const { parameters, problems } = readExtension(source, "my.json", catalogue);
  const extended = catalogue.extend(parameters);
  for (const name of ["Password_1_", "Password_3_", "GPP_SA", "PSTN_Caller_1_PIN_2_", "Admin_Password"])
    assert.equal(extended.find(name)?.parameter.secret, true, name);
  assert.notEqual(extended.find("My_Password")?.parameter.secret, true);
  assert.deepEqual(
    problems.map(({ message }) => message),
    ["Password_1_", "GPP_S{letter}", "Admin_Password"].map(
      (name) => `\`${name}\` is a secret. A workspace file cannot make it public.`,
    ),
  );
});
