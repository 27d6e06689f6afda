import { anyKey, type KeySet, keyBit } from "./keys";
import type { DialPlan, Sequence } from "./plan";

// Each sequence is a line of steps; a position is before a step. The positions that are reachable
// after the keys so far are kept for every sequence, so a key costs at most the length of the plan.

export type Step =
  | { readonly kind: "key"; readonly set: KeySet; readonly repeats: boolean; readonly sent: boolean }
  | { readonly kind: "send"; readonly text: string; readonly gateway: string | undefined }
  /** The second dial tone, until the next key. */
  | { readonly kind: "tone" };

/** What was sent so far, last part first. */
interface Sent {
  readonly text: string;
  readonly before: Sent | undefined;
}

interface Position {
  readonly step: number;
  readonly sent: Sent | undefined;
  readonly gateway: string | undefined;
}

/** One sequence after some keys. */
export interface SequenceState {
  readonly sequence: Sequence;
  readonly index: number;
  /** The keys so far are a whole number of the sequence. */
  readonly complete: boolean;
  /** A further key could follow. */
  readonly extendable: boolean;
  /** What is sent, when complete. */
  readonly number: string | undefined;
  readonly gateway: string | undefined;
}

/** A sequence that is still in, with the positions reached in it. */
interface Alive {
  readonly index: number;
  readonly reached: readonly Position[];
}

/** A plan after some keys. */
export class Dialling {
  private constructor(
    readonly automaton: Automaton,
    readonly alive: readonly Alive[],
  ) {}

  static start(automaton: Automaton): Dialling {
    const start = [{ step: 0, sent: undefined, gateway: undefined }];
    return new Dialling(
      automaton,
      automaton.steps.map((steps, index) => ({ index, reached: closure(start, steps) })),
    );
  }

  press(key: string): Dialling {
    const bit = keyBit(key);
    const alive: Alive[] = [];
    for (const { index, reached } of this.alive) {
      const steps = this.automaton.steps[index] ?? [];
      const next: Position[] = [];
      for (const position of reached) {
        const step = steps[position.step];
        if (step?.kind !== "key" || !(step.set & bit)) continue;
        const sent = step.sent ? { text: key, before: position.sent } : position.sent;
        next.push({ ...position, sent, step: step.repeats ? position.step : position.step + 1 });
      }
      if (next.length > 0) alive.push({ index, reached: closure(next, steps) });
    }
    return new Dialling(this.automaton, alive);
  }

  get states(): readonly SequenceState[] {
    const states: SequenceState[] = [];
    for (const { index, reached } of this.alive) {
      const sequence = this.automaton.plan.sequences[index];
      if (!sequence) continue;
      const steps = this.automaton.steps[index] ?? [];
      const end = reached.find(({ step }) => step === steps.length);
      states.push({
        sequence,
        index,
        complete: end !== undefined,
        extendable: reached.some(({ step }) => canGoOn(steps[step])),
        number: end && sentText(end.sent),
        gateway: end?.gateway,
      });
    }
    return states;
  }

  /** The second dial tone is heard now. */
  get playsTone(): boolean {
    return this.alive.some(({ index, reached }) =>
      reached.some(({ step }) => this.automaton.steps[index]?.[step]?.kind === "tone"),
    );
  }

  /** Whether some sequence waits for this key. */
  expects(key: string): boolean {
    const bit = keyBit(key);
    return this.alive.some(({ index, reached }) =>
      reached.some(({ step }) => {
        const next = this.automaton.steps[index]?.[step];
        return next?.kind === "key" && (next.set & bit) !== 0;
      }),
    );
  }
}

export class Automaton {
  readonly steps: readonly (readonly Step[])[];

  /** `xIsAnyKey`: phones on which `x` also matches `*` and `#`. */
  constructor(
    readonly plan: DialPlan,
    xIsAnyKey: boolean,
  ) {
    this.steps = plan.sequences.map((sequence) => stepsOf(sequence, xIsAnyKey));
  }

  /** A plan without keys of its own is a hot line: nothing is dialed by hand. */
  get hasKeys(): boolean {
    return this.plan.sequences.some(
      ({ starCode }, i) => starCode === undefined && this.steps[i]?.some(({ kind }) => kind === "key"),
    );
  }
}

/** Nothing can be pressed here: letters, and signs that are not keys. */
const closed: Step = { kind: "key", set: 0, repeats: false, sent: true };

function stepsOf({ items }: Sequence, xIsAnyKey: boolean): readonly Step[] {
  const steps: Step[] = [];
  for (const item of items) {
    if (item.kind === "tone") {
      steps.push(item);
      continue;
    }
    const keyItems = item.kind === "key" ? [item] : item.dialed;
    for (const { set, isX, repeats } of keyItems)
      steps.push({ kind: "key", set: isX && xIsAnyKey ? anyKey : set, repeats, sent: item.kind === "key" });
    // A sequence that cannot be dialed to its end keeps no number waiting.
    if (keyItems.some(({ set, repeats }) => set === 0 && !repeats)) return [closed];
    if (item.kind === "substitute") steps.push({ kind: "send", text: item.text, gateway: item.gateway });
  }
  return steps;
}

/** Whether some key leads on from here. */
export function canGoOn(step: Step | undefined): boolean {
  return step?.kind === "key" && step.set !== 0;
}

/** All positions reachable without a key; the first way to a position counts. */
function closure(from: readonly Position[], steps: readonly Step[]): readonly Position[] {
  if (from.length === 0) return from;
  const reached: Position[] = [];
  const seen = new Set<number>();
  for (const start of from) {
    let position = start;
    while (!seen.has(position.step)) {
      seen.add(position.step);
      reached.push(position);
      const step = steps[position.step];
      if (step?.kind === "send")
        position = {
          step: position.step + 1,
          sent: step.text === "" ? position.sent : { text: step.text, before: position.sent },
          gateway: step.gateway ?? position.gateway,
        };
      else if (step?.kind === "tone" || step?.repeats) position = { ...position, step: position.step + 1 };
      else break;
    }
  }
  return reached;
}

function sentText(sent: Sent | undefined): string {
  const parts: string[] = [];
  for (let part = sent; part; part = part.before) parts.push(part.text);
  return parts.reverse().join("");
}
