import type { Profile } from "../profile/profile";
import type { Setting } from "../profile/setting";
import { readAliasMap } from "../rules/aliasMap";
import { readRule } from "../rules/rule";
import type { Check, CodePage, ProfileCheckContext } from "./check";

const rules = ["Profile_Rule", "Profile_Rule_B", "Profile_Rule_C", "Profile_Rule_D"];

function withMap(map: string): string {
  return `<flat-profile><GPP_C>${map}</GPP_C><Profile_Rule>[--alias c] https://h/account.xml</Profile_Rule></flat-profile>`;
}

const good = withMap("/account/number = /flat-profile/User_ID_1_ ; /account/secret = /flat-profile/Password_1_ ;");

export const aliasForm = check({
  code: "rule/alias",
  severity: "warning",
  title: "Alias that cannot be read",
  docs: `The map of \`--alias\` is made of entries \`/element/element = /flat-profile/Parameter ;\`. The phone skips what it cannot read, so the parameter is never set.`,
  examples: [{ bad: withMap("number = User_ID_1_ ;"), good }],
});

export const aliasTwice = check({
  code: "rule/alias-twice",
  severity: "warning",
  title: "Two parameters for one element",
  docs: `Two entries of the map name the same element. The phone takes the first, so the second parameter is never set.`,
  examples: [{ bad: withMap("/number = /flat-profile/User_ID_1_ ; /number = /flat-profile/Auth_ID_1_ ;"), good }],
});

export const aliasLimit = check({
  code: "rule/alias-limit",
  severity: "warning",
  title: "Alias map with too many entries",
  docs: `A map holds at most 30 entries. The phone skips the others, so their parameters are never set.`,
  examples: [
    {
      bad: withMap(
        Array.from({ length: 31 }, (_, i) => `/e${i} = /flat-profile/Speed_Dial_${(i % 9) + 1}_Name ;`).join(" "),
      ),
      good,
    },
  ],
});

function check(page: CodePage): Check {
  return {
    ...page,
    profile(profile, context) {
      for (const map of aliasMapsOf(profile)) reportMap(map, page.code, context);
    },
  };
}

/** The GPP parameters that rules use as maps. */
function aliasMapsOf(profile: Profile): ReadonlySet<Setting> {
  const maps = new Set<Setting>();
  for (const name of rules) {
    const rule = profile.last(name);
    if (!rule || rule.templated || !rule.text.includes("--alias")) continue;
    for (const { options } of readRule(rule.text, "profile").alternatives)
      for (const option of options) {
        const letter = option.name === "--alias" ? option.argument : undefined;
        const map = letter && /^[a-p]$/.test(letter) ? profile.last(`GPP_${letter.toUpperCase()}`) : undefined;
        if (map && !map.templated) maps.add(map);
      }
  }
  return maps;
}

function reportMap(map: Setting, code: string, { report }: ProfileCheckContext): void {
  for (const problem of readAliasMap(map.text).problems)
    if (problem.code === code)
      report(map, { message: problem.message, severity: problem.severity, span: map.value.toSource(problem.span) });
}
