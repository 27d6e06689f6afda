// Built schemas/cisco-flat-profile once, from a folder of collected facts: node server/build/importCatalogue.mjs FOLDER.
// The result is edited by hand since; running this again overwrites those edits.
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { additions } from "./importAdditions.mjs";
import { better, betterFamilies, betterTypes } from "./importCorrections.mjs";
import { printFile } from "./printCatalogue.mjs";

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node server/build/importCatalogue.mjs FOLDER");
  process.exit(2);
}
const target = path.resolve(import.meta.dirname, "../../schemas/cisco-flat-profile");
const read = (name) => readFileSync(path.join(folder, name), "utf8");

/** Fields of a source record that this script carries over or leaves out on purpose. */
const known = new Set([
  ..."name path index indexByFamily tab section type typeFrom options optionsFrom optionsByFamily optionLabels default".split(
    " ",
  ),
  ..."defaultFrom defaultByFamily defaultByIndex min max allowedRanges rangeByFamily rangeFrom unit maxLength legacyMaxLength".split(
    " ",
  ),
  ..."families familyEvidence familiesInferred familiesDoubtful since secret readOnly defaultUa maskedInDumps variants".split(
    " ",
  ),
  ..."documentedSpellingFor tr069 note".split(" "),
  // Left out: `emptySeen`, because an empty value is always legal; `sources`, ids of a list that is not ours.
  "emptySeen",
  "sources",
]);

const bases = {
  documented: "documented",
  "dump-comment": "dump-comment",
  dump: "dump",
  inferred: "inferred",
  "third-party": "inferred",
};
const generations = {
  MPP: "MPP",
  "3PCC 9.3.4": "8831",
  PhoneOS: "PhoneOS",
  "MPP ATA": "ATA",
  SPA: "SPA",
  "SPA ATA": "SPA",
  "Sipura ATA": "SPA",
};

function fail(message) {
  throw new Error(`import: ${message}`);
}

function basis(from) {
  return bases[from] ?? fail(`unknown basis ${from}`);
}

const letter = (end) => (typeof end === "string" ? end.charCodeAt(0) - 64 : end);
const indexRanges = (index) =>
  Object.fromEntries(Object.entries(index).map(([place, [low, high]]) => [place, [letter(low), letter(high)]]));
const mapValues = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
const range = ([min, max]) => ({ ...(min != null && { min }), ...(max != null && { max }) });

function evidence(record) {
  const out = { ...record.familyEvidence };
  for (const id of record.families) if (!(id in out)) fail(`${record.name}: no evidence for ${id}`);
  for (const id of record.familiesInferred ?? []) out[id] ??= "inferred";
  for (const id of record.familiesDoubtful ?? []) out[id] ??= "doubtful";
  // The guide of that family prints this spelling, its profiles another.
  for (const id of record.documentedSpellingFor ?? []) out[id] ??= "doubtful";
  return out;
}

function parameter(record) {
  for (const key of Object.keys(record)) if (!known.has(key)) fail(`${record.name}: field ${key} is not carried over`);
  const [, type, argument] = /^(\w+)(?:<(\d+)>)?$/.exec(record.type) ?? fail(`${record.name}: type ${record.type}`);
  const out = { name: record.name };
  if (record.path !== "flat-profile") out.path = record.path.replace(/^flat-profile\//, "");
  if (record.index) out.index = indexRanges(record.index);
  if (record.indexByFamily) out.indexByFamily = mapValues(record.indexByFamily, indexRanges);
  out.type = type;
  if (argument !== undefined) out.typeArgument = Number(argument);
  out.typeBasis = basis(record.typeFrom);
  // A list that only repeats the two words of the type says nothing of the parameter.
  if (record.options && record.optionsFrom !== "type") {
    out.options = record.options;
    out.optionsBasis = basis(record.optionsFrom);
  }
  if (record.optionsByFamily) out.optionsByFamily = record.optionsByFamily;
  if (record.optionLabels) out.optionLabels = record.optionLabels;
  if (record.default !== null) {
    out.default = record.default;
    out.defaultBasis = basis(record.defaultFrom ?? "inferred");
  }
  if (record.defaultByFamily) out.defaultByFamily = record.defaultByFamily;
  if (record.defaultByIndex) out.defaultByIndex = record.defaultByIndex;
  if (record.min != null || record.max != null) out.range = range([record.min, record.max]);
  if (record.rangeFrom) out.rangeBasis = basis(record.rangeFrom);
  if (record.rangeByFamily) out.rangeByFamily = mapValues(record.rangeByFamily, range);
  if (record.allowedRanges) out.allowedRanges = record.allowedRanges.map(range);
  for (const key of ["unit", "maxLength", "legacyMaxLength", "since", "defaultUa", "variants"])
    if (record[key] != null) out[key] = record[key];
  for (const key of ["secret", "readOnly", "maskedInDumps"]) if (record[key]) out[key] = true;
  if (record.tr069) out.tr069 = record.tr069.join(", ");
  out.families = evidence(record);
  out.note = record.note;
  return out;
}

function family(id, record) {
  const known = [
    "label",
    "generation",
    "firmware",
    "extensions",
    "lines",
    "models",
    "firmwarePrefix",
    "sources",
    "notes",
  ];
  const derived = ["patterns", "patternsInferred", "concreteNamesAtFullIndexRange"];
  for (const key of Object.keys(record))
    if (!known.includes(key) && !derived.includes(key)) fail(`family ${id}: ${key} is not carried over`);
  const models = record.models.map((m) => {
    const out = { model: m.model };
    for (const key of ["pn", "psn"]) if (m[key] != null) out[key] = Array.isArray(m[key]) ? m[key].at(-1) : m[key];
    if (m.lineKeys != null) out.lineKeys = m.lineKeys;
    if (m.kemUnits) out.kemUnits = m.kemUnits;
    if (m.kemKeysPerUnit != null)
      out.kemKeysPerUnit = Array.isArray(m.kemKeysPerUnit) ? Math.max(...m.kemKeysPerUnit) : m.kemKeysPerUnit;
    if (m.firmwarePrefix) out.firmwarePrefix = m.firmwarePrefix;
    return betterFamilies.model(out);
  });
  const out = {
    id,
    label: record.label,
    generation: generations[record.generation] ?? fail(`generation ${record.generation}`),
    firmware: record.firmware,
  };
  if (record.extensions ?? record.lines) out.extensions = record.extensions ?? record.lines;
  if (record.firmwarePrefix) out.firmwarePrefix = record.firmwarePrefix;
  out.models = models;
  return betterFamilies.family(out);
}

const slug = (tab) =>
  tab === ""
    ? "unplaced"
    : tab
        .replace(/^Voice > /, "")
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-");

const records = read("parameters.jsonl")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const tabs = new Map();
const place = (tab, section, entry) => {
  if (!tabs.has(tab)) tabs.set(tab, new Map());
  const sections = tabs.get(tab);
  if (!sections.has(section)) sections.set(section, []);
  sections.get(section).push(better(entry));
};
for (const record of records) place(record.tab ?? "", record.section ?? "", parameter(record));
for (const { tab, section, parameter: entry } of additions) place(tab, section, entry);

rmSync(path.join(target, "parameters"), { recursive: true, force: true });
mkdirSync(path.join(target, "parameters"), { recursive: true });
let written = 0;
for (const [tab, sections] of tabs) {
  const list = [...sections].map(([section, parameters]) => ({ section, parameters }));
  written += list.reduce((sum, s) => sum + s.parameters.length, 0);
  printFile(path.join(target, "parameters", `${slug(tab)}.json`), {
    $schema: "../../parameters.schema.json",
    tab,
    sections: list,
  });
}
if (written !== records.length + additions.length || readdirSync(path.join(target, "parameters")).length !== tabs.size)
  fail(`${written} of ${records.length + additions.length} parameters written`);

const families = Object.entries(JSON.parse(read("families.json"))).map(([id, record]) => family(id, record));
printFile(path.join(target, "families.json"), { $schema: "../families.schema.json", families });

const used = new Set(records.map((record) => parameter(record).type));
const source = JSON.parse(read("types.json"));
const types = Object.entries(source).map(([id, t]) => {
  const out = { id, meaning: t.meaning, example: t.example };
  if (t.arg) out.argument = t.arg;
  for (const key of ["values", "min", "max", "legacyMaxLength"]) if (t[key] !== undefined) out[key] = t[key];
  return out;
});
for (const type of used) if (!(type in source)) fail(`type ${type} is not described`);
printFile(path.join(target, "types.json"), {
  $schema: "../types.schema.json",
  types: [...types.map(betterTypes.change), ...betterTypes.added],
});
console.log(`${written} parameters, ${families.length} families, ${types.length + betterTypes.added.length} types`);
