import assert from "node:assert/strict";
import { test } from "node:test";
import type { Diagnostic, Hover } from "vscode-languageserver-protocol";
import { marked, type TestSession, withSession, workspace } from "../support/session";
import { desk } from "../support/site";

// What the files of a site make of a setting: in effect or overridden for the chosen device, faded for all.

const config = {
  site: { urls: [{ prefix: "http://pbx/", folder: "www" }], inventory: "phones.csv", dhcp: { "66": "http://pbx" } },
};
const profile = (settings: string) => `<flat-profile>\n${settings}\n</flat-profile>\n`;
const own = "www/00005e005301.xml";
const group = "www/group.xml";
const common = "www/common.xml";

const files = {
  "flat-profile.config.json": JSON.stringify(config),
  "phones.csv": "id,model,mac\ndesk-1,8841,00005e005301\ndesk-2,8841,00005e005302\n",
  "www/8841-3PCC.xml": profile(
    "<Profile_Rule>http://pbx/common.xml</Profile_Rule>\n<Profile_Rule_B>http://pbx/group.xml</Profile_Rule_B>\n<Profile_Rule_C>http://pbx/$MA.xml</Profile_Rule_C>",
  ),
  [common]: profile(
    "<Proxy_1_>sip.example.com</Proxy_1_>\n<Proxy_2_>two</Proxy_2_>\n<Display_Name_1_>Spare</Display_Name_1_>",
  ),
  [group]: profile("<Proxy_1_>group.example.com</Proxy_1_>"),
  [own]: profile("<Display_Name_1_>One</Display_Name_1_>"),
  "www/00005e005302.xml": profile("<Display_Name_1_>Two</Display_Name_1_>"),
};

const device = { ...desk, label: "Desk [1]" };

async function hoverAt(
  session: TestSession,
  file: string,
  source: string,
  given: object = device,
  language?: string,
): Promise<string> {
  const { text, position } = marked(source);
  const uri = `${workspace}/${file}`;
  await session.open(text, uri, language);
  await session.client.sendNotification("flatProfile/previewDevices", { files: [{ uri, device: given }] });
  const hover = await session.ask<Hover | null>("textDocument/hover", { position }, uri);
  await session.close(uri);
  return (hover?.contents as { value: string } | undefined)?.value ?? "";
}

const link = (file: string, line: number) => `[\`${file} line ${line}\`](${workspace}/${file}#L${line})`;

test("a hover says by what a value is overridden, or that it is in effect", () =>
  withSession({ files }, async (session) => {
    const over = await hoverAt(session, common, files[common].replace("sip.ex", "sip$0.ex"));
    assert.ok(over.includes(`On Desk \\[1\\] overridden by ${link(group, 2)}: \`group.example.com\`.`), over);
    const wins = await hoverAt(session, group, files[group].replace("group.ex", "gr$0oup.ex"));
    assert.ok(
      wins.includes(`In effect on Desk \\[1\\]. It overrides \`sip.example.com\` of ${link(common, 2)}.`),
      wins,
    );
    const alone = await hoverAt(session, common, files[common].replace("two", "t$0wo"));
    assert.match(alone, /In effect on Desk \\\[1\\\]\.(?! It overrides)/);
  }));

test("a line that adds to a list is a part of the value in effect", () => {
  const script = {
    "flat-profile.config.json": JSON.stringify({
      site: { urls: [{ prefix: "http://pbx/", folder: "www" }], dhcp: { "242": "HTTPSRVR=pbx" } },
    }),
    "www/J100Supgrade.txt": "GET 46xxsettings.txt\n",
    "www/46xxsettings.txt": "SET SOFTKEY_IDLE a\nADD SOFTKEY_IDLE b\nSET L2QVLAN 1\nSET L2QVLAN 2\n",
  };
  return withSession({ files: script }, async (session) => {
    const j179 = { id: "j", label: "J", family: "avayaj169", model: "J179" };
    const name = "www/46xxsettings.txt";
    const at = (typed: string, marks: string) =>
      hoverAt(session, name, script[name].replace(typed, marks), j179, "avaya-settings");
    assert.match(await at("SET SOFT", "SET SO$0FT"), /In effect on J\.(?! It overrides)/);
    assert.match(await at("ADD SOFT", "ADD SO$0FT"), /In effect on J, as a part of `a,b`\./);
    assert.match(await at("L2QVLAN 1", "L2Q$0VLAN 1"), /On J overridden by .*46xxsettings\.txt line 4/);
    assert.match(await at("L2QVLAN 2", "L2Q$0VLAN 2"), /In effect on J\. It overrides `1` of/);
  });
});

test("it follows what is typed, also in another open file", () =>
  withSession({ files }, async (session) => {
    await session.open(profile("<Proxy_2_>typed</Proxy_2_>"), `${workspace}/${group}`);
    const over = await hoverAt(session, common, files[common].replace("two", "t$0wo"));
    assert.ok(over.includes(`overridden by ${link(group, 2)}: \`typed\``), over);
    const twice = profile("<Proxy_2_>fi$0rst</Proxy_2_>\n\n<Proxy_2_>second</Proxy_2_>");
    const later = await hoverAt(session, own, twice);
    assert.ok(later.includes(`overridden by ${link(own, 4)}: \`second\``), later);
  }));

test("what the phone keeps is said", () =>
  withSession({ files }, async (session) => {
    const kept = '<Proxy_2_ preserve-value="y">n$0ew</Proxy_2_>';
    assert.match(await hoverAt(session, own, profile(kept)), /Desk \\\[1\\\] keeps the value that it has: `two`\./);
  }));

test("a secret is not shown", () =>
  withSession({ files }, async (session) => {
    await session.open(profile("<Password_1_>canary4711</Password_1_>"), `${workspace}/${group}`);
    const hover = await hoverAt(session, common, profile("<Password_1_>canary$04712</Password_1_>"));
    assert.ok(hover.includes(`overridden by ${link(group, 2)}: a secret.`), hover);
    assert.doesNotMatch(hover, /canary/);
  }));

test("nothing is said without a chosen device, for files that it does not fetch, and where no site is", async () => {
  const source = files[common].replace("sip.ex", "sip$0.ex");
  const none = /In effect|overridden/;
  await withSession({ files }, async (session) => {
    assert.doesNotMatch(await hoverAt(session, "www/other.xml", source), none);
    const { text, position } = marked(source);
    await session.open(text, `${workspace}/${common}`);
    const hover = await session.ask<Hover | null>("textDocument/hover", { position }, `${workspace}/${common}`);
    assert.doesNotMatch(JSON.stringify(hover), none);
  });
  const { "flat-profile.config.json": _, ...bare } = files;
  await withSession({ files: bare }, async (session) => {
    assert.doesNotMatch(await hoverAt(session, common, source), none);
  });
});

test("something unknown is not passed over", () =>
  withSession(
    {
      files: {
        ...files,
        "www/8841-3PCC.xml": `${files["www/8841-3PCC.xml"]}`.replace("http://pbx/$MA", "http://elsewhere/$MA"),
      },
    },
    async (session) => {
      const hover = await hoverAt(session, group, files[group].replace("group.ex", "gr$0oup.ex"));
      assert.match(hover, /In effect on .* Something about Desk \\\[1\\\] is unknown: another value may win\./);
    },
  ));

test("a phone that goes round in circles is said to", () => {
  const rule = (to: string) => `<Profile_Rule>http://pbx/${to}.xml</Profile_Rule>`;
  const circle = {
    ...files,
    "www/8841-3PCC.xml": profile(rule("a")),
    "www/a.xml": profile(`${rule("b")}\n<Proxy_1_>a</Proxy_1_>`),
    "www/b.xml": profile(`${rule("a")}\n<Proxy_1_>b</Proxy_1_>`),
  };
  return withSession({ files: circle }, async (session) => {
    const source = `${circle["www/a.xml"]}`.replace("_>a<", "_>$0a<");
    assert.match(await hoverAt(session, "www/a.xml", source), /The settings of Desk \\\[1\\\] go on changing\./);
  });
});

const faded = (list: readonly Diagnostic[]) => list.filter(({ code }) => code === "site/never-wins");

/** Files are judged after a pause of 700 ms. */
const haste = 20;

test("a setting that never wins on any device of the list is faded, and only that", () =>
  withSession({ files, haste }, async (session) => {
    await session.open(files[common], `${workspace}/${common}`);
    const { diagnostics } = await session.nextPublished(({ diagnostics }) => faded(diagnostics).length > 0);
    const found = faded(diagnostics);
    assert.deepEqual(
      found.map(({ range, tags, severity }) => [range.start, range.end, tags, severity]),
      [[{ line: 1, character: 0 }, { line: 1, character: 36 }, [1], 4]],
    );
    assert.equal(
      found[0]?.message,
      "`Proxy_1_` never wins: another file sets it later on all 2 devices (www/group.xml:2).",
    );
  }));

test("a faded setting stays where it is while the file is typed in, and is judged anew after a pause", () =>
  withSession({ files, haste }, async (session) => {
    const uri = `${workspace}/${common}`;
    await session.open(files[common], uri);
    await session.nextPublished(({ diagnostics }) => faded(diagnostics).length > 0);
    const start = { line: 0, character: 14 };
    await session.change([{ range: { start, end: start }, text: "\n" }], uri);
    const moved = await session.nextPublished(({ diagnostics }) => faded(diagnostics)[0]?.range.start.line === 2);
    assert.equal(faded(moved.diagnostics).length, 1);
    session.published.length = 0;
    await session.open(profile(""), `${workspace}/${group}`);
    await session.nextPublished(({ uri: of, diagnostics }) => of === uri && faded(diagnostics).length === 0);
  }));

test("a list with a wrong row or an unknown device fades nothing", async () => {
  for (const row of ["x,9999,00005e005399", ""]) {
    const list = `${files["phones.csv"]}${row}\n`;
    await withSession({ files: { ...files, "phones.csv": list }, haste }, async (session) => {
      await session.open(files[common], `${workspace}/${common}`);
      await new Promise((resolve) => setTimeout(resolve, 500));
      const all = session.published.flatMap(({ diagnostics }) => faded(diagnostics));
      assert.equal(all.length > 0, row === "");
    });
  }
});
