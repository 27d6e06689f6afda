import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Setting } from "../../../profile/setting";
import type { Catalogue } from "../../../schema/catalogue";
import { withoutNumber } from "../numberedName";
import { rowsOf } from "../read";

// What a device loses and gets when a new ini replaces the one that runs.

/** Settings by name; those of a row by the table, its number and the column. */
export type Settings = ReadonlyMap<string, string>;

export interface Replacement {
  readonly kept: readonly string[];
  readonly changed: readonly { readonly name: string; readonly before: string; readonly after: string }[];
  readonly added: readonly { readonly name: string; readonly after: string }[];
  /** Absent in the new file: back to the default, whose text is there where a manual says it. */
  readonly backToDefault: readonly { readonly name: string; readonly before: string; readonly after?: string }[];
  /** Absent in the new file, and kept all the same. */
  readonly keptWhenAbsent: readonly { readonly name: string; readonly why: "parameter" | "switch" }[];
  readonly unknown: readonly string[];
  /** Rows of the running device that the new file does not have: `ProxyIp 1`. */
  readonly rowsLost: readonly string[];
}

/** The scalar settings of a file that are in effect, and the cells of its rows. */
export function settingsOf(document: ProfileDocument): Settings {
  const found = new Map<string, string>();
  for (const { name, setting } of namedIn(document)) if (setting && !setting.templated) found.set(name, setting.text);
  return found;
}

/** Where the settings and rows of a file are and how they are typed, by their names in upper case. */
export function placesOf(document: ProfileDocument): ReadonlyMap<string, Named> {
  const known = [...namedIn(document)].filter(({ setting }) => !setting?.templated);
  return new Map(known.map((named) => [folded(named.name), named]));
}

interface Named {
  readonly name: string;
  /** The catalogue may not have it. */
  readonly typed: string;
  /** Counts from the start of the file. */
  readonly at: number;
  /** Undefined for a row. */
  readonly setting?: Setting;
}

/** Every setting and row of a file, first to last. */
export function* namedIn({ segments, starts }: ProfileDocument): Generator<Named> {
  for (const [i, segment] of segments.entries()) {
    const base = starts[i] ?? 0;
    for (const setting of segment.named ?? segment.settings) {
      const { name, path, parts } = setting;
      if (path === "")
        yield { name, typed: segment.text.slice(parts.nameStart, parts.nameEnd), at: base + parts.start, setting };
    }
    for (const { table, number, start, settings, isFit } of rowsOf(segment)) {
      if (!isFit) continue;
      const row = `${table} ${number}`;
      yield { name: row, typed: row, at: base + start };
      for (const setting of settings) {
        const name = `${row} ${setting.name}`;
        yield { name, typed: name, at: base + setting.parts.start, setting };
      }
    }
  }
}

/** The parts of a name: of a cell its table, the number of its row and its column. */
export function partsOfName(name: string): { readonly name: string; readonly path: string; readonly index?: string } {
  const [table = "", index, column] = name.split(" ");
  return column === undefined || index === undefined ? { name, path: "" } : { name: column, path: table, index };
}

export const rowOf = (name: string) => /^(\S+ \d+) \S+$/.exec(name)?.[1];
const folded = (name: string) => name.toUpperCase();

/** Whether a file says that what it leaves out keeps its value. */
export function keepsAbsent(fresh: Settings, { roles }: Catalogue): boolean {
  return (roles["absent-means-default"] ?? []).some((name) => fresh.get(name) === "0");
}

/** The difference between the settings that run and those after a new file was loaded. */
export function replacement(
  running: Settings,
  fresh: Settings,
  catalogue: Catalogue,
  isKept = keepsAbsent(fresh, catalogue),
): Replacement {
  const after = new Map([...fresh].map(([name, text]) => [folded(name), text]));
  const before = new Map([...running].map(([name, text]) => [folded(name), text]));
  const rows = new Set([...fresh.keys()].flatMap((name) => rowOf(name) ?? []).map(folded));
  const kept: string[] = [];
  const changed: { name: string; before: string; after: string }[] = [];
  const backToDefault: { name: string; before: string; after?: string }[] = [];
  const keptWhenAbsent: { name: string; why: "parameter" | "switch" }[] = [];
  const rowsLost = new Set<string>();
  for (const [name, text] of running) {
    const now = after.get(folded(name));
    const row = rowOf(name);
    if (now !== undefined) {
      if (now === text) kept.push(name);
      else changed.push({ name, before: text, after: now });
    } else if (row !== undefined && !rows.has(folded(row))) rowsLost.add(row);
    else if (isKept) keptWhenAbsent.push({ name, why: "switch" });
    else {
      const parameter = catalogue.findPattern(name)?.parameter;
      if (parameter?.role === "kept-when-absent") keptWhenAbsent.push({ name, why: "parameter" });
      else {
        const isSure = parameter?.defaultBasis === "documented" && parameter.default !== undefined;
        if (isSure && parameter.default === text) kept.push(name);
        else backToDefault.push({ name, before: text, ...(isSure && { after: parameter.default as string }) });
      }
    }
  }
  const added = [...fresh].filter(([name]) => !before.has(folded(name))).map(([name, text]) => ({ name, after: text }));
  const unknown = [...fresh.keys()].filter(
    (name) => rowOf(name) === undefined && !catalogue.findPattern(name) && !catalogue.has(withoutNumber(name)),
  );
  return { kept, changed, added, backToDefault, keptWhenAbsent, unknown, rowsLost: [...rowsLost] };
}

/** Settings that differ from their default, or of which no manual of the device says that it is their default. */
export function differentFromDefault(settings: Settings, catalogue: Catalogue): string[] {
  return [...settings].flatMap(([name, text]) => {
    const parameter = catalogue.findPattern(name)?.parameter;
    if (parameter?.default === undefined) return [];
    return parameter.defaultBasis === "documented" && parameter.default === text ? [] : [name];
  });
}
