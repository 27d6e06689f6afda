import * as l10n from "@vscode/l10n";
import { readTone, type ToneScript } from "./tone";

// Tones by name: those that phones are shipped with, and national ones as ITU-T E.180 Supplement 2
// ("Various tones used in national networks") lists them: frequencies and on/off times. Levels are not compared.

interface KnownTone {
  readonly name: () => string;
  /** Sums of frequencies that sound together. */
  readonly hz: readonly number[];
  /** On and off times in seconds, by turns; empty for a steady tone. */
  readonly rhythm: readonly number[];
}

const dial = (country: () => string) => () => l10n.t("dial tone of {0} (ITU-T E.180)", country());
const busy = (country: () => string) => () => l10n.t("busy tone of {0} (ITU-T E.180)", country());
const ringing = (country: () => string) => () => l10n.t("ringing tone of {0} (ITU-T E.180)", country());

const national: readonly KnownTone[] = [
  { name: dial(() => l10n.t("Germany, Spain and many others")), hz: [425], rhythm: [] },
  { name: dial(() => l10n.t("North America")), hz: [350, 440], rhythm: [] },
  { name: dial(() => l10n.t("the United Kingdom")), hz: [350, 450], rhythm: [] },
  { name: dial(() => l10n.t("France")), hz: [440], rhythm: [] },
  { name: dial(() => l10n.t("Austria")), hz: [420], rhythm: [] },
  { name: dial(() => l10n.t("Italy")), hz: [425], rhythm: [0.2, 0.2, 0.6, 1] },
  { name: dial(() => l10n.t("China")), hz: [450], rhythm: [] },
  { name: dial(() => l10n.t("Japan")), hz: [400], rhythm: [] },
  { name: busy(() => l10n.t("Germany")), hz: [425], rhythm: [0.48, 0.48] },
  { name: busy(() => l10n.t("North America")), hz: [480, 620], rhythm: [0.5, 0.5] },
  { name: busy(() => l10n.t("the United Kingdom")), hz: [400], rhythm: [0.375, 0.375] },
  { name: busy(() => l10n.t("France")), hz: [440], rhythm: [0.5, 0.5] },
  { name: busy(() => l10n.t("Italy and Switzerland")), hz: [425], rhythm: [0.5, 0.5] },
  { name: busy(() => l10n.t("Spain")), hz: [425], rhythm: [0.2, 0.2] },
  { name: busy(() => l10n.t("China")), hz: [450], rhythm: [0.35, 0.35] },
  { name: busy(() => l10n.t("Japan")), hz: [400], rhythm: [0.5, 0.5] },
  { name: ringing(() => l10n.t("Germany, Italy and many others")), hz: [425], rhythm: [1, 4] },
  { name: ringing(() => l10n.t("North America")), hz: [440, 480], rhythm: [2, 4] },
  { name: ringing(() => l10n.t("the United Kingdom")), hz: [400, 450], rhythm: [0.4, 0.2, 0.4, 2] },
  { name: ringing(() => l10n.t("France")), hz: [440], rhythm: [1.5, 3.5] },
  { name: ringing(() => l10n.t("Spain")), hz: [425], rhythm: [1.5, 3] },
  { name: ringing(() => l10n.t("China")), hz: [450], rhythm: [1, 4] },
];

/** Tones that multiplatform phones are shipped with. */
export const factoryTones: readonly { readonly script: string; readonly name: () => string }[] = [
  { script: "350@-19,440@-19;10(*/0/1+2)", name: () => l10n.t("Factory dial tone") },
  { script: "420@-16;10(*/0/1)", name: () => l10n.t("Factory outside dial tone") },
  { script: "520@-19,620@-19;10(*/0/1+2)", name: () => l10n.t("Factory prompt tone") },
  { script: "480@-19,620@-19;10(.5/.5/1+2)", name: () => l10n.t("Factory busy tone") },
  { script: "480@-19,620@-19;10(.25/.25/1+2)", name: () => l10n.t("Factory reorder tone") },
  { script: "480@-10,620@0;10(.125/.125/1+2)", name: () => l10n.t("Factory off-hook warning tone") },
  { script: "440@-19,480@-19;*(2/4/1+2)", name: () => l10n.t("Factory ring back tone") },
  { script: "440@-10;30(.3/9.7/1)", name: () => l10n.t("Factory call waiting tone") },
  { script: "600@-16;1(.25/.25/1)", name: () => l10n.t("Factory confirm tone") },
  { script: "350@-19,440@-19;2(.1/.1/1+2);10(*/0/1+2)", name: () => l10n.t("Factory message waiting tone") },
  { script: "350@-19,440@-19;2(.2/.2/1+2);10(*/0/1+2)", name: () => l10n.t("Factory call forward tone") },
  { script: "600@-19;25(.1/.1/1,.1/.1/1,.1/9.5/1)", name: () => l10n.t("Factory holding tone") },
  { script: "350@-19;20(.1/.1/1,.1/9.7/1)", name: () => l10n.t("Factory conference tone") },
  { script: "397@-19,507@-19;15(0/2/0,.2/.1/1,.1/2.1/2)", name: () => l10n.t("Factory secure call tone") },
  { script: "600@-16;.3(.05/0.05/1)", name: () => l10n.t("Factory page tone") },
];

/** Names of tones that sound like this one, at most two. */
export function tonesLike(tone: ToneScript): readonly string[] {
  const print = fingerprint(tone);
  const factory = factoryTones
    .filter(({ script }) => fingerprint(readTone(script)) === print)
    .map(({ name }) => name());
  const sound = rhythmOf(tone);
  const like = sound
    ? national.filter(({ hz, rhythm }) => same(hz, sound.hz) && same(rhythm, sound.rhythm)).map(({ name }) => name())
    : [];
  return [...factory.slice(0, 1), ...like.slice(0, 1)];
}

/** Everything that is heard but the levels. */
function fingerprint({ frequencies, sections }: ToneScript): string {
  return JSON.stringify([
    frequencies.map(({ hz }) => hz),
    sections.map(({ length, segments }) => [
      String(length.seconds),
      segments.map(({ on, off, frequencies: used }) => [
        String(on.seconds),
        String(off.seconds),
        (used ?? []).map(({ index }) => index).sort(),
      ]),
    ]),
  ]);
}

/** The frequencies and the rhythm of a tone that keeps one mixture throughout. */
function rhythmOf({ frequencies, sections }: ToneScript): { hz: number[]; rhythm: number[] } | undefined {
  const [section, second] = sections;
  if (!section || second) return undefined;
  const mixtures = new Set(
    section.segments.map(({ frequencies: used }) =>
      (used ?? [])
        .map(({ index }) => index)
        .sort()
        .join(),
    ),
  );
  const [mixture] = mixtures;
  if (mixtures.size !== 1 || !mixture) return undefined;
  const hz = mixture
    .split(",")
    .map((index) => frequencies[Number(index) - 1]?.hz ?? 0)
    .sort((a, b) => a - b);
  const isSteady = section.segments.length === 1 && section.segments[0]?.off.seconds === 0;
  return { hz, rhythm: isSteady ? [] : section.segments.flatMap(({ on, off }) => [on.seconds, off.seconds]) };
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
