import { Automaton, Dialling, type SequenceState } from "./automaton";
import type { DialPlan, Sequence } from "./plan";

// What a phone does after each key: specification section 8.2.

export interface DialSettings {
  /** Interdigit_Short_Timer and Interdigit_Long_Timer, in seconds. */
  readonly short: number;
  readonly long: number;
  /** `x` also stands for `*` and `#`: SPA phones, adapters, the 8831. */
  readonly xIsAnyKey: boolean;
  /** A number that fits no sequence to its end is sent all the same: multiplatform phones. */
  readonly sendsPartial: boolean;
}

export const defaultDialSettings: DialSettings = { short: 3, long: 10, xIsAnyKey: false, sendsPartial: true };

/** What the phone does now. */
export type DialState =
  | { readonly kind: "waiting"; readonly seconds: number; readonly winner: SequenceState | undefined }
  | { readonly kind: "dials"; readonly winner: SequenceState }
  | { readonly kind: "barred"; readonly winner: SequenceState }
  /** No sequence fits. */
  | { readonly kind: "rejected" };

export function automatonOf(plan: DialPlan, settings: Pick<DialSettings, "xIsAnyKey">): Automaton {
  return new Automaton(plan, settings.xIsAnyKey);
}

/** The plan after `keys`; a `#` that nothing waits for is not part of the number. */
export function dial(automaton: Automaton, keys: string): Dialling {
  let dialling = Dialling.start(automaton);
  for (const key of keys) dialling = dialling.press(key);
  return dialling;
}

export function stateOf(dialling: Dialling, settings: DialSettings): DialState {
  const { plan } = dialling.automaton;
  const candidates = dialling.states;
  if (candidates.length === 0) return { kind: "rejected" };
  const complete = candidates.filter((candidate) => candidate.complete);
  const winner = complete[0];
  if (!winner) {
    const own = candidates.find(({ sequence }) => sequence.long !== undefined)?.sequence.long;
    return { kind: "waiting", seconds: own ?? plan.long ?? settings.long, winner: undefined };
  }
  const short = ({ sequence }: SequenceState) => sequence.short ?? plan.short ?? settings.short;
  const isDecided = !candidates.some(({ extendable }) => extendable) || complete.some((c) => short(c) === 0);
  if (isDecided) return winner.sequence.barred ? { kind: "barred", winner } : { kind: "dials", winner };
  return { kind: "waiting", seconds: short(winner), winner };
}

/** What follows when the timer runs out, or the person presses `#` or Dial. */
export function decision(
  dialling: Dialling,
  dialled: string,
  settings: DialSettings,
): DialState | { readonly kind: "partial"; readonly number: string } {
  const winner = dialling.states.find(({ complete }) => complete);
  if (winner) return winner.sequence.barred ? { kind: "barred", winner } : { kind: "dials", winner };
  if (dialling.states.length === 0 || !settings.sendsPartial) return { kind: "rejected" };
  return { kind: "partial", number: dialled };
}

/** What happens when the phone goes off-hook and no key is pressed. */
export interface OffHook {
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
