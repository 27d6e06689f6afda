import type {
  Basis,
  Family,
  FamilyEvidence,
  FamilyId,
  Generation,
  NameRules,
  OtherLoad,
  Parameter,
  Range,
  ReleaseForm,
  Sharing,
  Switch,
} from "./model";

// The form that server/build/schemas.mjs writes; the two must agree on every key.

export type IndexRanges = Readonly<Record<string, readonly [number, number]>>;

/** What a parameter is besides its name, place and index ranges; each row is read when it is first needed. */
export type Row = readonly [type: number, family: number, bits: number, bases: number, note: string, more?: More];

interface More {
  readonly o?: number;
  readonly of?: Readonly<Record<string, number>>;
  readonly ol?: Readonly<Record<string, string>>;
  readonly d?: string;
  readonly df?: Readonly<Record<string, string>>;
  readonly di?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly r?: Range;
  readonly rf?: Readonly<Record<string, Range>>;
  readonly ra?: readonly Range[];
  readonly u?: string;
  readonly m?: number;
  readonly lm?: number;
  readonly s?: string;
  readonly v?: readonly string[];
  readonly t?: string;
  readonly p?: readonly string[];
  readonly pf?: Readonly<Record<string, string>>;
  readonly sf?: number;
  readonly ro?: string;
}

/** A data type as `schemas/` describes it. */
export interface TypeFacts {
  readonly id: string;
  /** Name for people. */
  readonly title: string;
  readonly meaning: string;
  readonly example: string;
  readonly argument?: string;
  /** The only values. */
  readonly values?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly legacyMaxLength?: number;
  /** Values steer the phone and have only ASCII characters. */
  readonly ascii?: boolean;
  /** The limit of all values is not that of this type; its grammar knows better. */
  readonly ownLength?: boolean;
}

/** The first line of a packed catalogue. A line for each parameter follows, in the order of `names`. */
export interface PackedCatalogue {
  /** Languages of its manual. */
  readonly manuals?: readonly string[];
  readonly families: readonly Family[];
  readonly generations: readonly Generation[];
  readonly releases?: readonly ReleaseForm[];
  readonly modelAffixes?: readonly string[];
  readonly nameRules?: NameRules;
  /** Characters of a value at most. */
  readonly maxLength?: number;
  /** Names of parameters by role. */
  readonly roles?: Readonly<Record<string, readonly string[]>>;
  readonly otherLoads: readonly OtherLoad[];
  readonly types: readonly TypeFacts[];
  readonly switches: readonly Switch[];
  readonly sharing?: Sharing;
  readonly place: readonly (readonly [path: string, tab: string, section: string])[];
  readonly type: readonly (readonly [id: string, argument: number, basis: number])[];
  readonly family: readonly string[];
  readonly index: readonly (readonly [IndexRanges, Readonly<Record<string, IndexRanges>>])[];
  readonly list: readonly (readonly string[])[];
  readonly since: readonly Readonly<Record<string, string>>[];
  readonly names: readonly string[];
  readonly places: readonly number[];
  readonly indexes: readonly number[];
}

const bases: readonly (Basis | undefined)[] = [undefined, "documented", "dump-comment", "dump", "inferred"];
const uas: readonly (string | undefined)[] = [undefined, "na", "ro", "rw"];
const evidenceLetters: Readonly<Record<string, FamilyEvidence>> = {
  D: "dump",
  g: "documented",
  l: "documented-label",
  t: "template",
  i: "inferred",
  x: "doubtful",
};

/** The parameter in place `at` with all its facts; `line` is its row. */
export function unpack(packed: PackedCatalogue, at: number, line: string): Parameter {
  const [typeAt, familyAt, bits, basisDigits, note, more = {}] = JSON.parse(line) as Row;
  const [path, tab, section] = packed.place[packed.places[at] ?? -1] ?? ["", "", ""];
  const [type, typeArgument, typeBasis] = packed.type[typeAt] ?? ["Str", -1, 4];
  const list = (at: number | undefined) => (at === undefined ? undefined : packed.list[at]);
  const families = evidence(packed, packed.family[familyAt] ?? "");
  const index = packed.index[packed.indexes[at] ?? -1];
  // Every key is there, so that all parameters have one shape and are quick to read.
  const parameter: Record<string, unknown> = {
    name: packed.names[at],
    path,
    tab,
    section,
    type,
    typeArgument: typeArgument < 0 ? undefined : typeArgument,
    typeBasis: bases[typeBasis] ?? "inferred",
    index: index?.[0],
    indexByFamily: byFamily(packed, index?.[1], same),
    options: list(more.o),
    optionsBasis: bases[(basisDigits >> 6) & 7],
    optionsByFamily: byFamily(packed, more.of, (at) => list(at) ?? []),
    optionLabels: more.ol,
    default: more.d,
    defaultBasis: bases[(basisDigits >> 3) & 7],
    defaultByFamily: byFamily(packed, more.df, same),
    defaultByIndex: byFamily(packed, more.di, same),
    range: more.r,
    rangeBasis: bases[basisDigits & 7],
    rangeByFamily: byFamily(packed, more.rf, same),
    allowedRanges: more.ra,
    unit: more.u,
    maxLength: more.m,
    legacyMaxLength: more.lm,
    families,
    since: more.s,
    secret: (bits & 1) !== 0 || undefined,
    readOnly: (bits & 2) !== 0 || undefined,
    maskedInDumps: (bits & 4) !== 0 || undefined,
    defaultUa: uas[bits >> 3],
    variants: more.v,
    tr069: more.t,
    products: more.p,
    placeByFamily: byFamily(packed, more.pf, same),
    sinceByFamily: more.sf === undefined ? undefined : byFamily(packed, packed.since[more.sf], same),
    role: more.ro,
    note,
  };
  return parameter as unknown as Parameter;
}

function same<T>(value: T): T {
  return value;
}

const evidenceOf = new WeakMap<PackedCatalogue, Map<string, Readonly<Record<FamilyId, FamilyEvidence>>>>();

/** Parameters with the same evidence share one object. */
function evidence(packed: PackedCatalogue, letters: string): Readonly<Record<FamilyId, FamilyEvidence>> {
  let known = evidenceOf.get(packed);
  if (!known) {
    known = new Map();
    evidenceOf.set(packed, known);
  }
  const shared = known.get(letters);
  if (shared) return shared;
  const out: Record<FamilyId, FamilyEvidence> = {};
  known.set(letters, out);
  for (const [i, family] of packed.families.entries()) {
    const found = evidenceLetters[letters[i] ?? ""];
    if (found) out[family.id] = found;
  }
  return out;
}

function byFamily<T, U>(
  packed: PackedCatalogue,
  record: Readonly<Record<string, T>> | undefined,
  change: (value: T) => U,
): Record<FamilyId, U> | undefined {
  if (!record) return undefined;
  const out: Record<FamilyId, U> = {};
  let some = false;
  for (const [at, value] of Object.entries(record)) {
    const id = packed.families[Number(at)]?.id;
    if (id === undefined) continue;
    out[id] = change(value);
    some = true;
  }
  return some ? out : undefined;
}
