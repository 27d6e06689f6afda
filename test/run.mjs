// npm test: installs what is missing, then runs every suite and counts. Ends with "N passed, N failed".
// npm test -- unit vectors: only these suites. Imports nothing but Node, so that it runs right after a clone.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { ensureInstalled } from "../server/build/installed.mjs";

const root = path.resolve(import.meta.dirname, "..");
const sharedVectors = path.resolve(root, "../shared/spec");
const vectorFiles = ["vectors.json", "vectors-policy.json"]
  .map((file) => path.join(sharedVectors, file))
  .filter((file) => existsSync(file));

/** Each suite: its name, its command, and how to count what it printed (by default its closing line). */
const suites = [
  { name: "types", run: ["server/build/typecheck.mjs"], count: asOne },
  { name: "lint", run: ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"], count: asOne },
  { name: "unit", run: ["test/run-unit.mjs", "--brief"] },
  { name: "unit, slow", run: ["test/run-unit.mjs", "--slow", "--brief"] },
  ...(vectorFiles.length > 0
    ? [{ name: "vectors", run: ["test/run-vectors.mjs", ...vectorFiles], count: vectors, quiet: true }]
    : []),
  { name: "package", run: ["server/build/package.mjs"], count: asOne, quiet: true },
  { name: "editor, Node host", run: ["test/host/inhost.mjs", "node"] },
  { name: "editor, web worker host", run: ["test/host/inhost.mjs", "web"] },
  { name: "editor, oldest VS Code", run: ["test/host/inhost.mjs", "oldest"] },
  { name: "editor, as a person uses it", run: ["test/host/ui.mjs"] },
  { name: "editor, in each language", run: ["test/host/languages.mjs"] },
];

const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
console.log(`flat-profile ${version}, Node ${process.version}`);
ensureInstalled(root);

const wanted = process.argv.slice(2);
const chosen = suites.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
const results = [];
for (const suite of chosen) results.push(await runSuite(suite));

console.log("");
for (const { name, passed, failed, note, seconds } of results)
  console.log(
    `${name.padEnd(30)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.padStart(6)} s${note}`,
  );
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exit(sum("failed") === 0 && sum("passed") > 0 ? 0 : 1);

async function runSuite({ name, run, count = closingLine, quiet = false }) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  const { code, output } = await capture(run, quiet);
  const { passed, failed, note = "" } = count(output, code);
  if (quiet && failed > 0) console.log(output);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  return { name, passed, failed: failed === 0 && code !== 0 && count !== vectors ? 1 : failed, note, seconds };
}

function capture(args, quiet) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => {
      output += data;
      if (!quiet) process.stdout.write(data);
    });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, output })));
}

function asOne(_output, code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function closingLine(output) {
  const last = [...output.matchAll(/(\d+) passed, (\d+) failed(?:, (\d+) skipped)?/g)].at(-1);
  if (!last) return { passed: 0, failed: 1, note: "  (did not get to its end)" };
  return { passed: Number(last[1]), failed: Number(last[2]), note: last[3] ? `  (${last[3]} skipped)` : "" };
}

/** Areas that nothing answers for yet are other capabilities; every area that has an answer must be right. */
function vectors(output) {
  const { passed, failed, note } = closingLine(output);
  const open = output.split("\n").filter((line) => line.endsWith(" is not implemented")).length;
  return { passed, failed: failed - open, note: open > 0 ? `  (${open} of capabilities to come)` : (note ?? "") };
}
