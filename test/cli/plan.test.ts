import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { Ajv } from "ajv";
import type { PlanReport } from "../../server/src/impact/groups";
import { type Site, withSite } from "../support/commandLine";

const rule = "<Profile_Rule_B>http://pbx/$MA.xml</Profile_Rule_B>";
const macs = ["00005e005301", "00005e005302", "00005e005303"];
const config = {
  site: { urls: [{ prefix: "http://pbx/", folder: "www" }], dhcp: { "66": "http://pbx" }, inventory: "d.csv" },
};
const list = `id,mac,model,firmware,town\n${macs.map((mac, i) => `d${i},${mac},8841,sip88xx.12-0-3MPP0001-87,${i ? "Bonn" : "Berlin"}\n`).join("")}`;

function files(shared: string, own: (i: number) => string | undefined = (i) => `<User_ID_1_>20${i}</User_ID_1_>`) {
  const all: Record<string, string> = {
    "flat-profile.config.json": JSON.stringify(config),
    "d.csv": list,
    "www/8841-3PCC.xml": `<flat-profile>\n${rule}\n${shared}\n</flat-profile>`,
  };
  for (const [i, mac] of macs.entries()) {
    const settings = own(i);
    if (settings !== undefined) all[`www/${mac}.xml`] = `<flat-profile>${settings}</flat-profile>`;
  }
  return all;
}

const below = (folder: string, all: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(all).map(([name, text]) => [`${folder}/${name}`, text]));

const sides = ["--base-site", "old", "--head-site", "new"];

async function inFolders(
  old: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
  body: (site: Site) => Promise<void>,
): Promise<void> {
  await withSite({ ...below("old", old), ...below("new", now) }, body);
}

const schemaOf = (name: string) =>
  new Ajv({ allowUnionTypes: true }).compile(JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8")) as object);

test("both JSON forms follow their schemas", async () => {
  const now = files("<GPP_A>2</GPP_A><SIP_Port_1_>99999</SIP_Port_1_>", (i) =>
    i === 0 ? undefined : "<User_ID_1_>9</User_ID_1_>",
  );
  await inFolders(files("<GPP_A>1</GPP_A><GPP_B>1</GPP_B>"), now, async (site) => {
    const { out, code } = await site.run(["plan", ...sides, "--format", "json", "--by", "town"]);
    const report = schemaOf("plan");
    assert.ok(report(JSON.parse(out)), JSON.stringify(report.errors));
    const { totals, groups } = JSON.parse(out) as PlanReport;
    assert.deepEqual([totals.failing, totals.settings, totals.invalid, totals["left behind"], code], [1, 3, 3, 3, 1]);
    assert.deepEqual(groups[0]?.by, { town: { Berlin: 1 } });
    const device = schemaOf("plan-device");
    const lines = (await site.run(["plan", ...sides, "--format", "jsonl"])).out.trim().split("\n");
    assert.equal(lines.length, 3);
    for (const line of lines) assert.ok(device(JSON.parse(line)), JSON.stringify(device.errors));
  });
});

test("no form shows a secret", async () => {
  const secret = (word: string) =>
    `<Admin_Password>${word}</Admin_Password><Profile_Rule_C>--key ${word}k http://u:${word}p@pbx/c.xml</Profile_Rule_C>`;
  await inFolders(files(secret("canary1")), files(secret("canary2")), async (site) => {
    for (const format of ["text", "markdown", "json", "jsonl", "csv", "github"]) {
      const { out, err } = await site.run(["plan", ...sides, "--format", format]);
      assert.match(out, /Admin_Password/);
      assert.doesNotMatch(out + err, /canary/);
    }
  });
});

test("text for a person, and values that cannot become markup", async () => {
  const now = files("<GPP_A>`&lt;b>|</GPP_A>");
  await inFolders(files("<GPP_A>1</GPP_A><Syslog_Server>192.0.2.20</Syslog_Server>"), now, async (site) => {
    const text = (await site.run(["plan", ...sides])).out;
    assert.equal(
      text,
      [
        "plan  old → new        3 devices",
        "",
        "~ 3 devices change settings",
        "          3  8841: 3",
        "             GPP_A  1 → `<b>|   www/8841-3PCC.xml:3",
        "= 3 devices keep what you deleted",
        "          3  Syslog_Server stays 192.0.2.20; new devices get none",
        "             to change it, write <Syslog_Server></Syslog_Server>",
        "  lands: 3 within 1 h 1 min",
        "",
        "3 change settings, 0 change firmware, 0 failing, 0 stranded, 0 undecided",
        "",
      ].join("\n"),
    );
    assert.ok(
      (await site.run(["plan", ...sides, "--format", "markdown"])).out.includes(
        "| `GPP_A` | `1` | `` `<b>\\| `` | `www/8841-3PCC.xml:3` |",
      ),
    );
    const annotation = "::notice file=www/8841-3PCC.xml,line=3,title=3 devices change settings::GPP_A  1 → `<b>|\n";
    assert.ok((await site.run(["plan", ...sides, "--format", "github"])).out.startsWith(annotation));
  });
});

test("a group can be a setting or a device", async () => {
  const before = files("<GPP_A>1</GPP_A>");
  const after = files("<GPP_A>2</GPP_A>", (i) => `<User_ID_1_>${i === 0 ? 9 : `20${i}`}</User_ID_1_>`);
  await inFolders(before, after, async (site) => {
    const shown = async (...args: string[]) => (await site.run(["plan", ...sides, ...args])).out;
    const groups = async (...args: string[]) => {
      const report = JSON.parse(await shown("--format", "json", "--detail", ...args)) as PlanReport;
      assert.equal(report.totals.settings, 3);
      const found = report.groups.map(({ count, devices, changes }) =>
        [count, ...devices, ...changes.map(({ name }) => name)].join(" "),
      );
      return [...found, `${report.more} more`];
    };
    assert.deepEqual(await groups("groups"), ["2 d1 d2 GPP_A", "1 d0 GPP_A User_ID_1_", "0 more"]);
    assert.deepEqual(await groups("settings"), ["3 d0 d1 d2 GPP_A", "1 d0 User_ID_1_", "0 more"]);
    assert.deepEqual(await groups("devices"), ["1 d0 GPP_A User_ID_1_", "1 d1 GPP_A", "1 d2 GPP_A", "0 more"]);
    assert.deepEqual(await groups("devices", "--limit", "1"), ["1 d0 GPP_A User_ID_1_", "2 more"]);
    assert.match(await shown("--detail", "devices"), /^ {4}d0 {2}8841: 1\n.*GPP_A.*\n.*User_ID_1_.*\n {4}d1 /m);
    assert.match(await shown("--detail", "devices", "--format", "markdown"), /<summary>d1 — 8841: 1<\/summary>/);
    assert.equal((await site.run(["plan", ...sides, "--detail", "all"])).code, 2);
  });
});

test("the kinds that fail can be chosen", async () => {
  await inFolders(files("<GPP_A>1</GPP_A>"), files("<GPP_A>2</GPP_A>"), async (site) => {
    const code = async (...args: string[]) => (await site.run(["plan", ...sides, ...args])).code;
    assert.equal(await code(), 0);
    assert.equal(await code("--fail-on", "any"), 1);
    assert.equal(await code("--fail-on", "failing,settings"), 1);
    assert.equal(await code("--fail-on", "failing", "--fail-on", "undecided"), 0);
    assert.equal(await code("--fail-on", "nothing"), 2);
    assert.equal(await code("--limit", "x"), 2);
    assert.equal((await site.run(["plan", "--base-site", "old"])).code, 2);
  });
});

test("what cannot be compared or counted is said", async () => {
  await inFolders(files("<GPP_A>1</GPP_A>"), files("<GPP_A>2</GPP_A>"), async (site) => {
    const fault = async (...args: string[]) => {
      const { code, out, err } = await site.run(["plan", ...args], "", {
        GIT_CEILING_DIRECTORIES: path.dirname(site.folder),
      });
      assert.deepEqual([code, out], [2, ""]);
      return err;
    };
    const noRepository =
      "flat-profile: The folder is not in a git repository with a commit. Use --base-site and --head-site to compare two folders.\n";
    assert.equal(await fault(), noRepository);
    assert.equal(await fault("--base", "main", "--head", "HEAD"), noRepository);
    assert.equal(
      await fault(...sides, "--by", "town", "--by", "twon"),
      "flat-profile: --by twon: The list has no column of this name.\n",
    );
    assert.equal((await site.run(["plan", ...sides, "--by", "family", "--by", "serial"])).code, 0);
  });
});

test("revisions and the working tree: untracked files count, ignored ones do not", async () => {
  await withSite({ ...files("", (i) => (i === 2 ? undefined : "")), ".gitignore": "/out/\n" }, async (site) => {
    const git = (...words: string[]) =>
      execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...words], {
        cwd: site.folder,
        stdio: "pipe",
      });
    const totals = async (...args: string[]) => {
      const { out, err } = await site.run(["plan", ...args, "--format", "json"]);
      if (out === "") return err;
      const report = JSON.parse(out) as PlanReport;
      return Object.entries(report.totals)
        .flatMap(([kind, count]) => (count > 0 ? [`${kind} ${count}`] : []))
        .join(", ");
    };
    git("init", "-q", "-b", "main");
    git("add", "-A");
    git("commit", "-q", "-m", "one");
    assert.equal(await totals(), "none 3");
    writeFileSync(site.path(`www/${macs[2]}.xml`), "<flat-profile></flat-profile>");
    assert.equal(await totals(), "recovered 1, none 2");
    writeFileSync(site.path(".gitignore"), `${macs[2]}.xml\n`);
    assert.equal(await totals(), "none 3");
    writeFileSync(site.path(".gitignore"), "");
    git("add", "-A");
    git("commit", "-q", "-m", "two");
    assert.equal(await totals("--base", "HEAD~1", "--head", "HEAD"), "recovered 1, none 2");
    assert.match(await totals("--base", "--output=x"), /not a revision/);
    assert.match(await totals("--base", "nowhere"), /Unknown revision/);
  });
});

test("the old files are read as they were committed, whatever the working tree has in their place", async () => {
  const old = files("<GPP_A>1</GPP_A><GPP_B>$Id$</GPP_B>", () => "<User_ID_1_>1</User_ID_1_>");
  await withSite({ ...old, ".gitattributes": "8841* ident\n" }, async (site) => {
    const git = (...words: string[]) =>
      execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...words], {
        cwd: site.folder,
        stdio: "pipe",
      });
    const settings = async (...args: string[]) => {
      const { out } = await site.run(["plan", "--base", "HEAD", ...args, "--format", "jsonl"]);
      return out
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { changes: { name: string; from?: string; to?: string }[] }).changes)
        .map((changes) => changes.map(({ name, from, to }) => `${name} ${from} ${to}`).join(", "));
    };
    git("init", "-q", "-b", "main");
    git("add", "-A");
    git("commit", "-q", "-m", "one");
    // Git writes another text into the working tree than it keeps.
    const shared = site.path("www/8841-3PCC.xml");
    rmSync(shared);
    git("checkout", "-q", "--", ".");
    assert.match(readFileSync(shared, "utf8"), /\$Id: /);
    assert.deepEqual(await settings(), ["", "", ""]);
    // A file of the same length, and one that is a link now.
    writeFileSync(site.path(`www/${macs[0]}.xml`), "<flat-profile><User_ID_1_>2</User_ID_1_></flat-profile>");
    writeFileSync(site.path("www/else.xml"), "<flat-profile><User_ID_1_>3</User_ID_1_></flat-profile>");
    rmSync(site.path(`www/${macs[1]}.xml`));
    symlinkSync("else.xml", site.path(`www/${macs[1]}.xml`));
    assert.deepEqual(await settings(), ["User_ID_1_ 1 2", "User_ID_1_ 1 3", ""]);
    git("add", "-A");
    git("commit", "-q", "-m", "two");
    assert.deepEqual(await settings(), ["", "", ""]);
    assert.deepEqual(await settings("--base", "HEAD~1", "--head", "HEAD"), ["User_ID_1_ 1 2", "User_ID_1_ 1 3", ""]);
    // Git is asked not to look at these: what the disk has counts.
    git("update-index", "--assume-unchanged", `www/${macs[2]}.xml`);
    git("update-index", "--skip-worktree", `www/${macs[0]}.xml`);
    writeFileSync(site.path(`www/${macs[2]}.xml`), "<flat-profile><User_ID_1_>4</User_ID_1_></flat-profile>");
    assert.deepEqual(await settings(), ["", "", "User_ID_1_ 1 4"]);
    rmSync(site.path(`www/${macs[0]}.xml`));
    const { out } = await site.run(["plan", "--base", "HEAD", "--format", "json"]);
    assert.equal((JSON.parse(out) as PlanReport).totals.failing, 1);
  });
});

test("parts of a list add up to the whole", async () => {
  await inFolders(files("<GPP_A>1</GPP_A>"), files("<GPP_A>2</GPP_A>"), async (site) => {
    const lines = async (...args: string[]) => (await site.run(["plan", ...sides, "--format", "jsonl", ...args])).out;
    const parts = (await lines("--shard", "1/2")) + (await lines("--shard", "2/2"));
    assert.deepEqual(parts.split("\n").sort(), (await lines()).split("\n").sort());
  });
});

test("devices begin where their dumps say", async () => {
  await inFolders(files("<GPP_A>1</GPP_A>"), files("<GPP_A>1</GPP_A>"), async (site) => {
    writeFileSync(site.path("new/d1.xml"), `<flat-profile><GPP_A>0</GPP_A>${rule}</flat-profile>`);
    const { out } = await site.run(["plan", ...sides, "--start", "new", "--format", "jsonl"]);
    const found = out
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { changes: { name: string; from?: string }[] }).changes);
    assert.deepEqual(
      found.map((changes) => changes.map(({ name, from }) => `${name} ${from}`)),
      [[], ["GPP_A 0", "User_ID_1_ "], []],
    );
  });
});
