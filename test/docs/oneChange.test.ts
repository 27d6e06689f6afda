import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import test from "node:test";
import { noShell, withShell } from "../support/shell";

// The README's example of one change: each line after `$` is run by a shell in a new home, each patch is applied, and
// everything that is printed must be what the README shows. UPDATE_GOLDEN=1 writes what was printed into the README.

const title = "## One change, from edit to merge\n";

/** Only the seconds that a check takes differ from run to run. */
const steady = (text: string) => text.replace(/ in \d+\.\d s: /g, " in 0.1 s: ");

test("the README's example of one change", { skip: noShell }, () =>
  withShell((shell) => {
    const readme = readFileSync("README.md", "utf8");
    const start = readme.indexOf(title);
    const section = readme.slice(start, readme.indexOf("\n## ", start + 1));
    assert.ok(start > 0 && section.includes("```console") && section.includes("```diff"));
    let cwd = shell.site.folder;
    const run = (command: string): string => {
      const to = /^cd ~\/(\S+)$/.exec(command)?.[1];
      if (to !== undefined) {
        cwd = shell.site.path(to);
        return "";
      }
      const { stdout, status } = shell.run(`exec 2>&1\nset +e\n${command}`, { cwd });
      assert.equal(status, 0, `${command}\n${stdout}`);
      return steady(stdout);
    };
    const printed = section.replace(
      /^```(console|diff)\n(.*?)^```$/gms,
      (block: string, kind: string, body: string) => {
        if (kind === "diff") {
          const { status, stderr } = shell.run("git apply -", { cwd, input: body });
          assert.equal(status, 0, stderr);
          return block;
        }
        const commands = body.split("\n").filter((line) => line.startsWith("$ "));
        return `\`\`\`console\n${commands.map((line) => `${line}\n${run(line.slice(2))}`).join("")}\`\`\``;
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
