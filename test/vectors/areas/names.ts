import { elementName } from "../../../server/src/schema/elementName";
import { loadPrefix } from "../../../server/src/schema/identity";
import { catalogue } from "../../support/catalogue";
import type { Area } from "./area";

export const names: Readonly<Record<string, Area>> = {
  "element-name": (input) => {
    const { field, tab } = input as { readonly field: string; readonly tab?: number | null };
    return elementName(field, catalogue, tab);
  },
  "firmware-prefix": (input) => loadPrefix(String(input), catalogue) ?? null,
};
