import * as l10n from "@vscode/l10n";
import type { Check, Interest } from "../../../../checks/check";
import type { Profile } from "../../../../profile/profile";
import { readDialPlan } from "../../../../values/dialPlan/read";
import { automatonOf, defaultDialSettings, fateOf } from "../../../../values/dialPlan/simulate";
import { sequenceText } from "../../../../values/dialPlan/words";
import { digitMappingForm } from "../../values/dialPlans";

const mapping: Interest = {
  name: ({ name }) => name === "DIGIT_MAPPING",
  setting: ({ templated, isEmpty }) => !templated && !isEmpty,
};

/** Those that a person set for the editor, and those of the file. */
function numbersOf(profile: Profile, chosen: string): readonly string[] {
  const own = [profile.text("PHNEMERGNUM"), profile.text("PHNMOREEMERGNUMS"), chosen].join(",");
  return [...new Set(own.split(/[\s,;|]+/).filter((number) => /^\d{2,8}$/.test(number)))];
}

export const emergencyMapped: Check = {
  code: "dialplan/emergency-mapped",
  severity: "warning",
  title: "Emergency number that a mapping bars or changes",
  docs: "`DIGIT_MAPPING` applies to every number that is dialed by hand. A rule that bars an emergency number, or sends another number in its place, keeps a person from getting help. The numbers are those of `PHNEMERGNUM`, `PHNMOREEMERGNUMS` and the editor setting `flatProfile.emergencyNumbers`. Make the rule match fewer numbers.",
  examples: [
    {
      bad: "SET PHNEMERGNUM 112\nSET ENABLE_DIGIT_MAPPING 1\nSET DIGIT_MAPPING <1:91>xx\n",
      good: "SET PHNEMERGNUM 112\nSET ENABLE_DIGIT_MAPPING 1\nSET DIGIT_MAPPING <1:91>[02-9]x\n",
    },
  ],
  inFragments: true,
  profile(profile, { select, report, emergencyNumbers }) {
    if (emergencyNumbers === "off") return;
    for (const setting of select(profile, mapping)) {
      const plan = readDialPlan(setting.text, digitMappingForm);
      if (plan.problems.some(({ severity }) => severity === "error" || severity === "warning")) continue;
      const automaton = automatonOf(plan, defaultDialSettings);
      for (const number of numbersOf(profile, emergencyNumbers)) {
        const { outcome, dialled } = fateOf(automaton, number, defaultDialSettings);
        if ((outcome.kind !== "barred" && outcome.kind !== "dials") || dialled !== number) continue;
        const { sequence, number: sent = "" } = outcome.winner;
        if (outcome.kind === "dials" && sent === number) continue;
        const by = sequenceText(sequence, setting.text);
        report(setting, {
          message:
            outcome.kind === "barred"
              ? l10n.t("{0} is barred by `{1}`.", number, by)
              : l10n.t("{0} is sent as `{1}` by `{2}`.", number, sent, by),
          span: setting.value.toSource(sequence.span),
        });
      }
    }
  },
};
