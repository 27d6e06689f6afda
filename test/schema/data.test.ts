import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { factReaders } from "../../server/src/schema/extensionFields";
import type { Parameter, Range } from "../../server/src/schema/model";
import { catalogue } from "../support/catalogue";

type Json = Record<string, unknown>;

const root = process.cwd();
const load = async (file: string) => await import(pathToFileURL(path.join(root, file)).href);
const schema = (name: string): Json =>
  JSON.parse(readFileSync(path.join(root, "schemas", `${name}.schema.json`), "utf8"));
const all: readonly Parameter[] = [...catalogue.parameters()];

test("the files are valid and what is packed comes back unchanged", async () => {
  const { readCatalogue } = await load("server/build/schemas.mjs");
  const { parameters, families } = readCatalogue("cisco-flat-profile");
  assert.deepEqual(families, catalogue.families);
  assert.equal(parameters.length, all.length);
  // What is not stated is there as undefined.
  const stated = (parameter: unknown): unknown => JSON.parse(JSON.stringify(parameter));
  for (const [i, parameter] of parameters.entries()) assert.deepEqual(stated(all[i]), { path: "", ...parameter });
});

test("the JSON Schemas reject what is wrong", async () => {
  const { validate } = await load("server/build/jsonSchema.mjs");
  const good = { name: "A_{n}_", index: { n: [1, 2] }, type: "Bool", typeBasis: "inferred", families: {}, note: "" };
  const file = (parameter: Json) => ({ tab: "", sections: [{ section: "", parameters: [parameter] }] });
  assert.deepEqual(validate(schema("parameters"), file(good)), []);
  const at = "/sections/0/parameters/0";
  for (const [change, problem] of [
    [{ colour: 1 }, `${at}: colour is not known`],
    [{ name: 1 }, `${at}/name: expected string, found number`],
    [{ type: "bool" }, `${at}/type: "bool" does not match ^[A-Z][A-Za-z0-9]*$`],
    [{ index: { n: [1] } }, `${at}/index/n: 1 items`],
    [
      { families: { x: "guess" } },
      `${at}/families/x: "guess" is not one of dump, documented, documented-label, template, inferred, doubtful`,
    ],
  ] as const)
    assert.deepEqual(validate(schema("parameters"), file({ ...good, ...change })), [problem]);
});

test("users may state every fact of the catalogue, and the schema describes each", () => {
  const extension = schema("catalogue-extension") as {
    definitions: { parameter: { properties: { override: { properties: Json } } } };
  };
  const fields = extension.definitions.parameter.properties;
  assert.deepEqual(Object.keys(fields.override.properties).sort(), [...factReaders.keys()].sort());
  const undescribed: string[] = [];
  const walk = (node: unknown, at: string): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [name, field] of Object.entries((node as Json).properties ?? {}))
      if (!("description" in (field as Json)) && !("$ref" in (field as Json))) undescribed.push(`${at}/${name}`);
    for (const [key, child] of Object.entries(node)) walk(child, `${at}/${key}`);
  };
  for (const name of ["parameters", "families", "types", "catalogue-extension"]) walk(schema(name), name);
  assert.deepEqual(undescribed, []);
});

test("defaults are among the options", () => {
  const odd = all
    .filter(({ options, default: value, type }) => type === "Enum" && value && options && !options.includes(value))
    .map(({ name }) => name);
  assert.deepEqual(odd, []);
  for (const { name, optionsByFamily = {} } of all)
    for (const list of Object.values(optionsByFamily)) assert.equal(new Set(list).size, list.length, name);
});

test("ranges contain the defaults", () => {
  const contains = (range: Range, number: number) => number >= (range.min ?? number) && number <= (range.max ?? number);
  const odd = all.filter(({ range, allowedRanges, default: value }) => {
    const number = Number(value || Number.NaN);
    const ranges = allowedRanges ?? (range ? [range] : []);
    return !Number.isNaN(number) && ranges.length > 0 && !ranges.some((r) => contains(r, number));
  });
  assert.deepEqual(
    odd.map(({ name }) => name),
    [],
  );
});

test("nothing of the collected facts is lost", (t) => {
  const file = path.resolve(root, "../shared/data/cisco/parameters.jsonl");
  if (!existsSync(file)) {
    t.skip("the collected facts are not here");
    return;
  }
  const lines = readFileSync(file, "utf8").trim().split("\n");
  assert.equal(lines.length, 1669);
  // Facts that vendor documents contradict were judged one by one.
  const errors = readFileSync(path.resolve(root, "../shared/data/cisco/manual-errors.jsonl"), "utf8");
  const contradicted = new Set(
    errors
      .trim()
      .split("\n")
      .map((error) => (JSON.parse(error) as { name: string }).name),
  );
  for (const name of ["Log_Upgrade_Success_Msg", "Log_Upgrade_Failure_Msg", "AVT_Codec_Name"]) contradicted.add(name);
  for (const line of lines) {
    const record = JSON.parse(line) as {
      name: string;
      path: string;
      note: string;
      default: string | null;
      families: string[];
      options: string[] | null;
      optionsFrom: string;
      secret: boolean;
    };
    const parameter = catalogue.pattern(record.name, record.path.replace(/^flat-profile\/?/, ""));
    // Seen in one file written by hand only.
    if (record.name === "User_Passwd") continue;
    assert.ok(parameter, record.name);
    if (contradicted.has(record.name)) continue;
    assert.equal(parameter.note, record.note);
    assert.equal(parameter.default ?? null, record.default, record.name);
    assert.equal(parameter.secret ?? false, record.secret, record.name);
    for (const family of record.families) assert.ok(parameter.families[family], `${record.name} ${family}`);
    for (const option of (record.optionsFrom !== "type" && record.options) || [])
      assert.ok(parameter.options?.includes(option), record.name);
  }
});
