// Which files the command line reads and writes, and what it does with those that are not ordinary.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { type Run, type Site, withSite } from "../support/commandLine";

const good = "<flat-profile>\n  <Resync_On_Reset>Yes</Resync_On_Reset>\n</flat-profile>\n";
const bad = "<flat-profile>\n  <Resync_On_Reset>soon</Resync_On_Reset>\n</flat-profile>\n";
const ragged = "<flat-profile>\n<GPP_A>1</GPP_A>\n      <GPP_B>2</GPP_B></flat-profile>";
const both = "<flat-profile>\n<GPP_A ua=“na”>1</GPP_A>\n      <GPP_B>2</GPP_B></flat-profile>";
const broken = "<flat-profile>\n  <GPP_A>a & b</GPP_A>\n</flat-profile>\n";
const dump = '<flat-profile>\n<Moon_Phase ua="na">Full</Moon_Phase> <!-- options: New/Full -->\n</flat-profile>\n';
const key = "a key of a site";
const skip = process.platform === "win32" ? "Windows has neither pipes by name nor such links" : false;
const isRoot = process.getuid?.() === 0;

/** A run that hangs fails at once, not after the time of the whole suite. */
async function checkEnds(site: Site, args: readonly string[], input = ""): Promise<Run> {
  const ended = site.run(args, input);
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error(`${args.join(" ")} does not end`)), 20_000).unref(),
  );
  return Promise.race([ended, late]);
}

const traps: Readonly<Record<string, (file: string) => void>> = {
  "a link to an endless device": (file) => symlinkSync("/dev/zero", file),
  "a pipe": (file) => void execFileSync("mkfifo", [file]),
  "a link to a pipe": (file) => {
    execFileSync("mkfifo", [`${file}.pipe`]);
    symlinkSync(`${file}.pipe`, file);
  },
  "a folder": (file) => mkdirSync(file),
  "a link to a folder": (file) => {
    mkdirSync(`${file}.folder`);
    symlinkSync(`${file}.folder`, file);
  },
  "a link to itself": (file) => symlinkSync(path.basename(file), file),
};
const inWords = /: (?:It is a (?:device|pipe|folder|socket|link that points to itself)|No such file)/;

for (const [what, make] of Object.entries(traps)) {
  const isFolder = what === "a folder";
  test(`${what} among the files of a folder is reported, and the rest goes on`, { skip }, () =>
    withSite({ "in/a.xml": ragged, "in/b.xml": broken, "in/z.xml": bad }, async (site) => {
      make(site.path("in/d.xml"));
      for (const args of [
        ["check", "in"],
        ["check", "in/*.xml"],
        ["check", "in", "--fix"],
        ["format", "in"],
      ]) {
        const { code, out, err } = await checkEnds(site, args);
        // a pattern matches files only
        if (!isFolder && !args[1]?.includes("*")) assert.match(err, inWords, args.join(" "));
        assert.equal(code, inWords.test(err) ? 2 : code, args.join(" "));
        if (args[0] === "check") assert.match(out, /z\.xml/);
        assert.doesNotMatch(err, /^\s+at /m);
      }
      assert.match(readFileSync(site.path("in/a.xml"), "utf8"), /^<flat-profile>\n {2}<GPP_A>/);
      assert.match(readFileSync(site.path("in/b.xml"), "utf8"), /a &amp; b/);
    }),
  );

  test(`${what} in the place of a file that a run needs is reported in words`, { skip }, () =>
    withSite({ "a.xml": good, "key.txt": key }, async (site) => {
      for (const [file, args] of [
        ["flat-profile.parameters.json", ["check", "a.xml"]],
        ["flat-profile.config.json", ["check", "a.xml"]],
        ["flat-profile.config.json", ["format", "a.xml"]],
        [".vscode/flat-profile.devices.json", ["preview", "a.xml", "--device", "desk"]],
        ["flat-profile.parameters.json", ["learn", "a.xml"]],
      ] as const) {
        mkdirSync(site.path(".vscode"), { recursive: true });
        make(site.path(file));
        const { code, err } = await checkEnds(site, args);
        assert.equal(code, 2, `${file}: ${args.join(" ")}: ${err}`);
        assert.match(err, inWords, file);
        assert.doesNotMatch(err, /^\s+at /m);
        rmSync(site.path(file), { recursive: true });
        for (const left of [`${file}.pipe`, `${file}.folder`])
          rmSync(site.path(left), { recursive: true, force: true });
      }
      if (/pipe/.test(what)) return; // a person may name one
      make(site.path("trap"));
      for (const args of [
        ["encrypt", "a.xml", "-o", "b.cfg", "--key-file", "trap"],
        ["encrypt", ".", "-o", "out", "--keys", "trap"],
        ["encrypt", "trap", "-o", "b.cfg", "--key-file", "key.txt"],
        ["decrypt", "trap", "-o", "b.cfg"],
        ["inspect", "trap", "a.xml"],
        ["learn", "trap"],
        ["fleet", "a.xml", "--devices", "trap"],
        ["preview", "a.xml", "--device", "none.json"],
        ["dial", "--plan", "(x.)", "--test", "trap"],
        ["check", "a.xml", "--config", "trap"],
      ]) {
        const { code, out, err } = await checkEnds(site, args);
        assert.deepEqual([code, inWords.test(err)], [2, true], `${args.join(" ")}: ${err}`);
        if (args[0] === "inspect") assert.match(out, /^a\.xml: an unencrypted profile/);
        assert.ok(!existsSync(site.path("b.cfg")));
      }
    }),
  );
}

test("a pipe is read where a person names it", { skip }, () =>
  withSite({ "key.txt": key, "a.xml": good }, async (site) => {
    execFileSync("mkfifo", [site.path("p")]);
    const feed = (text: string) => {
      const stdio = ["pipe", "ignore", "ignore"] as const;
      spawn("sh", ["-c", 'cat >"$0"', site.path("p")], { stdio: [...stdio] }).stdin?.end(text);
    };
    feed(bad);
    assert.match((await checkEnds(site, ["check", "p"])).out, /^p:2:20: warning/);
    feed(good);
    assert.equal((await checkEnds(site, ["encrypt", "p", "-o", "a.cfg", "--key-file", "key.txt"])).code, 0);
    feed("mac,model\n00000e000001,8841\n");
    assert.match((await checkEnds(site, ["fleet", "a.xml", "--devices", "p"])).out, /^00000e000001,/m);
    feed(ragged);
    const refused = await checkEnds(site, ["format", "p"]);
    assert.deepEqual([refused.code, refused.err], [2, "p: Not changed. It is not a regular file.\n"]);
    feed(key);
    assert.equal((await checkEnds(site, ["decrypt", "a.cfg", "--key-file", "p"])).out, good);
  }),
);

test(
  "an unreadable folder and file are reported, and the rest goes on",
  { skip: skip || (!isRoot && "only root can become another user") },
  () =>
    withSite({ "in/a.xml": bad, "in/b/b.xml": bad, "in/z.xml": bad, "in/key.txt": key }, async (site) => {
      await site.install();
      for (const folder of ["", "in"]) chmodSync(site.path(folder), 0o777);
      for (const name of ["in/b", "in/a.xml", "in/key.txt"]) chmodSync(site.path(name), 0);
      const preload = pathToFileURL(path.resolve("test/support/faults.mjs")).href;
      const env = { NODE_OPTIONS: `--import ${preload}`, FAULT_USER: "65534" };
      for (const args of [
        ["check", "in"],
        ["format", "in", "--check"],
      ]) {
        const { code, out, err } = await site.runAlone(args, "", env);
        assert.equal(code, 2, err);
        assert.match(err, /in\/b: No permission to read it/);
        assert.match(err, /in\/a\.xml: No permission to read it/);
        if (args[0] === "check") assert.match(out, /z\.xml/);
      }
      const { code, out, err } = await site.runAlone(["inspect", "in/a.xml", "in/z.xml"], "", env);
      assert.deepEqual([code, /z\.xml/.test(out), /No permission to read it/.test(err)], [2, true, true], err);
      const encrypt = ["encrypt", "in/z.xml", "-o", "z.cfg", "--key-file", "in/key.txt"];
      const encrypted = await site.runAlone(encrypt, "", env);
      assert.deepEqual([encrypted.code, /in\/key\.txt: No permission to read it/.test(encrypted.err)], [2, true]);
    }),
);

test("a read-only file, a missing one and an encrypted one are reported, and the rest goes on", { skip }, () =>
  withSite(
    {
      "a.xml": both,
      "b.xml": "",
      "s.xml": Buffer.concat([Buffer.from("Salted__"), Buffer.alloc(40, 7)]),
    },
    async (site) => {
      chmodSync(site.path("a.xml"), 0o444);
      for (const [verb, ...options] of [["check", "--fix"], ["format"]] as const) {
        writeFileSync(site.path("b.xml"), verb === "check" ? broken : ragged);
        const { code, err } = await site.run([verb, "none.xml", "a.xml", "s.xml", "b.xml", ...options]);
        assert.equal(code, 2);
        for (const message of [/none\.xml: No such file/, /a\.xml: It is read-only/, /s\.xml: The file is encrypted/])
          assert.match(err, message);
        assert.equal(readFileSync(site.path("a.xml"), "utf8"), both);
        assert.ok(![broken, ragged].includes(readFileSync(site.path("b.xml"), "utf8")));
      }
      writeFileSync(site.path("cfg.xml"), dump);
      const learned = await site.run(["learn", "none.xml", "cfg.xml"]);
      assert.deepEqual([learned.code, /new: Moon_Phase/.test(learned.err)], [2, true]);
    },
  ),
);

test("one file under several names counts once and keeps them", { skip }, () =>
  withSite({ "in/a.xml": ragged }, async (site) => {
    linkSync(site.path("in/a.xml"), site.path("in/b.xml"));
    symlinkSync("a.xml", site.path("in/c.xml"));
    symlinkSync("in", site.path("also"));
    for (const words of [
      ["in"],
      ["in/a.xml", "./in/a.xml", "in/b.xml", "also/c.xml"],
      ["in/*.xml", "in", "also/a.xml"],
    ])
      assert.match((await site.run(["check", ...words])).out, /^1 file checked/m, words.join(" "));
    // with the third name out of sight the file cannot be replaced and stay one
    const refused = await site.run(["format", "in/a.xml"]);
    assert.deepEqual([refused.code, /other names \(hard links\)/.test(refused.err)], [2, true]);
    assert.equal(readFileSync(site.path("in/a.xml"), "utf8"), ragged);
    assert.equal((await site.run(["format", "in"])).out, "in/a.xml formatted\n");
    assert.equal(statSync(site.path("in/a.xml")).ino, statSync(site.path("in/b.xml")).ino);
    assert.ok(lstatSync(site.path("in/c.xml")).isSymbolicLink());
    assert.match(readFileSync(site.path("in/c.xml"), "utf8"), /^<flat-profile>\n {2}<GPP_A>/);
    assert.equal((await site.run(["format", "--check", "in"])).code, 0);
    assert.deepEqual(readdirSync(site.path("in")), ["a.xml", "b.xml", "c.xml"]);
  }),
);

test("--fix and format write through a link that is named, and never follow one out of a folder", { skip }, () =>
  withSite({ "in/a.xml": good, "out/real.xml": both, "out/deep/b.xml": both }, async (site) => {
    symlinkSync("../out/real.xml", site.path("in/link.xml"));
    symlinkSync("../out/deep", site.path("in/deep"));
    for (const args of [
      ["check", "in", "--fix"],
      ["format", "in"],
      ["format", "in/*.xml"],
      ["format", "in/**/*.xml"],
    ]) {
      const { err, code } = await site.run(args);
      assert.match(
        err,
        /in\/link\.xml: Not (?:changed|fixed)\. It is a link to a file outside the folder/,
        args.join(" "),
      );
      assert.notEqual(code, 2);
      for (const name of ["out/real.xml", "out/deep/b.xml"]) assert.equal(readFileSync(site.path(name), "utf8"), both);
    }
    assert.equal((await site.run(["format", "in/link.xml"])).code, 0);
    assert.ok(lstatSync(site.path("in/link.xml")).isSymbolicLink());
    assert.notEqual(readFileSync(site.path("out/real.xml"), "utf8"), both);
  }),
);

test("names that are not UTF-8", { skip: process.platform === "linux" ? false : "only Linux has such names" }, () =>
  withSite({ "in/a.xml": bad.replace("  ", "") }, async (site) => {
    const named = Buffer.concat([Buffer.from(site.path("in/caf")), Buffer.of(0xe9), Buffer.from(".xml")]);
    renameSync(site.path("in/a.xml"), named);
    assert.match((await site.run(["check", "in"])).out, /^in\/caf\\xe9\.xml:2:\d+: /m);
    assert.match((await site.run(["check", "in/*.xml"])).out, /^in\/caf\\xe9\.xml:2:\d+: /m);
    // a shell hands over the bytes, Node makes U+FFFD of them
    assert.match((await site.run(["check", "in/caf\ufffd.xml"])).out, /^in\/caf\\xe9\.xml:2:\d+: /m);
    assert.match((await site.run(["format", "in"])).out, /caf\\xe9\.xml formatted/);
    assert.match(readFileSync(named, "utf8"), /^<flat-profile>\n {2}<Resync/);
    writeFileSync(site.path("keys.csv"), `00000e000001,${key}\n`);
    const encrypted = await site.run(["encrypt", "in", "-o", "out", "--keys", "keys.csv"]);
    assert.deepEqual([encrypted.code, /caf\\xe9\.xml: The file name is not UTF-8/.test(encrypted.err)], [2, true]);
  }),
);

test("check of one file gives one answer; nothing that was checked ends with 2", () =>
  withSite(
    {
      "s.cfg": Buffer.concat([Buffer.from("Salted__"), Buffer.alloc(40, 7)]),
      "menu.xml": "<Menu/>\n",
      "a.xml": good,
      "key.txt": key,
    },
    async (site) => {
      const encrypted = await site.run(["check", "s.cfg"]);
      assert.deepEqual([encrypted.code, encrypted.out], [2, ""]);
      assert.match(encrypted.err, /^s\.cfg: The file is encrypted in the openssl format\. [^\n]*\n$/);
      await site.run(["encrypt", "a.xml", "-o", "g.cfg", "--format", "aes128gcm", "--key-file", "key.txt"]);
      const gcm = await site.run(["check", "g.cfg"]);
      assert.deepEqual([gcm.code, gcm.out], [2, ""]);
      assert.match(gcm.err, /^g\.cfg: warning: Probably encrypted with aes128gcm\. [^\n]*\n$/);
      const menu = await site.run(["check", "menu.xml"]);
      assert.deepEqual(
        [menu.code, menu.out, menu.err],
        [2, "", "menu.xml: warning: Not checked: XML with the root <Menu>, not a flat-profile.\n"],
      );
      const piped = await site.run(["check", "-"], "words");
      assert.deepEqual(
        [piped.code, piped.out, piped.err.replace(/(?<=cisco-flat-profile, ).*(?=toy-settings)/, "")],
        [
          2,
          "",
          "<stdin>: warning: Not checked. The system that the file is for is not recognized. Use --dialect with one of: cisco-flat-profile, toy-settings.\n",
        ],
      );
      mkdirSync(site.path("none"));
      const none = await site.run(["check", "none"]);
      assert.deepEqual([none.code, none.out, none.err], [2, "", "No flat-profile file in none.\n"]);
      const both = await site.run(["check", "menu.xml", "a.xml"]);
      assert.deepEqual(
        [both.code, both.err],
        [1, "menu.xml: warning: Not checked: XML with the root <Menu>, not a flat-profile.\n"],
      );
      for (const format of ["sarif", "junit"])
        assert.match((await site.run(["check", "s.cfg", "--format", format])).out, /s\.cfg/, format);
    },
  ));

test("rights and owner of an old file are kept; a new one gets what the system gives", { skip }, () =>
  withSite({ "a.xml": ragged, "key.txt": key, "cfg.xml": dump }, async (site) => {
    const owner = isRoot ? 12_345 : process.getuid?.();
    const own = (name: string, mode: number) => {
      if (isRoot) execFileSync("chown", ["12345:12346", site.path(name)]);
      chmodSync(site.path(name), mode);
    };
    const rights = (name: string) => (statSync(site.path(name)).mode & 0o777).toString(8);
    const withMask = (mask: string, args: readonly string[]) =>
      site.runAlone(args, "", { NODE_OPTIONS: `--import data:text/javascript,process.umask(0o${mask})` });
    const encrypt = ["encrypt", "cfg.xml", "--key-file", "key.txt", "-o"];
    const open = ["decrypt", "s.cfg", "--key-file", "key.txt", "-o"];
    for (const [mask, file] of [
      ["077", "600"],
      ["027", "640"],
      ["002", "664"],
    ] as const) {
      for (const name of ["s.cfg", "p.json", "plain.xml"]) rmSync(site.path(name), { force: true });
      await withMask(mask, [...encrypt, "s.cfg"]);
      await withMask(mask, ["learn", "cfg.xml", "--out", "p.json"]);
      await withMask(mask, [...open, "plain.xml"]);
      assert.deepEqual(["s.cfg", "p.json", "plain.xml"].map(rights), [file, file, "600"], mask);
    }
    for (const name of ["a.xml", "s.cfg", "plain.xml"]) own(name, 0o640);
    for (const args of [
      ["format", "a.xml"],
      [...encrypt, "s.cfg"],
      [...open, "plain.xml"],
    ]) {
      const { code, err } = await withMask("077", args);
      assert.equal(code, 0, err);
    }
    for (const name of ["a.xml", "s.cfg", "plain.xml"]) {
      assert.deepEqual([rights(name), statSync(site.path(name)).uid], ["640", owner], name);
      if (isRoot) assert.equal(statSync(site.path(name)).gid, 12_346);
    }
    own("a.xml", 0o600);
    writeFileSync(site.path("a.xml"), ragged);
    await withMask("000", ["check", "a.xml", "--fix"]);
    assert.deepEqual([rights("a.xml"), statSync(site.path("a.xml")).uid], ["600", owner]);
  }),
);

test("200,000 patterns to pass over cost little, and patterns that would cost much are refused", () =>
  withSite({ "a.xml": bad, "old/b.xml": bad, "n7/c.xml": bad, "x1y/d.xml": bad }, async (site) => {
    const configure = (ignore: readonly string[]) =>
      writeFileSync(site.path("flat-profile.config.json"), JSON.stringify({ ignore }));
    const many = (of: (i: number) => string) => Array.from({ length: 200_000 }, (_, i) => of(i));
    for (const of of [
      (i: number) => `sites/${i}/phone.xml`,
      (i: number) => `old${i}`,
      (i: number) => `*.${i}.xml`,
      (i: number) => `customers/${i}/**`,
      (i: number) => `site-${i}-*.xml`,
    ]) {
      configure([...many(of), "old", "n?/*.xml"]);
      const { code, out, err } = await checkEnds(site, ["check", "."]);
      assert.equal(code, 1, err);
      assert.match(out, /^2 files checked/m, of(1));
    }
    for (const patterns of [
      many((i) => `x*${i}*y`),
      many((i) => `*${i}*`),
      [`${"*a".repeat(20)}b`],
      ["x".repeat(9_999)],
    ]) {
      configure(patterns);
      const { code, err } = await checkEnds(site, ["check", "."]);
      assert.deepEqual([code, /flat-profile\.config\.json: .*pattern/.test(err)], [2, true], err);
    }
  }));

test("patterns mean what they say", () =>
  withSite(
    Object.fromEntries(
      ["a.xml", "b.xml", "old/a.xml", "old/keep.xml", "lab/old/c.xml", "lab/d1.xml", "lab/d2.xml"].map((name) => [
        name,
        bad,
      ]),
    ),
    async (site) => {
      const left = async (...ignore: string[]) => {
        writeFileSync(site.path("flat-profile.config.json"), JSON.stringify({ ignore }));
        const { out } = await site.run(["check", ".", "--format", "json"]);
        return out
          .split("\n")
          .flatMap((line) => (line === "" ? [] : [JSON.parse(line).file as string]))
          .join(" ");
      };
      assert.equal(await left("old"), "a.xml b.xml lab/d1.xml lab/d2.xml");
      assert.equal(await left("./old/"), "a.xml b.xml lab/d1.xml lab/d2.xml lab/old/c.xml");
      assert.equal(
        await left("old/**", "!old/keep.xml"),
        "a.xml b.xml lab/d1.xml lab/d2.xml lab/old/c.xml old/keep.xml",
      );
      assert.equal(await left("d?.xml", "{a,c}.xml"), "b.xml old/keep.xml");
      assert.equal(await left("lab/*.xml"), "a.xml b.xml lab/old/c.xml old/a.xml old/keep.xml");
      assert.equal(await left("**/old/*"), "a.xml b.xml lab/d1.xml lab/d2.xml");
      assert.equal(await left("l*b", "[ab].xml"), "old/keep.xml");
    },
  ));
