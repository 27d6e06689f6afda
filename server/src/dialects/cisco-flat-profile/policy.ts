import { lastOne } from "../../profile/profile";
import { contentText, decodeContent } from "../../xml/entities";
import { attributeText } from "../../xml/plainSetting";
import type { XmlPolicy } from "../../xml/policy";
import { attributes } from "./attributes";

/** The format of flat-profile files; section 1 of the specification. */
export const policy: XmlPolicy = {
  // Adapters have a second part, inside the profile or beside it.
  roots: [
    { name: "flat-profile", maxSlips: 2 },
    { name: "router-configuration", isSection: true },
  ],
  attributes,
  valueAttribute: "value",
  usualAttribute: { name: "ua", value: "na" },
  // Real files have five.
  maxDepth: 8,
  reading: {
    decode: decodeContent,
    textOf: contentText,
    // `""` is the explicit empty text.
    isEmpty: (text) => text === "" || text === '""',
    // `group="Info/…"` is the status part of a dump.
    isStatus(parts) {
      const group = attributeText(parts, "group");
      return group !== undefined && /^\s*info(?:\/|\s*$)/i.test(group);
    },
  },
  // `${MA}` is a wrongly written macro rather than a shell variable: a grammar will say so.
  ownMacros: /^\$\{(?:GPP_)?(?:[A-P]|S[A-D]|MA|MAU|MAC|PN|PSN|SN|IP|EXTIP|SWVER|HWVER|CCERT|PRVST|UPGST|UID\d+)\}$/,
  inEffect: lastOne,
  // Plain words such as <User> or <Text> are elements of many formats; names of parameters have underscores.
  isDistinctive: (name) => name.includes("_"),
};
