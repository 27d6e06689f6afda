import { type Automaton, canGoOn, type Step } from "./automaton";
import { keyBit, keys } from "./keys";
import type { Sequence } from "./plan";
import { type DialSettings, shortTimer } from "./simulate";

/** Positions stepped through before the exploration gives up; bounds its time to a few tens of milliseconds. */
const maxWork = 400_000;
/** A set of positions is kept as a string of this many UTF-16 units at most. */
const maxPositions = 8192;

/** A state of the plan in which some sequence is complete, and a shortest number that leads to it. */
export interface Completion {
  readonly number: string;
  /** Indices of the sequences; the first is the one dialed. */
  readonly complete: readonly number[];
  /** The first other sequence that could go on. */
  readonly longer: number | undefined;
  /** The winner itself could not go on. */
  readonly isOwnEnd: boolean;
  /** The phone dials here, so that no further key counts. */
  readonly isDecided: boolean;
}

/** All positions of a plan, numbered through: those of a sequence follow each other. */
interface Positions {
  /** The next step of a position; undefined at the end of a sequence. */
  readonly steps: readonly (Step | undefined)[];
  readonly owner: readonly number[];
  readonly starts: readonly number[];
}

/**
 * Follows every number that can be dialed, as classes of keys that lead to the same set of positions.
 * Undefined when that is too much.
 */
export function completionsOf(automaton: Automaton, settings: DialSettings): readonly Completion[] | undefined {
  const { plan } = automaton;
  const positions = positionsOf(automaton);
  const isAtOnce = plan.sequences.map((sequence: Sequence) => shortTimer(sequence, plan, settings) === 0);
  const bits = representatives(automaton).map((key) => ({ key, bit: keyBit(key) }));
  const marks = new Uint32Array(positions.steps.length);
  let mark = 1;
  const first: number[] = [];
  for (const start of positions.starts) enter(start, positions, marks, mark, first);
  const queue = [{ number: "", at: first }];
  const seen = new Set<string>();
  const completions: Completion[] = [];
  let work = 0;
  for (const { number, at } of queue) {
    const completion = completionAt(number, at, positions, isAtOnce);
    if (completion) completions.push(completion);
    if (completion?.isDecided) continue;
    for (const { key, bit } of bits) {
      mark++;
      const next: number[] = [];
      for (const position of at) {
        const step = positions.steps[position];
        if (step?.kind === "key" && step.set & bit)
          enter(step.repeats ? position : position + 1, positions, marks, mark, next);
      }
      work += at.length + next.length + 10;
      if (work > maxWork || next.length > maxPositions || positions.steps.length > 0xffff) return undefined;
      if (next.length === 0) continue;
      const name = String.fromCharCode(...next);
      if (seen.has(name)) continue;
      seen.add(name);
      queue.push({ number: number + key, at: next });
    }
  }
  return completions;
}

function completionAt(
  number: string,
  at: readonly number[],
  { steps, owner }: Positions,
  isAtOnce: readonly boolean[],
): Completion | undefined {
  const complete: number[] = [];
  const open: number[] = [];
  for (const position of at) {
    const step = steps[position];
    const index = owner[position] ?? 0;
    if (!step) complete.push(index);
    else if (canGoOn(step) && open.at(-1) !== index) open.push(index);
  }
  const winner = complete[0];
  if (winner === undefined) return undefined;
  return {
    number,
    complete,
    longer: open.find((index) => index !== winner),
    isOwnEnd: !open.includes(winner),
    // Off-hook nothing is decided yet.
    isDecided: number !== "" && (open.length === 0 || complete.some((index) => isAtOnce[index])),
  };
}

/** Adds a position and all that are reached from it without a key; they stay in order. */
function enter(start: number, { steps }: Positions, marks: Uint32Array, mark: number, reached: number[]): void {
  for (let position = start; marks[position] !== mark; position++) {
    marks[position] = mark;
    reached.push(position);
    const step = steps[position];
    if (!step || (step.kind === "key" && !step.repeats)) return;
  }
}

function positionsOf(automaton: Automaton): Positions {
  const steps: (Step | undefined)[] = [];
  const owner: number[] = [];
  const starts: number[] = [];
  for (const [index, line] of automaton.steps.entries()) {
    starts.push(steps.length);
    for (const step of line) {
      steps.push(step);
      owner.push(index);
    }
    steps.push(undefined);
    owner.push(index);
  }
  return { steps, owner, starts };
}

/** One key for each class of keys that every sequence treats alike. */
function representatives({ steps }: Automaton): string[] {
  const sets = new Set<number>();
  for (const line of steps) for (const step of line) if (step.kind === "key") sets.add(step.set);
  const classes = new Map<string, string>();
  for (const key of keys) {
    const bit = keyBit(key);
    const name = [...sets].map((set) => (set & bit ? 1 : 0)).join("");
    if (name.includes("1") && !classes.has(name)) classes.set(name, key);
  }
  return [...classes.values()];
}
