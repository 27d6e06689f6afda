import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { noShell, type Shell, withShell } from "../support/shell";
import { readYaml } from "../support/yaml";

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly permissions?: object; readonly steps: readonly Step[] }>>;
}

const files = ["examples/plan-workflow.yml", "examples/plan-comment-workflow.yml"] as const;
const [planFile, commentFile] = files;

async function stepsOf(file: string): Promise<readonly Step[]> {
  const { jobs } = await readYaml<Workflow>(file);
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  assert.ok(steps.length > 1);
  return steps;
}

/** The repository of the example in ~/phones, on a merge of a change of desk.xml, as GitHub checks out a pull request. */
function pullRequest(shell: Shell, change: string): string {
  const made = shell.run(`
    node examples/provider.mjs phones
    cd phones
    git switch -q -c change
    sed '${change}' www/desk.xml > new.xml
    mv new.xml www/desk.xml
    git commit -q -a -m change
    git checkout -q --detach main
    git merge -q --no-ff -m merge change`);
  assert.equal(made.status, 0, made.stderr);
  return shell.site.path("phones");
}

const stranding = "s/<Resync_Periodic>3600</<Resync_Periodic>0</";

test("the plan on a pull request: annotations, a summary, and a status that fails", { skip: noShell }, () =>
  withShell(async (shell) => {
    const cwd = pullRequest(shell, stranding);
    const summary = shell.site.path("summary.md");
    writeFileSync(summary, "");
    const env = { GITHUB_STEP_SUMMARY: summary, NUMBER: "7" };
    const ran = (await stepsOf(planFile))
      .filter(({ run }) => run?.includes("flat-profile plan"))
      .map(({ run = "", ...step }) => ({ ...step, ...shell.run(run, { cwd, env }) }));
    const [annotations, summed, ...rest] = ran;
    assert.deepEqual(rest, []);
    assert.equal(annotations?.status, 1, annotations?.stderr);
    assert.match(
      annotations?.stdout ?? "",
      /^::error file=www\/desk\.xml,line=7,title=3 devices will never ask again by themselves::/,
    );
    // The second step runs although the first has failed, and does not fail itself.
    assert.match(summed?.if ?? "", /^\$\{\{ !cancelled\(\) \}\}$/);
    assert.equal(summed?.status, 0, summed?.stderr);
    const plan = readFileSync(path.join(cwd, "plan.md"), "utf8");
    assert.ok(plan.startsWith("### Flat Profile: plan for 9 devices\n"));
    assert.ok(plan.includes("hotel: 3") && plan.includes("`room-102`"));
    assert.equal(readFileSync(summary, "utf8"), plan);
    assert.equal(readFileSync(path.join(cwd, "number"), "utf8"), "7\n");
  }),
);

test("a change without danger passes, and a broken configuration has no plan", { skip: noShell }, () =>
  withShell(async (shell) => {
    const cwd = pullRequest(shell, "s/<Resync_Periodic>3600</<Resync_Periodic>7200</");
    const env = { GITHUB_STEP_SUMMARY: shell.site.path("summary.md"), NUMBER: "7" };
    const steps = (await stepsOf(planFile)).filter(({ run }) => run?.includes("flat-profile plan"));
    const statuses = () => steps.map(({ run = "" }) => shell.run(run, { cwd, env }).status);
    assert.deepEqual(statuses(), [0, 0]);
    writeFileSync(path.join(cwd, "flat-profile.config.json"), "{");
    assert.ok(statuses().every((status) => status !== 0));
  }),
);

/** A `gh` that notes its words and answers as GitHub would. */
const gh = `
echo "$*" >> "$HOME/asked"
case "$*" in
  "pr view 7 --json headRefOid --jq .headRefOid") echo abc ;;
  "api --paginate "*) printf '%s' "$COMMENTS" ;;
esac`;

test("the comment is made once and then updated, and only for the newest commit", { skip: noShell }, () =>
  withShell(async (shell) => {
    shell.program("gh", gh);
    writeFileSync(shell.site.path("plan.md"), "### Flat Profile: plan for 9 devices\n");
    const comment = (await stepsOf(commentFile)).find(({ run }) => run !== undefined)?.run ?? "";
    const asked = (number: string, env: Readonly<Record<string, string>>) => {
      writeFileSync(shell.site.path("number"), number);
      writeFileSync(shell.site.path("asked"), "");
      const { status, stderr } = shell.run(comment, {
        env: { GH_REPO: "example/phones", HEAD_SHA: "abc", COMMENTS: "", ...env },
      });
      const words = readFileSync(shell.site.path("asked"), "utf8").trim().split("\n").at(-1);
      return [status, words, stderr];
    };
    assert.deepEqual(asked("7\n", {}), [0, "pr comment 7 --body-file plan.md", ""]);
    const update = "api --silent --method PATCH repos/example/phones/issues/comments/12 --field body=@plan.md";
    assert.deepEqual(asked("7\n", { COMMENTS: "11\n12\n" }), [0, update, ""]);
    assert.deepEqual(asked("7\n", { HEAD_SHA: "old" }), [0, "pr view 7 --json headRefOid --jq .headRefOid", ""]);
    // The number comes from the pull request, which may be anyone's.
    for (const number of ["", "7; echo x", "-1", "$(id)", "7\n8"]) assert.deepEqual(asked(number, {}), [1, "", ""]);
  }),
);

test("the workflows may do only what they need", async () => {
  assert.deepEqual((await readYaml<Workflow>(planFile)).permissions, { contents: "read" });
  const { permissions, jobs } = await readYaml<Workflow>(commentFile);
  assert.deepEqual(permissions, {});
  assert.deepEqual(jobs.comment?.permissions, { actions: "read", "pull-requests": "write" });
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    assert.doesNotMatch(text, /pull_request_target|secrets\./);
    for (const { uses, run, with: given } of await stepsOf(file)) {
      if (uses !== undefined) assert.match(uses, /^actions\/[a-z-]+@[0-9a-f]{40}$/);
      if (uses?.startsWith("actions/checkout@")) assert.equal(given?.["persist-credentials"], false);
      // What a pull request contains reaches a shell as data only.
      assert.doesNotMatch(run ?? "", /\$\{\{/);
    }
  }
  const uses = (await stepsOf(commentFile)).map(({ uses }) => uses ?? "");
  assert.ok(!uses.some((each) => each.includes("checkout")));
  // The version is written after each commit.
  const pinned = files.flatMap((file) => readFileSync(file, "utf8").match(/uses: .*/g) ?? []);
  for (const line of pinned) assert.match(line, / # v\d+\.\d+\.\d+$/);
});
