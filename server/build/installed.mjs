// Installs the packages of a lock file when they are missing or older than it. Uses nothing but Node.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Runs npm, whichever way this process was started. */
export function npm(cwd, args, env = {}) {
  const cli = process.env.npm_execpath;
  const [command, ...first] = cli?.endsWith("js") ? [process.execPath, cli] : ["npm"];
  const run = spawnSync(command, [...first, ...args], {
    cwd,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32" && command === "npm",
    env: { ...process.env, npm_config_loglevel: "error", ...env },
  });
  if (run.status !== 0) throw new Error(`npm ${args.join(" ")} failed in ${cwd}`);
}

/** True when node_modules contains exactly what package-lock.json asks for. */
export function isInstalled(folder) {
  const present = path.join(folder, "node_modules/.package-lock.json");
  if (!existsSync(present)) return false;
  const wanted = JSON.parse(readFileSync(path.join(folder, "package-lock.json"), "utf8")).packages;
  const found = JSON.parse(readFileSync(present, "utf8")).packages;
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => name === "" || found[name]?.version === version || (optional && !found[name]),
  );
}

export function ensureInstalled(folder) {
  if (isInstalled(folder)) return;
  console.log("installing packages …");
  npm(folder, ["ci", "--no-audit", "--no-fund"]);
}
