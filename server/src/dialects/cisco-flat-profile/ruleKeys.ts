import type { RuleKeyEntry, RuleKeys } from "../../preview/ruleKeys";
import type { ProfileDocument } from "../../profile/profileDocument";
import type { Span } from "../../text/span";
import { profileValues } from "./preview/profileValues";
import { findMacros } from "./rules/macro";
import { readRule } from "./rules/rule";
import { withoutSecrets } from "./rules/secretPlaces";

const parameters = ["Profile_Rule", "Profile_Rule_B", "Profile_Rule_C", "Profile_Rule_D"];

/** Where the rules that fetch profiles have their keys. Places only: a key never travels in a message. */
export function ruleKeys(document: ProfileDocument): RuleKeys {
  const valueIn = profileValues({ document });
  const placeOf = (parameter: string): Span | undefined => {
    const value = valueIn(parameter);
    return value && value.text !== "" && findMacros(value.text).length === 0
      ? value.toSource({ start: 0, end: value.text.length })
      : undefined;
  };
  const rules = parameters.flatMap((parameter) => {
    const value = valueIn(parameter);
    if (!value) return [];
    const { isComment, alternatives } = readRule(value.text, "profile");
    if (isComment) return [];
    return alternatives.flatMap(({ options, url }): RuleKeyEntry[] => {
      if (url === "") return [];
      const shownUrl = withoutSecrets(url);
      const option = options.find(({ name, argument }) => name === "--key" && argument !== undefined);
      if (!option?.argument) return [{ parameter, url: shownUrl, key: { kind: "none" } }];
      const secret = /^\$(?:\{?(S[A-D])\}?|\((S[A-D])\))$/.exec(option.argument);
      const name = secret?.[1] ?? secret?.[2];
      if (name !== undefined) {
        const span = placeOf(`GPP_${name}`);
        return [{ parameter, url: shownUrl, key: { kind: "parameter", name: `GPP_${name}`, ...(span && { span }) } }];
      }
      if (findMacros(option.argument).length > 0) return [{ parameter, url: shownUrl, key: { kind: "computed" } }];
      const { start, end } = option.argumentSpan;
      const quotes = end - start - option.argument.length;
      const from = start + (quotes > 0 ? 1 : 0);
      const span = value.toSource({ start: from, end: from + option.argument.length });
      return [{ parameter, url: shownUrl, key: { kind: "literal", span } }];
    });
  });
  const keyingMaterial = placeOf("IKM_HTTP_Encrypt_Content");
  return { rules, ...(keyingMaterial && { keyingMaterial }) };
}
