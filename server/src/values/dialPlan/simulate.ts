import type { Generation } from "../../schema/model";
import { Automaton, Dialling, type SequenceState } from "./automaton";
import { keyBit } from "./keys";
import type { DialPlan, Sequence } from "./plan";

// What a phone does after each key: specification section 8.2.

export interface DialSettings {
  /** Interdigit timers, in seconds. */
  readonly short: number;
  readonly long: number;
  /** `x` also matches `*` and `#`. */
  readonly xIsAnyKey: boolean;
  /** A number that matches no whole sequence is sent anyway. */
  readonly sendsPartial: boolean;
}

/** How phones of a kind read a plan. */
type DialKind = Pick<DialSettings, "xIsAnyKey" | "sendsPartial">;

/** As current phones dial, and as old phones and adapters do. */
export const currentKind: DialKind = { xIsAnyKey: false, sendsPartial: true };
export const olderKind: DialKind = { xIsAnyKey: true, sendsPartial: false };
export const defaultDialSettings: DialSettings = { short: 3, long: 10, ...currentKind };

/** By the traits of the phone; an unknown phone dials as current phones do. */
export function dialKindOf(traits: ReadonlySet<string> | undefined): DialKind {
  if (!traits) return currentKind;
  return { xIsAnyKey: traits.has("x-matches-any-key"), sendsPartial: !traits.has("whole-numbers-only") };
}

/** The kinds of phone that a plan may be for: one when the phone is known, otherwise each. */
export function dialKindsOf(traits: ReadonlySet<string> | undefined): readonly DialKind[] {
  return traits ? [dialKindOf(traits)] : [currentKind, olderKind];
}

/** Names of the generations that dial as each kind does. */
export interface KindNames {
  readonly current: string;
  readonly older: string;
}

export function kindNames(generations: readonly Generation[]): KindNames {
  const named = (isOlder: boolean) =>
    generations
      .filter(({ traits }) => dialKindOf(new Set(traits)).xIsAnyKey === isOlder)
      .map(({ id }) => id)
      .join(", ");
  return { current: named(false), older: named(true) };
}

/** What the phone does now. */
type DialState =
  /** Until the timer runs out; the winner is dialed then. */
  | { readonly kind: "waiting"; readonly seconds: number; readonly winner: SequenceState | undefined }
  | { readonly kind: "dials"; readonly winner: SequenceState }
  | { readonly kind: "barred"; readonly winner: SequenceState }
  /** No sequence fits. */
  | { readonly kind: "rejected" };

/** How a call ends: a number that matches no whole sequence may be sent as dialed. */
export type Outcome = Exclude<DialState, { kind: "waiting" }> | { readonly kind: "partial"; readonly number: string };

export function automatonOf(plan: DialPlan, settings: Pick<DialSettings, "xIsAnyKey">): Automaton {
  return new Automaton(plan, settings.xIsAnyKey);
}

/** The plan after `keys`, as if nothing were decided before the last of them. */
export function dial(automaton: Automaton, keys: string): Dialling {
  let dialling = Dialling.start(automaton);
  for (const key of keys) dialling = dialling.press(key);
  return dialling;
}

/** The plan beside the star codes of the same phone, which are followed as if they were sequences. */
export function withStarCodes(
  plan: DialPlan,
  codes: readonly { readonly name: string; readonly code: string }[],
): DialPlan {
  const span = { start: 0, end: 0 };
  const sequences = codes
    .filter(({ code }) => code !== "" && [...code].every((key) => keyBit(key)))
    .map(({ name, code }): Sequence => {
      const items = [...code].map((key) => ({
        kind: "key" as const,
        set: keyBit(key),
        isX: false,
        repeats: false,
        span,
      }));
      return { items, barred: false, short: undefined, long: undefined, pause: undefined, span, starCode: name };
    });
  return { ...plan, sequences: [...plan.sequences, ...sequences] };
}

export function stateOf(dialling: Dialling, settings: DialSettings): DialState {
  const { plan } = dialling.automaton;
  const candidates = dialling.states;
  if (candidates.length === 0) return { kind: "rejected" };
  const complete = candidates.filter((candidate) => candidate.complete);
  const winner = winnerOf(candidates);
  if (!winner) {
    // With several timers the leftmost counts, as with several numbers.
    const own = candidates.find(({ sequence }) => sequence.long !== undefined)?.sequence.long;
    return { kind: "waiting", seconds: own ?? plan.long ?? settings.long, winner: undefined };
  }
  const short = ({ sequence }: SequenceState) => shortTimer(sequence, plan, settings);
  const isDecided = !candidates.some(({ extendable }) => extendable) || complete.some((c) => short(c) === 0);
  if (isDecided) return winner.sequence.barred ? { kind: "barred", winner } : { kind: "dials", winner };
  return { kind: "waiting", seconds: short(winner), winner };
}

/** The leftmost; a star code is tried in addition to the plan, so it is not dialed as a number unless the plan bars it. */
function winnerOf(candidates: readonly SequenceState[]): SequenceState | undefined {
  const first = candidates.find(({ complete }) => complete);
  if (!first || first.sequence.barred) return first;
  return candidates.find(({ complete, sequence }) => complete && sequence.starCode !== undefined) ?? first;
}

/** Seconds that a whole number waits while others could go on. */
export function shortTimer(sequence: Sequence, plan: DialPlan, settings: Pick<DialSettings, "short">): number {
  return sequence.short ?? plan.short ?? settings.short;
}

/** What follows when the timer runs out, or the person presses `#` or Dial. */
export function decision(dialling: Dialling, dialled: string, settings: DialSettings): Outcome {
  const winner = winnerOf(dialling.states);
  if (winner) return winner.sequence.barred ? { kind: "barred", winner } : { kind: "dials", winner };
  if (dialling.alive.length === 0 || dialled === "" || !settings.sendsPartial) return { kind: "rejected" };
  return { kind: "partial", number: dialled };
}

/** One key of a call and what the phone does after it. */
export interface DialStep {
  readonly key: string;
  /** All keys so far; without a `#` that only ends the number. */
  readonly dialled: string;
  readonly dialling: Dialling;
  readonly state: DialState | Outcome;
  /** The second dial tone is heard. */
  readonly playsTone: boolean;
  /** Sequences that the key does not fit. */
  readonly lost: readonly Sequence[];
}

/** A call key by key; it ends at the key after which the phone has decided. */
export function follow(automaton: Automaton, keys: string, settings: DialSettings): readonly DialStep[] {
  const steps: DialStep[] = [];
  let dialling = Dialling.start(automaton);
  let dialled = "";
  for (const key of keys) {
    if (key === "#" && !dialling.expects(key)) {
      const state = decision(dialling, dialled, settings);
      steps.push({ key, dialled, dialling, state, playsTone: false, lost: [] });
      break;
    }
    const next = dialling.press(key);
    const left = new Set(next.alive.map(({ index }) => index));
    const lost = dialling.alive.flatMap(({ index }) => {
      const sequence = automaton.plan.sequences[index];
      return sequence && !left.has(index) ? [sequence] : [];
    });
    dialling = next;
    dialled += key;
    const state = stateOf(dialling, settings);
    steps.push({ key, dialled, dialling, state, playsTone: dialling.playsTone, lost });
    if (state.kind !== "waiting") break;
  }
  return steps;
}

/** What the phone does with a number when no key follows. */
export interface Fate {
  readonly outcome: Outcome;
  /** Seconds between the last key and the outcome; 0 is at once. */
  readonly seconds: number;
  /** The keys that counted; the phone had decided before the others. */
  readonly dialled: string;
}

export function fateOf(automaton: Automaton, keys: string, settings: DialSettings): Fate {
  const last = follow(automaton, keys, settings).at(-1);
  if (!last) {
    const { after, number, sequence } = offHook(automaton);
    const winner = Dialling.start(automaton).states.find((state) => state.sequence === sequence);
    const outcome: Outcome = number !== undefined && winner ? { kind: "dials", winner } : { kind: "rejected" };
    return { outcome, seconds: after ?? settings.long, dialled: "" };
  }
  const { state, dialled, dialling } = last;
  if (state.kind !== "waiting") return { outcome: state, seconds: 0, dialled };
  return { outcome: decision(dialling, dialled, settings), seconds: state.seconds, dialled };
}

/** What happens when the phone goes off-hook and no key is pressed. */
interface OffHook {
  /** Seconds; undefined when only the dial tone's own length counts. */
  readonly after: number | undefined;
  /** Undefined: reorder tone. */
  readonly number: string | undefined;
  readonly sequence: Sequence | undefined;
}

export function offHook(automaton: Automaton): OffHook {
  const start = Dialling.start(automaton).states;
  const paused = start.filter(({ sequence }) => sequence.pause !== undefined);
  const timed =
    paused[0] ?? start.find(({ complete, sequence }) => complete && sequence.short === 0 && sequence.items.length > 0);
  if (!timed) return { after: undefined, number: undefined, sequence: undefined };
  const number = timed.complete && timed.number !== "" ? timed.number : undefined;
  return { after: timed.sequence.pause ?? 0, number, sequence: timed.sequence };
}

/** A number through a map that is written like a dial plan; undefined when no sequence fits it. */
export function mapNumber(automaton: Automaton, number: string): string | undefined {
  return dial(automaton, number).states.find(({ complete }) => complete)?.number;
}
