import packed from "packed:cisco-flat-profile";
import { valueTypes } from "../../values/index";
import { innerSpans, isSameForm } from "../../xml/element";
import type { Dialect } from "../dialect";
import { areas } from "./areas";
import { syntaxAt } from "./attributes";
import { checks } from "./checks/index";
import { contextAt } from "./cursor";
import { dumpFacts } from "./dumpFacts";
import { files } from "./files";
import { layout } from "./layout";
import { pages } from "./pages/index";
import { preview } from "./preview/index";
import { readDocument, updateDocument } from "./read";
import { referencesOf } from "./references";
import { replaces } from "./replaces";
import { ruleKeys } from "./ruleKeys";
import { secrets } from "./rules/secrets";
import { ruleValueTypes } from "./rules/valueTypes";
import { scripts } from "./scripts";
import { write } from "./write";

/** Cisco and Linksys flat-profile XML: MPP and PhoneOS phones, SPA phones, ATA adapters. */
export const ciscoFlatProfile: Dialect = {
  id: "cisco-flat-profile",
  label: "Cisco flat-profile",
  files,
  packedCatalogue: () => packed,
  valueTypes: [...valueTypes, ...ruleValueTypes],
  checks,
  pages,
  areas,
  markdownLanguage: "xml",
  write,
  read(text, catalogue, previous, change) {
    return previous && change
      ? updateDocument(text, catalogue, previous, change)
      : readDocument(text.toString(), catalogue);
  },
  file: (elements) => `<flat-profile>\n${elements.map((element) => `  ${element}\n`).join("")}</flat-profile>\n`,
  comment: (text) => `<!-- ${text} -->`,
  contextAt,
  replaces,
  isSameForm,
  innerSpans,
  syntaxAt,
  layout,
  references: referencesOf,
  preview,
  ruleKeys,
  secrets,
  scripts,
  dumpFacts,
  syntaxArea: "xml",
  isName: (text) => /^[\p{L}_][\p{L}\d_.-]*$/u.test(text),
  triggerCharacters: { completion: ["<", "/", '"', "$", "(", "[", ";", "=", "|", ","], layout: [">"] },
  codeLensTypes: ["ProvisioningRuleSyntax", "ReportRule", "DialPlanScript"],
};
