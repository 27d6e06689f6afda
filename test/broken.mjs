// node test/broken.mjs: breaks a clone on purpose and shows that npm test turns red: by a changed text of a hover, and by
// an extension host that is killed while tests run. For the trust in the tests; it does not belong to them.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");

const damages = [
  {
    title: "a text of a hover is another",
    suites: ["package", "Node host"],
    damage(clone) {
      const file = path.join(clone, "server/src/dialects/cisco-flat-profile/rules/schedule.ts");
      const text = readFileSync(file, "utf8");
      const damaged = text.replaceAll('"every {0}"', '"each {0}"');
      if (damaged === text) throw new Error(`${file} has no such text`);
      writeFileSync(file, damaged);
    },
  },
  {
    title: "the extension host is killed",
    suites: ["package", "Node host"],
    damage(clone) {
      writeFileSync(
        path.join(clone, "test/host/inhost/killed.test.ts"),
        'suite("killed", () => { test("by itself", () => process.kill(process.pid, "SIGKILL")); });\n',
      );
    },
  },
];

let wrong = 0;
for (const { title, suites, damage } of damages) {
  const folder = mkdtempSync(path.join(tmpdir(), "flat-profile-broken-"));
  const clone = path.join(folder, "clone");
  try {
    spawnSync("git", ["clone", "--quiet", root, clone], { stdio: "inherit" });
    symlinkSync(path.join(root, "node_modules"), path.join(clone, "node_modules"));
    damage(clone);
    const { status, stdout } = spawnSync(process.execPath, ["test/run.mjs", ...suites], {
      cwd: clone,
      encoding: "utf8",
    });
    console.log(`\n== ${title}: npm test ended with ${status}`);
    console.log(
      stdout
        .split("\n")
        .filter((line) => /FAILED|not ok|ended with:|passed .*failed/.test(line))
        .join("\n"),
    );
    if (status === 0) wrong++;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
console.log(`\n${damages.length - wrong} passed, ${wrong} failed`);
process.exit(wrong === 0 ? 0 : 1);
