// npm run mutants: changes the code in small ways, one at a time, and counts the changes that a test notices.
//   --files rules/         only source files whose path contains this text; several with commas
//   --tests rules/,cli/    asks only test files whose path contains one of these; the others may kill more
//   --count 200            how many changes are tried, picked from all by the seed
//   --seed 1               another sample; the seed is printed
//   --only 17,42           only these changes, by number, in full
//   --seconds 10           of processor time for the tests of one change; the rest is not asked
//   --unreached            tries nothing, and lists the changes that no test reaches
//   --anew                 notes again what each test reaches, for the figure of a release
// StrykerJS makes the changes, all in one build, of which a run switches one on: in the process of the test and in the
// command line that it starts. Its own runners start every test for every change. Here a first run notes which test reaches
// which change; a change then runs these tests only, until the first failure or until the processor time is over: first
// those that pass through it, then those that pass through its file, which may use what is made when it is loaded, such as
// a regular expression. Of these, the quick ones that pass through much of the file and found many changes before go first.
// Needs a POSIX shell.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { globSync } from "tinyglobby";
import { root } from "../build.mjs";
import { seconds } from "../slow.mjs";
import { buildInstrumented } from "./instrument.mjs";
import { notesOfTests } from "./notes.mjs";

/** The quickest of these go first, in a process of their own. */
const firstSeconds = 1.5;
/** Seconds that a test costs beside its own: its file is read. */
const overhead = 0.03;
/** Test files that take longer than this, by test/slow.mjs, are not asked. */
const maxTestSeconds = 15;

const { values: options } = parseArgs({
  options: {
    files: { type: "string", default: "" },
    tests: { type: "string", default: "" },
    count: { type: "string", default: "200" },
    seed: { type: "string", default: String(Date.now() % 100_000) },
    only: { type: "string" },
    seconds: { type: "string", default: "10" },
    anew: { type: "boolean", default: false },
    unreached: { type: "boolean", default: false },
  },
});
const maxTotalSeconds = Number(options.seconds);

const sources = "server/src/{values,checks,dialects}/**/*.ts";
/** The test files that are asked; others start editors or servers, which are built apart, or count on bytes and signals. */
const tests = globSync(
  [
    "test/{values,rules,checks,dialects,deployment,impact,conversion,features,schema,analysis,client,docs,examples,corpus,xml,text,lsp,cli,hostile,rollout,vendors,mutants}/**/*.test.ts",
    // It ends the process that notes what it reaches.
    "!test/client/serverProcess.test.ts",
    "!test/cli/{bytes,encodings,faults,output,signals,tarball,terminal}.test.ts",
  ],
  { cwd: root },
)
  .filter((file) => !(seconds[file] > maxTestSeconds) && options.tests.split(",").some((part) => file.includes(part)))
  .sort((a, b) => Number(isOfCommandLine(a)) - Number(isOfCommandLine(b)) || (a < b ? -1 : 1));

const out = path.join(root, "out/mutants");
mkdirSync(out, { recursive: true });
/** The manual: texts for people with their examples, which test/docs and test/checks compare as they are. */
const manual = ["**/{pages,examples}/**", "**/{pages,*Pages}.ts"];
const files = globSync(sources, { cwd: root, ignore: manual }).sort();
console.log(`building ${files.length} files with all changes, and ${tests.length} test files`);
const mutants = await buildInstrumented(files, tests, out);
const notes = notesOfTests(tests, mutants, out, noting, options.anew);

const wanted = options.files === "" ? [""] : options.files.split(",");
const eligible = mutants.filter(({ file }) => wanted.some((part) => file.includes(part)));
if (options.unreached) {
  const reached = new Set(Object.values(notes).flatMap((parts) => parts.flatMap(({ ids }) => [...ids])));
  const missed = eligible.filter(({ id }) => !reached.has(id));
  console.log(
    `${missed.map(described).join("\n")}\n${missed.length} of ${eligible.length} changes are reached by no test`,
  );
  process.exit();
}
const seed = Number(options.seed);
const chosen = options.only
  ? mutants.filter(({ id }) => options.only.split(",").includes(String(id)))
  : sample(eligible, Number(options.count), seed);
console.log(`seed ${seed}: ${chosen.length} of ${eligible.length} changes in ${options.files || "all files"}`);

/** How often each test was asked and found a change; kept for the next time. */
const triesFile = path.join(out, "tries.json");
const tries = existsSync(triesFile) ? JSON.parse(readFileSync(triesFile, "utf8")) : {};
const idsOfFile = new Map();
for (const { id, file } of mutants) idsOfFile.set(file, [...(idsOfFile.get(file) ?? []), id]);
const tally = new Map();
const survivors = [];
const undecided = [];
/** The name of the test that failed last. */
let killer = "";
for (const mutant of chosen) {
  const result = tried(mutant);
  console.log(`${result.padEnd(12)} ${described(mutant)}${result === "killed" ? `   by ${killer.slice(0, 100)}` : ""}`);
  if (result === "too slow") {
    undecided.push(described(mutant));
    continue;
  }
  const area = areaOf(mutant.file);
  const counts = tally.get(area) ?? { killed: 0, total: 0 };
  counts.total++;
  if (result !== "survived" && result !== "not reached") counts.killed++;
  else survivors.push(`${described(mutant)}  ${result}`);
  tally.set(area, counts);
}
console.log(`\nsurvivors:\n${survivors.join("\n")}\n`);
if (undecided.length > 0) console.log(`not counted, too slow without a change as well:\n${undecided.join("\n")}\n`);
let [killed, total] = [0, 0];
for (const [area, counts] of [...tally].sort()) {
  killed += counts.killed;
  total += counts.total;
  console.log(`${area.padEnd(20)} ${counts.killed} of ${counts.total}`);
}
console.log(`${"all".padEnd(20)} ${killed} of ${total}: ${((100 * killed) / total).toFixed(1)} %   (seed ${seed})`);

/** Runs the tests that reach a change, the nearest and likeliest first, then the others of their files. */
function tried({ id, file }) {
  const ofFile = idsOfFile.get(file);
  const order = [];
  for (const [test, [loading, ...parts]] of Object.entries(notes)) {
    const isLoaded = loading.ids.has(id);
    if (!isLoaded && !parts.some(({ ids }) => ids.has(id))) continue;
    for (const { at, seconds, ids } of parts) {
      // Of a check, for example, all tests ask whether it is for a setting, and few come further.
      const part = ofFile.reduce((sum, other) => sum + Number(ids.has(other)), 0) / ofFile.length;
      const rank = ids.has(id) ? 0 : isLoaded && part > 0 ? 1 : isLoaded ? 2 : 3;
      const likely = chanceOf(test, at, rank) * (part + nearness(test, file) + 0.01);
      order.push({ test, at, seconds, rank, cost: (seconds + overhead) / likely });
    }
  }
  let total = 0;
  const asked = [[], []];
  for (const each of order.sort((a, b) => a.rank - b.rank || a.cost - b.cost)) {
    if (total + each.seconds > maxTotalSeconds) continue;
    total += each.seconds;
    asked[total <= firstSeconds ? 0 : 1].push(each);
  }
  if (order.length === 0) return "not reached";
  for (let list of asked)
    while (list.length > 0) {
      const needed = list.reduce((sum, { seconds }) => sum + seconds, 0);
      // An endless loop, or much slower.
      const limit = Math.ceil(2 * needed) + 10;
      const { status, signal, stdout } = running(list, id, limit);
      const isEnded = signal !== null || status > 128;
      if (status === 0 && !isEnded) {
        learn(list, false);
        break;
      }
      // Of a busy machine, or of a list that is not up to date: the same tests without the change decide.
      const passed = Number(/^\d+/.exec(stdout)?.[0] ?? 0);
      const same = isEnded ? list : list.slice(0, passed + 1);
      if (running(same, -1, isEnded ? limit / 2 : limit).status === 0) {
        learn(same, !isEnded);
        killer = stdout.trim();
        return isEnded ? "timed out" : "killed";
      }
      if (isEnded) return "too slow";
      const { test, at } = list[passed];
      console.log(`left out, it fails without a change: ${test}: ${stdout.trim()}`);
      notes[test] = notes[test].filter((part) => part.at !== at);
      list = list.filter((_, i) => i !== passed);
    }
  return "survived";
}

/**
 * How much the paths of a test and a file say of the same, at most 0.1. Data of a module, such as a list of names, is made
 * when it is loaded, and no function shows which tests look at it.
 */
function nearness(test, file) {
  const [asked, own] = [wordsOf(test), wordsOf(file)];
  return (0.1 * [...own].filter((word) => asked.has(word)).length) / own.size;
}

function wordsOf(file) {
  return new Set(
    file
      .replace(/\.test\.ts$|\.ts$/, "")
      .replace(/([a-z])([A-Z])/g, "$1/$2")
      .toLowerCase()
      .split(/[/.-]/)
      .map((word) => word.replace(/s$/, "")),
  );
}

/** How likely a test finds a change that it reaches in this way, as far as is known. */
function chanceOf(test, at, rank) {
  const [found, asked] = tries[`${test} ${at} ${rank}`] ?? [0, 0];
  return (found + 0.3) / (asked + 3);
}

/** Notes that tests were asked and found nothing, the last of them perhaps a change. */
function learn(list, isFound) {
  for (const [i, { test, at, rank }] of list.entries()) {
    const [found, asked] = tries[`${test} ${at} ${rank}`] ?? [0, 0];
    tries[`${test} ${at} ${rank}`] = [found + Number(isFound && i === list.length - 1), asked + 1];
  }
  writeFileSync(triesFile, JSON.stringify(tries));
}

function running(list, id, limit) {
  return run("running", list, { MUTANTS_ACTIVE: String(id) }, Math.ceil(limit));
}

function noting(files, folder) {
  const env = {
    MUTANTS_NOTES: folder,
    NODE_OPTIONS: `--require ${path.join(root, "test/mutants/noteProcess.cjs")}`,
  };
  return run(
    "noting",
    files.map((test) => ({ test })),
    env,
    200 * files.length,
  );
}

/** Ended after `seconds` of processor time, or of waiting for ten times as long. */
function run(way, list, env, seconds) {
  const asked = path.join(out, "asked.json");
  writeFileSync(asked, JSON.stringify(list.map(({ test, at }) => ({ file: test, at }))));
  return spawnSync(
    "sh",
    ["-c", `ulimit -t ${seconds}; exec "$@"`, "sh", process.execPath, "--max-old-space-size=2048"].concat(
      ["--test-reporter", path.join(root, "test/mutants/firstFailure.mjs"), path.join(root, "test/mutants/child.mjs")],
      [path.join(out, way), asked],
    ),
    {
      cwd: root,
      env: { ...process.env, TEST_COMMAND_LINE: path.join(out, way, "cli/cli.js"), ...env },
      stdio: ["ignore", "pipe", "pipe"],
      encoding: "utf8",
      timeout: 10_000 * seconds,
    },
  );
}

/** What starts processes takes longest, and is noted last. */
function isOfCommandLine(test) {
  return test.startsWith("test/cli/");
}

function areaOf(file) {
  for (const area of ["rules", "values", "checks"]) if (file.includes(`/${area}/`)) return area;
  return /dialects\/([^/]+)\//.exec(file)?.[1] ?? "dialects";
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
