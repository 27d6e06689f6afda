import assert from "node:assert/strict";
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import test from "node:test";
import { atomicWrite, type Disk, nodeDisk, SaveFault } from "../../server/src/node/atomicWrite";
import { withSite } from "../support/commandLine";

async function* content(text = "new content") {
  yield Buffer.from(text.slice(0, 4));
  yield Buffer.from(text.slice(4));
}

const verify = async (written: AsyncIterable<Uint8Array>) => {
  let text = "";
  for await (const chunk of written) text += Buffer.from(chunk).toString();
  assert.equal(text, "new content");
};

/** A disk whose call number `at` fails; after a death every later call fails too, as no process makes them. */
function faulty(at: number, code: string, isDeath: boolean): { readonly disk: Disk; calls(): number } {
  let calls = 0;
  const step = () => {
    calls++;
    if (calls === at || (isDeath && calls > at)) throw Object.assign(new Error(code), { code });
  };
  const before =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      step();
      return call(...args);
    };
  const disk: Disk = {
    lstat: before(nodeDisk.lstat),
    realpath: before(nodeDisk.realpath),
    checkWritable: before(nodeDisk.checkWritable),
    create: before(async (file, mode) => {
      const handle = await nodeDisk.create(file, mode);
      return {
        write: before(handle.write),
        sync: before(handle.sync),
        owner: before(handle.owner),
        chown: before(handle.chown),
        close: async () => {
          await handle.close(); // no descriptor is left open by a test
          step();
        },
      };
    }),
    async *read(file) {
      step();
      yield* nodeDisk.read(file);
    },
    chmod: before(nodeDisk.chmod),
    rename: before(nodeDisk.rename),
    link: before(nodeDisk.link),
    unlink: before(nodeDisk.unlink),
    syncFolder: before(nodeDisk.syncFolder),
  };
  return { disk, calls: () => calls };
}

for (const [what, code, isDeath] of [
  ["the disk is full", "ENOSPC", false],
  ["permission is denied", "EACCES", false],
  ["the process dies", "EIO", true],
] as const)
  test(`at every step where ${what} the old file is whole`, () =>
    withSite({}, async (site) => {
      const target = site.path("a.cfg");
      for (let at = 1; ; at++) {
        writeFileSync(target, "old content");
        const { disk, calls } = faulty(at, code, isDeath);
        let failed = false;
        await atomicWrite(target, content(), { verify, disk }).catch((error: unknown) => {
          failed = true;
          assert.ok(error instanceof SaveFault, String(error));
        });
        const now = readFileSync(target, "utf8");
        assert.ok(now === "old content" || now === "new content", `step ${at}: ${now}`);
        if (failed) assert.equal(now, "old content", `step ${at}`);
        const left = readdirSync(site.folder).filter((name) => name !== "a.cfg");
        if (!isDeath) assert.deepEqual(left, [], `step ${at}`);
        // what a dead process leaves is what was to be written; its owner's only, until the last step but one opens it up
        for (const name of left)
          assert.equal(statSync(site.path(name)).mode & 0o077, at >= 11 ? 0o044 : 0, `step ${at}`);
        for (const name of left) (await import("node:fs")).rmSync(site.path(name));
        if (calls() < at) {
          assert.ok(at > 9, `${at} steps`);
          break;
        }
      }
    }));

test("content that is not what was meant never takes the old one's place", () =>
  withSite({ "a.cfg": "old content" }, async (site) => {
    await assert.rejects(atomicWrite(site.path("a.cfg"), content("something else"), { verify }));
    assert.equal(readFileSync(site.path("a.cfg"), "utf8"), "old content");
    assert.deepEqual(readdirSync(site.folder), ["a.cfg"]);
  }));

test("links, folders, read-only files and missing folders are refused", () =>
  withSite({ "a.cfg": "old content", "fixed.cfg": "old content" }, async (site) => {
    symlinkSync(site.path("a.cfg"), site.path("link.cfg"));
    mkdirSync(site.path("folder"));
    chmodSync(site.path("fixed.cfg"), 0o444);
    for (const [name, message] of [
      ["link.cfg", /symbolic link/],
      ["folder", /is a folder/],
      ["fixed.cfg", /read-only/],
      ["none/a.cfg", /No such folder/],
    ] as const)
      await assert.rejects(
        atomicWrite(site.path(name), content()),
        (e) => e instanceof SaveFault && message.test(e.message),
      );
    assert.deepEqual(readdirSync(site.folder), ["a.cfg", "fixed.cfg", "folder", "link.cfg"]);
    assert.equal(readFileSync(site.path("a.cfg"), "utf8"), "old content");
  }));

test("rights of the old file are kept", () =>
  withSite({ "a.cfg": "old content" }, async (site) => {
    chmodSync(site.path("a.cfg"), 0o640);
    await atomicWrite(site.path("a.cfg"), content());
    assert.equal(statSync(site.path("a.cfg")).mode & 0o777, 0o640);
    assert.equal(readFileSync(site.path("a.cfg"), "utf8"), "new content");
  }));
