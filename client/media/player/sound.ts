import * as l10n from "@vscode/l10n";
import type { ScriptAnswer } from "../../../server/src/protocol";
import { readCadence } from "../../../server/src/values/signal/cadence";
import { signalSentence } from "../../../server/src/values/signal/describe";
import { tonesLike } from "../../../server/src/values/signal/knownTones";
import { samplesOf } from "../../../server/src/values/signal/samples";
import type { Frequency, Section } from "../../../server/src/values/signal/script";
import { isBroken, totalLength } from "../../../server/src/values/signal/section";
import { readTone } from "../../../server/src/values/signal/toneScript";

// What the player plays: a script as samples, with its words.

export const rate = 16_000;
/** Seconds that are played of a longer or endless sound. */
export const maxPlayedSeconds = 60;

export interface Sound {
  readonly sentence: string;
  /** Known tones that sound like it. */
  readonly like: readonly string[];
  readonly frequencies: readonly Frequency[];
  readonly samples: Float32Array;
  /** Seconds of the whole signal; Infinity for an endless one. */
  readonly total: number;
}

/** A script that cannot be played says why. */
export type Playable = Sound | { readonly fault: string };

export function isSound(playable: Playable | undefined): playable is Sound {
  return playable !== undefined && "samples" in playable;
}

/** The sound of a value; of a ring only its rhythm is known, as the melody is in the phone. */
export function soundOf({ type, text, cadence }: Pick<ScriptAnswer, "type" | "text" | "cadence">): Playable {
  if (text === "") return { fault: l10n.t("The value is empty. The phone plays nothing.") };
  if (type === "RingScript") {
    if (!cadence) return { fault: l10n.t("The ring plays in its natural length. Its melody is stored in the phone.") };
    return soundOf({ type: "CadScript", text: cadence.text });
  }
  const signal: Signal = type === "ToneScript" ? readTone(text) : { frequencies: [], ...readCadence(text) };
  if (isBroken(signal)) {
    const problem = signal.problems.find(({ severity }) => severity === "error");
    return { fault: l10n.t("This cannot be played. {0}", problem?.message ?? "") };
  }
  const { frequencies, sections } = signal;
  return {
    sentence: signalSentence(frequencies, sections),
    like: frequencies.length > 0 ? tonesLike(signal) : [],
    frequencies,
    samples: samplesOf(frequencies, sections, rate, maxPlayedSeconds),
    total: totalLength(sections),
  };
}

interface Signal {
  readonly frequencies: readonly Frequency[];
  readonly sections: readonly Section[];
  readonly problems: ReturnType<typeof readTone>["problems"];
}
