import { workOf } from "./spent.mjs";
import { runLoop } from "./targetLoop";

// Targets with faults that must be found, and one that waits as on a busy machine, which is not a fault.

function waitIdly(milliseconds: number) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

const runs: Readonly<Record<string, () => void>> = {
  loop() {
    for (;;);
  },
  work() {
    const until = workOf(process.pid) + 400;
    while (workOf(process.pid) < until);
  },
  wait: () => waitIdly(1500),
  memory() {
    for (const kept: number[][] = []; ; ) kept.push(Array.from({ length: 1000 }, Math.random));
  },
  throw() {
    throw new Error("planted");
  },
};
const targets = Object.entries(runs).map(([name, run]) => ({ name, seeds: [], words: [], slowest: 200, run }));

await runLoop(targets, JSON.parse(process.argv[2] ?? ""));
