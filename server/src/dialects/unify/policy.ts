import * as l10n from "@vscode/l10n";
import { lastOne } from "../../profile/profile";
import type { ElementParts } from "../../xml/element";
import { contentText, decodeContent } from "../../xml/entities";
import { xmlFormat } from "../../xml/format";
import type { KnownNames, XmlPolicy } from "../../xml/policy";

/** Elements that have a text of their own; everything else is an item. */
const plainElements = ["Action", "ReasonForContact"];

/** The format of messages between phones and their server, and of files with items. */
export const policy: XmlPolicy = {
  roots: [
    { name: "DLSMessage", maxSlips: 1 },
    // Two servers in the field write it, and phones take it.
    { name: "DlsMessage" },
    { name: "WorkpointMessage", maxSlips: 1 },
    { name: "ItemList", isSection: true },
  ],
  attributes: [
    {
      name: "index",
      page: () =>
        l10n.t(
          "**index** — which one of several: the number of a key, a line or a file. Keys of the second level have 1000 more.",
        ),
      offer: { detail: () => l10n.t("Number of the key, line or file"), values: ["1", "2", "1001"] },
    },
    {
      name: "status",
      page: () => l10n.t("**status** — `failed`: the phone does not know the item. Phones write it."),
    },
  ],
  named: { element: "Item", attribute: "name", index: "index", plain: plainElements },
  maxDepth: 6,
  reading: {
    decode: decodeContent,
    textOf: contentText,
    // Phones write `NULL` for an empty value.
    isEmpty: (text) => text === "" || text === "NULL",
    isStatus: (parts) => (parts as ElementParts).attributes.some(({ name }) => name === "status"),
  },
  inEffect: lastOne,
  isDistinctive: (name) => name === "Item",
  // Messages and lists are not a part of the names of items.
  step: () => "",
};

/** The elements of a message; what an item is called is in its attribute. */
const elements: KnownNames = {
  has: (name) => name === "Item" || plainElements.includes(name),
  hasSection: (_, name) => name === "ItemList" || name === "Message",
};

const xml = xmlFormat(policy);

/** How messages are read and written. */
export const format = {
  ...xml,
  read: ((text, _catalogue, previous, change) => xml.read(text, elements, previous, change)) as typeof xml.read,
  file: (items: readonly string[]) =>
    `<DLSMessage xmlns="${namespace}">\n  <Message>\n    <Action>WriteItems</Action>\n    <ItemList>\n${items.map((item) => `      ${item}\n`).join("")}    </ItemList>\n  </Message>\n</DLSMessage>\n`,
  isName: (text: string) => /^[A-Za-z_][\w.-]*(?:\[\d{1,4}\])?$/.test(text),
};

export const namespace = "http://www.siemens.com/DLS";
