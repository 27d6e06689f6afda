import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { withSite } from "../support/commandLine";

const bad = "<flat-profile>\n<Resync_On_Reset>soon</Resync_On_Reset>\n</flat-profile>\n";
const good = "<flat-profile>\n<Resync_On_Reset>Yes</Resync_On_Reset>\n</flat-profile>\n";
const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

/** The words of the only line of an example that runs `flat-profile check`. */
function words(file: string, line: RegExp): readonly string[] {
  const found = line.exec(readFileSync(file, "utf8"))?.[1];
  assert.ok(found, file);
  return found.trim().split(" ");
}

test("the example of a GitHub workflow fails on a bad profile and names the line", () =>
  withSite({ "profiles/site/bad.xml": bad, "profiles/good.xml": good }, async (site) => {
    const args = words("examples/github-workflow.yml", /^ *- run: flat-profile (check .*)$/m);
    const { code, out, err } = await site.run(args);
    assert.equal(code, 1, err);
    assert.match(out, /^::warning file=profiles\/site\/bad\.xml,line=2,/m);
  }));

test("the example of a pre-commit hook takes the changed profiles, and only these", () =>
  withSite({ "profiles/bad.xml": bad, "profiles/good.xml": good }, async (site) => {
    const file = "examples/pre-commit-config.yaml";
    const args = words(file, /^ *entry: flat-profile (.*)$/m);
    assert.equal((await site.run([...args, "profiles/good.xml"])).code, 0);
    assert.equal((await site.run([...args, "profiles/good.xml", "profiles/bad.xml"])).code, 1);
    const files = new RegExp(words(file, /^ *files: (.*)$/m).join(" "));
    for (const name of ["profiles/a.xml", "profiles/site/b.cfg"]) assert.match(name, files);
    for (const name of ["README.md", "profiles/notes.txt", "pom.xml"]) assert.doesNotMatch(name, files);
  }));

test("the examples name this version's package", () => {
  for (const file of [
    "examples/github-workflow.yml",
    "examples/plan-workflow.yml",
    "examples/pre-commit-config.yaml",
    "examples/scale/Dockerfile",
    "docs/editors.md",
    "docs/command-line.md",
  ]) {
    const named = [...readFileSync(file, "utf8").matchAll(/flat-profile-(\d+\.\d+\.\d+)\.tgz/g)].map(([, v]) => v);
    assert.ok(named.length > 0, file);
    assert.deepEqual(new Set(named), new Set([version]), file);
  }
});

test("the public workflow uses no secret and runs on the three systems", () => {
  const text = readFileSync(".github/workflows/test.yml", "utf8");
  assert.doesNotMatch(text, /secrets\./);
  for (const os of ["ubuntu", "macos", "windows"]) assert.match(text, new RegExp(`${os}-latest`));
});
