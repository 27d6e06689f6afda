import type { Catalogue } from "./catalogue";
import { isListed } from "./catalogue";
import { optionsFor } from "./effectiveParameter";
import { extensionDialect, readExtension } from "./extension";
import { factReaders } from "./extensionFields";
import type { FamilyId, Parameter } from "./model";
import { inRange, parsePattern } from "./pattern";
import { isSecretElement } from "./secretName";

// What a phone's own dump (cfg.xml) says that the catalogue does not: names, choices, and which
// family has them. Values are a person's settings, not facts of the phone: of a new parameter only
// a choice or emptiness is kept (a number may be the code of a door), and never of one that may be secret.

/** One element of a dump, as already read from the file. */
export interface DumpFact {
  readonly name: string;
  /** Sections above it, joined by `/`. */
  readonly path: string;
  readonly ua?: string;
  readonly value: string;
  /** What a comment beside the element lists, see `Dialect.optionsIn`. */
  readonly options?: readonly string[];
  readonly optionLabels?: Readonly<Record<string, string>>;
  /** Web page place as some dumps print it: `Phone/General`. */
  readonly group?: string;
}

/** A description as written in an extension file. */
type Described = Readonly<Record<string, unknown>> & { readonly name: string };

export interface Learned {
  /** Text of the extension file with everything in it, old and new. */
  readonly text: string;
  /** Names that no catalogue had. */
  readonly added: readonly string[];
  /** Known names whose choices, numbers or families grew. */
  readonly widened: readonly string[];
  /** True when parts of the file so far could not be read and would be lost by writing `text` over it. */
  readonly incomplete: boolean;
}

export interface LearnOptions {
  /** Family of the phone that wrote the dump, where it is known. */
  readonly family?: FamilyId;
  /** Text of the extension file so far. */
  readonly existing?: string;
  /** The dialect of the dump, and whether the file so far is for it too. */
  readonly dialect?: { readonly id: string; readonly isOfFile: boolean };
  /** A person wrote the values: they are not what a phone comes with. */
  readonly isDump?: boolean;
}

/** `catalogue` is the built-in one, without the extension. */
export function learn(
  facts: readonly DumpFact[],
  catalogue: Catalogue,
  { family, existing = "", dialect, isDump = true }: LearnOptions = {},
): Learned {
  const { parameters: old, problems } = readExtension(existing, "", catalogue);
  // A file has the parameters of one dialect.
  const isOther = dialect?.isOfFile === false;
  const incomplete = existing.trim() !== "" && (isOther || problems.some((problem) => problem.severity === "error"));
  const extended = catalogue.extend(old);
  const described = new Map<string, Described>(
    old.map((parameter) => [`${parameter.path}/${parameter.name}`, asEntry(parameter, catalogue)]),
  );
  const added: string[] = [];
  const widened: string[] = [];
  const put = (entry: Described, path: string) =>
    described.set(`${path}/${entry.name}`, { ...described.get(`${path}/${entry.name}`), ...entry });
  const unknown: DumpFact[] = [];
  const grown = new Map<Parameter, DumpFact[]>();
  for (const fact of facts) {
    const found = extended.findPattern(fact.name, fact.path);
    if (!found) unknown.push(fact);
    else {
      const seen = grown.get(found.parameter);
      if (seen) seen.push(fact);
      else grown.set(found.parameter, [fact]);
    }
  }
  for (const entry of newParameters(unknown, family, extended)) {
    put(isDump ? entry : withoutDefault(entry), String(entry.path ?? ""));
    added.push(entry.name);
  }
  for (const [parameter, seen] of grown) {
    const more = growth(parameter, seen, extended, family);
    if (!more) continue;
    const key = `${parameter.path}/${parameter.name}`;
    const before = described.get(key);
    const place = { name: parameter.name, ...(parameter.path !== "" && { path: parameter.path }) };
    const override = (before?.override ?? {}) as Readonly<Record<string, unknown>>;
    put(
      before && !("override" in before) ? { ...place, ...more } : { ...place, override: mergeRecords(override, more) },
      parameter.path,
    );
    widened.push(parameter.name);
  }
  const parameters = [...described.values()].map((entry) => inOrder(entry));
  const written = extensionDialect(existing)?.id ?? dialect?.id;
  return {
    text: `${JSON.stringify({ ...(written !== undefined && { dialect: written }), parameters }, undefined, 2)}\n`,
    added,
    widened,
    incomplete,
  };
}

function withoutDefault({ default: _, defaultBasis: __, ...rest }: Described): Described {
  return rest as Described;
}

/** The same facts in the order in which people read them. */
function inOrder(entry: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const order = ["name", "path", "tab", "section", ...factReaders.keys(), "override"];
  const keys = Object.keys(entry).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return Object.fromEntries(
    keys.map((key) => [key, key === "override" && isRecord(entry[key]) ? inOrder(entry[key]) : entry[key]]),
  );
}

/** What `seen` adds to a known parameter; undefined when nothing. */
function growth(
  parameter: Parameter,
  seen: readonly DumpFact[],
  catalogue: Catalogue,
  family: FamilyId | undefined,
): Record<string, unknown> | undefined {
  const more: Record<string, unknown> = {};
  const known = new Set(optionsFor(parameter, family));
  const closed = known.size > 0;
  const news = [...new Set(seen.flatMap((fact) => fact.options ?? []))].filter((option) => !known.has(option));
  const isBool = parameter.type === "Bool" && news.every((option) => /^(?:yes|no)$/i.test(option));
  if (news.length > 0 && !isBool && (closed || parameter.type === "Enum")) {
    const list = [...known, ...news];
    if (family === undefined) more.options = list;
    else more.optionsByFamily = { [family]: list };
  }
  const pattern = parsePattern(parameter.name);
  const beyond = seen.flatMap((fact) => {
    const indexes = catalogue.findPattern(fact.name, fact.path)?.indexes ?? [];
    return inRange(pattern, indexes, parameter.index) ? [] : [indexes];
  });
  if (beyond.length > 0) {
    const index: Record<string, readonly [number, number]> = { ...parameter.index };
    for (const [i, place] of pattern.places.entries()) {
      const [low, high] = index[place] ?? [1, 1];
      index[place] = rangeOf([low, high, ...beyond.map((indexes) => indexes[i] ?? low)]);
    }
    more.index = index;
  }
  if (family !== undefined && !isListed(parameter, family)) more.families = { [family]: "dump" };
  return Object.keys(more).length > 0 ? more : undefined;
}

/** Descriptions of unknown names; names that differ by the number at their end become one pattern. */
function newParameters(
  facts: readonly DumpFact[],
  family: FamilyId | undefined,
  catalogue: Catalogue,
): readonly Described[] {
  const groups = new Map<
    string,
    { readonly pattern: string; readonly facts: DumpFact[]; readonly numbers: number[] }
  >();
  for (const fact of facts) {
    const numbered = /^(.*[A-Za-z]_)(\d{1,3})(_)$/.exec(fact.name);
    const pattern = numbered ? `${numbered[1]}{n}${numbered[3]}` : fact.name;
    const key = `${fact.path}/${pattern}`;
    const group = groups.get(key) ?? { pattern, facts: [], numbers: [] };
    group.facts.push(fact);
    if (numbered) group.numbers.push(Number(numbered[2]));
    groups.set(key, group);
  }
  const out: Described[] = [];
  for (const { pattern, facts: seen, numbers } of groups.values()) {
    const [first] = seen;
    if (!first || !/^[A-Za-z_][\w.{}-]*$/.test(pattern)) continue;
    const isSecret = seen.some(({ name, path, value }) => isSecretElement(name, path, value, catalogue));
    out.push({
      name: pattern,
      ...(first.path !== "" && { path: first.path }),
      ...(numbers.length > 0 && { index: { n: rangeOf(numbers) } }),
      ...place(first.group),
      ...typeOf(seen, isSecret),
      ...(uaOf(first) && { defaultUa: uaOf(first) }),
      ...(isSecret && { secret: true }),
      ...(family !== undefined && { families: { [family]: "dump" } }),
    });
  }
  return out;
}

function typeOf(seen: readonly DumpFact[], isSecret: boolean): Record<string, unknown> {
  const [first] = seen;
  const options = [...new Set(seen.flatMap((fact) => fact.options ?? []))];
  const values = seen.map((fact) => fact.value.trim());
  const kept = (value: string | undefined) =>
    !isSecret && value !== undefined ? { default: value, defaultBasis: "dump" } : {};
  const plain = options.length === 2 && options.every((option) => /^(?:yes|no)$/i.test(option));
  if (plain || (options.length === 0 && values.length > 0 && values.every((value) => /^(?:Yes|No)$/.test(value))))
    return { type: "Bool", typeBasis: "inferred", ...kept(values[0]) };
  if (options.length > 0) {
    const labels = first?.optionLabels ? { optionLabels: first.optionLabels } : {};
    return {
      type: "Enum",
      typeBasis: "dump-comment",
      options,
      optionsBasis: "dump-comment",
      ...labels,
      ...(options.includes(values[0] ?? "") && kept(values[0])),
    };
  }
  return { type: "Str", typeBasis: "inferred", ...(values.every((value) => value === "") && kept("")) };
}

function place(group: string | undefined): Record<string, string> {
  const [tab = "", section = ""] = (group ?? "").split("/").map((part) => part.replace(/_+/g, " ").trim());
  return tab === "" ? {} : { tab: `Voice > ${tab}`, ...(section !== "" && { section }) };
}

function uaOf(fact: DumpFact): string | undefined {
  return fact.ua !== undefined && /^(?:na|ro|rw)$/.test(fact.ua) ? fact.ua : undefined;
}

/** A parameter of the old file as an entry: for a built-in name only what differs. */
function asEntry(parameter: Parameter, catalogue: Catalogue): Described {
  const builtIn = catalogue.pattern(parameter.name, parameter.path);
  const facts = Object.entries(parameter).filter(
    ([key, value]) => key !== "name" && key !== "path" && key !== "origin" && (builtIn || !isBlankFact(value)),
  );
  const base = { name: parameter.name, ...(parameter.path !== "" && { path: parameter.path }) };
  if (!builtIn) return { ...base, ...Object.fromEntries(facts) };
  const old = builtIn as unknown as Readonly<Record<string, unknown>>;
  return {
    ...base,
    override: Object.fromEntries(facts.filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(old[key]))),
  };
}

function isBlankFact(value: unknown): boolean {
  return value === "" || (typeof value === "object" && value !== null && Object.keys(value).length === 0);
}

function mergeRecords(
  old: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const out: Record<string, unknown> = { ...old };
  for (const [key, value] of Object.entries(more)) {
    const before = Object.hasOwn(out, key) ? out[key] : undefined;
    out[key] = isRecord(before) && isRecord(value) ? { ...before, ...value } : value;
  }
  return out;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The least and the greatest; a dump may have more numbers than a call takes arguments. */
function rangeOf(numbers: readonly number[]): readonly [number, number] {
  return numbers.reduce<readonly [number, number]>(
    ([low, high], number) => [Math.min(low, number), Math.max(high, number)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}
