// npm start: installs, builds, checks examples/ and opens VS Code there with the extension loaded.
// npm start -- --check stops after the check. Imports nothing but Node, so that it runs right after a clone.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { ensureEditorHost, installExtension, newEditorData, startEditorHost } from "./editorHost.mjs";
import { ensureInstalled } from "./installed.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const examples = path.join(root, "examples");

function run(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" }).status;
}

ensureInstalled(root);
if (run(process.execPath, ["server/build/build.mjs"]) !== 0) process.exit(1);

console.log("\n$ flat-profile check examples/\n");
const checked = run(process.execPath, ["server/dist/cli.js", "check", "examples/"]);
// 1 means problems were found, and broken.xml is there to have them
if (checked !== 0 && checked !== 1) process.exit(checked ?? 1);
if (process.argv.includes("--check")) process.exit(0);

if (isDesktop()) openDesktop();
else await openBrowser();

function isDesktop() {
  const hasScreen = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasScreen) return false;
  const { status } = spawnSync("code", ["--version"], { stdio: "ignore", shell: process.platform === "win32" });
  return status === 0;
}

function openDesktop() {
  console.log("\nopening VS Code on examples/ with the extension loaded");
  run("code", ["--new-window", `--extensionDevelopmentPath=${root}`, examples, path.join(examples, "broken.xml")]);
}

async function openBrowser() {
  const host = ensureEditorHost();
  const folder = newEditorData();
  if (run(process.execPath, ["server/build/package.mjs"]) !== 0) process.exit(1);
  installExtension(host, folder, path.join(root, "out/flat-profile.vsix"));
  const { authority, stop } = await startEditorHost(host, folder);
  const query = new URLSearchParams({
    folder: examples,
    payload: JSON.stringify([["openFile", `vscode-remote://${authority}${examples}/broken.xml`]]),
  });
  console.log(`\nVS Code with the extension: http://${authority}/?${query}\nCtrl+C ends it.`);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop().then(() => process.exit(0)));
}
