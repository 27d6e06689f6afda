// Programs of other projects that tests run.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Installs packages of Debian where this process may: as root, with apt. */
export function installPackages(...packages) {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log(`installing ${packages.join(", ")} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", ...packages],
  ])
    spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] });
}

function isInstalled(program) {
  return spawnSync(program, ["--version"], { stdio: "ignore" }).error === undefined;
}

/** Installs a program whose package has its name; faults with `needed` when it remains missing. */
export function ensureProgram(program, needed) {
  if (!isInstalled(program)) installPackages(program);
  if (!isInstalled(program)) throw new Error(needed);
}

/** What the unit tests run, and where Debian has it. */
const unitPrograms = { nvim: ["neovim"], emacs: ["emacs-nox", "elpa-eglot"], openssl: ["openssl"] };

/** Installs what is missing; says of what remains missing that its tests are skipped. */
export function ensureUnitPrograms() {
  const missing = () => Object.keys(unitPrograms).filter((program) => !isInstalled(program));
  const packages = missing().flatMap((program) => unitPrograms[program]);
  if (packages.length > 0) installPackages(...packages);
  for (const program of missing()) console.log(`${program} is not installed: the tests that run it are skipped`);
}
