import { detached } from "../text/detached";
import type { Catalogue, FoundParameter } from "./catalogue";
import { isListed } from "./catalogue";
import { compareReleases, parseRelease } from "./firmware";
import type {
  DeviceChoice,
  EffectiveParameter,
  Family,
  FamilyEvidence,
  FamilyId,
  Generation,
  GenerationId,
  Parameter,
  ParameterHead,
  Range,
} from "./model";
import { inRange, type NamePattern, parsePattern } from "./pattern";

const cache = new WeakMap<Catalogue, WeakMap<DeviceChoice, Map<string, EffectiveParameter>>>();
const cacheLimit = 20_000;

/** The facts of one element for the chosen phone. Equal questions get the same object back. */
export function resolveParameter(
  found: FoundParameter,
  name: string,
  device: DeviceChoice,
  catalogue: Catalogue,
): EffectiveParameter {
  let devices = cache.get(catalogue);
  if (!devices) {
    devices = new WeakMap();
    cache.set(catalogue, devices);
  }
  let effectives = devices.get(device);
  if (!effectives || effectives.size >= cacheLimit) {
    effectives = new Map();
    devices.set(device, effectives);
  }
  const key = found.parameter.path === "" ? name : `${found.parameter.path}/${name}`;
  let effective = effectives.get(key);
  if (!effective || effective.parameter !== found.parameter) {
    effective = resolve(found, name, device, catalogue);
    effectives.set(detached(key), effective);
  }
  return effective;
}

function resolve(
  { parameter, indexes }: FoundParameter,
  name: string,
  device: DeviceChoice,
  catalogue: Catalogue,
): EffectiveParameter {
  const family = catalogue.family(device.family);
  const traits = family && traitsOf(family.generation, catalogue);
  const stated = onModel(optionsFor(parameter, family?.id), parameter, family, traits, device);
  return {
    name,
    indexes,
    parameter,
    argument: parameter.typeArgument,
    options: stated.length > 0 ? stated : (catalogue.types.get(parameter.type)?.values ?? []),
    default: defaultFor(parameter, indexes, family?.id),
    ranges: rangesFor(parameter, family?.id),
    device,
    generation: family?.generation,
    traits,
  };
}

const traitSets = new WeakMap<Generation, ReadonlySet<string>>();
const noTraits: ReadonlySet<string> = new Set();

/** What phones of a generation do otherwise than the rest. */
/** The traits of a family by its id; none of one that is not known. */
export function familyTraits(id: FamilyId | undefined, catalogue: Catalogue): ReadonlySet<string> {
  const family = id === undefined ? undefined : catalogue.family(id);
  return family ? traitsOf(family.generation, catalogue) : noTraits;
}

export function traitsOf(id: GenerationId, catalogue: Catalogue): ReadonlySet<string> {
  const generation = catalogue.generation(id);
  if (!generation) return noTraits;
  let traits = traitSets.get(generation);
  if (!traits) {
    traits = new Set(generation.traits);
    traitSets.set(generation, traits);
  }
  return traits;
}

/** Lists of lines are those of a family's largest phone. On some phones each line has a key of its own. */
function onModel(
  options: readonly string[],
  { type }: Parameter,
  family: Family | undefined,
  traits: ReadonlySet<string> | undefined,
  { model }: DeviceChoice,
): readonly string[] {
  if (type !== "LineNumber" || !traits?.has("key-for-each-line")) return options;
  const keys = family?.models.find((each) => each.model === model)?.lineKeys ?? 0;
  return keys === 0 ? options : options.filter((option) => !(Number(option) > keys));
}

const none: readonly never[] = [];
const noRanges: Readonly<Record<FamilyId, Range>> = {};

const unions = new WeakMap<Parameter, readonly string[]>();

/** The closed list of a family, or the union of all lists. */
export function optionsFor(parameter: Parameter, family: FamilyId | undefined): readonly string[] {
  const { options = none, optionsByFamily } = parameter;
  if (!optionsByFamily) return options;
  if (family !== undefined) return own(optionsByFamily, family) ?? options;
  let union = unions.get(parameter); // all numbers of a pattern share it
  if (!union) {
    const lists = Object.values(optionsByFamily);
    union = lists.length === 0 ? options : [...new Set([...options, ...lists.flat()])];
    unions.set(parameter, union);
  }
  return union;
}

function rangesFor(parameter: Parameter, family: FamilyId | undefined): readonly Range[] {
  if (parameter.allowedRanges) return parameter.allowedRanges;
  const { range, rangeByFamily = noRanges } = parameter;
  if (!range && rangeByFamily === noRanges) return none;
  if (family !== undefined) {
    const one = own(rangeByFamily, family) ?? range;
    return one ? [one] : [];
  }
  // Where only some families have a limit, an unknown phone has none.
  if (!range) return [];
  const all = [range, ...Object.values(rangeByFamily)];
  const widest: { min?: number; max?: number } = {};
  if (all.every((r) => r.min !== undefined)) widest.min = Math.min(...all.map((r) => r.min ?? 0));
  if (all.every((r) => r.max !== undefined)) widest.max = Math.max(...all.map((r) => r.max ?? 0));
  return [widest];
}

export function defaultFor(
  parameter: Parameter,
  indexes: readonly number[],
  family: FamilyId | undefined,
): string | undefined {
  const { defaultByIndex, defaultByFamily } = parameter;
  if (defaultByIndex) {
    const index = String(indexes[0] ?? "");
    const ofFamily = family === undefined ? undefined : own(defaultByIndex, family);
    if (ofFamily && Object.hasOwn(ofFamily, index)) return ofFamily[index];
    // The default of the whole pattern is that of its first number.
    if (indexes[0] !== firstIndex(parameter)) {
      const ofFamilies = new Set(
        Object.values(defaultByIndex).flatMap((record) => (Object.hasOwn(record, index) ? [record[index]] : [])),
      );
      return ofFamilies.size === 1 ? [...ofFamilies][0] : undefined;
    }
  }
  if (family !== undefined && defaultByFamily && Object.hasOwn(defaultByFamily, family)) return defaultByFamily[family];
  return parameter.default;
}

function firstIndex(parameter: Parameter): number | undefined {
  return Object.values(parameter.index ?? {})[0]?.[0];
}

type AvailabilityState = "available" | "not-on-family" | "index-beyond-family" | "newer-firmware";

interface Availability {
  readonly state: AvailabilityState;
  /** How it is known that the family has the parameter; undefined when it does not or when it is open which family it is. */
  readonly evidence: FamilyEvidence | undefined;
  /** True when the catalogue only supposes that the family has it. */
  readonly doubt: boolean;
}

const weak: ReadonlySet<FamilyEvidence> = new Set(["documented-label", "template", "inferred", "doubtful"]);

/** Whether the chosen phone has the element. An unknown phone has every element. */
export function availability(
  parameter: ParameterHead,
  indexes: readonly number[],
  device: DeviceChoice,
  catalogue: Catalogue,
): Availability {
  const family = catalogue.family(device.family);
  if (!family) return { state: "available", evidence: undefined, doubt: false };
  if (!isListed(parameter, family.id)) return { state: "not-on-family", evidence: undefined, doubt: false };
  const evidence = own(parameter.families, family.id);
  const doubt = evidence !== undefined && weak.has(evidence);
  const ranges = own(parameter.indexByFamily ?? {}, family.id);
  if (ranges && !inRange(patternOf(parameter), indexes, ranges))
    return { state: "index-beyond-family", evidence, doubt };
  const first = sinceFor(parameter, family.id);
  const since = first === undefined ? undefined : parseRelease(first, catalogue);
  const running = device.firmware === undefined ? undefined : parseRelease(device.firmware, catalogue);
  if (
    since &&
    running &&
    since.prefix === (catalogue.generation(family.generation)?.releasePrefix ?? "") &&
    since.prefix === running.prefix &&
    compareReleases(running, since) < 0
  )
    return { state: "newer-firmware", evidence, doubt };
  return { state: "available", evidence, doubt };
}

const patterns = new WeakMap<ParameterHead, NamePattern>();

/** All numbers of a pattern share it. */
function patternOf(parameter: ParameterHead): NamePattern {
  let pattern = patterns.get(parameter);
  if (!pattern) {
    pattern = parsePattern(parameter.name);
    patterns.set(parameter, pattern);
  }
  return pattern;
}

/** The release that documented the parameter, as far as it is known for the family. */
export function sinceFor(
  parameter: Pick<ParameterHead, "since" | "sinceByFamily">,
  family: FamilyId | undefined,
): string | undefined {
  const { since, sinceByFamily } = parameter;
  return (sinceByFamily && family !== undefined ? own(sinceByFamily, family) : undefined) ?? since;
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
