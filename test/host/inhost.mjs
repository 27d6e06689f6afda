// node test/host/inhost.mjs node|web: runs the tests of inhost/ in an extension host of a real VS Code.
// node: the packaged extension in the Node host; web: the built folder in the web worker host.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { globSync } from "tinyglobby";
import { launchBrowser, serveFolder, setDevelopmentOptions } from "./browser.mjs";
import { openWorkspace, root } from "./workspace.mjs";

const kind = process.argv[2] === "web" ? "web" : "node";
const out = path.join(root, "out/inhost", kind);
const longest = 120_000;

await buildTests();
const workspace = await openWorkspace({
  source: "test/host/workspace",
  settings: { "editor.formatOnSave": false },
  packaged: kind === "node",
});
const served = kind === "web" ? await serveFolder(root) : undefined;
const browser = await launchBrowser();
const counts = { passed: 0, failed: 0, skipped: 0 };
const noise = [];
let finished = false;
try {
  // The served folder is another origin than the window, whose policy admits only its own.
  const context = await browser.newContext({ bypassCSP: kind === "web", viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const exited = new Promise((resolve) => page.exposeFunction("codeAutomationExit", resolve));
  await page.exposeFunction("codeAutomationLog", listen);
  await setDevelopmentOptions(page, {
    extensions: kind === "web" ? [at("/"), at("/out/inhost/web")] : [at("/out/inhost/node")],
    extensionTestsPath: at(`/out/inhost/${kind}/tests.${kind === "web" ? "js" : "cjs"}`),
  });
  await page.goto(`${workspace.url}/?folder=${encodeURIComponent(workspace.files)}`);
  const late = new Promise((resolve) => setTimeout(() => resolve("no end within 2 minutes"), longest).unref());
  const exit = await Promise.race([exited, late]);
  if (exit !== 0 || !finished || counts.passed === 0) {
    counts.failed ||= 1; // a host that died is a failure even when no test said so
    console.log(`the extension host ended with: ${exit}\n${noise.slice(-25).join("\n")}`);
    await page.screenshot({ path: path.join(out, "failed.png") }).catch(() => undefined);
  }
} finally {
  await browser.close();
  await served?.stop();
  await workspace.stop();
}
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exit(counts.failed === 0 ? 0 : 1);

function at(place) {
  return kind === "web"
    ? { scheme: "http", authority: served.authority, path: place }
    : { scheme: "vscode-remote", authority: workspace.authority, path: root + place };
}

/** Lines of the reporter; everything else VS Code logs is kept for the case of a failure. */
function listen(type, words) {
  const line = words.map(String).join(" ");
  if (!line.startsWith("@@test ")) {
    if (!/bindings file|native-watchdog|builtin extensions/.test(line)) noise.push(`${type}: ${line.slice(0, 400)}`);
    return;
  }
  const event = JSON.parse(line.slice(7));
  if (event.kind === "end") finished = true;
  if (event.kind === "info") console.log(event.text);
  if (event.kind === "pass") counts.passed++;
  if (event.kind === "skip") counts.skipped++;
  if (event.kind === "fail") {
    counts.failed++;
    console.log(`FAILED: ${event.title}\n${event.error.replace(/^/gm, "    ")}`);
  }
}

/** Bundles the tests into an extension of their own that does nothing else. */
async function buildTests() {
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
  if (kind === "node")
    await build({
      ...shared,
      platform: "node",
      target: "node20",
      external: ["vscode", "mocha"],
      entryPoints: ["test/host/inhost/node.ts"],
      outfile: path.join(out, "tests.cjs"),
    });
  else
    await build({
      ...shared,
      platform: "browser",
      target: "es2022",
      define: { global: "globalThis" },
      banner: { js: 'globalThis.location ??= { search: "" };' },
      entryPoints: ["test/host/inhost/web.ts"],
      outfile: path.join(out, "tests.js"),
    });
}
