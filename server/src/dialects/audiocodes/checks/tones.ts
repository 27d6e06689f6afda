import * as l10n from "@vscode/l10n";
import type { Check, DocumentCheckContext } from "../../../checks/check";
import type { Setting } from "../../../profile/setting";
import { keyOfOtherUnit } from "../tones/keys";
import { levelOff, type ToneSection, toneOf, toneSections } from "../tones/tone";

/** What the devices take at most. */
const maxTones = 32;
const maxFrequencies = 64;
const maxModulated = 8;
const minDistanceHz = 40;

const tone = (lines: string, n = 0) => `[CALL PROGRESS TONE #${n}]\n${lines}`;
const busy = (n: number) =>
  tone(
    "Tone Type=3\nTone Form=2\nLow Freq [Hz]=400\nLow Freq Level [-dBm]=10\nFirst Signal On Time [10msec]=40\nFirst Signal Off Time [10msec]=40\n",
    n,
  );
const head = (count: number) => `[NUMBER OF CALL PROGRESS TONES]\nNumber of Call Progress Tones=${count}\n`;

function settingOf({ settings }: Pick<ToneSection, "settings">, name: string): Setting | undefined {
  return settings.find((setting) => setting.name.toUpperCase() === name.toUpperCase());
}

const numbered = { "CALL PROGRESS TONES": "tone", "USER DEFINED TONES": "user", "RINGING PATTERNS": "ring" } as const;

const count: Check = {
  code: "tone/count",
  severity: "error",
  title: "Wrong number of tones",
  docs: "The number at the start of the file is the number of sections that follow, 32 tones at most. The converter does not take a file with another number.",
  examples: [{ bad: `${head(2)}${busy(0)}`, good: `${head(1)}${busy(0)}` }],
  document(document, { report, write }) {
    if (document.hasTemplate) return;
    const sections = toneSections(document);
    for (const section of sections) {
      const [setting] = section.settings;
      if (section.kind !== "numbers" || !setting || !/^\d{1,4}$/.test(setting.text)) continue;
      const what = Object.entries(numbered).find(([words]) => section.name.toUpperCase().endsWith(words))?.[1];
      const there = sections.filter(({ kind }) => kind === what).length;
      if (Number(setting.text) !== there)
        report(setting.segment, {
          span: setting.valueSpan,
          message: l10n.t("The file has {0} such sections, not {1}.", there, setting.text),
          fixes: [
            { title: l10n.t("Replace with `{0}`", String(there)), edits: write.setValue(setting, String(there)) },
          ],
        });
    }
    const extra = sections.filter(({ kind }) => kind === "tone")[maxTones];
    if (extra)
      report(extra.segment, {
        span: extra.span,
        message: l10n.t("Too many tones. Devices take {0}.", maxTones),
      });
  },
};

/** Reports for single tones. */
function eachTone(ask: (section: ToneSection, context: DocumentCheckContext) => void): Pick<Check, "document"> {
  return {
    document(document, context) {
      for (const section of toneSections(document))
        if (section.kind === "tone" || section.kind === "user") ask(section, context);
    },
  };
}

const form: Check = {
  code: "tone/form",
  severity: "warning",
  title: "Form of a tone that does not fit its times",
  docs: "A steady tone (form 1) has no off time: its on time is the time after which it is detected. A cadence (form 2) has an off time; without one the tone is steady, and a device that listens for the cadence does not recognize it.",
  examples: [
    {
      bad: tone("Tone Type=7\nTone Form=2\nFirst Signal On Time [10msec]=500\nFirst Signal Off Time [10msec]=0\n"),
      good: tone("Tone Type=7\nTone Form=1\nFirst Signal On Time [10msec]=500\nFirst Signal Off Time [10msec]=0\n"),
    },
  ],
  ...eachTone((section, { report, write }) => {
    const setting = settingOf(section, "Tone Form");
    const read = toneOf(section);
    if (!setting || !read || read.isModulated || read.pairs.length === 0) return;
    const hasOff = read.pairs.some(({ off }) => off > 0);
    const isWrong = (read.form === "cadence" && !hasOff) || (read.form === "steady" && hasOff);
    if (!isWrong) return;
    report(setting.segment, {
      span: setting.valueSpan,
      message: hasOff
        ? l10n.t("A steady tone has no off time. The form of a cadence is 2.")
        : l10n.t("A cadence has an off time. The form of a steady tone is 1."),
      fixes: [
        {
          title: l10n.t("Replace with `{0}`", hasOff ? "2" : "1"),
          edits: write.setValue(setting, hasOff ? "2" : "1"),
        },
      ],
    });
  }),
};

/** Steps of 10 ms after which devices detect a steady tone at the earliest. */
const minDetection = 10;

const detection: Check = {
  code: "tone/detection-time",
  severity: "warning",
  title: "Steady tone that is detected too early",
  docs: "The on time of a steady tone (form 1) is the time after which devices detect it, 100 ms at least.",
  examples: [
    {
      bad: tone("Tone Type=3\nTone Form=1\nFirst Signal On Time [10msec]=5\n"),
      good: tone("Tone Type=3\nTone Form=1\nFirst Signal On Time [10msec]=300\n"),
    },
  ],
  ...eachTone((section, { report }) => {
    const on = settingOf(section, "First Signal On Time [10msec]");
    const steps = Number(on?.text);
    if (!on || on.isEmpty || toneOf(section)?.form !== "steady" || !(steps > 0 && steps < minDetection)) return;
    report(on.segment, {
      span: on.valueSpan,
      message: l10n.t("The on time of a steady tone is the time of its detection. Use {0} or more.", minDetection),
    });
  }),
};

const unit: Check = {
  code: "tone/unit",
  severity: "warning",
  title: "Key with another unit",
  docs: "The unit in brackets is a part of the key. The converter does not take the key with another one.",
  examples: [
    {
      bad: tone("Tone Modulation Type=1\nAM Factor [steps of 0.02]=20\n"),
      good: tone("Tone Modulation Type=1\nAM Factor [in steps of 0.02]=20\n"),
    },
  ],
  ...eachTone(({ settings }, { catalogue, report }) => {
    for (const { name, path, nameSpan, segment, templated } of settings) {
      const known = templated ? undefined : keyOfOtherUnit(name, path, catalogue);
      if (known === undefined) continue;
      report(segment, {
        span: nameSpan,
        message: l10n.t("The key is written `{0}`. The converter does not take another unit.", known),
        fixes: [{ title: l10n.t("Replace with `{0}`", known), edits: [{ span: nameSpan, text: known }] }],
      });
    }
  }),
};

const isOff: Check = {
  code: "tone/level-off",
  severity: "warning",
  title: "Frequency that its level turns off",
  docs: "The level 32 turns a frequency off: it is not heard. Where no second frequency is meant, its frequency is 0.",
  examples: [
    {
      bad: tone("High Freq [Hz]=440\nHigh Freq Level [-dBm]=32\n"),
      good: tone("High Freq [Hz]=440\nHigh Freq Level [-dBm]=14\n"),
    },
  ],
  ...eachTone((section, { report }) => {
    for (const which of ["Low", "High"]) {
      const hz = settingOf(section, `${which} Freq [Hz]`);
      const level = settingOf(section, `${which} Freq Level [-dBm]`);
      if (!hz || !level || Number(level.text) !== levelOff || !(Number(hz.text) > 0)) continue;
      report(level.segment, {
        span: level.valueSpan,
        message: l10n.t("The level 32 turns the frequency {0} Hz off.", hz.text),
      });
    }
  }),
};

const close: Check = {
  code: "tone/close",
  severity: "warning",
  title: "Frequencies that are too close",
  docs: "Two frequencies of a tone must be at least 40 Hz apart. Otherwise devices take them for one when they listen.",
  examples: [
    { bad: tone("Low Freq [Hz]=400\nHigh Freq [Hz]=425\n"), good: tone("Low Freq [Hz]=400\nHigh Freq [Hz]=450\n") },
  ],
  ...eachTone((section, { report }) => {
    const [low, high] = ["Low", "High"].map((which) => settingOf(section, `${which} Freq [Hz]`));
    const [a, b] = [Number(low?.text), Number(high?.text)];
    if (!high || !(a > 0) || !(b > 0) || Math.abs(a - b) >= minDistanceHz) return;
    report(high.segment, {
      span: high.valueSpan,
      message: l10n.t("{0} and {1} Hz are less than {2} Hz apart.", a, b, minDistanceHz),
    });
  }),
};

const second: Check = {
  code: "tone/only-detected",
  severity: "info",
  title: "Second tone of a type",
  docs: "Of several tones of one type the device plays the first. The others are only recognized when the line plays them.",
  examples: [{ bad: `${busy(0)}${busy(1)}`, good: busy(0) }],
  document(document, { report }) {
    const first = new Map<string, Setting>();
    for (const section of toneSections(document)) {
      const type = section.kind === "tone" ? settingOf(section, "Tone Type") : undefined;
      if (!type || type.templated || type.isEmpty) continue;
      const before = first.get(type.text);
      if (!before) first.set(type.text, type);
      else
        report(type.segment, {
          span: type.valueSpan,
          message: l10n.t("An earlier tone has this type. The device plays that one and only detects this one."),
          related: [{ segment: before.segment, span: before.span, message: l10n.t("First tone of the type") }],
        });
    }
  },
};

const many: Check = {
  code: "tone/limit",
  severity: "warning",
  title: "More frequencies than devices take",
  docs: "A file has 64 different frequencies and 8 amplitude modulated tones at most.",
  examples: [
    {
      bad: Array.from({ length: 9 }, (_, i) => tone("Tone Modulation Type=1\nCarrier Freq [Hz]=425\n", i)).join(""),
      good: tone("Tone Modulation Type=1\nCarrier Freq [Hz]=425\n"),
    },
  ],
  document(document, { report }) {
    const heard = new Set<number>();
    let modulated = 0;
    for (const section of toneSections(document)) {
      const read = section.kind === "tone" || section.kind === "user" ? toneOf(section) : undefined;
      if (!read) continue;
      const before = heard.size;
      for (const { hz } of read.frequencies) heard.add(hz);
      if (read.isModulated) modulated++;
      const isOver = before <= maxFrequencies && heard.size > maxFrequencies;
      if (isOver || (read.isModulated && modulated === maxModulated + 1))
        report(section.segment, {
          span: section.span,
          message: isOver
            ? l10n.t("Too many frequencies. Devices take {0}.", maxFrequencies)
            : l10n.t("Too many modulated tones. Devices take {0}.", maxModulated),
        });
    }
  },
};

export const toneChecks: readonly Check[] = [count, form, detection, unit, isOff, close, second, many];
