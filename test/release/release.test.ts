import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { withSite } from "../support/commandLine";
import { readYaml } from "../support/yaml";

// A dry run of a release: every command of its jobs, with programs that write down how they are called.

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}
interface Release {
  hindrances(root: string, tag: string): string[];
  notesOf(changelog: string, version: string): string | undefined;
}

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const workflow = () => readYaml<{ jobs: Record<string, Job>; permissions: object }>(".github/workflows/release.yml");
const release = async () => (await import(path.resolve("server/build/release.mjs"))) as Release;

function withFolder(body: (folder: string) => void): void {
  const folder = mkdtempSync(path.join(tmpdir(), "flat-profile-release-"));
  try {
    body(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Programs that print their name and arguments. */
function stubs(folder: string, names: readonly string[]): string {
  const bin = path.join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  for (const name of names) {
    writeFileSync(
      path.join(bin, name),
      `#!/bin/sh\nprintf '%s' "${name}"\nfor word in "$@"; do printf ' <%s>' "$word"; done\necho\n`,
    );
    chmodSync(path.join(bin, name), 0o755);
  }
  return `${bin}${path.delimiter}${process.env.PATH}`;
}

function bash(script: string, cwd: string, env: NodeJS.ProcessEnv) {
  return spawnSync("bash", ["-eo", "pipefail", "-c", script], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
}

const isWindows = process.platform === "win32";

test("one job builds, and the others publish its files to both marketplaces, npm and GitHub", {
  skip: isWindows,
}, async () => {
  const { jobs } = await workflow();
  const commands = Object.entries(jobs).map(
    ([id, { steps }]) => [id, steps.flatMap(({ run }) => run ?? []).join("\n")] as const,
  );
  assert.deepEqual(
    commands.filter(([, script]) => /npm (?:ci|run|test)/.test(script)).map(([id]) => id),
    ["build"],
  );
  const called: string[] = [];
  withFolder((folder) => {
    for (const name of ["flat-profile.vsix", "flat-profile.tgz", "notes.md"])
      writeFileSync(path.join(folder, name), name);
    const names = ["flat-profile.vsix", "flat-profile.tgz"];
    const sums = spawnSync("sha256sum", names, { cwd: folder, encoding: "utf8" }).stdout;
    writeFileSync(path.join(folder, "SHA256SUMS"), sums);
    const env = { PATH: stubs(folder, ["npx", "npm", "gh"]), TAG: `v${version}`, GITHUB_REPOSITORY: "o/r" };
    for (const [id, script] of commands) {
      if (id === "build") continue;
      const { status, stdout, stderr } = bash(script, folder, env);
      assert.equal(status, 0, stderr);
      called.push(...stdout.split("\n").filter((line) => /^(?:npx|npm|gh) /.test(line)));
    }
    // a file that changed on its way is not published
    writeFileSync(path.join(folder, "flat-profile.vsix"), "another");
    for (const [id, script] of commands) if (id !== "build") assert.notEqual(bash(script, folder, env).status, 0, id);
  });
  assert.deepEqual(called, [
    "npx <--yes> <@vscode/vsce@3.9.2> <publish> <--skip-duplicate> <--packagePath> <flat-profile.vsix>",
    "npx <--yes> <ovsx@1.4.0> <publish> <--skip-duplicate> <flat-profile.vsix>",
    "npm <publish> <./flat-profile.tgz> <--provenance> <--access> <public>",
    `gh <release> <create> <v${version}> <flat-profile.vsix> <flat-profile.tgz> <SHA256SUMS> <--repo> <o/r> <--title> <v${version}> <--notes-file> <notes.md>`,
  ]);
});

test("only a tag is published, after the build, with no more rights than each job needs", async () => {
  const { jobs, permissions } = await workflow();
  assert.deepEqual(permissions, { contents: "read" });
  for (const id of ["marketplace", "open-vsx", "npm"]) {
    assert.equal(jobs[id]?.needs, "build");
    assert.equal(jobs[id]?.if, "github.ref_type == 'tag'");
  }
  assert.deepEqual(jobs.github?.needs, ["marketplace", "open-vsx", "npm"]);
  assert.deepEqual(jobs.npm?.permissions, { contents: "read", "id-token": "write" });
  const scripts = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
  for (const script of scripts) assert.doesNotMatch(script, /\$\{\{/); // values come through the environment
});

test("a release is refused until everything is of its version", async () => {
  const { hindrances, notesOf } = await release();
  assert.equal(
    notesOf("# Changelog\n\n## [Unreleased]\n\n- a\n\n## [1.2.0] - 2026-01-01\n\n- b\n\n## 1.1.0\n\n- c\n", "1.2.0"),
    "- b",
  );
  withFolder((folder) => {
    for (const file of ["package.json", "CHANGELOG.md", "action.yml", ".pre-commit-hooks.yaml"])
      copyFileSync(file, path.join(folder, file));
    const missing = ["flat-profile.vsix", "flat-profile.tgz"].map(
      (name) => `out/${name} is missing. Run npm run package.`,
    );
    assert.deepEqual(hindrances(folder, `v${version}`), missing);
    assert.deepEqual(hindrances(folder, "v9.9.9"), [
      `The tag is v9.9.9, and package.json has version ${version}.`,
      ...missing,
    ]);
    const raised = readFileSync("package.json", "utf8").replace(`"version": "${version}"`, '"version": "9.9.9"');
    writeFileSync(path.join(folder, "package.json"), raised);
    assert.deepEqual(hindrances(folder, "v9.9.9"), [
      "CHANGELOG.md has no section about 9.9.9.",
      "action.yml does not name version 9.9.9.",
      ".pre-commit-hooks.yaml does not name version 9.9.9.",
      ...missing,
    ]);
  });
});

test("the action passes its inputs as words, whatever is in them", { skip: isWindows }, async () => {
  const { runs } = await readYaml<{ runs: { steps: readonly Step[] } }>("action.yml");
  const script = runs.steps.flatMap(({ run }) => run ?? []).join("\n");
  assert.doesNotMatch(script, /\$\{\{/);
  withFolder((folder) => {
    const env = {
      PATH: stubs(folder, ["npx"]),
      FILES: "profiles/\nother dir/*.xml\n",
      ARGS: "--baseline\n$(touch broken).json\n",
      FAIL_ON: "error",
      VERSION: version,
    };
    const { status, stdout, stderr } = bash(script, folder, env);
    assert.equal(status, 0, stderr);
    const options = "<check> <--format> <github> <--no-progress> <--fail-on> <error>";
    const words = "<--baseline> <$(touch broken).json> <profiles/> <other dir/*.xml>";
    assert.equal(stdout, `npx <--yes> <--package=flat-profile@${version}> <--> <flat-profile> ${options} ${words}\n`);
  });
});

test("the hook of pre-commit checks the files that it is given", () =>
  withSite(
    {
      "a.xml": "<flat-profile>\n<Resync_On_Reset>soon</Resync_On_Reset>\n</flat-profile>\n",
      "pom.xml": "<project/>\n",
      "requirements.txt": "pip\n",
    },
    async (site) => {
      const [hook] = await readYaml<{ entry: string; files: string }[]>(".pre-commit-hooks.yaml");
      const [, named, args = ""] =
        /^npx --yes --package=flat-profile@(\S+) -- flat-profile (.*)$/.exec(hook?.entry ?? "") ?? [];
      assert.equal(named, version);
      const { code, out } = await site.run([...args.split(" "), "a.xml"]);
      assert.equal(code, 1);
      assert.match(out, /value\/not-boolean/);
      const others = await site.run([...args.split(" "), "pom.xml", "requirements.txt"]);
      assert.deepEqual([others.code, others.out, others.err], [0, "", ""]);
      const missing = await site.run([...args.split(" "), "none.xml", "pom.xml"]);
      assert.equal(missing.code, 2);
      for (const name of ["a.xml", "46xxsettings.txt", "mp118.ini"]) assert.match(name, new RegExp(hook?.files ?? ""));
    },
  ));

test("the changelog has the form of Keep a Changelog", () => {
  const lines = readFileSync("CHANGELOG.md", "utf8").split("\n");
  const versions = lines.filter((line) => line.startsWith("## "));
  assert.equal(versions[0], "## [Unreleased]");
  for (const line of versions.slice(1)) assert.match(line, /^## \[\d+\.\d+\.\d+\](?: - \d{4}-\d\d-\d\d)?$/);
  const groups = lines.filter((line) => line.startsWith("### ")).map((line) => line.slice(4));
  assert.deepEqual(
    groups.filter((group) => !["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"].includes(group)),
    [],
  );
  assert.ok(groups.length > 0);
});
