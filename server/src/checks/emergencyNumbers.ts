import * as l10n from "@vscode/l10n";
import type { Setting } from "../profile/setting";
import { readDialPlan } from "../values/dialPlan/read";
import { type Fate, fateOf } from "../values/dialPlan/simulate";
import { sequenceText } from "../values/dialPlan/words";
import type { Check, ProfileCheckContext, Report } from "./check";
import { followedAs, isDialPlan } from "./dialling";

/** National emergency numbers: Europe and mobile networks, North America, the United Kingdom, Australia, East Asia. */
const numbers = ["112", "911", "999", "000", "110", "118", "119"];

export const emergencyNumbers: Check = {
  code: "dialplan/emergency",
  severity: "hint",
  optIn: true,
  title: "Emergency number that is barred, rewritten or delayed",
  docs: `The plan reaches 112, 911, 999, 000, 110, 118 or 119, but bars the number, sends another one, or waits for the short timer because more keys could follow. Give the numbers of your country a sequence of their own in front of the others, dialled at once: \`911S0\`.

Which of these are emergency numbers depends on the country, and many plans use some of them for extensions, so this check is silent unless a severity is set for it. Numbers that no sequence of the plan fits are not reported.`,
  examples: [
    {
      bad: "<flat-profile><Dial_Plan_1_>([2-9]11|[2-9]xxxxxx)</Dial_Plan_1_></flat-profile>",
      good: "<flat-profile><Dial_Plan_1_>(911S0|[2-9]11|[2-9]xxxxxx)</Dial_Plan_1_></flat-profile>",
    },
    {
      bad: "<flat-profile><Dial_Plan_1_>(112!|[2-9]xxx)</Dial_Plan_1_></flat-profile>",
      good: "<flat-profile><Dial_Plan_1_>(112|[2-9]xxx)</Dial_Plan_1_></flat-profile>",
    },
    {
      bad: "<flat-profile><Dial_Plan_1_>(&lt;:0&gt;999|[2-8]xxx)</Dial_Plan_1_></flat-profile>",
      good: "<flat-profile><Dial_Plan_1_>(&lt;9,:&gt;999|[2-8]xxx)</Dial_Plan_1_></flat-profile>",
    },
  ],
  inFragments: true,
  profile(profile, context) {
    for (const setting of context.select(profile, isDialPlan)) {
      const plan = readDialPlan(setting.text);
      if (plan.problems.some(({ severity }) => severity === "error" || severity === "warning")) continue;
      const [followed] = followedAs(plan, setting, profile, context);
      if (!followed) continue;
      for (const number of numbers) {
        const fate = fateOf(followed.automaton, number, followed.settings);
        const found = report(number, fate, setting, context);
        if (found) context.report(setting, found);
      }
    }
  },
};

function report(
  number: string,
  { outcome, seconds, dialled }: Fate,
  setting: Setting,
  { write }: ProfileCheckContext,
): Report | undefined {
  if ((outcome.kind !== "dials" && outcome.kind !== "barred") || dialled !== number) return undefined;
  const { sequence, number: sent } = outcome.winner;
  if (sequence.starCode !== undefined) return undefined;
  const at = { span: setting.value.toSource(sequence.span) };
  const by = sequenceText(sequence, setting.text);
  if (outcome.kind === "barred") return { ...at, message: l10n.t("{0} is barred by {1}", number, by) };
  if (sent !== number) return { ...at, message: l10n.t("{0} is sent as {1} by {2}", number, sent ?? "", by) };
  if (seconds === 0) return undefined;
  const open = setting.text.indexOf("(") + 1;
  const fixes =
    open === 0
      ? []
      : [
          {
            title: l10n.t("Dial {0} at once", number),
            edits: [
              { span: setting.value.toSource({ start: open, end: open }), text: write.encode(`${number}S0|`, setting) },
            ],
          },
        ];
  return {
    ...at,
    message: l10n.t("{0} is sent only {1} s after its last key, because more keys could follow", number, seconds),
    fixes,
  };
}
