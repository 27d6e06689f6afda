import * as l10n from "@vscode/l10n";
import type { FileTone, ToneUse } from "../../../conversion/tones";
import { perDocument } from "../../../profile/perDocument";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Segment, Setting } from "../../../profile/setting";
import type { Span } from "../../../text/span";
import { isTonePath, kindOfSection, type SectionKind } from "./sections";

/** The level that turns a frequency off. */
export const levelOff = 32;

/** Seconds of a time. */
export const step = 0.01;

export const ordinals = ["First", "Second", "Third", "Fourth"] as const;

/** What the numbers of `Tone Type` are for. */
const uses: Readonly<Record<string, ToneUse>> = {
  1: "dial",
  2: "ringing",
  3: "busy",
  4: "congestion",
  5: "information",
  6: "warning",
  7: "reorder",
  8: "confirmation",
  9: "call-waiting",
  15: "stutter-dial",
  16: "off-hook-warning",
  17: "call-waiting-ringing",
  23: "hold",
};

export function typeOfUse(use: ToneUse): string | undefined {
  return Object.keys(uses).find((type) => uses[type] === use);
}

/** A section of a file of tones. */
export interface ToneSection {
  readonly name: string;
  readonly segment: Segment;
  /** Of the name, counted from its segment. */
  readonly span: Span;
  readonly settings: readonly Setting[];
  readonly kind: SectionKind;
}

/** The sections of a file of tones, in its order. */
export const toneSections = perDocument((document): readonly ToneSection[] =>
  document.segments.some(hasSections) ? sectionsOf(document) : [],
);

/** Most files have no tones, and their settings are not looked at. */
function hasSections({ tags }: Segment): boolean {
  return tags.some(({ name, kind }) => kind === "heading" && kindOfSection(name) !== undefined);
}

function sectionsOf(document: ProfileDocument): ToneSection[] {
  const found: (ToneSection & { readonly settings: Setting[] })[] = [];
  for (const segment of document.segments) {
    let next = 0;
    for (const setting of segment.settings) {
      for (let tag = segment.tags[next]; tag && tag.span.start < setting.parts.start; tag = segment.tags[++next])
        open(tag.name, tag.nameSpan, segment, found);
      if (isTonePath(setting.path)) found.at(-1)?.settings.push(setting);
    }
    for (const tag of segment.tags.slice(next)) open(tag.name, tag.nameSpan, segment, found);
  }
  return found;
}

function open(
  name: string,
  span: Span,
  segment: Segment,
  found: (ToneSection & { readonly settings: Setting[] })[],
): void {
  const kind = kindOfSection(name);
  if (kind) found.push({ name, segment, span, settings: [], kind });
}

export interface Pair {
  /** Seconds. */
  readonly on: number;
  readonly off: number;
}

/** A tone as its section says it. */
export interface Tone {
  readonly type: string | undefined;
  readonly form: "steady" | "cadence" | "burst" | undefined;
  readonly isModulated: boolean;
  readonly frequencies: readonly { readonly hz: number; readonly dbm: number }[];
  readonly pairs: readonly Pair[];
}

/** Undefined where a value cannot be read. */
export function toneOf(section: Pick<ToneSection, "settings">): Tone | undefined {
  if (section.settings.some(({ templated }) => templated)) return undefined;
  const values = new Map(section.settings.map(({ name, text }) => [name.toUpperCase(), text]));
  const number = (name: string) => {
    const text = values.get(name.toUpperCase());
    return text === undefined || text === "" ? undefined : Number(text);
  };
  const frequencies = ["Low", "High"].flatMap((which) => {
    const hz = number(`${which} Freq [Hz]`) ?? 0;
    const level = number(`${which} Freq Level [-dBm]`) ?? levelOff;
    return hz === 0 || level === levelOff ? [] : [{ hz, dbm: level === 0 ? 0 : -Math.abs(level) }];
  });
  const pairs = ordinals
    .map((which) => ({
      on: rounded((number(`${which} Signal On Time [10msec]`) ?? 0) * step),
      off: rounded((number(`${which} Signal Off Time [10msec]`) ?? 0) * step),
    }))
    .filter(({ on, off }) => on !== 0 || off !== 0);
  const all = [...frequencies.flatMap(({ hz, dbm }) => [hz, dbm]), ...pairs.flatMap(({ on, off }) => [on, off])];
  if (all.some((value) => !Number.isFinite(value))) return undefined;
  const forms = { 1: "steady", 2: "cadence", 3: "burst" } as const;
  const form = number("Tone Form");
  return {
    type: values.get("TONE TYPE"),
    form: form === 1 || form === 2 || form === 3 ? forms[form] : undefined,
    isModulated: number("Tone Modulation Type") === 1,
    frequencies,
    pairs,
  };
}

/** Without the errors of binary fractions. */
function rounded(value: number): number {
  return Number(value.toFixed(6));
}

/** `.4`, `10` */
function printed(value: number): string {
  return String(value).replace(/^0(?=\.)/, "");
}

/** Seconds that a steady tone plays where nothing says it. */
const steadyLength = 10;

export interface Script {
  readonly script: string | undefined;
  readonly losses: readonly string[];
}

/** The tone as a ToneScript, with what it does not say. */
export function toneScriptOf(tone: Tone | undefined): Script {
  if (!tone) return { script: undefined, losses: [l10n.t("Not all values are numbers.")] };
  const { form, isModulated, frequencies, pairs } = tone;
  if (isModulated)
    return { script: undefined, losses: [l10n.t("Amplitude modulated tones have no form as a ToneScript.")] };
  if (frequencies.length === 0) return { script: undefined, losses: [l10n.t("No frequency is heard.")] };
  const losses: string[] = [];
  const pitch = frequencies.map(({ hz, dbm }) => `${printed(hz)}@${printed(dbm)}`).join(",");
  const both = frequencies.map((_, i) => i + 1).join("+");
  const first = pairs[0];
  const isSteady = form === "steady" || !pairs.some(({ off }) => off > 0);
  if (isSteady) {
    if (form === "cadence") losses.push(l10n.t("The cadence has no off time; the tone is steady."));
    if (form === "steady" && first && first.on !== 3)
      losses.push(l10n.t("The time of detection, {0} s, is left out.", printed(first.on)));
    if (form === "burst" && first)
      return { script: `${pitch};${printed(first.on)}(${printed(first.on)}/0/${both})`, losses };
    return { script: `${pitch};${steadyLength}(*/0/${both})`, losses };
  }
  const segments = pairs.map(({ on, off }) => `${printed(on)}/${printed(off)}/${both}`).join(",");
  const total = rounded(pairs.reduce((sum, { on, off }) => sum + on + off, 0));
  return { script: `${pitch};${form === "burst" ? printed(total) : "*"}(${segments})`, losses };
}

/** The tones of a file, for conversions and sounds. */
export function tonesOf(document: ProfileDocument): FileTone[] {
  return toneSections(document)
    .filter(({ kind }) => kind === "tone")
    .map((section) => {
      const tone = toneOf(section);
      const use = tone?.type === undefined ? undefined : uses[tone.type];
      return { name: section.name, use, ...toneScriptOf(tone) };
    });
}

/** The section that a setting is in. */
export function sectionAt(document: ProfileDocument, setting: Setting): ToneSection | undefined {
  return toneSections(document).find(({ settings }) => settings.includes(setting));
}
