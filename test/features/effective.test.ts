import assert from "node:assert/strict";
import { test } from "node:test";
import type { EffectiveAnswer, EffectiveParams, EffectiveSetting, SiteDevicesAnswer } from "../../server/src/protocol";
import { type TestSession, uri, withSession, workspace } from "../support/session";
import { desk } from "../support/site";

// What a device ends up with, asked of a server with a workspace.

const config = JSON.stringify({
  site: { urls: [{ prefix: "http://pbx/", folder: "www" }], inventory: "phones.csv" },
});

const profile = (settings: string) => `<flat-profile>\n${settings}\n</flat-profile>\n`;

/** The product file leads to a common one and to one for each phone. */
const staged = {
  "flat-profile.config.json": config,
  "phones.csv": "id,model,mac\ndesk-1,8841,00005e005301\ndesk-2,9999,00005e005302\n",
  "www/8841-3PCC.xml": profile(
    "<Profile_Rule>http://pbx/common.xml</Profile_Rule>\n<Profile_Rule_B>http://pbx/$MA.xml</Profile_Rule_B>",
  ),
  "www/common.xml": profile("<Proxy_1_>sip.example.com</Proxy_1_>\n<Resync_Periodic>3600</Resync_Periodic>"),
  "www/00005e005301.xml": profile("<Proxy_1_>own.example.com</Proxy_1_>"),
};

const device = { ...desk, dhcp: { "66": "http://pbx" } };

const ask = (session: TestSession, params: Omit<EffectiveParams, "textDocument"> = { device }, file = uri) =>
  session.client.sendRequest<EffectiveAnswer>("flatProfile/effective", { textDocument: { uri: file }, ...params });

const settingIn = (answer: EffectiveAnswer, name: string): EffectiveSetting | undefined =>
  answer.groups?.flatMap(({ settings }) => settings).find((each) => each.name === name);

const valueIn = (answer: EffectiveAnswer, name: string) => {
  const found = settingIn(answer, name);
  return found && "value" in found ? found.value : undefined;
};

test("the chain of a device, who set what and what it overrode", () =>
  withSession({ files: staged }, async (session) => {
    const answer = await ask(session);
    assert.equal(answer.config, `${workspace}/flat-profile.config.json`);
    assert.equal(answer.reason, undefined);
    assert.equal(answer.report?.outcome, "stable");
    assert.deepEqual(
      answer.report?.rounds[1]?.steps.map(({ rule, file }) => [rule, file]),
      [
        ["Profile_Rule", "www/common.xml"],
        ["Profile_Rule_B", "www/00005e005301.xml"],
      ],
    );
    const proxy = settingIn(answer, "Proxy_1_");
    assert.equal(valueIn(answer, "Proxy_1_"), "own.example.com");
    assert.deepEqual([proxy?.from?.file, proxy?.from?.line], ["www/00005e005301.xml", 2]);
    const [over] = proxy?.over ?? [];
    assert.deepEqual(
      [over && "value" in over && over.value, over?.file, over?.line, over?.why],
      ["sip.example.com", "www/common.xml", 2, "by a later file"],
    );
    assert.equal(answer.files["www/common.xml"], `${workspace}/www/common.xml`);
  }));

test("settings come by the web page, with its words", () =>
  withSession({ files: staged }, async (session) => {
    const answer = await ask(session);
    const places = answer.groups?.map(({ tab, section, settings }) => [tab, section, settings.length]);
    assert.deepEqual(places?.sort(), [
      ["Ext 1", "Proxy and Registration", 1],
      ["Provisioning", "Configuration Profile", 3],
    ]);
    assert.equal(settingIn(answer, "Proxy_1_")?.label, "Proxy");
    const all = await ask(session, { device, all: true });
    assert.ok((all.groups?.flatMap(({ settings }) => settings).length ?? 0) > 500);
    assert.equal(settingIn(all, "Proxy_2_")?.how, "factory");
  }));

test("every open file of the chain counts as it is typed", () =>
  withSession({ files: staged }, async (session) => {
    const common = `${workspace}/www/common.xml`;
    await session.open(profile("<Proxy_1_>typed</Proxy_1_>\n<Proxy_2_>second</Proxy_2_>"), common);
    const own = `${workspace}/www/00005e005301.xml`;
    await session.open(profile(""), own);
    assert.equal(valueIn(await ask(session), "Proxy_1_"), "typed");
    const place = { start: { line: 1, character: 10 }, end: { line: 1, character: 15 } };
    await session.change([{ range: place, text: "typed.on" }], common);
    const answer = await ask(session);
    assert.equal(valueIn(answer, "Proxy_1_"), "typed.on");
    assert.equal(valueIn(answer, "Proxy_2_"), "second");
    assert.equal(valueIn(answer, "Resync_Periodic"), undefined);
    await session.client.sendNotification("textDocument/didClose", { textDocument: { uri: common } });
    assert.equal(valueIn(await ask(session), "Proxy_1_"), "sip.example.com");
  }));

test("files that are asked for are watched, those that are missing as well", () =>
  withSession({ files: staged }, async (session) => {
    const answer = await ask(session, { device: { ...device, mac: "00005e005399" } });
    assert.equal(answer.report?.outcome, "failing");
    assert.deepEqual([...answer.watched].sort(), [
      `${workspace}/flat-profile.config.json`,
      `${workspace}/phones.csv`,
      `${workspace}/www/00005e005399.xml`,
      `${workspace}/www/8841-3PCC.xml`,
      `${workspace}/www/common.xml`,
    ]);
    session.files["www/00005e005399.xml"] = profile("<Proxy_1_>new</Proxy_1_>");
    assert.equal(valueIn(await ask(session, { device: { ...device, mac: "00005e005399" } }), "Proxy_1_"), "new");
  }));

test("what is not known is named", async () => {
  const rule = '<Profile_Rule>( "$SWVER" == "x" )? http://pbx/a.xml | [--key $SA] http://pbx/b.xml</Profile_Rule>';
  const files = { ...staged, "www/8841-3PCC.xml": profile(rule), "www/b.xml": "whatever" };
  const { firmware: _, ...bare } = device;
  await withSession({ files }, async (session) => {
    const unknownOf = async (given: EffectiveParams["device"]) => {
      const { report } = await ask(session, given ? { device: given } : {});
      const step = report?.rounds.flatMap(({ steps }) => steps).find((each) => each.class === "undecided");
      return [report?.outcome, step?.reason, step?.unknown];
    };
    assert.deepEqual(await unknownOf(bare), ["undecided", "unknown value", ["SWVER", "SA"]]);
    assert.deepEqual(await unknownOf(device), ["undecided", "key", ["SA"]]);
    session.files["flat-profile.config.json"] = config.replace("http://pbx/", "http://other/");
    assert.deepEqual(await unknownOf(device), ["undecided", "unmapped", undefined]);
  });
});

test("a server that asks for credentials is reported with what the rule has", async () => {
  const map = {
    site: {
      urls: [
        { prefix: "http://pbx/", folder: "www" },
        { prefix: "http://pbx/closed", answer: 401 },
      ],
    },
  };
  const files = (options: string) => ({
    "flat-profile.config.json": JSON.stringify(map),
    "www/8841-3PCC.xml": profile(`<Profile_Rule>${options}http://pbx/closed/a.xml</Profile_Rule>`),
  });
  for (const [options, credentials] of [
    ["", "none"],
    ["[--uid u --pwd canarypassword] ", "sent"],
  ] as const)
    await withSession({ files: files(options) }, async (session) => {
      const { report } = await ask(session);
      const step = report?.rounds.flatMap(({ steps }) => steps).find((each) => each.class === "C");
      assert.deepEqual([step?.reason, step?.credentials], ["401", credentials]);
    });
});

test("without a site, a device or a phone nothing is made up", async () => {
  await withSession({ files: { "www/common.xml": profile("") } }, async (session) => {
    assert.deepEqual(await ask(session), { files: {}, watched: [] });
  });
  await withSession({ files: { ...staged, "flat-profile.config.json": "{" } }, async (session) => {
    const { reason, report } = await ask(session);
    assert.deepEqual([reason, report], ["flat-profile.config.json is not valid JSON.", undefined]);
  });
  await withSession({ files: staged }, async (session) => {
    const { config: found, reason, report } = await ask(session, {});
    assert.deepEqual([found, reason, report], [`${workspace}/flat-profile.config.json`, undefined, undefined]);
  });
});

test("no secret is in the answer", async () => {
  const canary = "canary-4711";
  const files = {
    ...staged,
    "www/common.xml": profile(
      `<Profile_Rule_B>http://pbx/$A.xml</Profile_Rule_B><Profile_Rule_D>[--key $A] http://pbx/d.xml</Profile_Rule_D>\n<Password_1_>${canary}-a</Password_1_>\n<GPP_SB>${canary}-b</GPP_SB>\n<Profile_Rule_C>[--key ${canary}-c] http://u:${canary}-d@pbx/$A.xml</Profile_Rule_C>\n<GPP_A>${canary}-b</GPP_A>`,
    ),
    [`www/${canary}-b.xml`]: profile(`<Password_1_>${canary}-e</Password_1_><Proxy_3_>three</Proxy_3_>`),
  };
  await withSession({ files }, async (session) => {
    const given = { ...device, secrets: { SA: `${canary}-f` }, mobility: { password: `${canary}-g` } };
    const answer = await ask(session, { device: given, all: true });
    assert.equal(valueIn(answer, "Proxy_3_"), "three");
    assert.ok("secret" in (settingIn(answer, "Password_1_") ?? {}));
    // The extension watches the addresses; they are not for the page.
    const { watched, ...page } = answer;
    assert.ok(watched.some((address) => address.includes(canary)));
    assert.doesNotMatch(JSON.stringify(page), new RegExp(canary));
  });
});

test("the list of the site is offered, and what is wrong with it is said", () =>
  withSession({ files: staged }, async (session) => {
    const { devices, problems } = await session.ask<SiteDevicesAnswer>("flatProfile/siteDevices");
    assert.deepEqual(
      devices.map(({ id }) => id),
      ["desk-1"],
    );
    assert.match(problems.join(), /^phones\.csv:3: Unknown model `9999`/);
  }));

const avaya = {
  "flat-profile.config.json": JSON.stringify({
    site: { urls: [{ prefix: "http://pbx/", folder: "www" }], dhcp: { "242": "HTTPSRVR=pbx,L2QVLAN=5" } },
  }),
  "www/16xxupgrade.txt": "GET 46xxsettings.txt\n",
  "www/46xxsettings.txt": "SET L2QVLAN 10\nSET DSCPAUD 46\nGET $MACADDR.txt\n",
  "www/00005e005301.txt": "SET L2QVLAN 30\n",
};

test("a script and its settings files are followed as they are typed, and a hover says which line wins", () =>
  withSession({ files: avaya }, async (session) => {
    const desk = { id: "desk-1", model: "1608", mac: "00005e005301" };
    const common = `${workspace}/www/46xxsettings.txt`;
    await session.open(avaya["www/46xxsettings.txt"], common, "avaya-settings");
    const answer = await ask(session, { device: desk }, common);
    assert.equal(answer.reason, undefined);
    assert.equal(answer.report?.outcome, "stable");
    assert.equal(valueIn(answer, "L2QVLAN"), "30");
    assert.deepEqual(
      settingIn(answer, "L2QVLAN")?.over?.map(({ file, rule, line }) => `${file ?? rule}:${line ?? ""}`),
      ["www/46xxsettings.txt:1", "DHCP option 242:"],
    );
    assert.equal(answer.files["www/00005e005301.txt"], `${workspace}/www/00005e005301.txt`);
    await session.change(
      [{ range: { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } }, text: "" }],
      common,
    );
    assert.equal(valueIn(await ask(session, { device: desk }, common), "L2QVLAN"), "10");
  }));
