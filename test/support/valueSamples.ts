import type { Dialect } from "../../server/src/dialects/dialect";
import type { Catalogue } from "../../server/src/schema/catalogue";
import { resolveParameter } from "../../server/src/schema/effectiveParameter";
import type { EffectiveParameter } from "../../server/src/schema/model";
import { serviceOf } from "./problems";

// Values of the catalogue and of the manual's examples, by type.

const device = { certainty: "unknown", reason: "" } as const;
const maxValues = 9;

export interface Sample {
  readonly text: string;
  readonly at: EffectiveParameter;
}

/** All parameters of the catalogue, each name with its numbers. */
export function parametersOf(catalogue: Catalogue): readonly EffectiveParameter[] {
  return [...catalogue.concreteNames({})].flatMap((name) => {
    const found = catalogue.find(name);
    return found ? [resolveParameter(found, name, device, catalogue)] : [];
  });
}

/** Values by type, in the order in which they are found: of the manual's examples, then of the catalogue. */
export function samplesOf(dialect: Dialect): ReadonlyMap<string, ReadonlyMap<string, Sample>> {
  const { catalogue } = serviceOf(dialect);
  const samples = new Map<string, Map<string, Sample>>();
  const add = (text: string, at: EffectiveParameter) => {
    if (text.trim() === "" || text.length > 300) return;
    const { type } = at.parameter;
    const list = samples.get(type) ?? new Map<string, Sample>();
    samples.set(type, list);
    // one of each shape: letters and digits count as the same
    const shape = text.replace(/[A-Za-z]+/g, "a").replace(/\d/g, "1");
    if (list.size < maxValues && !list.has(shape)) list.set(shape, { text: text.trim(), at });
  };
  const parameters = parametersOf(catalogue);
  const places = new Map<string, EffectiveParameter>();
  for (const at of parameters) if (!places.has(at.parameter.type)) places.set(at.parameter.type, at);
  for (const { examples } of [...dialect.pages, ...dialect.checks])
    for (const { bad, good } of examples)
      for (const text of [bad, good])
        for (const segment of dialect.read(text, catalogue).segments)
          for (const { name, path, text: value } of segment.settings) {
            const found = catalogue.find(name, path);
            if (found) add(value, resolveParameter(found, name, device, catalogue));
          }
  for (const [id, { example }] of catalogue.types) {
    const at = places.get(id);
    if (at && typeof example === "string") add(example, at);
  }
  for (const at of parameters) if (at.default) add(at.default, at);
  return samples;
}
