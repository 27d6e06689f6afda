import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { mutated } from "./mutate";
import { Random } from "./random";
import { targets } from "./targets";

// Runs targets on and on. The input in hand lies in shared memory, so that it can be saved when this
// thread hangs.

const { seed, only, shared } = workerData as { seed: number; only: readonly string[]; shared: SharedArrayBuffer };
const counter = new Int32Array(shared, 0, 4);
const input = new Uint8Array(shared, 16);
const encoder = new TextEncoder();
const random = new Random(seed);
const chosen = targets.filter(({ name }) => only.length === 0 || only.some((word) => name.includes(word)));
/** Whole files are where most can go wrong. */
const weights: Readonly<Record<string, number>> = {
  profile: 20,
  fixes: 20,
  layout: 10,
  edits: 10,
  rules: 4,
  "dial plans": 4,
};
const drawn = chosen.flatMap((target, i) => Array.from({ length: weights[target.name] ?? 1 }, () => i));

/** Milliseconds of processor time of this thread; of the clock where the system does not say. */
function spent(): number {
  try {
    const fields = readFileSync("/proc/thread-self/stat", "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return performance.now();
  }
}

for (;;) {
  const index = random.pick(drawn);
  const target = chosen[index];
  if (!target) break;
  const text = mutated(target.seeds, target.words, random, target.longest ?? 2000);
  const { written } = encoder.encodeInto(text, input);
  counter[1] = index;
  counter[2] = written;
  const began = spent();
  const { slowest = 1000 } = target;
  try {
    target.run(text);
  } catch (error) {
    parentPort?.postMessage({ kind: "crash", target: target.name, text, error: (error as Error).stack });
  }
  let took = spent() - began;
  // Compiling and collecting garbage are not the fault of the input: it has three tries.
  for (let again = 0; took > slowest && again < 2; again++) {
    const start = spent();
    try {
      target.run(text);
    } catch {
      // reported above
    }
    took = Math.min(took, spent() - start);
  }
  if (took > slowest)
    parentPort?.postMessage({ kind: "slow", target: target.name, text, error: `${took.toFixed(0)} ms` });
  Atomics.add(counter, 0, 1);
}
