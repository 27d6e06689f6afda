import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { bundle, withSite } from "../support/commandLine";

// The README's example of one change: each line after `$` is run by a shell in a new home, each patch is applied, and
// everything that is printed must be what the README shows. UPDATE_GOLDEN=1 writes what was printed into the README.

const title = "## One change, from edit to merge\n";

/** Only the seconds that a check takes differ from run to run. */
const steady = (text: string) => text.replace(/ in \d+\.\d s: /g, " in 0.1 s: ");

test("the README's example of one change", { skip: process.platform === "win32" && "needs a shell" }, () =>
  withSite({}, async (site) => {
    const readme = readFileSync("README.md", "utf8");
    const start = readme.indexOf(title);
    const section = readme.slice(start, readme.indexOf("\n## ", start + 1));
    assert.ok(start > 0 && section.includes("```console"));
    cpSync("examples", site.path("examples"), { recursive: true });
    writeFileSync(site.path("flat-profile"), `#!/bin/sh\nexec "${process.execPath}" "${await bundle()}" "$@"\n`);
    chmodSync(site.path("flat-profile"), 0o755);
    const env = {
      PATH: [site.folder, path.dirname(process.execPath), process.env.PATH].join(path.delimiter),
      HOME: site.folder,
      NO_COLOR: "1",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_AUTHOR_NAME: "Reader",
      GIT_AUTHOR_EMAIL: "reader@example.com",
      GIT_COMMITTER_NAME: "Reader",
      GIT_COMMITTER_EMAIL: "reader@example.com",
    };
    let cwd = site.folder;
    const run = (command: string): string => {
      const to = /^cd ~\/(\S+)$/.exec(command)?.[1];
      if (to !== undefined) {
        cwd = site.path(to);
        return "";
      }
      const { stdout, status } = spawnSync("sh", ["-c", `exec 2>&1\n${command}`], { cwd, env, encoding: "utf8" });
      assert.equal(status, 0, `${command}\n${stdout}`);
      return stdout;
    };
    const printed = section.replace(
      /^```(console|diff)\n(.*?)^```$/gms,
      (block: string, kind: string, body: string) => {
        if (kind === "diff") {
          execFileSync("git", ["apply", "-"], { cwd, env, input: body });
          return block;
        }
        const lines = body.split("\n").filter((line) => line.startsWith("$ "));
        return `\`\`\`console\n${lines.map((line) => `${line}\n${steady(run(line.slice(2)))}`).join("")}\`\`\``;
      },
    );
    if (process.env.UPDATE_GOLDEN)
      writeFileSync(
        "README.md",
        readme.replace(section, () => printed),
      );
    else assert.equal(printed, section);
  }),
);
