// Reads schemas/<id>/, checks it against its JSON Schemas and packs it into one string for the bundle.
// server/src/schema/packed.ts reads the string; the two must agree on every key.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { validate } from "./jsonSchema.mjs";
import { manualLanguages, packManual } from "./manuals.mjs";

const schemas = path.resolve(import.meta.dirname, "../../schemas");

/** The catalogue in a folder of schemas/, or in one named from there, as objects; throws when it is not valid. */
export function readCatalogue(id) {
  const folder = path.join(schemas, id);
  const problems = [];
  const load = (file, schema) => {
    const shown = path.join("schemas", id, file);
    let value;
    try {
      value = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
    } catch (error) {
      throw new Error(`${shown}: ${error.message}`);
    }
    problems.push(...validate(schema, value).map((problem) => `${shown}${problem}`));
    return { value, shown };
  };
  const schema = (name) => JSON.parse(readFileSync(path.join(schemas, `${name}.schema.json`), "utf8"));
  const read = (name) => {
    const { $schema: _, ...facts } = load(`${name}.json`, schema(name)).value;
    return facts;
  };
  const readIfThere = (name) => (existsSync(path.join(folder, `${name}.json`)) ? read(name) : {});
  const { families, generations, releases = [], modelAffixes = [], otherLoads = [] } = read("families");
  const nameRules = readIfThere("names");
  const { types, maxLength } = read("types");
  const { switches = [] } = readIfThere("switches");
  const { source: _, ...sharing } = readIfThere("sharing");
  const parameters = [];
  const form = schema("parameters");
  for (const file of readdirSync(path.join(folder, "parameters"))
    .filter((name) => name.endsWith(".json"))
    .sort()) {
    const { value, shown } = load(path.join("parameters", file), form);
    if (problems.length > 0) continue;
    for (const { section, parameters: list } of value.sections)
      for (const parameter of list) parameters.push({ ...parameter, tab: value.tab, section, shown });
  }
  if (problems.length === 0)
    problems.push(
      ...disagreements(families, types, parameters),
      ...strangers(switches, parameters),
      ...wrongGenerations(families, generations),
      ...wrongReleases(releases, parameters),
    );
  if (problems.length > 0) throw new Error(problems.slice(0, 20).join("\n"));
  return {
    families,
    generations,
    releases,
    modelAffixes,
    nameRules,
    maxLength,
    otherLoads,
    types,
    switches,
    sharing: sharing.models && sharing,
    parameters: parameters.map(({ shown, reason, source, ...parameter }) => parameter),
  };
}

/** Names of switches and their settings that are not parameters. */
function strangers(switches, parameters) {
  const names = new Set(parameters.map(({ name }) => name));
  return switches
    .flatMap((each) => [each.switch, ...each.settings])
    .filter((name) => !names.has(name))
    .map((name) => `switches.json: ${name} is not a parameter`);
}

function wrongGenerations(families, generations) {
  const ids = new Set(generations.map(({ id }) => id));
  return families
    .filter(({ generation }) => !ids.has(generation))
    .map(({ id, generation }) => `families.json: ${id} is of generation ${generation}, which is not listed`);
}

/** Forms that do not read their own example, and `since` that no form reads. */
function wrongReleases(releases, parameters) {
  const isRead = (text) => releases.some(({ pattern }) => new RegExp(pattern, "i").test(text));
  return [
    ...releases
      .filter(({ pattern, example }) => !new RegExp(pattern, "i").test(example))
      .map(({ example }) => `families.json: ${example} is not read as a release`),
    ...parameters.flatMap(({ shown, name, since, sinceByFamily = {} }) =>
      [since, ...Object.values(sinceByFamily)]
        .filter((release) => release !== undefined && !isRead(release))
        .map((release) => `${shown}: ${name}: since ${release} is not a release`),
    ),
  ];
}

/** What a JSON Schema cannot say. */
function disagreements(families, types, parameters) {
  const problems = [];
  const familyIds = new Set(families.map((family) => family.id));
  const typeIds = new Map(types.map((type) => [type.id, type]));
  const seen = new Map();
  if (families.length > 30) problems.push("families.json: more than 30 families do not fit a bit mask");
  for (const parameter of parameters) {
    const where = `${parameter.shown}: ${parameter.name}`;
    const key = `${parameter.path ?? ""}/${parameter.name}`;
    if (seen.has(key)) problems.push(`${where}: also in ${seen.get(key)}`);
    seen.set(key, parameter.shown);
    const places = [...parameter.name.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    for (const index of [parameter.index, ...Object.values(parameter.indexByFamily ?? {})]) {
      if (!index && places.length > 0) problems.push(`${where}: index is missing`);
      for (const [place, [low, high]] of Object.entries(index ?? {})) {
        if (!places.includes(place)) problems.push(`${where}: index names {${place}}`);
        if (low > high) problems.push(`${where}: index ${place} runs backwards`);
      }
    }
    for (const [place, [low, high]] of Object.entries(parameter.index ?? {}))
      for (const [id, index] of Object.entries(parameter.indexByFamily ?? {}))
        if (index[place] && (index[place][0] < low || index[place][1] > high))
          problems.push(`${where}: index of ${id} exceeds the overall one`);
    for (const field of [
      "families",
      "indexByFamily",
      "optionsByFamily",
      "defaultByFamily",
      "defaultByIndex",
      "rangeByFamily",
      "placeByFamily",
      "sinceByFamily",
    ])
      for (const id of Object.keys(parameter[field] ?? {}))
        if (!familyIds.has(id)) problems.push(`${where}: ${field} names family ${id}`);
    const type = typeIds.get(parameter.type);
    if (!type) problems.push(`${where}: type ${parameter.type} is not in types.json`);
    else if ((parameter.typeArgument !== undefined) !== (type.argument !== undefined))
      problems.push(`${where}: typeArgument does not fit ${parameter.type}`);
    if (Object.keys(parameter.families).length === 0 && !parameter.products && !parameter.reason)
      problems.push(`${where}: name a family, a product or the reason why it is kept`);
    if (parameter.type === "Enum" && !parameter.options) problems.push(`${where}: options are missing`);
    for (const range of [
      parameter.range,
      ...(parameter.allowedRanges ?? []),
      ...Object.values(parameter.rangeByFamily ?? {}),
    ])
      if (range?.min > range?.max) problems.push(`${where}: range runs backwards`);
    for (const what of ["options", "default", "range"])
      if (
        (parameter[what] === undefined) !== (parameter[`${what}Basis`] === undefined) &&
        !(what === "range" && (parameter.rangeByFamily || parameter.allowedRanges))
      )
        problems.push(`${where}: ${what} and ${what}Basis belong together`);
  }
  return problems;
}

/** Short keys of packed parameters. */
const keys = {
  options: "o",
  optionsByFamily: "of",
  optionLabels: "ol",
  default: "d",
  defaultByFamily: "df",
  defaultByIndex: "di",
  range: "r",
  rangeByFamily: "rf",
  allowedRanges: "ra",
  unit: "u",
  maxLength: "m",
  legacyMaxLength: "lm",
  variants: "v",
  tr069: "t",
  placeByFamily: "pf",
  role: "ro",
};
const flags = ["secret", "readOnly", "maskedInDumps"];
const basisLetters = { documented: 1, "dump-comment": 2, dump: 3, inferred: 4 };
const evidenceLetters = {
  dump: "D",
  documented: "g",
  "documented-label": "l",
  template: "t",
  inferred: "i",
  doubtful: "x",
};
const uas = ["", "na", "ro", "rw"];

/**
 * One line with what most runs need of most catalogues, and the list: a line with what is known of all parameters without reading them, and one
 * for each, which is read when it is looked up.
 */
export function packCatalogue(id) {
  const { parameters, releases, switches, ...facts } = readCatalogue(id);
  const { families } = facts;
  const order = new Map(families.map((family, i) => [family.id, i]));
  const tables = { place: table(), type: table(), presence: table(), index: table(), list: table() };
  const byFamily = (record, change = (value) => value) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [order.get(key), change(value)]));
  const list = (options) => tables.list(options);
  const change = {
    options: list,
    optionsByFamily: (record) => byFamily(record, list),
    defaultByFamily: byFamily,
    defaultByIndex: byFamily,
    rangeByFamily: byFamily,
    placeByFamily: byFamily,
  };
  const rows = parameters.map((parameter) => {
    const more = {};
    for (const [key, short] of Object.entries(keys))
      if (parameter[key] !== undefined) more[short] = (change[key] ?? ((value) => value))(parameter[key]);
    const bases = ["options", "default", "range"]
      .map((what) => basisLetters[parameter[`${what}Basis`]] ?? 0)
      .reduce((sum, digit) => sum * 8 + digit, 0);
    return [
      tables.type([parameter.type, parameter.typeArgument ?? -1, basisLetters[parameter.typeBasis]]),
      bases,
      parameter.note,
      ...(Object.keys(more).length > 0 ? [more] : []),
    ];
  });
  const places = parameters.map(({ path: at = "", tab, section }) => tables.place([at, tab, section]));
  const indexes = parameters.map(({ index, indexByFamily = {} }) =>
    index ? tables.index([index, byFamily(indexByFamily)]) : -1,
  );
  const presences = parameters.map(({ families: evidence, since, sinceByFamily, products }) => {
    const letters = families.map((family) => evidenceLetters[evidence[family.id]] ?? "-").join("");
    return tables.presence(trimmed([letters, since, sinceByFamily && byFamily(sinceByFamily), products]));
  });
  const bits = parameters.map(
    (parameter) =>
      flags.reduce((sum, flag, i) => sum + (parameter[flag] ? 1 << i : 0), 0) +
      (uas.indexOf(parameter.defaultUa ?? "") << 3),
  );
  const roles = {};
  for (const { name, role } of parameters) if (role !== undefined) roles[role] = [...(roles[role] ?? []), name];
  const manuals = manualLanguages(id);
  const head = {
    ...(manuals.length > 0 && { manuals }),
    ...facts,
    releases: releases.map(({ example, ...form }) => form),
    roles,
    switches: switches.map((each) => ({ switch: each.switch, off: each.off, settings: each.settings })),
  };
  const shared = {
    ...Object.fromEntries(Object.entries(tables).map(([name, t]) => [name, t.rows])),
    names: parameters.map(({ name }) => name),
    places,
    indexes,
    presences,
    bits,
  };
  return { facts: JSON.stringify(head), list: [shared, ...rows].map((line) => JSON.stringify(line)).join("\n") };
}

/** Without what is absent at the end. */
function trimmed(row) {
  const length = row.findLastIndex((each) => each !== undefined) + 1;
  return row.slice(0, length);
}

/** Names of everything packed of a catalogue: itself, and its manual in each language. */
export function packedNames(id) {
  return [id, `${id}.list`, ...manualLanguages(id).map((language) => `${id}.manual.${language}`)];
}

/** What has such a name. */
export function packed(name) {
  const [, id, language] = /^(.*)\.manual\.([\w-]+)$/.exec(name) ?? [];
  if (id !== undefined) return packManual(id, language, readCatalogue(id));
  return name.endsWith(".list") ? packCatalogue(name.slice(0, -".list".length)).list : packCatalogue(name).facts;
}

/** A list of distinct values; calling it returns the place of a value. */
function table() {
  const places = new Map();
  const add = (value) => {
    const key = JSON.stringify(value);
    if (!places.has(key)) places.set(key, add.rows.push(value) - 1);
    return places.get(key);
  };
  add.rows = [];
  return add;
}
