import type { CodePage } from "../../../checks/check";
import { valuePages } from "./values";
import { xmlPages } from "./xml";

/** Headings of the manual by the area of the codes. */
export const areas: Readonly<Record<string, string>> = {
  xml: "XML",
  message: "Messages",
  item: "Items",
  value: "Values",
  key: "Keys",
  deployment: "Software and files",
  safety: "Access to the phone",
  secret: "Passwords",
};

/** Pages of the codes that reading and the value types report. */
export const pages: readonly CodePage[] = [...xmlPages, ...valuePages];
