import assert from "node:assert/strict";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { runCompiled } from "../../server/src/node/compiledCode";
import { compiledFolder } from "../../server/src/node/compiledFolder";

const cacheable = globalThis as { compiledTest?: string };

/** Runs bundles in a folder of their own. */
function checkRuns(run: (folders: { readonly code: string; readonly kept: string }) => void): void {
  const folder = mkdtempSync(path.join(tmpdir(), "compiled-"));
  try {
    run({ code: folder, kept: path.join(folder, "cache", "compiled") });
  } finally {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
    delete cacheable.compiledTest;
  }
}

/** What a bundle with this text writes down when it is run with what is kept; its own is added. */
function result(text: string, code: string, kept: string | undefined): string | undefined {
  // in a folder of its own: the engine remembers what it has compiled of a file
  const file = path.join(mkdtempSync(path.join(code, "run-")), "bundle.js");
  writeFileSync(file, `"use strict";(() => { globalThis.compiledTest = ${text}; })();`);
  const work: (() => void)[] = [];
  runCompiled(file, kept, (keep) => work.push(keep));
  for (const keep of work) keep();
  return cacheable.compiledTest;
}

const filesIn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith("bundle-"));

test("a bundle runs with `require` and its folder, compiled before or not", () => {
  checkRuns(({ code, kept }) => {
    const text = 'require("node:path").dirname(__dirname)';
    for (const _ of [1, 2]) assert.equal(result(text, code, kept), code);
    assert.equal(filesIn(kept).length, 1);
  });
});

test("other code of the same length is not what was compiled", () => {
  checkRuns(({ code, kept }) => {
    assert.equal(result('"one"', code, kept), "one");
    assert.equal(result('"two"', code, kept), "two");
    assert.equal(filesIn(kept).length, 2);
  });
});

test("what was compiled is read again, and left alone when it is not as it was written", () => {
  checkRuns(({ code, kept }) => {
    assert.equal(result('"one"', code, kept), "one");
    const [name = ""] = filesIn(kept);
    const file = path.join(kept, name);
    const good = readFileSync(file);
    result('"one"', code, kept);
    assert.deepEqual(readFileSync(file), good, "nothing new was compiled");
    for (const at of [0, 40, good.length - 1]) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ 0x55;
      writeFileSync(file, bad);
      assert.equal(result('"one"', code, kept), "one");
      assert.notDeepEqual(readFileSync(file), bad, "it was written again");
    }
    for (const length of [0, 10, good.length - 5]) {
      writeFileSync(file, good.subarray(0, length));
      assert.equal(result('"one"', code, kept), "one");
    }
  });
});

test("what others can write is not run", { skip: process.getuid === undefined }, () => {
  checkRuns(({ code, kept }) => {
    result('"one"', code, kept);
    const [one = ""] = filesIn(kept);
    result('"two"', code, kept);
    const two = filesIn(kept).find((name) => name !== one) ?? "";
    const file = path.join(kept, one);
    copyFileSync(path.join(kept, two), file);
    assert.equal(result('"one"', code, kept), "two", "the engine runs what it is given");
    for (const open of [file, kept]) {
      chmodSync(open, 0o777);
      assert.equal(result('"one"', code, kept), "one", open);
      copyFileSync(path.join(kept, two), file);
      chmodSync(open, 0o700);
    }
  });
});

test("code runs where no folder can be made, and without one", () => {
  checkRuns(({ code }) => {
    writeFileSync(path.join(code, "file"), "");
    assert.equal(result('"one"', code, path.join(code, "file", "below")), "one");
    assert.equal(result('"two"', code, undefined), "two");
  });
});

test("what uses another part of a bundle is kept apart, and code that is a function already runs as it is", () => {
  checkRuns(({ code, kept }) => {
    const file = path.join(code, "bundle.js");
    writeFileSync(file, "(function (require, __dirname, __filename) {\nglobalThis.compiledTest = __filename;\n})");
    for (const part of ["", "one", "two", "one"]) {
      delete cacheable.compiledTest;
      const work: (() => void)[] = [];
      runCompiled(file, kept, (keep) => work.push(keep), part);
      for (const keep of work) keep();
      assert.equal(cacheable.compiledTest, file);
    }
    const parts = filesIn(kept).map((name) => /^bundle-(?:(\w{3})-)?\w{16}-/.exec(name)?.[1] ?? "");
    assert.deepEqual(parts.sort(), ["", "one", "two"]);
  });
});

test("a folder has a few files at most", () => {
  checkRuns(({ code, kept }) => {
    mkdirSync(kept, { recursive: true, mode: 0o700 });
    writeFileSync(path.join(kept, "other"), "of somebody else");
    for (let i = 0; i < 20; i++) result(`"${i}"`, code, kept);
    assert.equal(filesIn(kept).length, 16);
    assert.ok(readdirSync(kept).includes("other"));
  });
});

test("faults name the file and line of the bundle", () => {
  checkRuns(({ code }) => {
    assert.equal(
      result('new Error("x").stack.split("\\n")[1].match(/bundle.js:\\d+/)[0]', code, undefined),
      "bundle.js:1",
    );
  });
});

test("compiled code is kept in the folder of the user, or where the variables of Node say", () => {
  const folder = (env: Record<string, string>, system: NodeJS.Platform = "linux", home = "/home/a") =>
    compiledFolder(env, system, home);
  assert.equal(folder({}), "/home/a/.cache/flat-profile/compiled");
  assert.equal(folder({ XDG_CACHE_HOME: "/var/a" }), "/var/a/flat-profile/compiled");
  assert.equal(folder({ XDG_CACHE_HOME: "a" }), "/home/a/.cache/flat-profile/compiled");
  assert.equal(folder({}, "darwin"), "/home/a/Library/Caches/flat-profile/compiled");
  assert.equal(folder({ NODE_COMPILE_CACHE: "/x" }), "/x/flat-profile");
  assert.equal(folder({ NODE_COMPILE_CACHE: "/x", NODE_DISABLE_COMPILE_CACHE: "1" }), undefined);
  for (const home of ["", "/", "a"]) assert.equal(folder({}, "linux", home), undefined);
  assert.equal(folder({}, "win32"), undefined);
});
