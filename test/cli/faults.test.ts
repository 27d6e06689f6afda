// The real processes of all verbs that write files, ended or hindered at their calls to the file system.
import assert from "node:assert/strict";
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { type Site, withSite } from "../support/commandLine";

const canary = "cAnArY-in-a-value";
const padding = "<GPP_B>b</GPP_B>\n".repeat(300);
const ragged = `<flat-profile>\n      <GPP_A>${canary}</GPP_A>\n${padding}</flat-profile>\n`;
const broken = `<flat-profile>\n  <GPP_A>${canary} & b</GPP_A>\n</flat-profile>\n`;
const dump = '<flat-profile>\n<Moon_Phase ua="na">Full</Moon_Phase> <!-- options: New/Full -->\n</flat-profile>\n';

interface Writing {
  readonly files: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  prepare?(site: Site): void;
}

/** Each verb that replaces files; what encrypts is in test/encryption/faults.test.ts. */
const writings: Readonly<Record<string, Writing>> = {
  format: { files: { "a.xml": ragged, "b.xml": ragged }, args: ["format", "work"] },
  "format of a file with three names": {
    files: { "a.xml": ragged },
    args: ["format", "work"],
    prepare(site) {
      linkSync(site.path("work/a.xml"), site.path("work/b.xml"));
      symlinkSync("a.xml", site.path("work/c.xml"));
    },
  },
  "check --fix": { files: { "a.xml": broken, "b.xml": broken }, args: ["check", "work", "--fix"] },
  learn: { files: { "p.json": '{ "parameters": [] }\n' }, args: ["learn", "dump.xml", "--out", "work/p.json"] },
  decrypt: {
    files: { "plain.xml": "old" },
    args: ["decrypt", "encrypted.cfg", "--key-file", "key.txt", "-o", "work/plain.xml"],
  },
  "tone --wav": { files: { "t.wav": "old" }, args: ["tone", "350@-19;1(*/0/1)", "--wav", "work/t.wav"] },
};

const all = process.env.FAULTS === "all";
/** Every call is spoiled with FAULTS=all; else, to save time, some calls of each run. */
const stride = all ? 1 : 4;
const deaths = all ? ["kill", "half"] : ["half"];
const failures = all ? ["ENOSPC", "EACCES", "EIO", "EROFS"] : ["ENOSPC"];
const preload = pathToFileURL(path.resolve("test/support/faults.mjs")).href;

function reset(site: Site, { files, prepare }: Writing): void {
  rmSync(site.path("work"), { recursive: true, force: true });
  mkdirSync(site.path("work"));
  for (const [name, text] of Object.entries(files)) writeFileSync(site.path(`work/${name}`), text, { mode: 0o640 });
  prepare?.(site);
}

const contentOf = (site: Site) =>
  new Map(readdirSync(site.path("work")).map((name) => [name, readFileSync(site.path(`work/${name}`), "latin1")]));

/** Every file is old or new and has its rights. Answers the names of drafts. */
function checkWhole(site: Site, old: Map<string, string>, fresh: Map<string, string>, what: string): readonly string[] {
  const now = contentOf(site);
  const drafts = [...now.keys()].filter((name) => name.endsWith(".tmp"));
  for (const name of old.keys()) assert.ok(now.has(name), `${what}: ${name} is gone`);
  for (const [name, text] of now) {
    const { mode } = statSync(site.path(`work/${name}`));
    if (drafts.includes(name)) {
      const isWhole = [...fresh.values()].includes(text);
      assert.ok((mode & 0o077) === 0 || isWhole, `${what}: others may read half a draft`);
    } else {
      assert.ok(text === old.get(name) || text === fresh.get(name), `${what}: ${name} is neither old nor new`);
      assert.equal(mode & 0o777, 0o640, `${what}: ${name}`);
    }
  }
  return drafts;
}

async function withWriting(
  writing: Writing,
  fault: string,
  body: (at: number, run: { code: number | null; err: string }, drafts: readonly string[]) => boolean,
): Promise<number> {
  let points = 0;
  const beside = { "dump.xml": dump, "plain.xml": ragged, "key.txt": "a key of a site\n" };
  await withSite(beside, async (site) => {
    await site.run(["encrypt", "plain.xml", "--key-file", "key.txt", "-o", "encrypted.cfg"]);
    reset(site, writing);
    const old = contentOf(site);
    const { code } = await site.run(writing.args);
    assert.notEqual(code, 2);
    const fresh = contentOf(site);
    for (const [name, text] of old) assert.notEqual(fresh.get(name), text, `${name} is not written`);
    for (let at = 1; ; at += stride) {
      reset(site, writing);
      const env = { NODE_OPTIONS: `--import ${preload}`, FAULT_AT: `${at}`, FAULT: fault };
      const run = await site.runAlone(writing.args, "", env);
      const drafts = checkWhole(site, old, fresh, `call ${at}`);
      if (body(at, run, drafts)) break;
      points++;
    }
    assert.ok(!existsSync(site.path("core")));
  });
  return points;
}

for (const [name, writing] of Object.entries(writings)) {
  for (const fault of deaths)
    test(`${name}: wherever the process is killed (${fault}), each file is old or new`, async (t) => {
      const points = await withWriting(writing, fault, (at, { code, err }) => {
        if (code === null) return false;
        assert.match(err, /the fault did not come/, `call ${at}`);
        return true;
      });
      assert.ok(points >= 10 / stride, `${points} points`);
      t.diagnostic(`${points} points`);
    });
  for (const fault of failures)
    test(`${name}: whichever call fails with ${fault}, each file is old or new, and no draft stays`, async (t) => {
      const points = await withWriting(writing, fault, (at, { err }, drafts) => {
        if (!/unlink/.test(err)) assert.deepEqual(drafts, [], `call ${at}: ${err}`);
        assert.doesNotMatch(err, /^\s+at .*\(/m, `call ${at}: a fault of ours: ${err}`);
        assert.ok(!err.includes(canary), err);
        return /the fault did not come/.test(err);
      });
      t.diagnostic(`${points} points`);
    });
}
