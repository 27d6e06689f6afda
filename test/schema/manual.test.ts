import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { globSync } from "tinyglobby";
import { defaultSettings } from "../../server/src/analysis/snapshot";
import { noLinks } from "../../server/src/features/reference/links";
import { referencePage } from "../../server/src/features/reference/referencePage";
import { optionsFor } from "../../server/src/schema/effectiveParameter";
import { type Manual, manualName } from "../../server/src/schema/manual";
import type { Parameter } from "../../server/src/schema/model";
import { fillPattern, parsePattern } from "../../server/src/schema/pattern";
import { dialects } from "../support/dialects";
import { serviceOf, snapshotOf } from "../support/problems";

interface Page {
  readonly name?: string;
  readonly path?: string;
  readonly type?: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly examples?: readonly {
    readonly value: string;
    readonly of?: string;
    readonly with?: Readonly<Record<string, string>>;
  }[];
  readonly related?: readonly string[];
}

const [dialect = assert.fail()] = dialects;
const service = serviceOf(dialect);
const { catalogue } = service;
const manual: Manual = service.manual;

const pages: readonly Page[] = globSync("schemas/cisco-flat-profile/manual/en/*.json").flatMap((file) => {
  const { parameters = [], types = [] } = JSON.parse(readFileSync(file, "utf8")) as Record<string, Page[]>;
  return [...parameters, ...types];
});
const ofParameters = pages.filter(({ name }) => name !== undefined);

function parameterOf({ name = "", path = "" }: Page): Parameter {
  return catalogue.pattern(name, path) ?? assert.fail(`${path}/${name}`);
}

/** A parameter of the type, for examples that are of none. */
function anyOfType(type: string): Parameter {
  return [...catalogue.parameters()].find((each) => each.type === type && !each.readOnly) ?? assert.fail(type);
}

const titleOf = ({ name, type }: Page) => name ?? `type ${type}`;

test("names in pages are in the catalogue", () => {
  const names = [...catalogue.parameters()].map(({ name }) => name);
  const sections = new Set([...catalogue.parameters()].flatMap(({ path }) => path.split("/")));
  const isKnown = (name: string) =>
    sections.has(name) ||
    notParameters.has(name) ||
    catalogue.findPattern(name.replace(/_n(?=_|$)/, "_1")) !== undefined ||
    // as names of numbered parameters are spoken of: `Use_Auth_ID`
    names.some((known) => known === name || known.startsWith(`${name}_{`)) ||
    [...catalogue.parameters()].some((each) => each.path !== "" && each.name === name);
  const unknown = pages.flatMap((page) => {
    const texts = JSON.stringify({ ...page, examples: undefined, sources: undefined, related: undefined });
    const named = [...texts.matchAll(/`<?\/?([A-Za-z][\w.{}-]*_[\w.{}-]*)>?`/g)].map(([, name = ""]) => name);
    return [...named, ...(page.related ?? [])]
      .filter((name) => !isKnown(name))
      .map((name) => `${titleOf(page)}: ${name}`);
  });
  assert.deepEqual(unknown, []);
});

/** Names that documents print by mistake, and words of other kinds. */
const notParameters = new Set<string>([]);

test("every example is sound", () => {
  let count = 0;
  const wrong = pages.flatMap((page) =>
    (page.examples ?? []).flatMap(({ value, of, with: others = {} }) => {
      count++;
      const parameter =
        of === undefined ? (page.type === undefined ? parameterOf(page) : anyOfType(page.type)) : undefined;
      const firsts = Object.values(parameter?.index ?? {}).map(([first]) => first);
      const name = of ?? fillPattern(parsePattern(parameter?.name ?? ""), firsts);
      const elements = [...Object.entries(others), [name, value] as const];
      const path = parameter?.path === "" || !parameter ? [] : parameter.path.split("/");
      const written = elements.map(([each, text]) => dialect.write.element(each, text)).join("\n");
      const nested = path.reduceRight((inner, section) => `<${section}>${inner}</${section}>`, written);
      return snapshotOf(dialect.file([nested]), defaultSettings, dialect)
        .problems()
        .map(({ code, message }) => `${titleOf(page)}: ${code} ${message}`);
    }),
  );
  assert.deepEqual(wrong, []);
  assert.ok(count > 400, String(count));
});

test("every option is explained where a page explains options", () => {
  const open = ofParameters.flatMap((page) => {
    const parameter = parameterOf(page);
    if (!page.options) return [];
    const terms = Object.keys(page.options);
    const groups = terms.map((term) => /^(-?\d+) to (-?\d+)$/.exec(term)).filter((found) => found !== null);
    const isGrouped = (option: string) =>
      groups.some(([, from, to]) => Number(from) <= Number(option) && Number(option) <= Number(to));
    return optionsFor(parameter, undefined)
      .filter((option) => !terms.includes(option) && !isGrouped(option))
      .map((option) => `${page.name}: ${option}`);
  });
  assert.deepEqual(open, []);
});

/** Characters of a page. */
const minLength = 500;
const minLanguageLength = 200;

test("no page is short, and every value language has one", () => {
  const short = [
    ...ofParameters.map((page) => ({ parameter: parameterOf(page) })),
    ...[...catalogue.types.values()].map((type) => ({ type })),
  ]
    .map((subject) => referencePage(subject, service, noLinks))
    .filter((page) => page.length < (page.includes("\n- Type: ") ? minLength : minLanguageLength))
    .map((page) => page.split("\n")[0]);
  assert.deepEqual(short, []);
  for (const type of catalogue.types.keys()) assert.ok(manual.ofType(type), type);
});

test("a manual is there in the language, in its general form or in English", () => {
  for (const [wanted, found] of [
    ["de", "x.manual.de"],
    ["de-CH", "x.manual.de"],
    ["zh-CN", "x.manual.zh-cn"],
    ["fr", "x.manual.en"],
  ] as const)
    assert.equal(manualName("x", ["en", "de", "zh-cn"], wanted), found);
  assert.equal(manualName("x", [], "de"), undefined);
});
