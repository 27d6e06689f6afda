// Runs the targets in processes, until the time is over; what ends or hangs one is a finding, and another takes its place.
import { fork } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { buildTests, root } from "../build.mjs";
import { hang, memoryOf, Spent } from "./spent.mjs";

const out = (name) => path.join(root, `out/${name}-${process.pid}`);

export async function buildTargets() {
  const [program] = await buildTests(["test/fuzz/targetProcess.ts"], out("fuzz"));
  return program;
}

/** Runs until `until`; `report` gets each finding, the number of inputs and the most memory (MB) are answered. */
export async function runTargets({ program, seed, processes, only, until, report }) {
  const totals = { inputs: 0, memory: 0 };
  let next = seed;
  await Promise.all(
    Array.from({ length: processes }, async () => {
      while (Date.now() < until) {
        const { inputs, memory } = await runProcess({ program, order: { seed: next++, only, until }, report });
        totals.inputs += inputs;
        totals.memory = Math.max(totals.memory, memory);
        if (inputs === 0) break;
      }
    }),
  );
  return totals;
}

let started = 0;

/** Gives `order` to one process, and ends it when it hangs. */
export function runProcess({ program, order, report, limits = hang }) {
  const current = `${out("fuzz-input")}-${started++}.json`;
  const child = fork(program, [JSON.stringify({ ...order, current })], {
    execArgv: ["--max-old-space-size=1024", "--enable-source-maps"],
    stdio: ["ignore", "inherit", "pipe", "ipc"],
  });
  let errors = "";
  child.stderr.on("data", (data) => {
    errors = (errors + data).slice(-4000);
  });
  child.on("message", report);
  const input = () => {
    try {
      return JSON.parse(readFileSync(current, "utf8"));
    } catch {
      // Not there yet, or half written.
      return undefined;
    }
  };
  const spent = new Spent(child.pid);
  let last = -1;
  let memory = 0;
  let isEnded = false;
  const watch = setInterval(() => {
    if (isEnded) return;
    memory = Math.max(memory, memoryOf(child.pid) ?? 0);
    const { number = last, target = "start", text = "" } = input() ?? {};
    if (number !== last) {
      last = number;
      spent.restart();
      return;
    }
    const error = spent.tooMuch(limits);
    if (!error) return;
    report({ kind: "hang", target, text, error });
    isEnded = true;
    child.kill("SIGKILL");
  }, 250);
  return new Promise((resolve) => {
    child.once("close", (code, signal) => {
      clearInterval(watch);
      const { number = -1, target = "start", text = "" } = input() ?? {};
      const kind = /out of memory/.test(errors) ? "memory" : "crash";
      if (code !== 0 && !isEnded)
        report({ kind, target, text, error: `the process ended with ${code ?? signal}\n${errors}` });
      rmSync(current, { force: true });
      resolve({ inputs: number + 1, memory });
    });
  });
}

/** Runs a saved input again, and prints what comes of it. */
export async function replayTarget({ target, text }) {
  let findings = 0;
  const report = ({ kind, error }) => {
    findings++;
    console.log(`${kind} in ${target}\n${error}`);
  };
  const program = await buildTargets();
  await runProcess({ program, order: { seed: 0, only: [], until: 0, inputs: [{ target, text }] }, report });
  rmSync(out("fuzz"), { recursive: true, force: true });
  if (findings === 0) console.log("no finding");
  return findings === 0 ? 0 : 1;
}
