import { lastOne } from "../../server/src/profile/profile";
import { decodeContent } from "../../server/src/xml/entities";
import { xmlFormat } from "../../server/src/xml/format";
import type { KnownNames, XmlPolicy } from "../../server/src/xml/policy";

// Two formats that no vendor has, to see that the XML reader depends on its policy alone.

const reading = { decode: decodeContent, isEmpty: (text: string) => text === "" || text === "-" };

/** Names in attributes: `<Message><Items><Item name="host" index="1">a</Item></Items></Message>`. */
export const itemPolicy: XmlPolicy = {
  roots: [{ name: "PhoneMessage", maxSlips: 1 }, { name: "WorkMessage" }, { name: "Items", isSection: true }],
  attributes: [
    { name: "index", page: () => "which one", offer: { detail: () => "Which one", values: ["1", "2"] } },
    { name: "status", page: () => "written by phones" },
  ],
  named: { element: "Item", attribute: "name" },
  usualAttribute: { name: "index", value: "1" },
  maxDepth: 4,
  reading,
  inEffect: lastOne,
  isDistinctive: () => false,
  // What is around the items is not a part of their names.
  step: () => "",
};

const itemNames: KnownNames = {
  has: (name) => name === "Item" || name === "Action",
  hasSection: (_, name) => name === "Items",
};

/** Sections in sections, distinguished by a number: `<device><lines><line no="2"><label>b</label></line></lines></device>`. */
export const nestedPolicy: XmlPolicy = {
  roots: [{ name: "device" }, { name: "Default" }],
  attributes: [],
  maxDepth: 6,
  reading,
  inEffect: lastOne,
  isDistinctive: (name) => name === "phoneLabel",
  step(name, attributes) {
    if (name === "wrap") return "";
    const number = attributes.find((attribute) => attribute.name === "no")?.value;
    return number === undefined ? name : `${name}[${number}]`;
  },
  // Text between elements means nothing here, and a doubtful comment is worth a warning.
  report(problem) {
    if (problem.code === "xml/stray-text") return undefined;
    return problem.code === "xml/comment-dashes" ? { ...problem, severity: "warning" } : problem;
  },
};

const nestedNames: KnownNames = {
  has: (name, path = "") => ["phoneLabel", "load"].includes(name) || (name === "label" && /line\[\d\]$/.test(path)),
  hasSection: (path) => /^lines(?:\/line\[\d\])?$/.test(path),
};

export const formats = {
  items: { ...xmlFormat(itemPolicy), names: itemNames },
  nested: { ...xmlFormat(nestedPolicy), names: nestedNames },
};
