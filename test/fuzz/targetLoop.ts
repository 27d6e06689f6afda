import { writeFileSync } from "node:fs";
import type { Target } from "./fileTargets";
import { mutated } from "./mutate";
import { Random } from "./random";
import { workOf } from "./spent.mjs";

// Runs targets on and on, in a process of its own. The input under test is in a file, so that it is there
// when this process hangs or dies.

interface TargetInput {
  readonly target: string;
  readonly text: string;
}

interface TargetOrder {
  readonly seed: number;
  /** Parts of the names of targets; all without any. */
  readonly only: readonly string[];
  /** Milliseconds since 1970. */
  readonly until: number;
  /** Where the number and the text of each input are written before it is run. */
  readonly current: string;
  /** To run in place of random inputs. */
  readonly inputs?: readonly TargetInput[];
}

/** Whole files are where most can go wrong. */
const weights: Readonly<Record<string, number>> = {
  profile: 20,
  fixes: 20,
  layout: 10,
  edits: 10,
  rules: 4,
  "dial plans": 4,
};

export async function runLoop(targets: readonly Target[], order: TargetOrder): Promise<void> {
  process.once("disconnect", () => process.exit());
  let number = 0;
  for (const { target: name, text } of order.inputs ?? randomInputs(targets, order)) {
    const target = targets.find((one) => one.name === name);
    if (!target) throw new Error(`no target ${name}`);
    writeFileSync(order.current, JSON.stringify({ number: number++, target: name, text }));
    for (const finding of findingsOf(target, text)) await send({ ...finding, target: name, text });
    await new Promise(setImmediate);
  }
  process.disconnect();
}

function* randomInputs(targets: readonly Target[], { seed, only, until }: TargetOrder): Generator<TargetInput> {
  const random = new Random(seed);
  const chosen = targets.filter(({ name }) => only.length === 0 || only.some((word) => name.includes(word)));
  const weighted = chosen.flatMap((target) => Array.from({ length: weights[target.name] ?? 1 }, () => target));
  while (weighted.length > 0 && Date.now() < until) {
    const { name, seeds, words, longest = 2000 } = random.pick(weighted);
    yield { target: name, text: mutated(seeds, words, random, longest) };
  }
}

function* findingsOf({ run, slowest = 1000 }: Target, text: string): Generator<{ kind: string; error: string }> {
  let least = Number.POSITIVE_INFINITY;
  let failure: Error | undefined;
  // Compiling and collecting garbage are not the fault of the input: it has three tries.
  for (let tries = 0; tries < 3 && least > slowest; tries++) {
    const before = workOf(process.pid);
    try {
      run(text);
    } catch (error) {
      failure ??= error as Error;
    }
    least = Math.min(least, workOf(process.pid) - before);
  }
  if (failure) yield { kind: "crash", error: failure.stack ?? failure.message };
  if (least > slowest) yield { kind: "slow", error: `${least.toFixed(0)} ms` };
}

function send(message: object): Promise<void> {
  return new Promise((resolve) => process.send?.(message, () => resolve()));
}
