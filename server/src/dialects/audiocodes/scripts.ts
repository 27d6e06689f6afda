import type { Scripts } from "../../preview/scripts";
import { sectionAt, toneOf, toneScriptOf, toneSections } from "./tones/tone";
import { digitMapForm } from "./values/digitMap";

/** Seconds after the last digit where the file does not say. */
const usualPause = 4;

/** Digit maps, and tones, which are sections of files of their own. */
export const scripts: Scripts = {
  sounds: ["ToneType"],
  soundOf(setting, document) {
    const section = sectionAt(document, setting);
    return section && { name: section.name, text: toneScriptOf(toneOf(section)).script ?? "" };
  },
  soundAt(document, offset) {
    const before = toneSections(document).filter(
      ({ segment, span }) => document.startOf(segment) + span.start - 1 <= offset,
    );
    return before.at(-1)?.settings.find(({ name }) => /^Tone Type$/i.test(name));
  },
  dialPlans: { DigitMap: digitMapForm },
  rhythmOf: () => undefined,
  dialing(profile) {
    const text = profile?.text("TimeBetweenDigits") ?? "";
    const pause = /^\d{1,2}$/.test(text) ? Number(text) : usualPause;
    return { short: pause, long: pause, starCodes: [] };
  },
  *dialTests() {},
};
