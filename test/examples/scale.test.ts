import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { noShell, type Shell, withShell } from "../support/shell";
import { readYaml } from "../support/yaml";

// What examples/scale runs on many machines, run here as processes: their outputs together are those of one run.

interface Job {
  readonly spec: {
    readonly completionMode: string;
    readonly completions: number;
    readonly template: { readonly spec: { readonly containers: readonly Container[] } };
  };
}

interface Container {
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
}

type Row = Readonly<Record<string, unknown>>;
type RunSql = (file: string, folder: string) => Promise<readonly (readonly Row[])[]>;

/** The rows of the statements of a file of docs/ over the files of a folder. */
async function answers(file: string, folder: string): Promise<readonly (readonly Row[])[]> {
  const { runSql } = (await import(path.resolve("test/cases/sql.mjs"))) as { runSql: RunSql };
  const found = await runSql(file, folder);
  return found.map((rows) =>
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plain(value)]))),
  );
}

const plain = (value: unknown) => (typeof value === "bigint" ? Number(value) : value);

/** A remote of rclone that is the folder ~/store. */
const rclone = `
at() { case "$1" in store:*) echo "$HOME/store/\${1#store:}" ;; *) echo "$1" ;; esac }
from=$(at "$2") to=$(at "$3")
case "$1" in
  copy) mkdir -p "$to" && cp -R "$from/." "$to" ;;
  copyto) mkdir -p "$(dirname "$to")" && cp "$from" "$to" ;;
  *) exit 1 ;;
esac`;

function ok({ status, stderr, stdout }: ReturnType<Shell["run"]>): string {
  assert.equal(status, 0, stderr);
  return stdout;
}

const lines = (text: string) => text.trimEnd().split("\n").sort();

test("an indexed job of Kubernetes over object storage plans what one process plans", { skip: noShell }, () =>
  withShell(async (shell) => {
    const { site } = shell;
    const store = site.path("store/phones");
    mkdirSync(store, { recursive: true });
    for (const side of ["base", "head"]) {
      ok(shell.run(`node examples/provider.mjs ${side}`));
      renameSync(site.path(side), path.join(store, side));
    }
    const desk = path.join(store, "head/www/desk.xml");
    writeFileSync(
      desk,
      readFileSync(desk, "utf8")
        .replace(">3600<", ">0<")
        .replace(/.*<Syslog_Server>.*\n/, ""),
    );
    copyFileSync(path.join(store, "head/phones.csv"), path.join(store, "phones.csv"));
    shell.program("rclone", rclone);

    const { spec } = await readYaml<Job>("examples/scale/plan-job.yaml");
    const [container] = spec.template.spec.containers;
    assert.ok(container && spec.completionMode === "Indexed");
    assert.deepEqual(container.command, ["sh", "-ec"]);
    const env = Object.fromEntries(container.env.map(({ name, value }) => [name, value]));
    assert.equal(env.SHARDS, String(spec.completions));
    for (let index = 0; index < spec.completions; index++) {
      const cwd = site.path(`pod-${index}`);
      mkdirSync(cwd);
      ok(shell.run(container.args.join("\n"), { cwd, env: { ...env, JOB_COMPLETION_INDEX: String(index) } }));
    }

    const results = site.path("store/results");
    const parts = readdirSync(results);
    assert.equal(parts.length, spec.completions);
    const whole = site.path("whole");
    mkdirSync(whole);
    const plan = `flat-profile plan --base-site ${store}/base --head-site ${store}/head --devices ${store}/phones.csv`;
    const { status } = shell.run(`${plan} --format jsonl --out whole/plan-1.jsonl`);
    assert.equal(status, 1);
    const added = parts.flatMap((name) => lines(readFileSync(path.join(results, name), "utf8"))).sort();
    assert.deepEqual(added.filter(Boolean), lines(readFileSync(path.join(whole, "plan-1.jsonl"), "utf8")));
    const found = await answers("docs/plan.sql", results);
    assert.deepEqual(found, await answers("docs/plan.sql", whole));
    assert.deepEqual(found[1], [
      { kind: "left behind", phones: 7 },
      { kind: "settings", phones: 7 },
      { kind: "restart only", phones: 4 },
      { kind: "stranded", phones: 3 },
      { kind: "none", phones: 2 },
    ]);
  }),
);

test("a job that cannot plan fails, and adds nothing to the results", { skip: noShell }, () =>
  withShell(async (shell) => {
    mkdirSync(shell.site.path("store/phones"), { recursive: true });
    shell.program("rclone", rclone);
    const { spec } = await readYaml<Job>("examples/scale/plan-job.yaml");
    const script = spec.template.spec.containers[0]?.args.join("\n") ?? "";
    assert.equal(shell.run(script, { env: { SHARDS: "4", JOB_COMPLETION_INDEX: "0" } }).status, 1);
    assert.deepEqual(readdirSync(shell.site.path("store")), ["phones"]);
  }),
);

test("the partitions of Spark's pipe add up to one run of fleet", { skip: noShell }, () =>
  withShell(async (shell) => {
    const { site } = shell;
    const [, command = ""] =
      /\.pipe\("([^"]+)", env=\{"HEADER": header, "PATH": path\}, checkCode=True\)/.exec(
        readFileSync("examples/scale/fleet.py", "utf8"),
      ) ?? [];
    const cwd = site.path("worker");
    mkdirSync(cwd);
    copyFileSync("examples/scale/fleet.sh", path.join(cwd, "fleet.sh"));
    copyFileSync("examples/provider/www/desk.xml", path.join(cwd, "desk.xml"));
    const [header = "", ...rows] = readFileSync("examples/provider/phones.csv", "utf8").trimEnd().split("\n");
    // The row has too many cells: it is reported, and the others go on.
    const all = [...rows, "spare,00:00:5e:00:53:31,8841,x,y,z"];
    const part = (of: readonly string[]) =>
      ok(shell.run(command, { cwd, env: { HEADER: header }, input: of.map((row) => `${row}\n`).join("") }));
    for (const count of [1, 3, 4, 20]) {
      const folder = site.path(`fleet-of-${count}`);
      mkdirSync(folder);
      for (let i = 0; i < count; i++)
        writeFileSync(path.join(folder, `fleet-${i}.jsonl`), part(all.filter((_, at) => at % count === i)));
    }
    const one = await answers("docs/fleet.sql", site.path("fleet-of-1"));
    assert.deepEqual(one[1]?.[0], {
      model: "6841",
      upgrade: "nothing chosen",
      load: null,
      phones: 4,
    });
    for (const count of [3, 4, 20])
      assert.deepEqual(await answers("docs/fleet.sql", site.path(`fleet-of-${count}`)), one);
  }),
);

test("the states of the example load into DuckDB, those of shards as those of one run", { skip: noShell }, () =>
  withShell(async (shell) => {
    ok(shell.run("node examples/provider.mjs phones"));
    const cwd = shell.site.path("phones");
    const states = "flat-profile resolve --devices phones.csv --format states --out";
    ok(shell.run(`${states} ../whole/site\nfor i in 1 2 3; do ${states} ../parts/site-$i --shard $i/3; done`, { cwd }));
    const whole = await answers("docs/states.sql", shell.site.path("whole"));
    const [, , outcomes, periods] = whole;
    assert.deepEqual(
      outcomes?.map(({ outcome, firmware, phones }) => [outcome, firmware, phones]),
      [
        ["stable", "sip68xx.12-0-5MPP0102-328", 4],
        ["stable", "sip88xx.12-0-5MPP0102-328", 3],
        ["stable", "11-2-4MPP0001-115", 1],
        ["stable", "7.6.2", 1],
      ],
    );
    assert.deepEqual(periods, [
      { value: "3600", file: "www/desk.xml", phones: 7 },
      { value: "3600", file: "www/ata192.cfg", phones: 1 },
      { value: "86400", file: "www/spa504.cfg", phones: 1 },
    ]);
    const sorted = (rows: readonly (readonly Row[])[]) =>
      rows.map((each) => each.map((row) => JSON.stringify(row)).sort());
    assert.deepEqual(sorted(await answers("docs/states.sql", shell.site.path("parts"))), sorted(whole));
  }),
);
