import * as l10n from "@vscode/l10n";
import { firstOne } from "../../profile/profile";
import { contentText, decodeContent } from "../../xml/entities";
import type { XmlPolicy } from "../../xml/policy";

/** The format of files that Unified CM makes for phones, and of dial templates. */
export const policy: XmlPolicy = {
  roots: [{ name: "device" }, { name: "Default" }, { name: "DIALTEMPLATE" }],
  attributes: [
    { name: "priority", page: () => l10n.t("Order of the servers; 0 is the first.") },
    { name: "button", page: () => l10n.t("Number of the key.") },
    { name: "model", page: () => l10n.t("Name of the model, for people.") },
    { name: "MATCH", page: () => l10n.t("Pattern of the number.") },
    { name: "Timeout", page: () => l10n.t("Seconds after the last key until the phone calls; 0 calls at once.") },
    { name: "User", page: () => l10n.t("`IP` or `Phone`: how the number is written in the address.") },
  ],
  // A pattern of a dial template.
  valueAttribute: "MATCH",
  maxDepth: 12,
  reading: { decode: decodeContent, textOf: contentText, isEmpty: (text) => text.trim() === "" },
  // Servers and lines are lists.
  inEffect: firstOne,
  isDistinctive: () => false,
  // Product specific settings are inside this element, or beside it in short files.
  step: (name) => (name === "vendorConfig" ? "" : name),
  // Phones ignore text between elements, and templates have much of it.
  report: (problem) => (problem.code === "xml/stray-text" ? undefined : problem),
};
