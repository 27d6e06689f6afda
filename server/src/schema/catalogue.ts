import { detached, interned } from "../text/detached";
import { deleteWhere } from "../text/nestedMaps";
import { Entries, Entry, type Outline } from "./entry";
import type {
  DeviceChoice,
  Family,
  FamilyId,
  Generation,
  GenerationId,
  NameRules,
  OtherLoad,
  Parameter,
  ParameterHead,
  ReleaseForm,
  Sharing,
  Switch,
} from "./model";
import { NameIndex } from "./nameIndex";
import type { IndexRanges, PackedFacts, PackedList, TypeFacts } from "./packed";
import {
  combinations,
  fillPattern,
  fold,
  inRange,
  matchPattern,
  type NamePattern,
  numbersIn,
  parsePattern,
} from "./pattern";

/** A parameter and the numbers at the index places of its name. */
export interface FoundParameter {
  readonly parameter: Parameter;
  readonly indexes: readonly number[];
}

/** The same with what is known without reading the parameter itself. */
export interface Found extends FoundParameter {
  readonly head: ParameterHead;
}

/** The parameter is read when it is asked for. */
class FoundEntry implements Found {
  constructor(
    readonly head: Entry,
    readonly indexes: readonly number[],
  ) {}

  get parameter(): Parameter {
    return this.head.take();
  }
}

/** A parameter with the shape of its name. */
export interface NamedParameter {
  readonly parameter: Parameter;
  readonly pattern: NamePattern;
  readonly ranges: IndexRanges | undefined;
}

/** Maximum number of remembered names; profiles contain some thousand different ones. */
const memoLimit = 30_000;
/** Those of them that it does not have: an editor meets a new one with each letter of a name that is typed. */
const maxUnknown = 2_000;

/** What a catalogue says besides its parameters. */
interface VendorFacts {
  /** Languages of its manual, English first; none where it has no manual. */
  readonly manuals: readonly string[];
  readonly families: readonly Family[];
  readonly generations: readonly Generation[];
  readonly releases: readonly ReleaseForm[];
  /** Regular expressions of what is written around the number of a model. */
  readonly modelAffixes: readonly string[];
  readonly names: NameRules;
  /** Characters of a value at most, where the vendor limits all. */
  readonly maxLength?: number | undefined;
  /** Names of parameters by role. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly otherLoads: readonly OtherLoad[];
  readonly switches: readonly Switch[];
  /** How its phones pass firmware on; absent where they do not. */
  readonly sharing?: Sharing | undefined;
}

/** All that is known of the elements of one profile language. */
export class Catalogue implements VendorFacts {
  readonly manuals: readonly string[];
  readonly families: readonly Family[];
  readonly generations: readonly Generation[];
  readonly releases: readonly ReleaseForm[];
  readonly modelAffixes: readonly string[];
  readonly names: NameRules;
  readonly maxLength: number | undefined;
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly otherLoads: readonly OtherLoad[];
  readonly switches: readonly Switch[];
  readonly sharing: Sharing | undefined;
  readonly types: ReadonlyMap<string, TypeFacts>;
  /** Absent until it is read, as of most catalogues a run needs the models alone. */
  #list: Entries | undefined;
  readonly #readList: () => Entries;
  /** Made when first asked for, as is what names lead to. */
  #made: readonly Entry[] | undefined;
  #named: NameIndex | undefined;
  /** By path and name; null where there is none. */
  readonly #memo = new Map<string, Map<string, Found | null>>();
  #memoSize = 0;
  #unknown = 0;
  readonly #concrete = new Map<string, readonly string[]>();
  #familyById: Map<FamilyId, Family> | undefined;
  readonly #masks = new WeakMap<object, number>();
  /** The catalogue that was extended: what is a secret there stays one. */
  readonly #base: Catalogue | undefined;
  readonly #kept = new WeakMap<Parameter, Parameter>();

  private constructor(
    facts: VendorFacts,
    types: ReadonlyMap<string, TypeFacts>,
    readList: () => Entries,
    readonly ignoresCase: boolean,
    base?: Catalogue,
  ) {
    this.#readList = readList;
    this.#base = base;
    this.manuals = facts.manuals;
    this.families = facts.families;
    this.generations = facts.generations;
    this.releases = facts.releases;
    this.modelAffixes = facts.modelAffixes;
    this.names = facts.names;
    this.maxLength = facts.maxLength;
    this.roles = facts.roles;
    this.otherLoads = facts.otherLoads;
    this.switches = facts.switches;
    this.sharing = facts.sharing;
    this.types = types;
  }

  get #all(): Entries {
    this.#list ??= this.#readList();
    return this.#list;
  }

  get #entries(): readonly Entry[] {
    this.#made ??= this.#all.all();
    return this.#made;
  }

  get #index(): NameIndex {
    this.#named ??= new NameIndex(this.#all, this.ignoresCase);
    return this.#named;
  }

  /** `list` reads the parameters, with a line of what they share before them. With `ignoresCase` names are the same in upper and lower case. */
  static load(packed: string, list: () => string, ignoresCase = false): Catalogue {
    const { nameRules = {}, ...data } = JSON.parse(packed) as PackedFacts;
    const facts: VendorFacts = { manuals: [], releases: [], modelAffixes: [], roles: {}, ...data, names: nameRules };
    const read = () => {
      const [head = "", ...rows] = list().split("\n");
      const { families } = data;
      return Entries.ofLines({ packed: { ...(JSON.parse(head) as PackedList), families }, rows });
    };
    return new Catalogue(facts, new Map(data.types.map((type) => [type.id, type])), read, ignoresCase);
  }

  /** This catalogue with `parameters` added; one of the same name and path takes the place of the old one. */
  extend(parameters: readonly Parameter[]): Catalogue {
    if (parameters.length === 0) return this;
    const key = (name: string, path: string) => this.#key(`${path}/${name}`);
    const added = new Map(parameters.map((parameter) => [key(parameter.name, parameter.path), parameter]));
    const kept = this.#entries.filter((entry) => !added.has(key(entry.name, entry.path)));
    const fresh = [...added.values()].map((parameter) => Entry.of(parameter));
    const entries = Entries.of([...kept, ...fresh]);
    return new Catalogue(this, this.types, () => entries, this.ignoresCase, this.#base ?? this);
  }

  /** Reads them before something is looked up. */
  readParameters(): void {
    void this.#all;
  }

  family(id: FamilyId | undefined): Family | undefined {
    if (id === undefined) return undefined;
    this.#familyById ??= new Map(this.families.map((family) => [family.id, family]));
    return this.#familyById.get(id);
  }

  generation(id: GenerationId | undefined): Generation | undefined {
    return this.generations.find((generation) => generation.id === id);
  }

  /** Characters that a value of the type has at most; undefined where there is no limit of all values. */
  maxLengthOf(type: string | undefined): number | undefined {
    return type !== undefined && this.types.get(type)?.ownLength ? undefined : this.maxLength;
  }

  /** Whether a parameter of this name has the role. */
  hasRole(name: string, role: string): boolean {
    return this.roles[role]?.includes(name) ?? false;
  }

  /** The parameter of an element as written, at the sections `path` (`""`: right in the flat-profile). */
  find(name: string, path = ""): Found | undefined {
    const known = this.#memo.get(path)?.get(name);
    return known === undefined ? this.#remember(name, path) : (known ?? undefined);
  }

  #remember(name: string, path: string): Found | undefined {
    let memo = this.#memo.get(path);
    if (this.#memoSize >= memoLimit) {
      this.#memo.clear();
      this.#memoSize = this.#unknown = 0;
      memo = undefined;
    }
    if (!memo) {
      memo = new Map();
      this.#memo.set(detached(path), memo);
    }
    const found = this.#search(name, path, true);
    const written = found?.head.name;
    memo.set(written === name ? written : interned(name), found ?? null);
    this.#memoSize++;
    if (!found && ++this.#unknown > maxUnknown) this.#forgetUnknown();
    return found;
  }

  #forgetUnknown(): void {
    deleteWhere(this.#memo, (found) => found === null);
    this.#memoSize -= this.#unknown;
    this.#unknown = 0;
  }

  /** Like `find`, but also when a number is beyond every device: the parameter it would belong to. */
  findPattern(name: string, path = ""): Found | undefined {
    return this.find(name, path) ?? this.#search(name, path, false);
  }

  has(name: string, path = ""): boolean {
    return this.find(name, path) !== undefined;
  }

  /** True for the sections that contain elements: `router-configuration/SNMP`, and those above them. */
  hasSection(path: string): boolean {
    return this.#index.hasSection(path);
  }

  /** Names of the sections right in the profile. */
  get rootSections(): { has(name: string): boolean } {
    return this.#index.rootSections;
  }

  *parameters(): Generator<Parameter> {
    for (const entry of this.#entries) yield entry.take();
  }

  /** The entry of exactly this pattern name. */
  pattern(name: string, path = ""): Parameter | undefined {
    return this.#entries.find((entry) => entry.name === name && entry.path === path)?.take();
  }

  /** The name as the catalogue writes it; an unknown one as it is, where case matters. */
  spelling(name: string, path = ""): string {
    const found = this.find(name, path);
    if (!found) return this.#key(name);
    const { head, indexes } = found;
    return indexes.length === 0 ? head.name : fillPattern(parsePattern(head.name), indexes);
  }

  /** Names of all settings that the phone has at `path`, by default outside of sections; for an unknown phone of every family. */
  concreteNames(device: Pick<DeviceChoice, "family">, path = ""): readonly string[] {
    const family = this.family(device.family)?.id;
    const key = `${family ?? ""}/${this.#key(path)}`;
    let names = this.#concrete.get(key);
    if (!names) {
      names = [...this.#namesOf(family, this.#key(path))];
      this.#concrete.set(key, names);
    }
    return names;
  }

  *#namesOf(family: FamilyId | undefined, path: string): Generator<string> {
    for (const { pattern, ranges } of this.#namedAt(family, path))
      for (const indexes of combinations(pattern, ranges)) yield fillPattern(pattern, indexes);
  }

  /** The parameters that the phone has at `path`, each once, with the numbers that can be in its name. */
  namedParameters(device: Pick<DeviceChoice, "family">, path = ""): Iterable<NamedParameter> {
    return this.#namedAt(this.family(device.family)?.id, this.#key(path));
  }

  *#namedAt(family: FamilyId | undefined, path: string): Generator<NamedParameter> {
    for (const entry of this.#entries) {
      if (this.#key(entry.path) !== path) continue;
      const parameter = entry.take();
      if (family !== undefined && !isListed(parameter, family)) continue;
      const ranges = family === undefined ? entry.index : (parameter.indexByFamily?.[family] ?? entry.index);
      yield { parameter, pattern: entry.pattern, ranges };
    }
  }

  /** Names and index ranges at `path`, without the cost of the other facts. */
  *outlines(path = ""): Generator<Outline> {
    for (const entry of this.#entries) if (entry.path === path) yield entry;
  }

  /** Folded names right in the flat-profile (or at `path`) with the parameters filed under each. */
  *foldedNames(path = ""): Generator<readonly [folded: string, names: readonly string[]]> {
    const names = new Map<string, string[]>();
    for (const at of this.#index.entriesAt(fold(path))) {
      const { name } = this.#all.at(at);
      for (const folded of this.#index.foldedOf(at)) {
        const alike = names.get(folded);
        if (alike) alike.push(name);
        else names.set(folded, [name]);
      }
    }
    yield* names;
  }

  /** One bit per family, in the order of `families`, for all that are listed, however weakly. */
  familyMask(parameter: Parameter): number {
    const key = parameter.products ?? parameter.families;
    let mask = this.#masks.get(key);
    if (mask === undefined) {
      mask = 0;
      for (const [i, family] of this.families.entries()) if (isListed(parameter, family.id)) mask |= 1 << i;
      this.#masks.set(key, mask);
    }
    return mask;
  }

  #search(name: string, path: string, checked: boolean): Found | undefined {
    const sought = this.#key(name);
    const index = this.#index;
    const place = index.placeOf(path);
    if (!place) return undefined;
    // A name without index places says more than any pattern.
    const exact = place.exact.get(sought);
    if (exact !== undefined) return this.#withSecret(new FoundEntry(this.#all.at(exact), noIndexes), name, path);
    const bucket = place.patterns.get(fold(sought));
    if (!bucket) return undefined;
    let best: Found | undefined;
    for (const at of bucket) {
      const entry = this.#all.at(at);
      // Folded, the two are equal.
      const indexes = entry.hasOnlyPlaces ? numbersIn(sought) : matchPattern(index.matcherOf(entry), sought);
      if (!indexes || (checked && !inRange(entry.pattern, indexes, entry.index))) continue;
      // The pattern with fewer places says more.
      if (best && best.indexes.length <= indexes.length) continue;
      best = new FoundEntry(entry, indexes);
    }
    return best && this.#withSecret(best, name, path);
  }

  /** Another pattern for the name of a secret makes it no less of one. */
  #withSecret(found: Found, name: string, path: string): Found {
    const base = this.#base;
    const known = base && (base.findPattern(name, path) ?? base.findPattern(name, ""));
    if (!known?.head.secret || found.head.secret) return found;
    const { parameter } = found;
    let secret = this.#kept.get(parameter);
    if (!secret) {
      secret = { ...parameter, secret: true };
      this.#kept.set(parameter, secret);
    }
    return { head: secret, parameter: secret, indexes: found.indexes };
  }

  /** What names are compared by. */
  #key(name: string): string {
    return this.ignoresCase ? name.toUpperCase() : name;
  }
}

const noIndexes: readonly number[] = [];

/** True when the family has the parameter, however weak the evidence; one that names no family or product is everywhere. */
export function isListed(parameter: Pick<ParameterHead, "families" | "products">, family: FamilyId): boolean {
  if (Object.hasOwn(parameter.families, family)) return true;
  if (parameter.products) return false;
  for (const _ in parameter.families) return false;
  return true;
}
