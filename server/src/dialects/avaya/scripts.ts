import type { Scripts } from "../../preview/scripts";
import { dialPlanForm, digitMappingForm } from "./values/dialPlans";

/** Seconds after the last key where the file does not say. */
const usualPause = 5;

/** Dial plans of these phones; their tones are built in. */
export const scripts: Scripts = {
  sounds: [],
  dialPlans: { DialPlanList: dialPlanForm, DigitMapping: digitMappingForm },
  rhythmOf: () => undefined,
  dialing(profile) {
    const text = profile?.text("INTER_DIGIT_TIMEOUT") ?? "";
    const pause = /^\d{1,2}$/.test(text) ? Number(text) : usualPause;
    return { short: pause, long: pause, starCodes: [] };
  },
  *dialTests() {},
};
