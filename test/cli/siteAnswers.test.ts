import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import test from "node:test";
import { gzipSync } from "node:zlib";
import type { ResolveReport } from "../../server/src/deployment/report";
import { check, first, inSite, one, profile, shown, www } from "./resolveSite";

test("a file answers for a URL, and nothing outside its folder does", async () => {
  await check({ files: { [first]: one } }, "stable A GPP_A=1 exit 0");
  await check(
    { files: { "secret.xml": one }, args: ["--rule", "http://pbx/../secret.xml"] },
    "failing C 403 site/escapes exit 1",
  );
  await check(
    { files: { "secret.xml": one }, args: ["--rule", "http://pbx/%2e%2e/secret.xml"] },
    "failing C 403 site/escapes exit 1",
  );
  await check(
    { files: { "secret.xml": one }, args: ["--rule", "http://pbx/..%2fsecret.xml"] },
    "failing C 403 site/escapes exit 1",
  );
  await check({ files: { "www/a b.xml": one }, args: ["--rule", "http://pbx/a%20b.xml"] }, "stable A GPP_A=1 exit 0");
  await check(
    { files: { "www/a%20b.xml": one }, args: ["--rule", "http://pbx/a%2520b.xml"] },
    "stable A GPP_A=1 exit 0",
  );
  await check({ files: { [first]: one }, args: ["--rule", "http://pbx/"] }, "failing B 404 exit 1");
  await check({ files: { "www/sub/a": one }, args: ["--rule", "http://pbx/sub"] }, "failing B 404 exit 1");
  await check({ files: { [first]: one }, args: ["--rule", "http://pbx/8841-3PCC.xml?x=1"] }, "stable A GPP_A=1 exit 0");
  const folder = { urls: [{ prefix: "http://pbx/", folder: ".." }] };
  await check({ ...folder, args: ["--rule", "http://pbx/etc/passwd"] }, "failing C 403 site/escapes exit 1");
});

test("links may not lead out of the folder", async () => {
  await inSite({ files: { "secret.xml": one, "www/inside.xml": one } }, async (site) => {
    symlinkSync("../secret.xml", site.path("www/out.xml"));
    symlinkSync("inside.xml", site.path("www/in.xml"));
    symlinkSync("..", site.path("www/up"));
    assert.equal(await shown(site, ["--rule", "http://pbx/out.xml"]), "failing C 403 site/escapes exit 1");
    assert.equal(await shown(site, ["--rule", "http://pbx/up/secret.xml"]), "failing C 403 site/escapes exit 1");
    assert.equal(await shown(site, ["--rule", "http://pbx/in.xml"]), "stable A GPP_A=1 exit 0");
    // The same files in a revision answer alike.
    mkdirSync(site.path("www/sub"));
    writeFileSync(site.path("www/sub/a.xml"), one);
    symlinkSync("sub", site.path("www/other"));
    symlinkSync("round.xml", site.path("www/round.xml"));
    symlinkSync("/etc/passwd", site.path("www/absolute.xml"));
    symlinkSync("gone.xml", site.path("www/nothing.xml"));
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...args], { cwd: site.folder });
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "one");
    for (const at of [[], ["--at", "HEAD"]]) {
      const ends = async (file: string, end: string) =>
        assert.equal(await shown(site, ["--rule", `http://pbx/${file}`, ...at]), end, `${file} ${at.join(" ")}`);
      await ends("in.xml", "stable A GPP_A=1 exit 0");
      await ends("other/a.xml", "stable A GPP_A=1 exit 0");
      await ends("out.xml", "failing C 403 site/escapes exit 1");
      await ends("up/secret.xml", "failing C 403 site/escapes exit 1");
      await ends("absolute.xml", "failing C 403 site/escapes exit 1");
      await ends("nothing.xml", "failing B 404 exit 1");
    }
  });
});

test("placeholders make the name of a file", async () => {
  const urls = [{ prefix: "http://pbx/app/", file: "r/{query.mac}.xml" }];
  const files = { "r/00005e005301.xml": one, "secret.xml": one };
  await check({ urls, files, args: ["--rule", "http://pbx/app/?a=1&mac=$MA"] }, "stable A GPP_A=1 exit 0");
  await check({ urls, files, args: ["--rule", "http://pbx/app/"] }, "failing B 404 exit 1");
  await check({ urls, files, args: ["--rule", "http://pbx/app/?mac="] }, "failing B 404 exit 1");
  await check({ urls, files, args: ["--rule", "http://pbx/app/?mac=../secret"] }, "failing C 403 site/escapes exit 1");
  await check(
    { urls, files, args: ["--rule", "http://pbx/app/?mac=..%2fsecret"] },
    "failing C 403 site/escapes exit 1",
  );
  const byDevice = [{ prefix: "http://pbx/", file: "r/{ma}-{serial}.xml" }];
  await check(
    { urls: byDevice, files: { "r/00005e005301-FCH1.xml": one }, device: { serial: "FCH1" } },
    "stable A GPP_A=1 exit 0",
  );
  await check({ urls: byDevice, files: { "r/00005e005301-.xml": one } }, "failing B 404 exit 1");
});

test("the longest prefix counts, and it ends where a part of the path ends", async () => {
  const urls = [www, { prefix: "http://pbx/cfg", answer: 500 }, { prefix: "http://PBX:80/cfg/a", folder: "a" }];
  const files = { "www/cfgs": one, "a/b": one, "www/cfg": one };
  await check({ urls, files, args: ["--rule", "http://pbx/cfgs"] }, "stable A GPP_A=1 exit 0");
  await check({ urls, files, args: ["--rule", "HTTP://Pbx/cfg"] }, "failing C 500 exit 1");
  await check({ urls, files, args: ["--rule", "http://pbx/cfg?x"] }, "failing C 500 exit 1");
  await check({ urls, files, args: ["--rule", "http://pbx:80/cfg/a/b"] }, "stable A GPP_A=1 exit 0");
  await check(
    { urls, files, args: ["--rule", "http://pbx:8080/cfgs"] },
    "undecided undecided unmapped site/unmapped exit 1",
  );
  await check(
    { urls, files, args: ["--rule", "https://pbx/cfgs"] },
    "undecided undecided unmapped site/unmapped exit 1",
  );
  await check(
    { urls: [{ prefix: "tftp://dhcp/", folder: "www" }], site: { dhcp: {} }, files: { [first]: one } },
    "stable A GPP_A=1 exit 0",
  );
});

test("answers that are no files", async () => {
  const answer = (more: object) => ({ urls: [{ prefix: "http://pbx/", ...more }] });
  await check(answer({ answer: 404 }), "failing B 404 exit 1");
  await check(answer({ answer: "timeout" }), "failing C time-out exit 1");
  await check(answer({ answer: "skip" }), "undecided undecided skipped exit 1");
  await check(
    {
      urls: [
        { prefix: "http://pbx/", answer: 302, location: "http://other/$MA.xml" },
        { prefix: "http://other/", folder: "www" },
      ],
      files: { "www/00005e005301.xml": one },
    },
    "stable A GPP_A=1 exit 0",
  );
  await check({ ...answer({ answer: 302, location: "/loop" }) }, "failing C too many redirects exit 1");
});

test("a renderer runs only when asked for", async () => {
  const program = `let t="";process.stdin.on("data",(d)=>t+=d).on("end",()=>{const {device,url}=JSON.parse(t);console.log("<flat-profile><GPP_A>"+device.mac+" "+url+"</GPP_A></flat-profile>")})`;
  const urls = [{ prefix: "http://pbx/", render: ["node", "render.js"] }];
  const files = { "render.js": program };
  await check({ urls, files }, "undecided undecided not rendered exit 1");
  await check({ urls, files, args: ["--render"] }, "stable A GPP_A=00005e005301 http://pbx/8841-3PCC.xml exit 0");
  await check(
    { urls: [{ prefix: "http://pbx/", render: ["node", "-e", "process.exit(3)"] }], args: ["--render"] },
    "failing C 500 site/render exit 1",
  );
  await check(
    { urls: [{ prefix: "http://pbx/", render: ["no-such-program"] }], args: ["--render"] },
    "failing C 500 site/render exit 1",
  );
});

test("files are opened as on the wire", async () => {
  const salted = Buffer.from(
    "U2FsdGVkX1//J8M5TP692N8I+6+IzcvMsauwuhNtR4zCdxWvQgblookHRo0B/kCVANKFzPFvHVBMTvnnXwo4HJo5XXWEk5W2vI2YguL2YNMMIHiJTtxFIeFUTps2kG/+",
    "base64",
  );
  await check({ files: { [first]: gzipSync(one) } }, "stable A GPP_A=1 exit 0");
  await check({ files: { [first]: salted } }, "failing B not a profile exit 1");
  const rule = ["--rule", "[--key $SA] http://pbx/8841-3PCC.xml"];
  // no key was given
  await check({ files: { [first]: salted }, args: rule }, "undecided undecided key exit 1");
  await check({ files: {}, args: rule }, "failing B 404 exit 1");
  await check(
    { files: { [first]: salted }, device: { secrets: { SA: "no-key-at-all" } }, args: rule },
    "failing B corrupt GPP_SA=(secret) exit 1",
  );
  await check(
    { files: { [first]: one }, device: { secrets: { SA: "no-key-at-all" } }, args: rule },
    "failing B corrupt GPP_SA=(secret) exit 1",
  );
  // a phone reads UTF-8 only
  await check({ files: { [first]: Buffer.from(`\ufeff${one}`, "utf16le") } }, "failing B not a profile exit 1");
  await check({ files: { [first]: Buffer.from(one, "utf16le") } }, "failing B not a profile exit 1");
  await check({ files: { [first]: `\ufeff${one}` } }, "stable A GPP_A=1 exit 0");
  // 64 MB of zeros
  await check({ files: { [first]: gzipSync(Buffer.alloc(64 << 20)) } }, "failing B corrupt exit 1");
});

test("names of files are taken by the letter", async () => {
  await check({ files: { "www/8841-3pcc.xml": one } }, "failing B 404 site/case exit 1");
  await check({ files: { "www/Sub/a": one }, args: ["--rule", "http://pbx/sub/a"] }, "failing B 404 site/case exit 1");
});

test("--map comes before the site map, and names any folder", async () => {
  await inSite({ files: { "other/8841-3PCC.xml": one, [first]: profile("<GPP_A>2</GPP_A>") } }, async (site) => {
    assert.equal(await shown(site, ["--map", "http://pbx/=other"]), "stable A GPP_A=1 exit 0");
    assert.match(await shown(site, ["--map", "http://pbx/"]), /Write it as URL=FOLDER.* exit 2$/);
    assert.match(await shown(site, ["--map", "http://pbx/=othr"]), /The folder othr does not exist\. exit 2$/);
    mkdirSync(site.path("sub"));
    writeFileSync(site.path("sub/flat-profile.config.json"), "{}");
    const { out } = await site.run([
      "resolve",
      "--device",
      "d.json",
      "--config",
      "sub/flat-profile.config.json",
      "--map",
      "tftp://dhcp/=other",
      "--format",
      "json",
    ]);
    assert.equal((JSON.parse(out) as ResolveReport).outcome, "stable");
  });
});

test("--at reads the files of a revision", async () => {
  await inSite({ files: { [first]: one } }, async (site) => {
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...args], { cwd: site.folder });
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "one");
    writeFileSync(site.path(first), profile("<GPP_A>2</GPP_A>"));
    assert.equal(await shown(site), "stable A GPP_A=2 exit 0");
    assert.equal(await shown(site, ["--at", "HEAD"]), "stable A GPP_A=1 exit 0");
    assert.match(await shown(site, ["--at", "nothing"]), /Unknown revision.* exit 2$/);
    assert.match(await shown(site, ["--at=--output=x"]), /not a revision.* exit 2$/);
  });
});

test("a file that cannot be read is an answer of the server", { skip: process.getuid?.() === 0 }, async () => {
  await inSite({ files: { [first]: one } }, async (site) => {
    chmodSync(site.path(first), 0);
    assert.equal(await shown(site), "failing C 500 exit 1");
  });
});
