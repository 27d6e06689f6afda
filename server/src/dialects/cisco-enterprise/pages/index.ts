import type { CodePage } from "../../../checks/check";
import { valuePages } from "./values";
import { xmlPages } from "./xml";

/** Pages of the codes that reading and the value types report. */
export const pages: readonly CodePage[] = [...valuePages, ...xmlPages];

/** Headings of the manual, by the area of the codes, in its order. */
export const areas: Readonly<Record<string, string>> = {
  xml: "XML",
  value: "Values",
  load: "Firmware loads",
  sharing: "Firmware sharing",
  log: "Log messages",
  file: "Names of files",
};
