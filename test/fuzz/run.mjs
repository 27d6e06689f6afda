// npm run fuzz -- --minutes 10 [--seed N] [--threads 2] [target …]: looks for inputs that crash, hang or eat memory, and
// for answers of a server over many edits that differ from those of a fresh one (target `servers`).
// Findings are written to out/fuzz/; each becomes a test. npm run fuzz -- --replay out/fuzz/difference-….json tells a
// finding of the servers again. The last line sums up the run; it ends with 1 when something was found.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { buildTests, root } from "../build.mjs";
import { replay, runTwins } from "./twinRun.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: "string", default: "1" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    threads: { type: "string", default: "1" },
    replay: { type: "string" },
  },
});

if (options.replay) process.exit(await replay(options.replay));
console.log(`seed ${options.seed}, ${options.minutes} minutes`);

const [file] = await buildTests(["test/fuzz/worker.ts"], path.join(root, `out/fuzz-${process.pid}`));
const folder = path.join(root, "out/fuzz");
mkdirSync(folder, { recursive: true });
const until = Date.now() + Number(options.minutes) * 60_000;
const findings = new Map();
/** Seconds without an answer; a busy machine gives a thread little of its time. */
const hang = 60;
let seed = Number(options.seed);
let runs = 0;

const totals = {};

function found({ kind, target, text, error }) {
  const place = String(error).split("\n").slice(0, 3).join(" ").replace(/\d+/g, "0").slice(0, 200);
  save(kind, target, kind === "crash" ? place : "", text, "txt", error);
}

function foundInServers({ kind, method, words, ...rest }) {
  const place = kind === "crash" || kind === "fault" ? words.replace(/\d+/g, "0").slice(0, 200) : "";
  const text = JSON.stringify({ kind, method, words, ...rest }, undefined, 1);
  save(kind, `servers ${method.replace(/^.*\//, "")}`, place, text, "json", words);
}

/** Keeps the first finding of each sort. */
function save(kind, target, place, text, ending, error) {
  totals[kind] = (totals[kind] ?? 0) + 1;
  const key = `${kind} ${target} ${place}`;
  const seen = findings.get(key);
  if (seen) {
    seen.count++;
    return;
  }
  const name = `${kind}-${target.replace(/\W+/g, "-")}-${createHash("sha256").update(text).digest("hex").slice(0, 8)}.${ending}`;
  findings.set(key, { count: 1, name });
  writeFileSync(path.join(folder, name), text);
  console.log(`${kind} in ${target}: out/fuzz/${name}\n${String(error).slice(0, 3000)}\n`);
}

function thread() {
  return new Promise((resolve) => {
    const shared = new SharedArrayBuffer(16 + 200_000);
    const counter = new Int32Array(shared, 0, 4);
    const worker = new Worker(file, {
      workerData: { seed: seed++, only: positionals, shared },
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    let last = -1;
    let still = 0;
    const watch = setInterval(() => {
      const count = Atomics.load(counter, 0);
      still = count === last && last >= 0 ? still + 1 : 0;
      if (count !== last) last = count;
      // The first input waits for the seeds to be read.
      if (still >= hang) {
        const text = Buffer.from(new Uint8Array(shared, 16, counter[2])).toString("utf8");
        found({ kind: "hang", target: `target ${counter[1]}`, text, error: `no answer for ${hang} seconds` });
        void worker.terminate();
      } else if (Date.now() > until) void worker.terminate();
    }, 1000);
    worker.on("message", found);
    worker.on("error", (error) =>
      found({
        kind: "memory",
        target: `target ${counter[1]}`,
        text: Buffer.from(new Uint8Array(shared, 16, counter[2])).toString("utf8"),
        error: error.message,
      }),
    );
    worker.once("exit", () => {
      clearInterval(watch);
      runs += Atomics.load(counter, 0);
      resolve();
    });
  });
}

const isWanted = (name) => positionals.length === 0 || positionals.some((word) => name.includes(word));
const hasOthers = positionals.length === 0 || positionals.some((word) => word !== "servers");
const threads = hasOthers ? Number(options.threads) : 0;
const [servers] = await Promise.all([
  isWanted("servers") ? runTwins({ seed: Number(options.seed), until, report: foundInServers }) : undefined,
  ...Array.from({ length: threads }, async () => {
    while (Date.now() < until) await thread();
  }),
]);
for (const [key, { count, name }] of findings) console.log(`  ${count}× ${key.slice(0, 120)} (${name})`);
const number = (n) => Math.round(n).toLocaleString("en");
const counts = ["difference", "error", "crash", "fault", "hang", "slow", "memory"].map(
  (kind) => `${totals[kind] ?? 0} ${kind}`,
);
const compared = servers
  ? `; ${number(servers.edits)} edits of ${number(servers.files)} files compared in ${number(servers.answers)} answers, slowest ${number(servers.slowest)} ms, ${number(servers.memory.at(0) ?? 0)} to ${number(servers.memory.at(-1) ?? 0)} MB`
  : "";
console.log(
  `${options.minutes} minutes from seed ${options.seed}: ${number(runs)} inputs${compared}; ${findings.size} findings (${counts.join(", ")})`,
);
process.exit(findings.size === 0 ? 0 : 1);
