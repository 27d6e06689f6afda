import type {
  Basis,
  Family,
  FamilyEvidence,
  FamilyId,
  Generation,
  NameRules,
  OtherLoad,
  Parameter,
  ParameterHead,
  Range,
  ReleaseForm,
  Sharing,
  Switch,
} from "./model";

// The form that server/build/schemas.mjs writes; the two must agree on every key.

export type IndexRanges = Readonly<Record<string, readonly [number, number]>>;

/** Who has some parameters: evidence of each family in one letter, and what `since` and the like say. */
type PackedPresence = readonly [
  letters: string,
  since?: string | null,
  sinceByFamily?: Readonly<Record<string, string>> | null,
  products?: readonly string[],
];

/** The rest of a parameter; each row is read when it is first needed. */
export type Row = readonly [type: number, bases: number, note: string, more?: More];

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
  readonly v?: readonly string[];
  readonly t?: string;
  readonly pf?: Readonly<Record<string, string>>;
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

/** The first line of a packed catalogue, and all of it that most runs need of most dialects. */
export interface PackedFacts {
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
}

/** The second line. A line for each parameter follows, in the order of `names`. */
export interface PackedList {
  readonly place: readonly (readonly [path: string, tab: string, section: string])[];
  readonly type: readonly (readonly [id: string, argument: number, basis: number])[];
  readonly presence: readonly PackedPresence[];
  readonly index: readonly (readonly [IndexRanges, Readonly<Record<string, IndexRanges>>])[];
  readonly list: readonly (readonly string[])[];
  readonly names: readonly string[];
  readonly places: readonly number[];
  readonly indexes: readonly number[];
  readonly presences: readonly number[];
  /** Of each parameter: secret, read-only, masked in dumps, and its usual `ua`. */
  readonly bits: readonly number[];
}

/** What parameters are made of. */
export type PackedCatalogue = PackedList & Pick<PackedFacts, "families">;

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
  const [typeAt, basisDigits, note, more = {}] = JSON.parse(line) as Row;
  const bits = packed.bits[at] ?? 0;
  const [path, tab, section] = packed.place[packed.places[at] ?? -1] ?? ["", "", ""];
  const [type, typeArgument, typeBasis] = packed.type[typeAt] ?? ["Str", -1, 4];
  const list = (at: number | undefined) => (at === undefined ? undefined : packed.list[at]);
  const { families, products, since, sinceByFamily } = presenceOf(packed, at);
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
    indexByFamily: rangesByFamily(packed, at),
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
    since,
    secret: isSecretAt(packed, at) || undefined,
    readOnly: (bits & 2) !== 0 || undefined,
    maskedInDumps: (bits & 4) !== 0 || undefined,
    defaultUa: uas[bits >> 3],
    variants: more.v,
    tr069: more.t,
    products,
    placeByFamily: byFamily(packed, more.pf, same),
    sinceByFamily,
    role: more.ro,
    note,
  };
  return parameter as unknown as Parameter;
}

function same<T>(value: T): T {
  return value;
}

export type Presence = Pick<ParameterHead, "families" | "products" | "since" | "sinceByFamily">;

type RangesByFamily = Parameter["indexByFamily"];

/** What parameters share, by where it is. */
interface Unpacked {
  readonly presences: (Presence | undefined)[];
  readonly ranges: (RangesByFamily | undefined)[];
  readonly evidence: Map<string, Readonly<Record<FamilyId, FamilyEvidence>>>;
}

const unpacked = new WeakMap<PackedCatalogue, Unpacked>();

function unpackedOf(packed: PackedCatalogue): Unpacked {
  let known = unpacked.get(packed);
  if (!known) {
    known = { presences: [], ranges: [], evidence: new Map() };
    unpacked.set(packed, known);
  }
  return known;
}

/** Who has the parameter in place `at`. */
export function presenceOf(packed: PackedCatalogue, at: number): Presence {
  const known = unpackedOf(packed);
  const row = packed.presences[at] ?? -1;
  let presence = known.presences[row];
  if (!presence) {
    const [letters = "", since, sinceByFamily, products] = packed.presence[row] ?? [];
    presence = {
      families: evidence(packed, letters, known),
      products,
      since: since ?? undefined,
      sinceByFamily: sinceByFamily ? byFamily(packed, sinceByFamily, same) : undefined,
    };
    known.presences[row] = presence;
  }
  return presence;
}

/** Index ranges of families that have others. */
export function rangesByFamily(packed: PackedCatalogue, at: number): RangesByFamily {
  const row = packed.indexes[at] ?? -1;
  if (row < 0) return undefined;
  const { ranges } = unpackedOf(packed);
  if (!(row in ranges)) ranges[row] = byFamily(packed, packed.index[row]?.[1], same);
  return ranges[row];
}

export function isSecretAt({ bits }: PackedCatalogue, at: number): boolean {
  return ((bits[at] ?? 0) & 1) !== 0;
}

/** Parameters with the same evidence share one object. */
function evidence(
  packed: PackedCatalogue,
  letters: string,
  known: Unpacked,
): Readonly<Record<FamilyId, FamilyEvidence>> {
  const shared = known.evidence.get(letters);
  if (shared) return shared;
  const out: Record<FamilyId, FamilyEvidence> = {};
  known.evidence.set(letters, out);
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
