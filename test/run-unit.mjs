// Builds and runs unit tests: node test/run-unit.mjs [--slow | --all] [--brief] [--times] [part of a test file's path …]
// Without parts of paths: the files that slow.mjs does not list, with --slow those that it lists.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { globSync } from "tinyglobby";
import { buildTests, root } from "./build.mjs";
import { slowFiles } from "./slow.mjs";
import { ensureUnitPrograms } from "./support/programs.mjs";
import { seed } from "./support/seed.mjs";

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
const missing = slowFiles.filter((file) => !all.includes(file));
if (missing.length > 0) fail(`test/slow.mjs lists files that do not exist: ${missing.join(" ")}`);
const isChosen = (file) =>
  parts.length > 0
    ? parts.some((part) => file.includes(part))
    : options.all || slowFiles.includes(file) === (options.slow ?? false);
const chosen = all.filter(isChosen);
if (chosen.length === 0) fail(`no test file matches ${parts.join(" ")}`);

const outdir = path.join(root, "out", parts.length > 0 ? `some-${process.pid}` : options.slow ? "unit-slow" : "unit");
const files = await buildTests(chosen, outdir);
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
  { cwd: root, stdio: "inherit", env: { ...process.env, ...(options.times && { TEST_TIMES: "1" }) } },
);
if (parts.length > 0) rmSync(outdir, { recursive: true, force: true });
process.exit(run.status ?? 1);

function fail(message) {
  console.error(message);
  process.exit(1);
}
