import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundle, type Site, withSite } from "./commandLine";

// Examples are run as their readers would: by a shell, in a new home with a copy of examples/, with `flat-profile` on the
// path.

/** Why tests with a shell are skipped here. */
export const noShell = process.platform === "win32" && "needs a shell";

export interface Shell {
  readonly site: Site;
  /** Puts a program on the path: a script for `sh`. */
  program(name: string, script: string): void;
  /** Runs a script with `sh -e`, as workflows do. */
  run(
    script: string,
    given?: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>>; readonly input?: string },
  ): SpawnSyncReturns<string>;
}

export async function withShell(body: (shell: Shell) => Promise<void> | void): Promise<void> {
  const cli = await bundle();
  await withSite({}, async (site) => {
    cpSync("examples", site.path("examples"), { recursive: true });
    mkdirSync(site.path("bin"));
    const person = { NAME: "Reader", EMAIL: "reader@example.com" };
    const fixed = {
      PATH: [site.path("bin"), path.dirname(process.execPath), process.env.PATH].join(path.delimiter),
      HOME: site.folder,
      NO_COLOR: "1",
      GIT_CONFIG_NOSYSTEM: "1",
      ...Object.fromEntries(Object.entries(person).map(([key, value]) => [`GIT_AUTHOR_${key}`, value])),
      ...Object.fromEntries(Object.entries(person).map(([key, value]) => [`GIT_COMMITTER_${key}`, value])),
    };
    const shell: Shell = {
      site,
      program(name, script) {
        writeFileSync(site.path(`bin/${name}`), `#!/bin/sh\n${script}\n`);
        chmodSync(site.path(`bin/${name}`), 0o755);
      },
      run: (script, { cwd = site.folder, env, input = "" } = {}) =>
        spawnSync("sh", ["-ec", script], { cwd, env: { ...fixed, ...env }, input, encoding: "utf8" }),
    };
    shell.program("flat-profile", `exec "${process.execPath}" "${cli}" "$@"`);
    await body(shell);
  });
}
