// The real processes that save encrypted files, ended or hindered at each of their calls to the file system.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { type Site, withSite } from "../support/commandLine";

const key = "cAnArY-key-of-a-site";
const secret = "cAnArY-in-a-value";
const profile = `<flat-profile>\n${`<GPP_A>${secret}</GPP_A>\n`.repeat(60)}</flat-profile>\n`;
const preload = pathToFileURL(path.resolve("test/support/faults.mjs")).href;
const files = {
  "in/a.xml": profile,
  "in/b.xml": profile,
  "keys/key.txt": `${key}\n`,
  "keys/all.csv": `a.xml,${key}\nb.xml,${key}\n`,
};
const isRoot = process.getuid?.() === 0;
const skipUser = isRoot ? false : "only root can become another user";

interface Outcome {
  /** null when it was killed. */
  readonly code: number | null;
  readonly err: string;
}

type Save = (site: Site, env: Readonly<Record<string, string>>) => Promise<Outcome>;

const encryptOne: Save = (site, env) =>
  site.runAlone(["encrypt", "in/a.xml", "-o", "out/a.xml", "--gzip", "--key-file", "keys/key.txt"], "", env);
const encryptAll: Save = (site, env) =>
  site.runAlone(["encrypt", "in", "-o", "out", "--format", "aes128gcm", "--keys", "keys/all.csv"], "", env);

interface Build {
  buildTests(patterns: readonly string[], folder: string): Promise<readonly string[]>;
}

const clientFolder = path.resolve(`out/client-save-${process.pid}`);
let client: Promise<readonly string[]> | undefined;
const saveInClient: Save = async (site, env) => {
  client ??= (import(path.resolve("test/build.mjs")) as Promise<Build>).then(({ buildTests }) =>
    buildTests(["test/encryption/clientSave.ts"], clientFolder),
  );
  const [script = ""] = await client;
  const args = [script, site.path("in/a.xml"), site.path("out/a.xml"), site.path("keys/key.txt")];
  const { status, stderr } = spawnSync(process.execPath, args, { env: { ...process.env, ...env } });
  return { code: status, err: stderr.toString() };
};
test.after(() => rmSync(clientFolder, { recursive: true, force: true }));

const old = "the old file";

function reset(site: Site): void {
  for (const folder of ["out", "tmp"]) {
    rmSync(site.path(folder), { recursive: true, force: true });
    mkdirSync(site.path(folder));
  }
  for (const name of ["a.xml", "b.xml"]) writeFileSync(site.path(`out/${name}`), old);
}

function faulty(site: Site, at: number, fault: string): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import ${preload}`, FAULT_AT: `${at}`, FAULT: fault, TMPDIR: site.path("tmp") };
}

/** Whole files only, and no plain text or key in what lies beside them. Answers the names of drafts. */
async function checkLeft(site: Site, what: string): Promise<readonly string[]> {
  const drafts: string[] = [];
  for (const folder of ["out", "tmp"])
    for (const name of readdirSync(site.path(folder))) {
      const file = site.path(`${folder}/${name}`);
      const bytes = readFileSync(file);
      assert.ok(!bytes.includes(secret) && !bytes.includes(key), `${what}: ${name} contains what is secret`);
      if (!name.endsWith(".tmp")) {
        if (bytes.toString() === old) continue;
        const args = ["decrypt", `${folder}/${name}`, "--key-file", "keys/key.txt", "-q"];
        assert.equal((await site.run(args)).out, profile, `${what}: ${name} is neither the old file nor the new one`);
      } else drafts.push(file);
    }
  return drafts;
}

const saves = Object.entries({ encryptOne, encryptAll, saveInClient });
/** Every call is spoiled with FAULTS=all; else, to save time, every call of a save and some of a folder's. */
const stride = (save: Save) => (save === encryptAll && process.env.FAULTS !== "all" ? 7 : 1);
/** Dying in the middle differs from dying before at writes only. */
const deaths = process.env.FAULTS === "all" ? ["kill", "half"] : ["half"];

for (const [name, save] of saves)
  for (const fault of deaths)
    test(`${name}: wherever the process is killed (${fault}), files are old or new, and nothing secret is left`, (t) =>
      withSite(files, async (site) => {
        let points = 0;
        for (let at = 1; ; at += stride(save)) {
          reset(site);
          const { code } = await save(site, faulty(site, at, fault));
          const drafts = await checkLeft(site, `call ${at}`);
          for (const draft of drafts) {
            const isOpen = (statSync(draft).mode & 0o077) !== 0;
            assert.ok(!isOpen || statSync(draft).size > 0, `call ${at}`);
          }
          if (code === 0) break;
          assert.equal(code, null, `call ${at}`);
          points++;
        }
        assert.ok(points >= 7, `${points} points`);
        t.diagnostic(`${points} points`);
      }));

for (const [name, save] of saves)
  for (const fault of process.env.FAULTS === "all" ? ["ENOSPC", "EACCES", "EIO"] : ["ENOSPC"])
    test(`${name}: whichever call fails with ${fault}, old files are whole and no draft stays`, (t) =>
      withSite(files, async (site) => {
        let points = 0;
        for (let at = 1; ; at += stride(save)) {
          reset(site);
          const { err } = await save(site, faulty(site, at, fault));
          const drafts = await checkLeft(site, `call ${at}`);
          // that unlinking itself fails is the one case in which a draft stays
          if (!/unlink/.test(err)) assert.deepEqual(drafts, [], `call ${at}: ${err}`);
          assert.ok(!err.includes(key) && !err.includes(secret), err);
          if (save !== saveInClient) assert.doesNotMatch(err, /^\s+at .*\(/m, `call ${at}: a fault of ours`);
          // a failing flush of the folder, say, is not a failure of the save
          if (/the fault did not come/.test(err)) break;
          points++;
        }
        t.diagnostic(`${points} points`);
      }));

test(
  "a disk that is full: the old file is whole",
  { skip: isRoot && existsSync("/bin/mount") ? false : "only root can mount" },
  (t) =>
    withSite(files, async (site) => {
      reset(site);
      const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=4k", "tmpfs", site.path("out")]);
      if (mounted.status !== 0) return t.skip("nothing can be mounted here");
      try {
        writeFileSync(site.path("out/a.xml"), old);
        const { code, err } = await encryptOne(site, {});
        assert.equal(code, 2);
        assert.match(err, /The disk is full\. The old file is unchanged/);
        assert.deepEqual(readdirSync(site.path("out")), ["a.xml"]);
        assert.equal(readFileSync(site.path("out/a.xml"), "utf8"), old);
      } finally {
        spawnSync("umount", [site.path("out")]);
      }
    }),
);

test("no permission: the old file is whole, and it is said", { skip: skipUser }, () =>
  withSite(files, async (site) => {
    reset(site);
    for (const folder of ["", "in", "out", "keys"]) chmodSync(site.path(folder), 0o755);
    const env = { NODE_OPTIONS: `--import ${preload}`, FAULT_USER: "65534" };
    const refused = await encryptOne(site, env);
    assert.deepEqual([refused.code, /is read-only/.test(refused.err)], [2, true], refused.err);
    chmodSync(site.path("out/a.xml"), 0o666);
    const folder = await encryptOne(site, env);
    assert.deepEqual([folder.code, /No permission to write there/.test(folder.err)], [2, true], folder.err);
    assert.deepEqual(readdirSync(site.path("out")).sort(), ["a.xml", "b.xml"]);
    assert.equal(readFileSync(site.path("out/a.xml"), "utf8"), old);
  }),
);
