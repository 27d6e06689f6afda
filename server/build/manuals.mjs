// Reads the manual pages of schemas/ID/manual/ and packs them into one string for each language, which is read when
// the first page is asked for. server/src/schema/manual.ts reads the string; the two must agree on every key.
//
// manual/en/ has all pages. Another language is a folder beside it, with the same files and members as far as they are
// translated; what it lacks stays English.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { validate } from "./jsonSchema.mjs";

const schemas = path.resolve(import.meta.dirname, "../../schemas");
const english = "en";

/** Languages of the manual of a dialect, English first; none when it has no manual. */
export function manualLanguages(id) {
  const folder = path.join(schemas, id, "manual");
  if (!existsSync(path.join(folder, english))) return [];
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const others = folders.map(({ name }) => name).filter((name) => name !== english);
  return [english, ...others.sort()];
}

/** The pages as objects, checked against the JSON Schemas and the catalogue; throws when they are not valid. */
export function readManual(id, language, { parameters, types }) {
  const folder = path.join(schemas, id, "manual");
  const problems = [];
  const load = (file, schema) => {
    const value = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
    const form = JSON.parse(readFileSync(path.join(schemas, `${schema}.schema.json`), "utf8"));
    problems.push(...validate(form, value).map((problem) => `schemas/${id}/manual/${file}${problem}`));
    return value;
  };
  const { sources } = load("sources.json", "manual-sources");
  const pagesOf = (of) => {
    const files = readdirSync(path.join(folder, of)).filter((name) => name.endsWith(".json"));
    const read = files.sort().map((file) => load(`${of}/${file}`, "manual"));
    return new Map(
      read.flatMap(({ parameters = [], types = [] }) => [...parameters, ...types]).map((page) => [keyOf(page), page]),
    );
  };
  const pages = pagesOf(english);
  if (language !== english)
    for (const [key, page] of pagesOf(language)) {
      if (!pages.has(key)) problems.push(`schemas/${id}/manual/${language}: ${key} has no English page`);
      pages.set(key, { ...pages.get(key), ...page });
    }
  const known = new Set([...parameters.map(keyOf), ...types.map(({ id: type }) => keyOf({ type }))]);
  for (const [key, { sources: named }] of pages) {
    if (!known.has(key)) problems.push(`schemas/${id}/manual: ${key} is not in the catalogue`);
    for (const source of named)
      if (!Object.hasOwn(sources, source)) problems.push(`schemas/${id}/manual: ${key}: ${source} is not a source`);
  }
  if (problems.length > 0) throw new Error(problems.slice(0, 20).join("\n"));
  return { sources, pages };
}

/** Short keys of packed pages. */
const short = {
  gist: "g",
  form: "f",
  options: "o",
  range: "r",
  empty: "e",
  depends: "d",
  overrides: "v",
  practice: "p",
  disputes: "u",
  families: "a",
  web: "w",
  since: "s",
  basis: "b",
};

/** One line with the names of documents and pages, and one for each page, which is read when it is looked up. */
export function packManual(id, language, catalogue) {
  const { sources, pages } = readManual(id, language, catalogue);
  const keys = [...pages.keys()];
  const used = Object.keys(sources).filter((source) =>
    [...pages.values()].some((page) => page.sources.includes(source)),
  );
  const number = (list, name) => (list.includes(name) ? list.indexOf(name) : name);
  const lines = [...pages.values()].map((page) => ({
    ...Object.fromEntries(Object.entries(short).flatMap(([key, letter]) => (page[key] ? [[letter, page[key]]] : []))),
    x: page.examples?.map(({ value, effect, of, with: others }) => [
      value,
      effect,
      ...(of || others ? [of ?? 0, others ?? 0] : []),
    ]),
    l: page.related?.map((each) => number(keys, each)),
    n: page.sources.map((each) => number(used, each)),
  }));
  const head = { sources: used.map((source) => sources[source]), keys };
  return [head, ...lines].map((line) => JSON.stringify(line)).join("\n");
}

/** Of a page or a parameter, which has a name and a type. */
function keyOf({ name, path: at, type }) {
  if (name === undefined) return `#${type}`;
  return at ? `${at}/${name}` : name;
}
