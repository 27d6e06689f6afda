import assert from "node:assert/strict";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import test from "node:test";
import type { ResolveSummary } from "../../server/src/deployment/report";
import { device, first, inSite, one, profile, shown } from "./resolveSite";

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
