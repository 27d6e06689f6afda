import { valueTypes } from "../../values/index";
import type { Dialect } from "../dialect";
import { checks } from "./checks/index";
import { contextAt } from "./cursor";
import { layout } from "./layout";
import { mentionsOf } from "./mentions";
import { pages } from "./pages/index";
import { preview } from "./preview/index";
import { readDocument, updateDocument } from "./read";
import { ruleKeys } from "./ruleKeys";
import { ruleValueTypes } from "./rules/valueTypes";
import { scripts } from "./scripts";
import { write } from "./write";

/** Cisco and Linksys flat-profile XML: MPP and PhoneOS phones, SPA phones, ATA adapters. */
export const ciscoFlatProfile: Dialect = {
  id: "cisco-flat-profile",
  languageId: "flat-profile",
  valueTypes: [...valueTypes, ...ruleValueTypes],
  checks,
  pages,
  write,
  read(text, catalogue, previous, change) {
    return previous && change
      ? updateDocument(text, catalogue, previous, change)
      : readDocument(text.toString(), catalogue);
  },
  file: (elements) => `<flat-profile>\n${elements.map((element) => `  ${element}\n`).join("")}</flat-profile>\n`,
  comment: (text) => `<!-- ${text} -->`,
  contextAt,
  layout,
  mentions: mentionsOf,
  preview,
  ruleKeys,
  scripts,
  toldAbove: ["ProvisioningRuleSyntax", "ReportRule", "DialPlanScript"],
};
