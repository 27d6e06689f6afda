// Builds and runs unit tests: node test/run-unit.mjs [--slow | --all] [--brief] [--times] [part of a test file's path …]
// Without parts of paths: the quick suite, of the files that slow.mjs does not list; with --slow those that it lists.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { globSync } from "tinyglobby";
import { buildTests, root } from "./build.mjs";
import { sampledFiles, slowFiles } from "./slow.mjs";
import { bundleCommandLine } from "./support/commandLineBundle.mjs";
import { ensureUnitPrograms } from "./support/programs.mjs";
import { seed } from "./support/seed.mjs";

const filesPerProcess = 12;
const filesOfCommandLine = 4;

const { values: options, positionals: parts } = parseArgs({
  options: {
    slow: { type: "boolean" },
    all: { type: "boolean" },
    /** Only failures and counts. */
    brief: { type: "boolean" },
    /** The seconds of each file, the slowest first. */
    times: { type: "boolean" },
  },
  allowPositionals: true,
});
const all = globSync(["test/**/*.test.ts", "!test/host/**"], { cwd: root }).sort();
const missing = [...slowFiles, ...sampledFiles].filter((file) => !all.includes(file));
if (missing.length > 0) fail(`test/slow.mjs lists files that do not exist: ${missing.join(" ")}`);
const isQuick = parts.length === 0 && !options.all && !options.slow;
const isChosen = (file) => {
  if (parts.length > 0) return parts.some((part) => file.includes(part));
  if (options.slow) return slowFiles.includes(file) || sampledFiles.includes(file);
  return options.all || !slowFiles.includes(file);
};
const chosen = all.filter(isChosen);
if (chosen.length === 0) fail(`no test file matches ${parts.join(" ")}`);

const outdir = path.join(root, "out", parts.length > 0 ? `some-${process.pid}` : options.slow ? "unit-slow" : "unit");
const files = inProcesses(await buildTests(chosen, outdir));
// Built once for all files that run it.
const commandLine = chosen.some(runsCommandLine) ? await bundleCommandLine(path.join(outdir, "cli")) : undefined;
if (parts.length === 0) ensureUnitPrograms();
console.log(`random tests use seed ${seed}; set FAST_CHECK_SEED to run them with another`);
const run = spawnSync(
  process.execPath,
  [
    "--enable-source-maps",
    "--import",
    new URL("support/seed.mjs", import.meta.url).href,
    "--test",
    `--test-concurrency=${availableParallelism()}`,
    ...(options.brief || options.times ? ["--test-reporter", path.join(root, "test/summary.mjs")] : []),
    ...files,
  ],
  {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      ...(commandLine && { TEST_COMMAND_LINE: commandLine }),
      ...(options.times && { TEST_TIMES: "1" }),
      ...(isQuick && { TEST_SAMPLE: "1" }),
    },
  },
);
if (parts.length > 0) rmSync(outdir, { recursive: true, force: true });
process.exit(run.status ?? 1);

/**
 * A process starts, reads a catalogue and compiles the code for a quarter of a second, longer than most files take: quick
 * files share processes, those that run the command line with one another, as they share its process too. Slow files, and
 * those that need modules not yet loaded, have a process of their own.
 */
function inProcesses(files) {
  if (options.slow || options.all) return files;
  const isAlone = (file) => /[\\/]test[\\/](?:l10n|mutants)[\\/]/.test(file);
  const runsIt = (file) => runsCommandLine(path.relative(outdir, file).replace(/\.mjs$/, ".ts"));
  const shared = files.filter((file) => !isAlone(file));
  return [
    ...groups("cli", shared.filter(runsIt), filesOfCommandLine),
    ...files.filter(isAlone),
    ...groups(
      "group",
      shared.filter((file) => !runsIt(file)),
      filesPerProcess,
    ),
  ];
}

function runsCommandLine(file) {
  return /support\/(?:commandLine|shell)"/.test(readFileSync(path.join(root, file), "utf8"));
}

function groups(name, files, size) {
  const count = Math.ceil(files.length / size);
  return Array.from({ length: count }, (_, i) => {
    const group = path.join(outdir, `${name}-${i + 1}.mjs`);
    // Neighbors are alike, so each process gets some of every folder.
    const own = files.filter((_, at) => at % count === i);
    writeFileSync(group, own.map((file) => `import ${JSON.stringify(pathToFileURL(file).href)};\n`).join(""));
    return group;
  });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
