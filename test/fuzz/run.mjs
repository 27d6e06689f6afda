// npm run fuzz -- --minutes 10 [--seed N] [--threads 2] [target …]: looks for inputs that crash, hang or eat memory.
// Findings are written to out/fuzz/; each becomes a test.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { buildTests, root } from "../build.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: "string", default: "1" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    threads: { type: "string", default: "1" },
  },
});

const [file] = await buildTests(["test/fuzz/worker.ts"], path.join(root, `out/fuzz-${process.pid}`));
const folder = path.join(root, "out/fuzz");
mkdirSync(folder, { recursive: true });
const until = Date.now() + Number(options.minutes) * 60_000;
const findings = new Map();
let seed = Number(options.seed);
let runs = 0;

function found({ kind, target, text, error }) {
  const place = String(error).split("\n").slice(0, 3).join(" ").replace(/\d+/g, "0").slice(0, 200);
  const key = `${kind} ${target} ${kind === "crash" ? place : ""}`;
  const seen = findings.get(key);
  if (seen) {
    seen.count++;
    return;
  }
  const name = `${kind}-${target.replace(/\W+/g, "-")}-${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;
  findings.set(key, { count: 1, name });
  writeFileSync(path.join(folder, `${name}.txt`), text);
  console.log(`${kind} in ${target}: out/fuzz/${name}.txt\n${error}\n`);
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
      if (still >= 10) {
        const text = Buffer.from(new Uint8Array(shared, 16, counter[2])).toString("utf8");
        found({ kind: "hang", target: `target ${counter[1]}`, text, error: "no answer for ten seconds" });
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

await Promise.all(
  Array.from({ length: Number(options.threads) }, async () => {
    while (Date.now() < until) await thread();
  }),
);
console.log(
  `${runs.toLocaleString("en")} inputs in ${options.minutes} minutes from seed ${options.seed}: ${findings.size} findings`,
);
for (const [key, { count, name }] of findings) console.log(`  ${count}× ${key.slice(0, 120)} (${name})`);
process.exit(findings.size === 0 ? 0 : 1);
