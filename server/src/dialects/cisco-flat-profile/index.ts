import { valueTypes } from "../../values/index";
import type { Dialect } from "../dialect";
import { areas } from "./areas";
import { checks } from "./checks/index";
import { conversion } from "./conversion";
import { ciscoPhone } from "./deployment/index";
import { dumpFacts } from "./dumpFacts";
import { files } from "./files";
import { format } from "./format";
import { readOptionComment } from "./optionComment";
import { otherText } from "./otherText";
import { pages } from "./pages";
import { preview } from "./preview/index";
import { referencesOf } from "./references";
import { replaces } from "./replaces";
import { ruleKeys } from "./ruleKeys";
import { secrets } from "./rules/secrets";
import { ruleValueTypes } from "./rules/valueTypes";
import { scripts } from "./scripts";
import { ownValueTypes } from "./values/index";

/** Cisco and Linksys flat-profile XML: MPP and PhoneOS phones, SPA phones, ATA adapters. */
export const ciscoFlatProfile: Dialect = {
  ...format,
  id: "cisco-flat-profile",
  label: "Cisco flat-profile",
  files,
  valueTypes: [...valueTypes, ...ownValueTypes, ...ruleValueTypes],
  conversion,
  checks,
  pages,
  areas,
  markdownLanguage: "xml",
  contextAt(document, text, offset) {
    const context = format.contextAt(document, text, offset);
    // names in sections of adapters are many and rarely typed
    return context.kind === "name" && context.path !== "" ? { kind: "none" } : context;
  },
  replaces,
  references: referencesOf,
  preview,
  phone: ciscoPhone,
  ruleKeys,
  secrets,
  scripts,
  dumpFacts,
  optionsIn: (comment, value) => readOptionComment(comment, value)?.options,
  otherText,
  triggerCharacters: {
    completion: ["<", "/", '"', "$", "(", "[", ";", "=", "|", ","],
    nameWords: [" "],
    layout: [">"],
  },
  codeLensTypes: ["ProvisioningRuleSyntax", "ReportRule", "DialPlanScript"],
};
