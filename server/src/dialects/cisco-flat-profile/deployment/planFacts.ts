import type { Phone } from "../../../deployment/phone";
import type { Catalogue } from "../../../schema/catalogue";
import { familyTraits } from "../../../schema/effectiveParameter";
import { encodeText } from "../../../xml/entities";
import { readRule } from "../rules/rule";
import { compareVersions, readVersion } from "../rules/version";

// Facts and words that a comparison of two runs needs.

export const isOlder: Phone["isOlder"] = (a, b) => {
  const [one, other] = [readVersion(a), readVersion(b)];
  return one !== undefined && other !== undefined && compareVersions(one, other) === -1;
};

/** The address of an alternative with its macros. */
export function typedUrl(rule: string, taken: number): string | undefined {
  return readRule(rule, "profile").alternatives[taken - 1]?.url;
}

/** An element without a value resets the setting; two quotes are an empty value. */
export const written: Phone["written"] = (name, value) => {
  const path = name.split("/");
  // A phone takes blanks away at both ends.
  const kept = value === null ? "" : encodeText(value).replace(/^ +| +$/g, (blanks) => "&#32;".repeat(blanks.length));
  const text = value === "" ? '""' : kept;
  return path.reduceRight((inner, part) => `<${part}>${inner}</${part}>`, text);
};

/** No guide lists which settings restart a phone; older families and adapters are known to restart after some. */
export function mayRestart(family: string | undefined, catalogue: Catalogue): boolean {
  return familyTraits(family, catalogue).has("restarts-after-some-changes");
}
