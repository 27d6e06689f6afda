import type { DialectService } from "../analysis/dialectService";
import type { DialectServices } from "../analysis/dialectServices";
import type { PolicyWord } from "../protocol/policies";
import { resolveParameter } from "../schema/effectiveParameter";
import { webLabel } from "../schema/elementName";
import { nameShape, shapeSpelling } from "../schema/nameShape";
import { type JsonNode, readJson } from "../text/json";
import { contains, type Span } from "../text/span";
import { isCount, isText } from "./paramShapes";
import type { RequestFeature } from "./requestFeature";

/** What can be typed at a place of `policies` in a configuration: names of parameters, values, families, dialects. */
export const policyWords: RequestFeature<"flatProfile/policyWords"> = {
  params: { text: isText, offset: isCount },
  run({ text, offset }, { services }) {
    const place = placeIn(text, offset);
    const words = place && wordsFor(place, services);
    return place && words ? { replace: place.replace, words } : null;
  },
};

/** A text in a policy, and what else the policy says. */
interface Place {
  readonly key: string;
  readonly replace: Span;
  readonly policy: Extract<JsonNode, { readonly kind: "object" }>;
}

function placeIn(text: string, offset: number): Place | undefined {
  const { root } = readJson(text);
  const list = root?.kind === "object" ? root.members.find(({ key }) => key === "policies")?.value : undefined;
  if (list?.kind !== "array") return undefined;
  for (const policy of list.items) {
    if (policy.kind !== "object" || !contains(policy.span, offset)) continue;
    for (const { key, value } of policy.members)
      for (const node of value.kind === "array" ? value.items : [value]) {
        const { start, end } = node.span;
        if (node.kind !== "string" || offset <= start || offset >= end) continue;
        return { key, replace: { start: start + 1, end: end - 1 }, policy };
      }
  }
  return undefined;
}

function wordsFor({ key, policy }: Place, services: DialectServices): readonly PolicyWord[] | undefined {
  switch (key) {
    case "parameter":
      return dialectsOf(policy, services).flatMap(namesOf);
    case "value":
      return optionsFor(textsOf(policy, "parameter"), dialectsOf(policy, services));
    case "family":
      return services.families().map(({ id, label }) => ({ word: id, detail: label }));
    case "dialect":
      return services.dialects.map(({ id, label }) => ({ word: id, detail: label }));
    default:
      return undefined;
  }
}

function textsOf(policy: Place["policy"], key: string): readonly string[] {
  const value = policy.members.find((member) => member.key === key)?.value;
  const nodes = value?.kind === "array" ? value.items : value ? [value] : [];
  return nodes.flatMap((node) => (node.kind === "string" ? [node.value] : []));
}

function dialectsOf(policy: Place["policy"], services: DialectServices): readonly DialectService[] {
  const [id] = textsOf(policy, "dialect");
  const dialect = id === undefined ? undefined : services.named(id);
  const families = textsOf(policy, "family").flatMap((family) => services.ofFamily(family) ?? []);
  return dialect ? [services.of(dialect)] : families.length > 0 ? [...new Set(families)] : services.all();
}

/** The names of a catalogue as people write them. */
export function namesOf({ catalogue, dialect }: DialectService): readonly PolicyWord[] {
  return [...catalogue.parameters()].flatMap((parameter) => {
    if (parameter.readOnly) return [];
    const name = shapeSpelling(parameter.name);
    const word = parameter.path === "" ? name : `${parameter.path}/${name}`;
    const label = webLabel(parameter, catalogue);
    return [{ word, detail: [dialect.label, ...(label === name ? [] : [label])].join(": ") }];
  });
}

/** The values that all of the parameters offer. */
function optionsFor(parameters: readonly string[], services: readonly DialectService[]): readonly PolicyWord[] {
  const lists = parameters.flatMap((text) => services.flatMap((service) => offered(text, service)));
  const [first = [], ...others] = lists;
  return first.filter((word) => others.every((list) => list.includes(word))).map((word) => ({ word }));
}

function offered(text: string, { catalogue, dialect }: DialectService): readonly (readonly string[])[] {
  const { example, path = "" } = nameShape(text, catalogue) ?? {};
  const found = example === undefined ? undefined : catalogue.find(example, path);
  if (!found || example === undefined || found.parameter.secret) return [];
  const effective = resolveParameter(found, example, { certainty: "unknown", reason: "" }, catalogue);
  const type = dialect.valueTypes.find(({ id }) => id === found.parameter.type);
  const whole = (type?.complete?.("", 0, effective) ?? []).filter(({ kind }) => kind === "value" || kind === "keyword");
  return [whole.map(({ label }) => label)];
}
