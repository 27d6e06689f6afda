import * as l10n from "@vscode/l10n";
import type { FileTone, ToneUse } from "../../../conversion/tones";
import { isBroken } from "../../../values/signal/section";
import { readTone } from "../../../values/signal/toneScript";
import { levelOff, ordinals, step, typeOfUse } from "./tone";

/** Frequencies and levels that these devices play. */
const minHz = 300;
const maxHz = 1980;
const maxLevel = 31;

/** Seconds after which a steady tone is detected. */
const usualDetection = 3;

export interface Written {
  /** Undefined where the tone cannot be written. */
  readonly settings: readonly (readonly [name: string, value: string])[] | undefined;
  readonly losses: readonly string[];
}

/** A ToneScript as the settings of a section, with what they do not say. */
export function toneSettings(text: string, use?: ToneUse): Written {
  const script = readTone(text);
  const fail = (reason: string): Written => ({ settings: undefined, losses: [reason] });
  if (isBroken(script)) return fail(l10n.t("The ToneScript cannot be read."));
  const { frequencies, sections } = script;
  const [section] = sections;
  if (!section || sections.length > 1)
    return fail(l10n.t("The tone has {0} rhythms one after the other; a section has one.", sections.length));
  const heard = new Set(section.segments.flatMap(({ frequencies: used = [] }) => used.map(({ index }) => index)));
  const sets = new Set(
    section.segments
      .map(({ frequencies: used = [] }) =>
        used
          .map(({ index }) => index)
          .sort((a, b) => a - b)
          .join("+"),
      )
      .filter((each) => each !== ""),
  );
  if (sets.size > 1)
    return fail(l10n.t("The tone plays different frequencies one after the other; a section plays all at once."));
  const played = frequencies.filter((_, i) => heard.has(i + 1)).sort((a, b) => a.hz - b.hz);
  if (played.length === 0) return fail(l10n.t("No frequency is heard."));
  if (played.length > 2) return fail(l10n.t("The tone has {0} frequencies; a section has two.", played.length));
  const losses: string[] = [];
  const limited = played.map(({ hz, dbm }) => {
    const [nearHz, level] = [clamp(Math.round(hz), minHz, maxHz), clamp(Math.round(-dbm), 0, maxLevel)];
    if (nearHz !== hz) losses.push(l10n.t("The frequency {0} Hz becomes {1} Hz.", hz, nearHz));
    if (level !== -dbm) losses.push(l10n.t("The level {0} dBm becomes {1} dBm.", dbm, -level));
    return { hz: nearHz, level };
  });
  const [low, high] = limited;
  const endless = section.length.seconds === Number.POSITIVE_INFINITY;
  const silent = section.segments.find(({ frequencies: used = [] }) => used.length === 0);
  if (silent) return fail(l10n.t("The tone begins or goes on with a pause of its own."));
  const isSteady = section.segments.length === 1 && section.segments[0]?.off.seconds === 0;
  const pairs = section.segments.map(({ on, off }) => ({ on: on.seconds, off: off.seconds }));
  if (pairs.length > ordinals.length)
    return fail(l10n.t("The tone has {0} pauses; a section has {1}.", pairs.length, ordinals.length));
  const unending = pairs.some(({ on, off }) => on === Number.POSITIVE_INFINITY || off === Number.POSITIVE_INFINITY);
  const total = pairs.reduce((sum, { on, off }) => sum + on + off, 0);
  const isOnce = !endless && !unending && section.length.seconds <= total + step / 2;
  const form =
    isSteady && !(isOnce && pairs[0]?.on !== Number.POSITIVE_INFINITY && section.length.seconds < 10)
      ? 1
      : isOnce
        ? 3
        : 2;
  if (unending && form !== 1) return fail(l10n.t("A part of the tone has no end."));
  if (form === 2 && !endless)
    losses.push(l10n.t("The length of {0} s is left out; the tone goes on.", section.length.seconds));
  if (form === 1 && !endless && section.length.seconds !== 10)
    losses.push(l10n.t("The length of {0} s is left out; the tone goes on.", section.length.seconds));
  const times = form === 1 ? [{ on: usualDetection, off: 0 }] : pairs;
  const settings: [string, string][] = [];
  const type = use && typeOfUse(use);
  if (type !== undefined) settings.push(["Tone Type", type]);
  settings.push(
    ["Tone Form", String(form)],
    ["Low Freq [Hz]", String(low?.hz ?? 0)],
    ["High Freq [Hz]", String(high?.hz ?? 0)],
    ["Low Freq Level [-dBm]", String(low?.level ?? levelOff)],
    ["High Freq Level [-dBm]", String(high?.level ?? levelOff)],
  );
  for (const [i, { on, off }] of times.entries())
    for (const [word, value] of [
      ["On", on],
      ["Off", off],
    ] as const) {
      const steps = Math.round(value / step);
      if (Math.abs(steps * step - value) > 1e-9)
        losses.push(l10n.t("The time {0} s becomes {1} s.", value, Number((steps * step).toFixed(2))));
      settings.push([`${ordinals[i]} Signal ${word} Time [10msec]`, String(steps)]);
    }
  return { settings, losses };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value)) + 0;
}

/** The sections of a file with these tones, and for each tone what is lost. */
export function tonesFile(tones: readonly FileTone[]): {
  readonly settings: readonly (readonly [name: string, value: string])[];
  readonly losses: readonly { readonly name: string; readonly reason: string }[];
} {
  const losses: { name: string; reason: string }[] = [];
  const written: (readonly (readonly [string, string])[])[] = [];
  for (const { name, use, script } of tones) {
    const { settings, losses: lost } =
      script === undefined ? { settings: undefined, losses: [] } : toneSettings(script, use);
    losses.push(...lost.map((reason) => ({ name, reason })));
    if (use === undefined || typeOfUse(use) === undefined)
      losses.push({ name, reason: l10n.t("No type of tone is for it.") });
    else if (settings) written.push(settings);
  }
  if (written.length === 0) return { settings: [], losses };
  const settings: (readonly [string, string])[] = [
    ["[NUMBER OF CALL PROGRESS TONES]", ""],
    ["Number of Call Progress Tones", String(written.length)],
    ...toneSections(written, 0),
  ];
  return { settings, losses };
}

/** The settings of tones with their headings, numbered from `first`. */
export function toneSections(
  tones: readonly (readonly (readonly [string, string])[])[],
  first: number,
): (readonly [name: string, value: string])[] {
  return tones.flatMap((settings, i) => [[`[CALL PROGRESS TONE #${first + i}]`, ""] as const, ...settings]);
}
