import * as l10n from "@vscode/l10n";
import type { Parameter } from "../../schema/model";
import { printTime } from "./shorten";
import { readTone, type ToneScript } from "./toneScript";

// Tones by name: those that phones are shipped with, and national ones as ITU-T E.180 Supplement 2
// ("Various tones used in national networks") lists them: frequencies and on/off times. Levels are not compared.

type Name = () => string;

type ToneKind = "dial" | "busy" | "unobtainable" | "ringing" | undefined;

/** What a tone is played for, by the role of its parameter; anything for a script without one. */
export function kindsFor(parameter: ToneParameter | undefined): readonly ToneKind[] {
  if (parameter === undefined) return ["dial", "busy", "unobtainable", "ringing"];
  if (parameter.role === "dial-tone") return ["dial"];
  return parameter.role === "ringing-tone" ? ["ringing"] : ["busy", "unobtainable"];
}

type ToneParameter = Pick<Parameter, "role">;

interface NationalTone {
  readonly kind: ToneKind;
  readonly name: Name;
  /** Sums of frequencies that sound together. */
  readonly hz: readonly number[];
  /** On and off times in seconds, by turns; empty for a steady tone. */
  readonly rhythm: readonly number[];
  /** Countries whose sets of tones it is in. */
  readonly of?: string;
}

const dial = (country: Name) => ({
  kind: "dial" as const,
  name: () => l10n.t("dial tone of {0} (ITU-T E.180)", country()),
});
const busy = (country: Name) => ({
  kind: "busy" as const,
  name: () => l10n.t("busy tone of {0} (ITU-T E.180)", country()),
});
const unobtainable = (country: Name) => ({
  kind: "unobtainable" as const,
  name: () => l10n.t("number unobtainable tone of {0} (ITU-T E.180)", country()),
});
const ringing = (country: Name) => ({
  kind: "ringing" as const,
  name: () => l10n.t("ringing tone of {0} (ITU-T E.180)", country()),
});

const national: readonly NationalTone[] = [
  { ...dial(() => l10n.t("Germany, Spain and many others")), of: "DE ES", hz: [425], rhythm: [] },
  { ...dial(() => l10n.t("North America")), of: "US", hz: [350, 440], rhythm: [] },
  { ...dial(() => l10n.t("the United Kingdom")), of: "GB", hz: [350, 450], rhythm: [] },
  { ...dial(() => l10n.t("France")), of: "FR", hz: [440], rhythm: [] },
  { ...dial(() => l10n.t("Austria")), hz: [420], rhythm: [] },
  { ...dial(() => l10n.t("Italy")), of: "IT", hz: [425], rhythm: [0.2, 0.2, 0.6, 1] },
  { ...dial(() => l10n.t("China")), of: "CN", hz: [450], rhythm: [] },
  { ...dial(() => l10n.t("Japan")), hz: [400], rhythm: [] },
  { ...busy(() => l10n.t("Germany")), of: "DE", hz: [425], rhythm: [0.48, 0.48] },
  { ...busy(() => l10n.t("North America")), of: "US", hz: [480, 620], rhythm: [0.5, 0.5] },
  { ...busy(() => l10n.t("the United Kingdom")), of: "GB", hz: [400], rhythm: [0.375, 0.375] },
  { ...busy(() => l10n.t("France")), of: "FR", hz: [440], rhythm: [0.5, 0.5] },
  { ...busy(() => l10n.t("Italy and Switzerland")), of: "IT", hz: [425], rhythm: [0.5, 0.5] },
  { ...busy(() => l10n.t("Spain")), of: "ES", hz: [425], rhythm: [0.2, 0.2] },
  { ...busy(() => l10n.t("Brazil")), hz: [425], rhythm: [0.25, 0.25] },
  { ...busy(() => l10n.t("China")), of: "CN", hz: [450], rhythm: [0.35, 0.35] },
  { ...busy(() => l10n.t("Japan")), hz: [400], rhythm: [0.5, 0.5] },
  { ...unobtainable(() => l10n.t("the United Kingdom")), of: "GB", hz: [400], rhythm: [] },
  { ...ringing(() => l10n.t("Germany, Italy and many others")), of: "DE IT", hz: [425], rhythm: [1, 4] },
  { ...ringing(() => l10n.t("North America")), of: "US", hz: [440, 480], rhythm: [2, 4] },
  { ...ringing(() => l10n.t("the United Kingdom")), of: "GB", hz: [400, 450], rhythm: [0.4, 0.2, 0.4, 2] },
  { ...ringing(() => l10n.t("France")), of: "FR", hz: [440], rhythm: [1.5, 3.5] },
  { ...ringing(() => l10n.t("Spain")), of: "ES", hz: [425], rhythm: [1.5, 3] },
  { ...ringing(() => l10n.t("China")), of: "CN", hz: [450], rhythm: [1, 4] },
];

interface NamedTone {
  readonly script: string;
  readonly name: Name;
  readonly kind: ToneKind;
}

/** Levels in dBm that the factory tones have: of one frequency, and of each of several. */
const levels = { one: -16, several: -19 };

/** The national tones as scripts, with the length and levels of factory tones. */
export const nationalTones: readonly NamedTone[] = national.map(({ kind, name, hz, rhythm }) => {
  const level = hz.length === 1 ? levels.one : levels.several;
  const numbers = hz.map((_, i) => i + 1).join("+");
  const segments = rhythm.flatMap((on, i) =>
    i % 2 === 0 ? [`${printTime(on * 1000)}/${printTime((rhythm[i + 1] ?? 0) * 1000)}/${numbers}`] : [],
  );
  const body = segments.length === 0 ? `*/0/${numbers}` : segments.join(",");
  const head = hz.map((pitch) => `${pitch}@${level}`).join(",");
  return { kind, name, script: `${head};${kind === "ringing" ? "*" : "10"}(${body})` };
});

/** Countries of which dial, busy and ringing tone are known, by their codes (ISO 3166). */
const countries: Readonly<Record<string, Name>> = {
  CN: () => l10n.t("China"),
  DE: () => l10n.t("Germany"),
  ES: () => l10n.t("Spain"),
  FR: () => l10n.t("France"),
  GB: () => l10n.t("the United Kingdom"),
  IT: () => l10n.t("Italy"),
  US: () => l10n.t("North America"),
};

/** The tones of one country. */
export interface NationalSet {
  readonly country: string;
  readonly name: Name;
  readonly tones: readonly NamedTone[];
}

export const nationalSets: readonly NationalSet[] = Object.entries(countries).map(([country, name]) => ({
  ...{ country, name },
  tones: nationalTones.filter((_, i) => national[i]?.of?.split(" ").includes(country)),
}));

/** Tones that phones are shipped with. */
export const factoryTones: readonly NamedTone[] = [
  { script: "350@-19,440@-19;10(*/0/1+2)", name: () => l10n.t("Factory dial tone"), kind: "dial" },
  { script: "420@-16;10(*/0/1)", name: () => l10n.t("Factory outside dial tone"), kind: "dial" },
  { script: "520@-19,620@-19;10(*/0/1+2)", name: () => l10n.t("Factory prompt tone"), kind: undefined },
  { script: "480@-19,620@-19;10(.5/.5/1+2)", name: () => l10n.t("Factory busy tone"), kind: "busy" },
  { script: "480@-19,620@-19;10(.25/.25/1+2)", name: () => l10n.t("Factory reorder tone"), kind: "busy" },
  { script: "480@-10,620@0;10(.125/.125/1+2)", name: () => l10n.t("Factory off-hook warning tone"), kind: undefined },
  { script: "440@-19,480@-19;*(2/4/1+2)", name: () => l10n.t("Factory ring back tone"), kind: "ringing" },
  { script: "440@-10;30(.3/9.7/1)", name: () => l10n.t("Factory call waiting tone"), kind: undefined },
  { script: "600@-16;1(.25/.25/1)", name: () => l10n.t("Factory confirm tone"), kind: undefined },
  {
    script: "350@-19,440@-19;2(.1/.1/1+2);10(*/0/1+2)",
    name: () => l10n.t("Factory message waiting tone"),
    kind: "dial",
  },
  { script: "350@-19,440@-19;2(.2/.2/1+2);10(*/0/1+2)", name: () => l10n.t("Factory call forward tone"), kind: "dial" },
  { script: "600@-19;25(.1/.1/1,.1/.1/1,.1/9.5/1)", name: () => l10n.t("Factory holding tone"), kind: undefined },
  { script: "350@-19;20(.1/.1/1,.1/9.7/1)", name: () => l10n.t("Factory conference tone"), kind: undefined },
  {
    script: "397@-19,507@-19;15(0/2/0,.2/.1/1,.1/2.1/2)",
    name: () => l10n.t("Factory secure call tone"),
    kind: undefined,
  },
  { script: "600@-16;.3(.05/0.05/1)", name: () => l10n.t("Factory page tone"), kind: undefined },
];

/** Rhythms that phones are shipped with, by their numbers. */
export const factoryCadences: readonly string[] = [
  "60(2/4)",
  "60(.3/.2,1/.2,.3/4)",
  "60(.8/.4,.8/4)",
  "60(.4/.2,.3/.2,.8/4)",
  "60(.2/.2,.2/.2,.2/.2,1/4)",
  "60(.2/.4,.2/.4,.2/4)",
  "60(4.5/4)",
  "60(.25/9.75)",
  "60(.4/.2,.4/2)",
];

/**
 * Names of tones that sound like this one: one of the factory, and one of each kind that the parameter is for. In
 * some countries a dial tone is what in others says that a number does not exist.
 */
export function tonesLike(tone: ToneScript, parameter?: ToneParameter): readonly string[] {
  const print = fingerprint(tone);
  const factory = factoryTones
    .filter(({ script }) => fingerprint(readTone(script)) === print)
    .map(({ name }) => name());
  const sound = rhythmOf(tone);
  const equal = sound ? national.filter(({ hz, rhythm }) => same(hz, sound.hz) && same(rhythm, sound.rhythm)) : [];
  const like = kindsFor(parameter).flatMap((kind) => equal.find((one) => one.kind === kind)?.name() ?? []);
  return [...factory.slice(0, 1), ...like];
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
