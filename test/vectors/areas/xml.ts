import { applyProfile } from "../../../server/src/dialects/cisco-flat-profile/preview/apply";
import { decodeContent } from "../../../server/src/xml/entities";
import { catalogue } from "../../support/catalogue";
import { read } from "../../support/read";
import { type Area, only } from "./area";

const knows = (name: string) => catalogue.has(name) || /^[A-Z]$/.test(name);

/** What becomes of each element in the words of the policy. */
function fates(text: string): Readonly<Record<string, string>> {
  const { set, reset, ua, unchanged } = applyProfile(read(text).profiles, { knows, current: {}, userModified: [] });
  return Object.fromEntries([
    ...Object.entries(set),
    ...reset.map((name) => [name, "reset-to-default"]),
    ...unchanged.map((name) => [name, ua[name] === undefined ? "value-kept" : "value-kept, ua set"]),
  ]);
}

export const xmlAreas: Readonly<Record<string, Area>> = {
  "xml-value"(input) {
    const text = input as string;
    return decodeContent(text, 0, text.length).text;
  },
  "xml-apply"(input, context, expected) {
    const document = read(input as string);
    const result = applyProfile(document.profiles, {
      knows,
      current: (context.current ?? {}) as Record<string, string>,
      userModified: (context.um ?? []) as string[],
    });
    const { userModified: um, unmarked } = result;
    return only({ ...result, um, um_cleared: unmarked }, expected);
  },
  "policy-xml": (input) => fates(input as string),
};
