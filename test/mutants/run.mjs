// npm run mutants: changes the code in small ways, one at a time, and counts the changes that a test notices.
//   --files rules/         only source files whose path contains this text; several with commas
//   --tests rules/,cli/    asks only test files whose path contains one of these; the others may kill more
//   --count 200            how many changes are tried, picked from all by the seed
//   --seed 1               another sample; the seed is printed
//   --only 17,42           only these changes, by number, in full
//   --seconds 10           of processor time for the tests of one change; the rest is not asked
// StrykerJS makes the changes, all in one build, of which a run switches one on: in the process of the test and in the
// command line that it starts. Its own runners start every test for every change. Here a first run notes which test reaches
// which change; a change then runs these tests only, until the first failure or until the processor time is over: first
// those that pass through it, then those that pass through its file, which may use what is made when it is loaded, such as
// a regular expression. Of these, the quick ones that pass through much of the file and found many changes before go first.
// Needs a POSIX shell.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { globSync } from "tinyglobby";
import { root } from "../build.mjs";
import { seconds } from "../slow.mjs";
import { buildInstrumented } from "./instrument.mjs";

/** The quickest of these go first, in a process of their own. */
const firstSeconds = 1.5;
/** Seconds that a test costs beside its own: its file is read. */
const overhead = 0.03;
/** Test files that share a process while it is noted what they reach. */
const filesPerProcess = 12;
/** Test files that take longer than this, by test/slow.mjs, are not asked. */
const maxTestSeconds = 6;

const { values: options } = parseArgs({
  options: {
    files: { type: "string", default: "" },
    tests: { type: "string", default: "" },
    count: { type: "string", default: "200" },
    seed: { type: "string", default: String(Date.now() % 100_000) },
    only: { type: "string" },
    seconds: { type: "string", default: "10" },
  },
});
const maxTotalSeconds = Number(options.seconds);

const sources = "server/src/{values,checks,dialects}/**/*.ts";
/** The test files that are asked; others start editors or servers, which are built apart, or count on bytes and signals. */
const tests = globSync(
  [
    "test/{values,rules,checks,dialects,deployment,impact,conversion,features,schema,analysis,client,docs,examples,corpus,xml,text,lsp,cli,mutants}/**/*.test.ts",
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
const notes = notesOfTests();

const wanted = options.files === "" ? [""] : options.files.split(",");
const eligible = mutants.filter(({ file }) => wanted.some((part) => file.includes(part)));
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
/** The name of the test that failed last. */
let killer = "";
for (const mutant of chosen) {
  const result = tried(mutant);
  const area = areaOf(mutant.file);
  const counts = tally.get(area) ?? { killed: 0, total: 0 };
  counts.total++;
  if (result !== "survived" && result !== "not reached") counts.killed++;
  else survivors.push(`${described(mutant)}  ${result}`);
  tally.set(area, counts);
  console.log(`${result.padEnd(12)} ${described(mutant)}${result === "killed" ? `   by ${killer.slice(0, 100)}` : ""}`);
}
console.log(`\nsurvivors:\n${survivors.join("\n")}\n`);
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
      order.push({ test, at, seconds, rank, cost: (seconds + overhead) / chanceOf(test, at, rank) / (part + 0.01) });
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
  for (const list of asked) {
    if (list.length === 0) continue;
    const needed = list.reduce((sum, { seconds }) => sum + seconds, 0);
    // An endless loop, or much slower.
    const { status, signal, stdout } = run("running", list, { MUTANTS_ACTIVE: String(id) }, Math.ceil(2 * needed) + 10);
    if (signal || status > 128) return "timed out";
    const passed = /^\d+/.exec(stdout)?.[0] ?? (status === 0 ? list.length : 0);
    learn(list.slice(0, Number(passed) + 1), status !== 0);
    if (status !== 0) {
      killer = stdout.trim();
      return "killed";
    }
  }
  return "survived";
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
    },
  );
}

/** What each test of each file reaches, after what its file reaches when it is read; kept until the source, what tests share or the file changes. */
function notesOfTests() {
  const common = createHash("sha256").update(files.join());
  for (const file of globSync(["server/src/**/*.ts", "schemas/**/*.json"], { cwd: root }).sort())
    common.update(readFileSync(path.join(root, file)));
  const keyOf = (test) => {
    const hash = common.copy();
    for (const file of testModules(test)) hash.update(readFileSync(path.join(root, file)));
    return hash.digest("hex");
  };
  const storeOf = (test) => path.join(out, "notes", test.replace(/\.ts$/, ".json"));
  const keep = (test, noted) => {
    mkdirSync(path.dirname(storeOf(test)), { recursive: true });
    writeFileSync(storeOf(test), JSON.stringify({ key: keyOf(test), ...noted }));
  };
  const keptOf = (test) => (existsSync(storeOf(test)) ? JSON.parse(readFileSync(storeOf(test), "utf8")) : undefined);
  const missing = tests.filter((test) => keptOf(test)?.key !== keyOf(test));
  while (missing.length > 0) {
    const group = missing.splice(0, filesPerProcess);
    console.log(`noting what ${group.join(" ")} reach`);
    const found = noted(group);
    // One of them ends the process.
    const parts = found.parts ? [[group, found]] : group.map((test) => [[test], noted([test])]);
    for (const [tests, found] of parts)
      for (const test of tests)
        keep(
          test,
          found.parts ? { parts: found.parts.filter(({ file }) => file === undefined || file === test) } : found,
        );
  }
  const notes = {};
  for (const test of tests) {
    const { parts, fault } = keptOf(test);
    if (!parts) {
      console.log(`left out, its process fails without a change: ${test}\n${fault}`);
      continue;
    }
    for (const { name, hasFailed } of parts)
      if (hasFailed) console.log(`left out, it fails without a change: ${test}: ${name}`);
    notes[test] = parts
      .filter(({ hasFailed }) => !hasFailed)
      .map(({ ids, ...rest }) => ({ ...rest, ids: new Set(ids) }));
  }
  return notes;
}

/** `parts`, or the `fault` of a test. */
function noted(group) {
  const folder = path.join(out, "one");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { status, stdout, stderr } = run(
    "noting",
    group.map((test) => ({ test })),
    { MUTANTS_NOTES: folder, NODE_OPTIONS: `--require ${path.join(root, "test/mutants/noteProcess.cjs")}` },
    200 * group.length,
  );
  const file = path.join(folder, "notes.json");
  // Tests that fail are noted as such; a part of a test is not.
  if (status !== 0 || !existsSync(file)) return { fault: `${status} ${stdout}${stderr}`.slice(0, 600) };
  return { parts: JSON.parse(readFileSync(file, "utf8")) };
}

/** A test file and the modules of tests that it imports. */
function testModules(test) {
  const found = new Set([test]);
  for (const file of found)
    for (const [, target] of readFileSync(path.join(root, file), "utf8").matchAll(/from "(\.[^"]+)"/g)) {
      const module = `${path.join(path.dirname(file), target)}.ts`;
      if (module.startsWith("test/") && existsSync(path.join(root, module))) found.add(module);
    }
  return found;
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
