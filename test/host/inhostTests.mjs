// What every way to run the tests of inhost/ shares: bundling them, and counting what they report.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { globSync } from "tinyglobby";

const root = path.resolve(import.meta.dirname, "../..");

/** Bundles the tests for a `node` or `web` extension host, into an extension of their own in `out`. */
export async function buildTests(host, out, testsFile) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const tests = globSync("test/host/inhost/*.test.ts", { cwd: root }).sort();
  const load = tests.map((file) => `require(${JSON.stringify(path.join(root, file))});`).join("\n");
  writeFileSync(path.join(out, "all.ts"), `export function load() {\n${load}\n}\n`);
  writeFileSync(
    path.join(out, "package.json"),
    JSON.stringify({ name: "tests", publisher: "flat-profile", version: "0.0.1", engines: { vscode: "*" } }),
  );
  const shared = {
    bundle: true,
    format: "cjs",
    external: ["vscode"],
    alias: { "all-tests": path.join(out, "all.ts") },
    logLevel: "warning",
    absWorkingDir: root,
  };
  if (host === "node")
    await build({
      ...shared,
      platform: "node",
      target: "node20",
      external: ["vscode", "mocha"],
      entryPoints: ["test/host/inhost/node.ts"],
      outfile: testsFile,
    });
  else
    await build({
      ...shared,
      platform: "browser",
      target: "es2022",
      define: { global: "globalThis" },
      banner: { js: 'globalThis.location ??= { search: "" };' },
      entryPoints: ["test/host/inhost/web.ts"],
      outfile: testsFile,
    });
}

/** Counts lines of the reporter; everything else VS Code logs is kept for the case of a failure. */
export function newTally() {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const noise = [];
  let finished = false;
  let heard = performance.now();
  const count = (event) => {
    heard = performance.now();
    if (event.kind === "end") finished = true;
    if (event.kind === "info") console.log(event.text);
    if (event.kind === "pass") counts.passed++;
    if (event.kind === "skip") counts.skipped++;
    if (event.kind === "fail") {
      counts.failed++;
      console.log(`FAILED: ${event.title}\n${event.error.replace(/^/gm, "    ")}`);
    }
  };
  return {
    hear(type, line) {
      if (line.startsWith("@@test ")) count(JSON.parse(line.slice(7)));
      else if (!/bindings file|native-watchdog|builtin extensions/.test(line))
        noise.push(`${type}: ${line.slice(0, 400)}`);
    },
    /** Milliseconds since the last word of the tests. */
    silence: () => performance.now() - heard,
    /** True when all went well; a host that died is a failure even when no test said so. */
    end(exit) {
      if (exit === 0 && finished && counts.passed > 0) return counts.failed === 0;
      counts.failed ||= 1;
      console.log(`the extension host ended with: ${exit}\n${noise.slice(-25).join("\n")}`);
      return false;
    },
    /** Prints the closing line; returns the code to exit with. */
    close() {
      const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
      console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
      return counts.failed === 0 ? 0 : 1;
    },
  };
}
