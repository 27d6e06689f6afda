// npm run fuzz -- --minutes 10 [--seed N] [--processes 2] [target …]: looks for inputs that crash, hang or eat memory, and
// for answers of a server over many edits that differ from those of a fresh one (target `servers`).
// Findings are written to out/fuzz/; each becomes a test. npm run fuzz -- --replay out/fuzz/….json runs one again.
// The last line sums up the run; it ends with 1 when something was found.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { root } from "../build.mjs";
import { memoryOf } from "./spent.mjs";
import { buildTargets, replayTarget, runTargets } from "./targetRun.mjs";
import { replayServers, runTwins } from "./twinRun.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: "string", default: "1" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    processes: { type: "string", default: "1" },
    replay: { type: "string" },
  },
});

if (options.replay) {
  const saved = JSON.parse(readFileSync(options.replay, "utf8"));
  process.exit(await (saved.history ? replayServers(options.replay, saved) : replayTarget(saved)));
}
console.log(`seed ${options.seed}, ${options.minutes} minutes`);

const folder = path.join(root, "out/fuzz");
mkdirSync(folder, { recursive: true });
const findings = new Map();
const totals = {};

function found({ kind, target, text, error }) {
  const place = String(error).split("\n").slice(0, 3).join(" ").replace(/\d+/g, "0").slice(0, 200);
  save(kind, target, kind === "crash" ? place : "", { kind, target, error, text }, error);
}

function foundInServers({ kind, method, words, ...rest }) {
  const place = kind === "crash" || kind === "fault" ? words.replace(/\d+/g, "0").slice(0, 200) : "";
  save(kind, `servers ${method.replace(/^.*\//, "")}`, place, { kind, method, words, ...rest }, words);
}

/** Keeps the first finding of each sort. */
function save(kind, target, place, finding, error) {
  totals[kind] = (totals[kind] ?? 0) + 1;
  const key = `${kind} ${target} ${place}`;
  const seen = findings.get(key);
  if (seen) {
    seen.count++;
    return;
  }
  const text = JSON.stringify(finding, undefined, 1);
  const name = `${kind}-${target.replace(/\W+/g, "-")}-${createHash("sha256").update(text).digest("hex").slice(0, 8)}.json`;
  findings.set(key, { count: 1, name });
  writeFileSync(path.join(folder, name), text);
  console.log(`${kind} in ${target}: out/fuzz/${name}\n${String(error).slice(0, 3000)}\n`);
}

const isWanted = (name) => positionals.length === 0 || positionals.some((word) => name.includes(word));
const hasOthers = positionals.length === 0 || positionals.some((word) => word !== "servers");
const program = hasOthers ? await buildTargets() : undefined;
const until = Date.now() + Number(options.minutes) * 60_000;
const seed = Number(options.seed);
const processes = hasOthers ? Number(options.processes) : 0;
const [servers, targets] = await Promise.all([
  isWanted("servers") ? runTwins({ seed, until, report: foundInServers }) : undefined,
  runTargets({ program, seed, processes, only: positionals, until, report: found }),
]);
for (const [key, { count, name }] of findings) console.log(`  ${count}× ${key.slice(0, 120)} (${name})`);
const number = (n) => Math.round(n).toLocaleString("en");
const counts = ["difference", "error", "crash", "fault", "hang", "slow", "memory"].map(
  (kind) => `${totals[kind] ?? 0} ${kind}`,
);
const compared = servers
  ? `; ${number(servers.edits)} edits of ${number(servers.files)} files compared in ${number(servers.answers)} answers, most work for one ${number(servers.slowest)} ms, servers ${number(servers.memory.at(0) ?? 0)} to ${number(servers.memory.at(-1) ?? 0)} MB`
  : "";
const most = process.resourceUsage().maxRSS / 1024;
console.log(
  `${options.minutes} minutes from seed ${options.seed}: ${number(targets.inputs)} inputs, at most ${number(targets.memory)} MB${compared}; this process ${number(memoryOf(process.pid) ?? 0)} MB at the end, ${number(most)} MB at most; ${findings.size} findings (${counts.join(", ")})`,
);
process.exit(findings.size === 0 ? 0 : 1);
