import { applyProfile } from "../../../server/src/profile/apply";
import { decodeContent } from "../../../server/src/xml/entities";
import { catalogue } from "../../support/catalogue";
import { read } from "../../support/read";
import { type Area, only } from "./area";

export const xmlAreas: Readonly<Record<string, Area>> = {
  "xml-value"(input) {
    const text = input as string;
    return decodeContent(text, 0, text.length).text;
  },
  "xml-apply"(input, context, expected) {
    const document = read(input as string);
    const result = applyProfile(document.profiles, {
      knows: (name) => catalogue.has(name) || /^[A-Z]$/.test(name),
      current: (context.current ?? {}) as Record<string, string>,
      userModified: (context.um ?? []) as string[],
    });
    return only(result as unknown as Record<string, unknown>, expected);
  },
};
