// npm run mutants: changes the code in small ways, one at a time, and counts the changes that a test notices.
//   --files rules/         only source files whose path contains this text; several with commas
//   --count 200            how many changes are tried, picked from all by the seed
//   --seed 1               another sample; the seed is printed
//   --only 17,42           only these changes, by number, in full
// StrykerJS makes the changes, all in one build, of which a run switches one on. Its own runners start every test for
// every change. Here a first run notes which test file reaches which change; a change then runs these files only, in one
// process, until the first failure or until the processor time is over. Needs a POSIX shell.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { globSync } from "tinyglobby";
import { root } from "../build.mjs";
import { seconds } from "../slow.mjs";
import { buildInstrumented } from "./instrument.mjs";

/** Seconds of processor time that the tests for one change take at most without it; the rest is not asked. */
const maxTotalSeconds = 12;
/** Of these, what loading the modules takes, which happens once for all tests of a change. */
const loadSeconds = 0.25;
/** Test files that take longer than this, by test/slow.mjs, are not asked: with all changes built in they take six times as long. */
const maxTestSeconds = 2;

const { values: options } = parseArgs({
  options: {
    files: { type: "string", default: "" },
    count: { type: "string", default: "200" },
    seed: { type: "string", default: String(Date.now() % 100_000) },
    only: { type: "string" },
  },
});

const sources = "server/src/{values,checks,dialects}/**/*.ts";
/** The test files that are asked: those of units and features, and the vectors; the others start programs that are built apart. */
const tests = globSync(
  "test/{values,rules,checks,dialects,deployment,features,schema,analysis,client,docs,examples,corpus,xml,mutants}/**/*.test.ts",
  {
    cwd: root,
  },
)
  .filter((file) => !(seconds[file] > maxTestSeconds))
  .sort();

const out = path.join(root, "out/mutants");
mkdirSync(out, { recursive: true });
const files = globSync(sources, { cwd: root, ignore: "**/pages/**" }).sort();
console.log(`building ${files.length} files with all changes, and ${tests.length} test files`);
const mutants = await buildInstrumented(files, tests, out);
const reached = reachedBy();

const wanted = options.files === "" ? [""] : options.files.split(",");
const eligible = mutants.filter(({ file }) => wanted.some((part) => file.includes(part)));
const seed = Number(options.seed);
const chosen = options.only
  ? mutants.filter(({ id }) => options.only.split(",").includes(String(id)))
  : sample(eligible, Number(options.count), seed);
console.log(`seed ${seed}: ${chosen.length} of ${eligible.length} changes in ${options.files || "all files"}`);

const tally = new Map();
const survivors = [];
for (const mutant of chosen) {
  const result = tried(mutant);
  const area = areaOf(mutant.file);
  const counts = tally.get(area) ?? { killed: 0, total: 0 };
  counts.total++;
  if (result !== "survived" && result !== "not reached") counts.killed++;
  else survivors.push(`${described(mutant)}  ${result}`);
  tally.set(area, counts);
  console.log(`${result.padEnd(12)} ${described(mutant)}`);
}
console.log(`\nsurvivors:\n${survivors.join("\n")}\n`);
let [killed, total] = [0, 0];
for (const [area, counts] of [...tally].sort()) {
  killed += counts.killed;
  total += counts.total;
  console.log(`${area.padEnd(10)} ${counts.killed} of ${counts.total}`);
}
console.log(`${"all".padEnd(10)} ${killed} of ${total}: ${((100 * killed) / total).toFixed(1)} %   (seed ${seed})`);

/** Runs the tests that reach a change, the nearest and quickest first. */
function tried({ id, file }) {
  const near = `test/${areaOf(file)}/`;
  const order = Object.entries(reached)
    .filter(([, { ids }]) => ids.includes(id))
    .map(([test, { seconds: needed }]) => ({ test, needed, rank: (test.startsWith(near) ? 0 : 1000) + needed }))
    .sort((a, b) => a.rank - b.rank);
  let total = 0;
  const asked = order.filter(({ needed }) => {
    if (total + needed > maxTotalSeconds) return false;
    total += Math.max(0, needed - loadSeconds);
    return true;
  });
  if (asked.length === 0) return "not reached";
  const { status, signal } = run(
    asked.map(({ test }) => test),
    { __STRYKER_ACTIVE_MUTANT__: String(id) },
    // An endless loop, or much slower: modules are loaded once for all, so the total is less than the sum.
    Math.ceil(2 * total) + 5,
  );
  if (signal || status > 128) return "timed out";
  return status === 0 ? "survived" : "killed";
}

function run(list, env, seconds) {
  const built = list.map((test) => path.join(out, "tests", test.replace(/\.ts$/, ".mjs")));
  return spawnSync(
    "sh",
    ["-c", `ulimit -t ${seconds}; exec "$@"`, "sh", process.execPath, "--max-old-space-size=2048"].concat(
      ["--test-reporter", path.join(root, "test/mutants/firstFailure.mjs"), path.join(root, "test/mutants/child.mjs")],
      built,
    ),
    { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" },
  );
}

/** Which test file reaches which changes; kept until the source, what tests share or the test changes. */
function reachedBy() {
  const common = createHash("sha256").update(files.join());
  for (const file of globSync(["server/src/**/*.ts", "schemas/**/*.json", "test/support/**/*.ts"], {
    cwd: root,
  }).sort())
    common.update(readFileSync(path.join(root, file)));
  const store = path.join(out, "reached.json");
  const kept = existsSync(store) ? JSON.parse(readFileSync(store, "utf8")) : {};
  const reached = {};
  for (const test of tests) {
    const key = common
      .copy()
      .update(readFileSync(path.join(root, test)))
      .digest("hex");
    if (kept[test]?.key !== key) {
      console.log(`noting what ${test} reaches`);
      const report = path.join(out, "one.json");
      const { status, stdout, stderr } = run([test], { MUTANTS_REACHED: report }, 200);
      if (status === 0) kept[test] = { key, ...JSON.parse(readFileSync(report, "utf8")) };
      else {
        console.log(`left out, it fails without a change: ${test}\n${stdout}${stderr}`.slice(0, 600));
        continue;
      }
    }
    reached[test] = kept[test];
    writeFileSync(store, JSON.stringify(kept));
  }
  return reached;
}

function areaOf(file) {
  if (file.includes("/rules/")) return "rules";
  if (file.includes("/values/")) return "values";
  return file.includes("/checks/") ? "checks" : "dialects";
}

function described({ id, file, line, mutator, original, replacement }) {
  const short = (text) => (text.length > 60 ? `${text.slice(0, 57)}…` : text).replace(/\s+/g, " ");
  return `${id} ${file}:${line} ${mutator}: ${short(original)} → ${short(replacement)}`;
}

/** `count` different ones; the same for the same seed (mulberry32). */
function sample(list, count, seed) {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const rest = [...list];
  const taken = [];
  while (taken.length < count && rest.length > 0) taken.push(...rest.splice(Math.floor(random() * rest.length), 1));
  return taken;
}
