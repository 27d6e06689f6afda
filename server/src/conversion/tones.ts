import type { NationalSet } from "../values/signal/knownTones";

/** What a tone is for, whatever a system calls it. */
export type ToneUse =
  | "dial"
  | "ringing"
  | "busy"
  | "congestion"
  | "information"
  | "warning"
  | "reorder"
  | "confirmation"
  | "call-waiting"
  | "stutter-dial"
  | "off-hook-warning"
  | "call-waiting-ringing"
  | "hold";

/** A tone that a file describes, for conversions, sounds and words. */
export interface FileTone {
  /** As its file calls it. */
  readonly name: string;
  readonly use: ToneUse | undefined;
  /** Frequencies and sections as `350@-19,440@-19;10(*\/0/1+2)`; undefined where it has no such form. */
  readonly script: string | undefined;
  /** What the script does not say, in sentences. */
  readonly losses: readonly string[];
}

const uses = { dial: "dial", ringing: "ringing", busy: "busy", unobtainable: "reorder" } as const;

/** The tones of a country, as a file would describe them. */
export function tonesOfCountry({ tones }: NationalSet): FileTone[] {
  return tones.flatMap(({ kind, name, script }) =>
    kind === undefined ? [] : [{ name: name(), use: uses[kind], script, losses: [] }],
  );
}
