// Builds and runs the unit tests: node test/run-unit.mjs [part of a test file's path …]
import { spawnSync } from "node:child_process";
import path from "node:path";
import { globSync } from "tinyglobby";
import { buildTests, root } from "./build.mjs";
import { ensureUnitPrograms } from "./support/programs.mjs";

const wanted = process.argv.slice(2).filter((a) => !a.startsWith("--"));
const all = globSync(["test/**/*.test.ts", "!test/host/**"], { cwd: root });
const patterns = wanted.length > 0 ? all.filter((file) => wanted.some((part) => file.includes(part))) : all;
const outdir = path.join(root, "out", wanted.length > 0 ? `some-${process.pid}` : "unit");
const files = await buildTests(patterns, outdir);
if (files.length === 0) {
  console.error(`no test file matches ${wanted.join(" ")}`);
  process.exit(1);
}
if (wanted.length === 0) ensureUnitPrograms();
// --brief: only failures and counts
const reporter = process.argv.includes("--brief") ? ["--test-reporter", path.join(root, "test/summary.mjs")] : [];
const run = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...reporter, ...files], {
  cwd: root,
  stdio: "inherit",
});
if (wanted.length > 0) (await import("node:fs")).rmSync(outdir, { recursive: true, force: true });
process.exit(run.status ?? 1);
