import { ciscoFlatProfile } from "../../../server/src/dialects/cisco-flat-profile/index";
import { matchTemplate } from "../../../server/src/dialects/cisco-flat-profile/values/templates";
import { cut, readDecimal, readWhole } from "../../../server/src/values/number";
import { effective } from "../../support/effectiveParameter";
import { type Area, only } from "./area";

const otherNames: Readonly<Record<string, string>> = {
  ActCode: "StarCode",
  "Star Codes": "StarCode",
  StarCodes: "StarCode",
  Password: "Str",
};

const datatype: Area = (input, _context, expected) => {
  const { type, value } = input as { type: string; value: string };
  const at = effective(otherNames[type] ?? type);
  const found = ciscoFlatProfile.valueTypes.find((t) => t.id === at.parameter.type);
  if (!found) return { valid: `no type ${at.parameter.type}` };
  // Only the case of Yes and No is free; what is hinted at beyond that is not a word of the type itself.
  const isYesOrNo =
    /^(?:yes|no)$/i.test(value) && (found.id === "Bool" || at.options.some((o) => /^(?:Yes|No)$/.test(o)));
  const valid = value === "" || found.check(value, at).every(({ severity }) => severity === "hint" && isYesOrNo);
  return only({ valid, normalized: valid ? normalized(at.parameter.type, at.argument, value) : undefined }, expected);
};

function normalized(type: string, argument: number | undefined, value: string): unknown {
  if (type === "Uns" || type === "Sig" || type === "Port") return readWhole(value, type === "Sig").value;
  const decimal = readDecimal(value)?.value;
  if (type === "Time" && decimal !== undefined) return cut(decimal, argument ?? 0);
  return type === "Float" || type === "PwrLevel" ? decimal : value;
}

export const datatypeAreas: Readonly<Record<string, Area>> = {
  datatype,
  phtmplt(input) {
    const { template, number } = input as { template: string; number: string };
    return matchTemplate(template, number);
  },
  rsctmplt(input) {
    const { template, code } = input as { template: string; code: string };
    return matchTemplate(template, code);
  },
};
