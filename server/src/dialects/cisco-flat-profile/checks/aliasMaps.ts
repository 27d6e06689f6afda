import * as l10n from "@vscode/l10n";
import type { Check, CodePage, ProfileCheckContext } from "../../../checks/check";
import type { Profile } from "../../../profile/profile";
import type { Setting } from "../../../profile/setting";
import type { Span } from "../../../text/span";
import { readAliasMap } from "../rules/aliasMap";
import { readRule } from "../rules/rule";

const rules = ["Profile_Rule", "Profile_Rule_B", "Profile_Rule_C", "Profile_Rule_D"];

function withMap(map: string): string {
  return `<flat-profile><GPP_C>${map}</GPP_C><Profile_Rule>[--alias c] https://h/account.xml</Profile_Rule></flat-profile>`;
}

const good = withMap("/account/number = /flat-profile/User_ID_1_ ; /account/secret = /flat-profile/Password_1_ ;");

export const aliasForm = check({
  code: "rule/alias",
  severity: "warning",
  title: "Alias that cannot be read",
  docs: `The map of \`--alias\` is a list of entries of the form \`/element/element = /flat-profile/Parameter ;\`. The phone skips an entry that it cannot read, so the parameter is never set.`,
  examples: [{ bad: withMap("number = User_ID_1_ ;"), good }],
});

export const aliasTwice = check({
  code: "rule/alias-twice",
  severity: "warning",
  title: "Two parameters for one element",
  docs: `Two entries of the map name the same element. The phone uses the first, so the second parameter is never set.`,
  examples: [{ bad: withMap("/number = /flat-profile/User_ID_1_ ; /number = /flat-profile/Auth_ID_1_ ;"), good }],
});

export const aliasLimit = check({
  code: "rule/alias-limit",
  severity: "warning",
  title: "Alias map with too many entries",
  docs: `A map has at most 30 entries. The phone skips the others, so their parameters are never set.`,
  examples: [
    {
      bad: withMap(
        Array.from({ length: 31 }, (_, i) => `/e${i} = /flat-profile/Speed_Dial_${(i % 9) + 1}_Name ;`).join(" "),
      ),
      good,
    },
  ],
});

export const aliasMissing: Check = {
  code: "rule/alias-missing",
  severity: "hint",
  title: "Alias map that is not in this file",
  docs: `\`--alias c\` reads the map in \`GPP_C\`. This profile does not set it, so an earlier profile or the factory must have set it. Without it the phone reads nothing from the file.`,
  examples: [
    {
      bad: "<flat-profile><Profile_Rule>[--alias c] https://h/account.xml</Profile_Rule></flat-profile>",
      good,
    },
  ],
  profile(profile, { report, write }) {
    for (const { rule, letter, span } of aliasOptions(profile)) {
      const name = `GPP_${letter.toUpperCase()}`;
      if (profile.inEffect(name)) continue;
      const map = "/element = /flat-profile/User_ID_1_ ;";
      report(rule, {
        message: l10n.t("The map of this option is in `{0}`, which this profile does not set.", name),
        span: rule.value.toSource(span),
        fixes: [{ title: l10n.t("Insert `{0}`", name), edits: write.insertAfter(rule, name, map) }],
      });
    }
  },
};

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
  for (const { letter } of aliasOptions(profile)) {
    const map = profile.inEffect(`GPP_${letter.toUpperCase()}`);
    if (map && !map.templated) maps.add(map);
  }
  return maps;
}

/** Every `--alias x` of a rule; the span counts from the start of the rule. */
function* aliasOptions(profile: Profile): Iterable<{ rule: Setting; letter: string; span: Span }> {
  for (const name of rules) {
    const rule = profile.inEffect(name);
    if (!rule || rule.templated || !rule.text.includes("--alias")) continue;
    for (const { options } of readRule(rule.text, "profile").alternatives)
      for (const { name: option, argument = "", argumentSpan } of options)
        if (option === "--alias" && /^[a-p]$/.test(argument)) yield { rule, letter: argument, span: argumentSpan };
  }
}

function reportMap(map: Setting, code: string, { report }: ProfileCheckContext): void {
  for (const problem of readAliasMap(map.text).problems)
    if (problem.code === code)
      report(map, { message: problem.message, severity: problem.severity, span: map.value.toSource(problem.span) });
}
