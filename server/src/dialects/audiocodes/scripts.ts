import type { Scripts } from "../../preview/scripts";
import { digitMapForm } from "./values/digitMap";

/** Seconds after the last digit where the file does not say. */
const usualPause = 4;

/** Digit maps of these devices; their tones are in files of their own. */
export const scripts: Scripts = {
  sounds: [],
  dialPlans: { DigitMap: digitMapForm },
  rhythmOf: () => undefined,
  dialing(profile) {
    const text = profile?.text("TimeBetweenDigits") ?? "";
    const pause = /^\d{1,2}$/.test(text) ? Number(text) : usualPause;
    return { short: pause, long: pause, starCodes: [] };
  },
  *dialTests() {},
};
