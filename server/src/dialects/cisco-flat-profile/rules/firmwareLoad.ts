import type { Catalogue } from "../../../schema/catalogue";
import type { Family, Model } from "../../../schema/model";
import { readVersion, type Version } from "./version";

// What the name of a file says about the firmware in it (specification section 10): for which phones it
// is, and its version. Prefixes and endings are facts of `schemas/`.

/** A phone as far as it is known. */
export interface Phone {
  readonly family: Family;
  /** Undefined: any model of the family. */
  readonly model: Model | undefined;
}

export type LoadVerdict =
  /** The name begins as the loads of this phone do. */
  | { readonly is: "own" }
  | {
      readonly is: "other phone";
      /** What says so: how the name begins or ends. */
      readonly mark: string;
      /** The phones it is for, as people write them. */
      readonly models: string;
    }
  | { readonly is: "no firmware"; readonly ending: string }
  /** Nothing in the name says anything. */
  | { readonly is: "unknown" };

/** Files that no phone takes for firmware: packages that contain it, and what servers keep beside it. */
const otherFiles =
  /\.(?:zip|cop|cop\.sgn|cop\.sha512|tar|tgz|gz|rar|7z|exe|iso|xml|cfg|cnf|conf|ini|txt|csv|json|ya?ml|html?|pdf|md5|sha\d+|log|wav|png|jpe?g)$/i;

/** The last part of a path, without what is asked of a script. */
export function fileIn(path: string): string {
  const end = path.search(/[?#]/);
  const file = end < 0 ? path : path.slice(0, end);
  return file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
}

interface Prefix {
  readonly prefix: string;
  readonly models: string;
  readonly owners: ReadonlySet<Family | Model>;
}

interface LoadNames {
  /** Longest first. */
  readonly prefixes: readonly Prefix[];
  /** Families by the ending of their firmware. */
  readonly endings: ReadonlyMap<string, readonly Family[]>;
}

const names = new WeakMap<Catalogue, LoadNames>();

/** Whether the phone takes the file for its firmware. */
export function judgeLoad(file: string, { family, model }: Phone, catalogue: Catalogue): LoadVerdict {
  const { prefixes, endings } = namesOf(catalogue);
  const ending = otherFiles.exec(file)?.[0];
  if (ending !== undefined) return { is: "no firmware", ending };
  const found = prefixIn(file, prefixes);
  if (found) {
    const { owners, models } = found;
    const isOwn = model
      ? owners.has(model) || (owners.has(family) && !model.firmwarePrefix)
      : owners.has(family) || family.models.some((each) => owners.has(each));
    return isOwn ? { is: "own" } : { is: "other phone", mark: file.slice(0, found.prefix.length), models };
  }
  for (const [end, families] of endings)
    if (file.toLowerCase().endsWith(end) && !families.includes(family))
      return { is: "other phone", mark: end, models: families.map(({ id }) => id).join(", ") };
  return { is: "unknown" };
}

/** What no phone at all takes for firmware, or only products that read no flat profile. */
export function judgeForAll(file: string, catalogue: Catalogue): LoadVerdict {
  const ending = otherFiles.exec(file)?.[0];
  if (ending !== undefined) return { is: "no firmware", ending };
  const found = prefixIn(file, namesOf(catalogue).prefixes);
  return found && found.owners.size === 0
    ? { is: "other phone", mark: file.slice(0, found.prefix.length), models: found.models }
    : { is: "unknown" };
}

/** A file that can only be firmware: by an ending of its own, or by a known name and a version. */
export function isFirmware(file: string, catalogue: Catalogue): boolean {
  if (/\.(?:loads|img|bin\.sgn)$/i.test(file)) return true;
  const found = prefixIn(file, namesOf(catalogue).prefixes);
  if (!found || !/\.(?:bin|zip|cop(?:\.\w+)?|exe)$/i.test(file)) return false;
  return /^[-_.]?\d/.test(file.slice(found.prefix.length));
}

function prefixIn(file: string, prefixes: readonly Prefix[]): Prefix | undefined {
  const name = file.toLowerCase();
  return prefixes.find(({ prefix }) => name.startsWith(prefix) && !/^[a-z0-9]/.test(name.slice(prefix.length)));
}

function namesOf(catalogue: Catalogue): LoadNames {
  let found = names.get(catalogue);
  if (!found) {
    found = collect(catalogue);
    names.set(catalogue, found);
  }
  return found;
}

function collect({ families, otherLoads }: Catalogue): LoadNames {
  const owners = new Map<string, Set<Family | Model>>();
  const models = new Map<string, string[]>();
  const add = (prefix: string, owner: Family | Model | undefined, shown: readonly string[]) => {
    const key = prefix.toLowerCase();
    const all = owners.get(key) ?? new Set();
    if (owner) all.add(owner);
    owners.set(key, all);
    models.set(key, [...(models.get(key) ?? []), ...shown]);
  };
  const endings = new Map<string, Family[]>();
  for (const family of families) {
    for (const prefix of family.firmwarePrefix ?? [])
      add(
        prefix,
        family,
        family.models.flatMap(({ model, firmwarePrefix }) => (firmwarePrefix ? [] : [model])),
      );
    for (const model of family.models)
      for (const prefix of model.firmwarePrefix ?? []) add(prefix, model, [model.model]);
    for (const end of family.firmwareFiles ?? []) endings.set(end, [...(endings.get(end) ?? []), family]);
  }
  for (const { prefix, models: shown } of otherLoads) add(prefix, undefined, [shown]);
  return {
    prefixes: [...owners]
      .map(([prefix, all]) => ({ prefix, owners: all, models: (models.get(prefix) ?? []).join(", ") }))
      .sort((a, b) => b.prefix.length - a.prefix.length),
    endings,
  };
}

/** The name without the endings of its file. */
export function bareName(file: string): string {
  return file.replace(/(?:\.(?:loads|img|bin|sgn|cop|sha512|zip))+$/i, "");
}

interface LoadVersion {
  readonly version: Version;
  /** What `$SWVER` shows once the load runs, with the prefix that phones of its kind show. */
  readonly running: string;
}

// Names of loads go on after the version: …-87-rel2, …-87b-xy, …-7dev.
const mppName = /^((?:[A-Za-z][\w-]*\.)?\d{1,4}(?:-\d{1,4})*-\d{1,4}[A-Za-z][A-Za-z0-9]*(?:-\d{1,6})?)(?![0-9])/;
const phoneOsName = /^(PHONEOS(?:-\d{4})?[.-]\d{1,4}-\d{1,4}-\d{1,4}(?:-\d{1,4})?(?:-\d{1,6})?)(?![0-9])/i;
/** Loads of SPA phones have their version after the name: spa50x-30x-7-5-2b.bin is 7.5.2b. */
const dottedName =
  /(?<![0-9][-.]?)(\d{1,2})[-.](\d{1,2})[-.](\d{1,3})([a-z](?![a-z0-9])|\([A-Za-z0-9]{1,8}\))?(?=$|[^0-9.(])/i;

/** The version in the name of a load, whatever follows it. */
export function loadVersion(file: string): LoadVersion | undefined {
  const name = bareName(file);
  const exact = readVersion(name);
  if (exact) return { version: exact, running: name };
  for (const form of [phoneOsName, mppName]) {
    const running = form.exec(name)?.[1];
    const version = running === undefined ? undefined : readVersion(running);
    if (version && running !== undefined) return { version, running };
  }
  return /\.bin$|^[^.]*$|\d$/i.test(file) ? dottedVersion(name) : undefined;
}

function dottedVersion(name: string): LoadVersion | undefined {
  // The digits of a product such as spa2102 are no part of a version.
  const product = /^(?:[A-Za-z]+\d+[A-Za-z]*[-_])+/.exec(name)?.[0].length ?? 0;
  const match = dottedName.exec(name.slice(product));
  if (!match) return undefined;
  const [, major, minor, micro, suffix = ""] = match;
  const running = `${major}.${minor}.${micro}${suffix.toLowerCase()}`;
  const version = readVersion(running);
  return version && { version, running };
}
