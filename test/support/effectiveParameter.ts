import { traitsOf } from "../../server/src/schema/effectiveParameter";
import type { EffectiveParameter, GenerationId, Parameter } from "../../server/src/schema/model";
import { catalogue } from "./catalogue";

/** What the catalogue might say of an element: `Uns<8>`, `{PUT,POST}`, `FQDN`. Everything is documented. */
export function effective(
  type: string,
  more: {
    name?: string;
    generation?: GenerationId;
    role?: string;
    options?: readonly string[];
    ranges?: EffectiveParameter["ranges"];
  } = {},
): EffectiveParameter {
  const choice = /^\{(.*)\}$/.exec(type);
  const sized = /^([A-Za-z]+?)<?(\d+)>?$/.exec(type);
  const id = choice ? "Enum" : sized && type !== "Flag01" && type !== "IPv6" ? (sized[1] ?? type) : type;
  const argument = choice || type === "Flag01" || type === "IPv6" || !sized ? undefined : Number(sized[2]);
  const options = more.options ?? (choice ? (choice[1] ?? "").split(",").map((word) => word.trim()) : []);
  const parameter: Parameter = {
    name: more.name ?? "Test",
    path: "",
    tab: "",
    section: "",
    type: id,
    ...(argument !== undefined && { typeArgument: argument }),
    typeBasis: "documented",
    ...(options.length > 0 && { options, optionsBasis: "documented" as const }),
    rangeBasis: "documented",
    families: {},
    note: "",
    ...(more.role !== undefined && { role: more.role }),
  };
  return {
    name: parameter.name,
    indexes: [],
    parameter,
    argument,
    options,
    default: undefined,
    ranges: more.ranges ?? [],
    device: { certainty: "unknown", reason: "" },
    generation: more.generation,
    traits: more.generation === undefined ? undefined : traitsOf(more.generation, catalogue),
  };
}
