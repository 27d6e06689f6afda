// node test/host/inhost.mjs node|web|oldest: runs the tests of inhost/ in an extension host of a real VS Code.
// node: the packaged extension in the Node host; web: the built folder in the web worker host; oldest: the same in the
// oldest VS Code we run in, with no server behind it and a workspace that is on no disk.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { globSync } from "tinyglobby";
import { launchBrowser, serveFolder, setDevelopmentOptions } from "./browser.mjs";
import { openOldest } from "./oldest.mjs";
import { openWorkspace, root } from "./workspace.mjs";

const kind = ["web", "oldest"].find((name) => name === process.argv[2]) ?? "node";
const out = path.join(root, "out/inhost", kind);
const testsFile = path.join(out, kind === "node" ? "tests.cjs" : "tests.js");
const source = "test/host/workspace";
const longest = 120_000;

await buildTests();
const host = await { node: openNode, web: openWeb, oldest: () => openOldest({ source, testsFile }) }[kind]();
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
  if (host.development) await setDevelopmentOptions(page, host.development);
  await page.goto(host.url);
  const late = new Promise((resolve) => setTimeout(() => resolve("no end within 2 minutes"), longest).unref());
  const exit = await Promise.race([exited, late]);
  if (exit !== 0 || !finished || counts.passed === 0) {
    counts.failed ||= 1; // a host that died is a failure even when no test said so
    console.log(`the extension host ended with: ${exit}\n${noise.slice(-25).join("\n")}`);
    await page.screenshot({ path: path.join(out, "failed.png") }).catch(() => undefined);
  }
} finally {
  await browser.close();
  await host.stop();
}
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exit(counts.failed === 0 ? 0 : 1);

/** The packaged extension in the Node host. */
async function openNode() {
  const { url, authority, files, stop } = await openWorkspace({ source, settings: { "editor.formatOnSave": false } });
  const at = (file) => ({ scheme: "vscode-remote", authority, path: file });
  const development = { extensions: [at(out)], extensionTestsPath: at(testsFile) };
  return { url: `${url}/?folder=${encodeURIComponent(files)}`, development, stop };
}

/** The built folder, served over http: then extension and server run in workers. */
async function openWeb() {
  const settings = { "editor.formatOnSave": false };
  const { url, files, stop: stopWindow } = await openWorkspace({ source, settings, packaged: false });
  const { authority, stop: stopServing } = await serveFolder(root);
  const at = (place) => ({ scheme: "http", authority, path: place });
  const development = {
    extensions: [at("/"), at("/out/inhost/web")],
    extensionTestsPath: at("/out/inhost/web/tests.js"),
  };
  const stop = () => Promise.all([stopServing(), stopWindow()]);
  return { url: `${url}/?folder=${encodeURIComponent(files)}`, development, stop };
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
