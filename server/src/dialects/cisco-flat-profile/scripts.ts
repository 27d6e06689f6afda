import type { ScriptContext, Scripts } from "../../preview/scripts";
import type { Profile } from "../../profile/profile";
import { resolveParameter } from "../../schema/effectiveParameter";
import { parenthesized } from "../../values/dialPlan/form";
import { dialTests } from "./checks/dialExpectation";
import { surroundingsOf } from "./checks/dialling";
import { readRing } from "./values/ringScript";

/** Tones, rings and dial plans of these phones. */
export const scripts: Scripts = {
  sounds: ["ToneScript", "CadScript", "RingScript"],
  dialPlans: { DialPlanScript: parenthesized },
  rhythmOf(setting, profile, context) {
    if (context.facts(setting).type?.id !== "RingScript") return undefined;
    const { cadence: number } = readRing(setting.text);
    // 0 is the natural length of the ring
    if (number === undefined || number < 1) return undefined;
    const name = `Cadence_${number}`;
    const text = effective(name, profile, context);
    return text === "" ? undefined : { name, text };
  },
  dialing(profile, context) {
    const { timers, starCodes } = surroundingsOf(profile, context);
    return { ...timers, starCodes };
  },
  dialTests,
};

/** What the profile sets, otherwise the phone's default; empty when neither is known. */
function effective(name: string, profile: Profile | undefined, { catalogue, device }: ScriptContext): string {
  const text = profile?.text(name);
  if (text !== undefined && text !== "") return text === '""' ? "" : text;
  const found = catalogue.find(name);
  return (found && resolveParameter(found, name, device, catalogue).default) ?? "";
}
