import type { Catalogue } from "./catalogue";
import type { Family, Model } from "./model";

/** What a file or a person says of a phone; any one is enough. */
export interface Identity {
  /** Product name, as the phone writes it. */
  readonly pn?: string;
  /** Series number, as the phone writes it. */
  readonly psn?: string;
  /** Model as people write it. */
  readonly model?: string;
  /** Name of a firmware load, or how it begins. */
  readonly firmware?: string;
}

interface Identified {
  readonly family: Family;
  /** Undefined when only the family is certain. */
  readonly model?: Model;
}

interface Known {
  /** A name without what product lines put around the number of a model. */
  readonly bare: (text: string) => string;
  readonly models: ReadonlyMap<string, Identified>;
  /** Longest first. */
  readonly prefixes: readonly (readonly [prefix: string, families: readonly Identified[]])[];
}

const known = new WeakMap<Catalogue, Known>();

/** The family, and the model where it is clear; undefined when nothing known is named. */
export function familyOf(identity: Identity, catalogue: Catalogue): Identified | undefined {
  const facts = factsOf(catalogue);
  for (const text of [identity.pn, identity.psn, identity.model]) {
    const found =
      text === undefined
        ? undefined
        : (facts.models.get(text.trim().toUpperCase()) ?? facts.models.get(facts.bare(text)));
    if (found) return found;
  }
  return identity.firmware === undefined ? undefined : byFirmware(identity.firmware, facts);
}

/** How the firmware loads of a product begin. */
export function loadPrefix(pn: string, catalogue: Catalogue): string | undefined {
  const found = familyOf({ pn }, catalogue);
  return found?.model?.firmwarePrefix?.[0] ?? found?.family.firmwarePrefix?.[0];
}

function byFirmware(firmware: string, facts: Known): Identified | undefined {
  const name = firmware.trim().toLowerCase().replace(/^.*\//, "");
  for (const [prefix, found] of facts.prefixes) {
    if (!name.startsWith(prefix)) continue;
    const families = new Set(found.map(({ family }) => family));
    const [family] = families;
    if (families.size !== 1 || !family) return undefined;
    const [first] = found;
    return found.length === 1 && first?.model ? first : { family };
  }
  return undefined;
}

function factsOf(catalogue: Catalogue): Known {
  let facts = known.get(catalogue);
  if (!facts) {
    facts = collect(catalogue);
    known.set(catalogue, facts);
  }
  return facts;
}

function collect(catalogue: Catalogue): Known {
  const affixes = catalogue.modelAffixes.map((affix) => new RegExp(affix));
  const bare = (text: string) => affixes.reduce((rest, affix) => rest.replace(affix, ""), text.trim().toUpperCase());
  const models = new Map<string, Identified>();
  const prefixes = new Map<string, Identified[]>();
  const add = (prefix: string, found: Identified) => {
    const key = prefix.toLowerCase();
    prefixes.set(key, [...(prefixes.get(key) ?? []), found]);
  };
  for (const family of catalogue.families) {
    for (const prefix of family.firmwarePrefix ?? []) add(prefix, { family });
    for (const model of family.models) {
      const found = { family, model };
      for (const text of [model.model, model.pn, model.psn]) {
        if (text === undefined) continue;
        models.set(text.toUpperCase(), found);
        if (!models.has(bare(text))) models.set(bare(text), found);
      }
      for (const prefix of model.firmwarePrefix ?? []) add(prefix, found);
    }
  }
  return { bare, models, prefixes: [...prefixes].sort(([a], [b]) => b.length - a.length) };
}
