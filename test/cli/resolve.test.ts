import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import test from "node:test";
import { gzipSync } from "node:zlib";
import type { ResolveReport, ResolveSummary } from "../../server/src/deployment/report";
import { type Site, withSite } from "../support/commandLine";

const device = { id: "desk-1", model: "8841", mac: "00005e005301", firmware: "sip88xx.12-0-5MPP0102-328" };
const first = "www/8841-3PCC.xml";
const profile = (settings: string) => `<flat-profile>${settings}</flat-profile>`;

interface Case {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly urls?: readonly object[];
  readonly site?: object;
  readonly device?: object;
  readonly args?: readonly string[];
}

const www = { prefix: "http://pbx/", folder: "www" };

async function inSite(
  { files = {}, urls = [www], site: more = {}, device: other = {} }: Case,
  body: (site: Site) => Promise<void>,
): Promise<void> {
  const config = { site: { urls, dhcp: { "66": "http://pbx" }, ...more } };
  await withSite(
    {
      "flat-profile.config.json": JSON.stringify(config),
      "d.json": JSON.stringify({ devices: [{ ...device, ...other }] }),
      ...files,
    },
    body,
  );
}

/** One word for each thing that a run shows: `stable B site/case GPP_A=1 exit 1`. */
async function shown(site: Site, args: readonly string[] = []): Promise<string> {
  const { code, out, err } = await site.run(["resolve", "--device", "d.json", "--format", "json", ...args]);
  if (out === "") return `${err.trim()} exit ${code}`;
  const { outcome, problems, rounds, settings } = JSON.parse(out) as ResolveReport;
  const steps = rounds[0]?.steps.flatMap(({ class: each, reason }) => [each ?? "nothing", ...(reason ? [reason] : [])]);
  const values = settings.flatMap((each) => {
    if (!/^GPP_/.test(each.name)) return [];
    return [`${each.name}=${"value" in each ? each.value : "secret" in each ? "(secret)" : "(unknown)"}`];
  });
  return [outcome, ...(steps ?? []), ...problems.map(({ code }) => code), ...values, "exit", code].join(" ");
}

async function check(given: Case, expected: string): Promise<void> {
  await inSite(given, async (site) => assert.equal(await shown(site, given.args), expected));
}

const one = profile("<GPP_A>1</GPP_A>");

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

test("one profile of everything, with secrets only in a file of one's own", async () => {
  const secret = "zq-canary-7";
  const files = {
    [first]: profile(
      `<Admin_Password>${secret}</Admin_Password><GPP_A>""</GPP_A><Proxy_1_ ua="rw">a &amp; b</Proxy_1_>`,
    ),
  };
  await inSite({ files }, async (site) => {
    const { out, code } = await site.run(["resolve", "--device", "d.json", "--format", "xml"]);
    assert.equal(code, 0);
    assert.match(out, /<Proxy_1_ ua="rw">a &amp; b<\/Proxy_1_>/);
    assert.match(out, /<!-- <Admin_Password ua="na"\/> -->/);
    assert.match(out, /<GPP_A ua="na">""<\/GPP_A>/);
    assert.equal(out.includes(secret), false);
    assert.equal((await site.run(["resolve", "--device", "d.json", "--format", "xml", "--secrets"])).code, 2);
    assert.equal(
      (await site.run(["resolve", "--device", "d.json", "--format", "xml", "--secrets", "-o", "all.xml"])).code,
      0,
    );
    assert.match(readFileSync(site.path("all.xml"), "utf8"), new RegExp(secret));
    assert.equal(statSync(site.path("all.xml")).mode & 0o777, 0o600);
    // read back, it is where the device is
    assert.equal(await shown(site, ["--start", "all.xml", "--rule", "# off"]), "stable GPP_A= exit 0");
  });
});

test("a list of devices has a line for each, and one of them does not stop the others", async () => {
  const csv = `id,mac,model,firmware,GPP_B\nd1,00005e005301,8841,${device.firmware},x\nd2,nonsense,8841,,\nd3,00005e005303,8841,${device.firmware},y\nd4,00005e005304,D100,2.1,\nd5,00005e005305,D999,2.1,\n`;
  const files = {
    "phones.csv": csv,
    [first]: profile("<Profile_Rule_B>http://pbx/$MA.xml</Profile_Rule_B>"),
    "www/00005e005301.xml": one,
  };
  await inSite({ files, site: { inventory: "phones.csv" } }, async (site) => {
    const { code, out, err } = await site.run(["resolve", "--format", "json"]);
    const found = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as ResolveSummary);
    assert.deepEqual(
      found.map(({ id, outcome, failed }) => [id, outcome, failed?.rule]),
      [
        ["d1", "stable", undefined],
        ["d3", "failing", "Profile_Rule_B"],
      ],
    );
    assert.match(err, /phones\.csv:3: `nonsense` is not a MAC address/);
    // a device of another dialect is known, and what it fetches is not
    assert.match(err, /phones\.csv:5: d4: It is not known what Acme settings devices fetch\./);
    assert.match(err, /phones\.csv:6: Unknown model `D999`\./);
    assert.match(err, /2 devices: 1 stable, 1 failing/);
    assert.equal(code, 1);
    assert.equal((await site.run(["resolve", "--device", "d1"])).code, 0);
    const text = await site.run(["resolve", "--devices", "phones.csv"]);
    assert.match(text.out, /^d1 {2}stable \(2\)/);
  });
});

test("a list names settings that every device replaces alike", async () => {
  const own = "<Profile_Rule_B>http://pbx/$MA.xml</Profile_Rule_B>";
  const given = {
    files: {
      [first]: profile(`${own}\n<Proxy_1_>a</Proxy_1_>\n<Proxy_2_>b</Proxy_2_>`),
      "www/00005e005301.xml": profile("<Proxy_1_>x</Proxy_1_><Proxy_2_>c</Proxy_2_>"),
      "www/00005e005302.xml": profile("<Proxy_1_>x</Proxy_1_><Proxy_2_>d</Proxy_2_>"),
      "list.csv": "id,mac,model\nd1,00005e005301,8841\nd2,00005e005302,8841\n",
      "one.csv": "id,mac,model\nd1,00005e005301,8841\n",
    },
  };
  await inSite(given, async (site) => {
    const all = await site.run(["resolve", "--devices", "list.csv"]);
    assert.match(
      all.err,
      /^www\/8841-3PCC\.xml:2: info: Proxy_1_ never wins: other files set it on all 2 devices \(www\/00005e005301\.xml:1, www\/00005e005302\.xml:1\)\. \(site\/never-wins\)$/m,
    );
    assert.doesNotMatch(all.err, /Proxy_2_/);
    assert.equal(all.code, 0);
    const one = await site.run(["resolve", "--devices", "one.csv"]);
    assert.doesNotMatch(one.err, /never-wins/);
  });
});

test("faults of options and files end with 2", async () => {
  await inSite({ files: { "bad.csv": "a;b\n", "start.json": '{"values":{"GPP_A":1}}' } }, async (site) => {
    for (const args of [
      ["resolve"],
      ["resolve", "--device", "nobody"],
      ["resolve", "--device", "d.json", "--devices", "bad.csv"],
      ["resolve", "--devices", "bad.csv"],
      ["resolve", "--devices", "none.csv"],
      ["resolve", "--device", "d.json", "--start", "none.xml"],
      ["resolve", "--device", "d.json", "--start", "start.json"],
      ["resolve", "--device", "d.json", "--rounds", "0"],
      ["resolve", "--device", "d.json", "--format", "yaml"],
    ])
      assert.equal((await site.run(args)).code, 2, args.join(" "));
    for (const urls of [
      '[{"prefix":"pbx","folder":"a"}]',
      '[{"prefix":"http://a/"}]',
      '[{"prefix":"http://a/","folder":"a","answer":1}]',
      '[{"prefix":"http://a/","file":"{x}"}]',
      "1",
    ]) {
      writeFileSync(site.path("flat-profile.config.json"), `{"site":{"urls":${urls}}}`);
      const { code, err } = await site.run(["resolve", "--device", "d.json"]);
      assert.equal(code, 2, urls);
      assert.match(err, /flat-profile\.config\.json: /);
    }
  });
});

test("a state has the same name whatever its secrets are", async () => {
  const stateOf = async (settings: string) => {
    let state: unknown;
    const files = { [first]: profile(settings), "phones.csv": "id,mac,model\na,00005e005301,8841\n" };
    await inSite({ files }, async (site) => {
      await site.run(["resolve", "--devices", "phones.csv", "--format", "states", "--out", "s"]);
      ({ state } = JSON.parse(readFileSync(site.path("s/devices.jsonl"), "utf8")) as { state: unknown });
      assert.doesNotMatch(readFileSync(site.path("s/states.jsonl"), "utf8"), /canary/);
    });
    return state;
  };
  const password = (word: string) =>
    `<Admin_Password>${word}</Admin_Password><Profile_Rule_B>("1" eq "2")? http://u:${word}@pbx/b.xml</Profile_Rule_B>`;
  const state = await stateOf(password("canary-1"));
  assert.equal(await stateOf(password("canary-2")), state);
  assert.notEqual(await stateOf(`${password("canary-1")}<GPP_A>1</GPP_A>`), state);
});

test("an unknown device or setting is answered with what was meant", async () => {
  const list = "id,mac,model\nlobby,00005e005301,8841\n";
  await inSite({ files: { [first]: one, "phones.csv": list }, site: { inventory: "phones.csv" } }, async (site) => {
    const fault = async (...args: string[]) => {
      const { code, out, err } = await site.run(["resolve", ...args]);
      assert.deepEqual([code, out], [2, ""]);
      return err;
    };
    assert.match(await fault("--device", "loby"), /Unknown device loby\. Did you mean lobby\? Use lobby, /);
    assert.match(await fault("--device", "toaster"), /Unknown device toaster\. Use lobby, /);
    const why = (name: string) => fault("--device", "lobby", "--why", "GPP_A", "--why", name);
    assert.match(await why("gpp_b"), /--why gpp_b: The device has no such setting\. Did you mean GPP_B\?/);
    assert.match(await why("Proxi_1_"), /Did you mean Proxy_1_\?/);
    assert.match(await why("Nothing_Like_It"), /no such setting\.\n$/);
    const { code, out } = await site.run(["resolve", "--device", "lobby", "--why", "GPP_B"]);
    assert.equal(code, 0);
    // Only what was asked for is shown.
    assert.match(out, /\n\nGPP_B is "", factory value ""\n$/);
    assert.doesNotMatch(out, /^GPP_A/m);
  });
});

test("a file that cannot be read is an answer of the server", { skip: process.getuid?.() === 0 }, async () => {
  await inSite({ files: { [first]: one } }, async (site) => {
    chmodSync(site.path(first), 0);
    assert.equal(await shown(site), "failing C 500 exit 1");
  });
});
