import assert from "node:assert/strict";
import test from "node:test";
import { diagnosticsOf } from "../../server/src/features/diagnostics";
import { drift } from "../../server/src/features/drift";
import { impact } from "../../server/src/features/impact";
import type { DriftParams, ImpactAnswer, ImpactParams } from "../../server/src/protocol/site";
import { Canaries } from "../support/canaries";
import { noToken } from "../support/fixture";
import { GitSite, withGitSite } from "../support/gitSite";

// What edits of a site do to its phones, and what a dump says, as the editor asks for them.

const macs = ["00005e005301", "00005e005302", "00005e005303"];
const configuration = JSON.stringify({
  site: { urls: [{ prefix: "http://pbx/", folder: "www" }], dhcp: { "66": "http://pbx" }, inventory: "phones.csv" },
});
const firmware = "sip88xx.12-0-3MPP0001-87";
const list = `id,mac,model,firmware\n${macs.map((mac, i) => `desk-${i + 1},${mac},8841,${firmware}\n`).join("")}`;
const shared = "www/8841-3PCC.xml";
const ownOf = (i: number) => `www/${macs[i - 1]}.xml`;
const root = (settings: string) => `<flat-profile>\n${settings}\n</flat-profile>\n`;
const rule = "<Profile_Rule_B>http://pbx/$MA.xml</Profile_Rule_B>";
const common = (settings: string) => root(`${rule}\n<Resync_Periodic>3600</Resync_Periodic>\n${settings}`);

const files = {
  "flat-profile.config.json": configuration,
  "phones.csv": list,
  [shared]: common("<Syslog_Server>192.0.2.20</Syslog_Server>"),
  ...Object.fromEntries([1, 2, 3].map((i) => [ownOf(i), root(`<User_ID_1_>20${i}</User_ID_1_>`)])),
};

type Report = Extract<ImpactAnswer, { readonly kind: "report" }>;

const ask = (site: GitSite, more: Partial<ImpactParams> = {}, token = noToken) =>
  impact.run({ uri: site.at(shared), base: "commit", isTrusted: true, ...more }, site.server, token);

async function reported(site: GitSite, more: Partial<ImpactParams> = {}): Promise<Report> {
  const answer = await ask(site, more);
  assert.equal(answer.kind, "report", JSON.stringify(answer));
  return answer as Report;
}

/** `settings 3, left behind 3; shared 3/3/3`: kinds with phones, then files with phones, changed and left behind. */
function inShort({ report, files: changed }: Report): string {
  const kinds = Object.entries(report.totals).filter(([kind, count]) => count > 0 && kind !== "none");
  const names = changed.map((each) => `${each.name} ${each.phones}/${each.changed}/${each.leftBehind}`);
  return [kinds.map(([kind, count]) => `${kind} ${count}`).join(", "), ...names].join("; ");
}

test("unsaved edits are compared with the last commit", () =>
  withGitSite(files, async (site) => {
    assert.equal(inShort(await reported(site)), "");
    site.type(shared, common("<Syslog_Server>192.0.2.30</Syslog_Server>"));
    const first = await reported(site);
    assert.equal(inShort(first), `settings 3; ${shared} 3/3/0`);
    assert.equal(first.changed, 3);
    assert.deepEqual(first.report.groups[0]?.changes, [
      { name: "Syslog_Server", from: "192.0.2.20", to: "192.0.2.30", place: `${shared}:4` },
    ]);
    assert.match(first.report.base, /^HEAD@[0-9a-f]{7}$/);
    site.type(shared, common(""));
    assert.equal(inShort(await reported(site)), `left behind 3; ${shared} 3/0/3`);
    site.type(shared, files[shared] ?? "");
    site.type(ownOf(2), root("<User_ID_1_>999</User_ID_1_>"));
    assert.equal(inShort(await reported(site)), `settings 1; ${ownOf(2)} 1/1/0`);
  }));

test("saved edits, new files and commits count too, and files that git ignores do not", () =>
  withGitSite(files, async (site) => {
    site.write(shared, common("<Profile_Rule_C>http://pbx/more.xml</Profile_Rule_C>"));
    assert.equal(inShort(await reported(site)), `failing 3, settings 3, left behind 3; ${shared} 3/3/3`);
    site.write("www/more.xml", root("<GPP_A>1</GPP_A>"));
    assert.match(inShort(await reported(site)), /^settings 3, left behind 3; .*www\/more\.xml 3\/3\/3$/);
    site.write(".gitignore", "more.xml\n");
    assert.match(inShort(await reported(site)), /^failing 3/);
    site.git("add", "-f", "www/more.xml");
    site.commit();
    assert.equal(inShort(await reported(site)), "");
  }));

test("the branch began at an earlier commit, and unsaved edits alone are compared without git", () =>
  withGitSite(files, async (site) => {
    site.git("checkout", "-q", "-b", "topic");
    site.write(shared, common("<GPP_A>1</GPP_A>"));
    site.commit();
    site.type(shared, common("<GPP_A>1</GPP_A><GPP_B>2</GPP_B>"));
    const namesOf = ({ report }: Report) => report.groups.flatMap(({ changes }) => changes.map(({ name }) => name));
    assert.deepEqual(namesOf(await reported(site)), ["GPP_B"]);
    assert.deepEqual(namesOf(await reported(site, { base: "branch" })), ["GPP_A", "GPP_B"]);
    site.write(shared, common("<GPP_C>3</GPP_C>"));
    assert.deepEqual(namesOf(await reported(site, { base: "saved", isTrusted: false })), ["GPP_A", "GPP_B"]);
  }));

test("why nothing is compared is said", async () => {
  const reasonOf = async (site: GitSite, more?: Partial<ImpactParams>) => {
    const answer = await ask(site, more);
    return answer.kind === "none" ? answer.reason : answer.kind;
  };
  await withGitSite(files, async (site) => {
    assert.equal(await reasonOf(site, { isTrusted: false }), "untrusted");
    assert.equal(await reasonOf(site, { uri: "file:///elsewhere/a.xml" }), "no site");
    assert.equal(await reasonOf(site, { onlyIfChanged: true }), "unchanged");
    site.type(shared, common(""));
    assert.equal(await reasonOf(site, { onlyIfChanged: true }), "report");
    site.write("flat-profile.config.json", '{"site":{"urls":1}}');
    assert.equal(await reasonOf(site), "site fault");
    site.write("flat-profile.config.json", '{"site":{"urls":[{"prefix":"http://pbx/","folder":"www"}]}}');
    assert.equal(await reasonOf(site), "no phones");
    const devices = [{ id: "desk", mac: "00005e005301", model: "8841", dhcp: { "66": "http://pbx" } }];
    assert.equal((await reported(site, { devices })).report.devices, 1);
  });
  const bare = new GitSite(files);
  assert.equal(await reasonOf(bare), "no repository");
  assert.equal(await reasonOf(bare, { base: "saved" }), "report");
  bare.git("init", "-q");
  assert.equal(await reasonOf(bare), "no commit");
  bare.close();
  const withoutGit = new GitSite(files, { hasGit: false });
  assert.equal(await reasonOf(withoutGit), "no git");
  withoutGit.close();
});

test("line ends and marks that an editor and git change are no change", () =>
  withGitSite(files, async (site) => {
    site.write(shared, `\ufeff${(files[shared] ?? "").replaceAll("\n", "\r\n")}`);
    assert.equal(inShort(await reported(site)), "");
  }));

test("a run that is canceled ends, and the next one is right", () =>
  withGitSite(files, async (site) => {
    site.type(shared, common("<GPP_A>1</GPP_A>"));
    const token = { ...noToken };
    let pauses = 0;
    site.onPause = () => {
      if (++pauses === 2) token.isCancellationRequested = true;
    };
    assert.equal((await ask(site, { progress: "1" }, token)).kind, "none");
    assert.equal(pauses, 2);
    assert.equal(inShort(await reported(site)), `settings 3, left behind 3; ${shared} 3/3/3`);
  }));

test("runs that are asked for at the same time do not mix", () =>
  withGitSite(files, async (site) => {
    site.type(shared, common("<GPP_A>1</GPP_A>"));
    const answers = await Promise.all([reported(site), reported(site, { base: "saved" }), reported(site)]);
    assert.deepEqual(answers.map(inShort), Array(3).fill(`settings 3, left behind 3; ${shared} 3/3/3`));
  }));

const listOf = (count: number) =>
  `id,mac,model,firmware\n${Array.from({ length: count }, (_, i) => `p${i},${(i + 1).toString(16).padStart(12, "0")},8841,${firmware}\n`).join("")}`;

test("many phones are compared when a person asks for it", () =>
  withGitSite({ ...files, "phones.csv": listOf(20_001) }, async (site) => {
    assert.deepEqual(await ask(site), { kind: "large", phones: 20_000 });
  }));

test("how far a long run is is reported", () =>
  withGitSite({ ...files, "phones.csv": listOf(45) }, async (site) => {
    assert.equal((await reported(site, { withAll: true, progress: "7" })).report.devices, 45);
    assert.deepEqual(
      site.reports,
      [0, 20, 40].map((done) => ({ progress: "7", done, of: 45 })),
    );
  }));

test("the Markdown is that of the command line", () =>
  withGitSite(files, async (site) => {
    site.type(shared, common("<GPP_A>1</GPP_A>"));
    const { markdown = "" } = await reported(site, { withMarkdown: true });
    assert.match(markdown, /^### Flat Profile: plan for 3 devices\n/);
    assert.match(markdown, /#### 3 devices keep what you deleted\n\n- 3: Syslog\\_Server stays 192\.0\.2\.20/);
  }));

test("rows of the list that have no phone are named", () =>
  withGitSite({ ...files, "phones.csv": `${list}x,12,8841,\n` }, async (site) => {
    const { problems, report } = await reported(site);
    assert.equal(report.devices, 3);
    assert.match(problems.join(), /^phones\.csv:5: `12` is not a MAC address/);
  }));

test("neither the impact nor the comparison of a dump shows a secret", () => {
  const canaries = new Canaries();
  const secret = () =>
    [
      `<Admin_Password>${canaries.at("a password")}</Admin_Password>`,
      `<Profile_Rule_C>--key ${canaries.at("a key")} http://u:${canaries.at("a URL")}@pbx/c.xml</Profile_Rule_C>`,
      `<Password_1_>${canaries.at("a line")}</Password_1_>`,
    ].join("\n");
  const listed = `id,mac,model,firmware\ndesk-1,${macs[0]},8841,${firmware}\n`;
  return withGitSite({ ...files, "phones.csv": listed, [shared]: common(secret()) }, async (site) => {
    site.type(shared, common(`${secret()}<GPP_A>1</GPP_A>`));
    const answer = await reported(site, { withMarkdown: true });
    assert.equal(answer.report.totals.settings, 1);
    canaries.checkHidden("flatProfile/impact", answer);
    const dump = root(`<MAC_Address>${macs[0]}</MAC_Address>\n${secret()}\n<User_ID_1_>201</User_ID_1_>`);
    site.type("dump.xml", dump);
    const found = await compare(site);
    assert.equal(found.kind, "report");
    canaries.checkHidden("flatProfile/drift", found);
  });
});

const compare = (site: GitSite, more: Partial<DriftParams> = {}) =>
  drift.run({ textDocument: { uri: site.at("dump.xml") }, isTrusted: true, ...more }, site.server, noToken);

test("a dump is compared with what its phone fetches, and with earlier revisions", () =>
  withGitSite(files, async (site) => {
    site.write(shared, common("<Syslog_Server>192.0.2.30</Syslog_Server>"));
    site.commit();
    site.type(
      "dump.xml",
      root(`<MAC_Address>${macs[0]}</MAC_Address>
<Syslog_Server>192.0.2.20</Syslog_Server>
<User_ID_1_>777</User_ID_1_>
<Resync_Periodic>3600</Resync_Periodic>
<GPP_B>left</GPP_B>`),
    );
    const answer = await compare(site);
    assert.ok(answer.kind === "report");
    const statusOf = (name: string) => {
      const found = answer.report.parameters.find((each) => each.name === name);
      return [found?.status, found?.certainty, found?.expected, found?.found].join(" ");
    };
    assert.equal(answer.report.device.id, "desk-1");
    assert.equal(statusOf("Syslog_Server"), "not yet fetched certain 192.0.2.30 192.0.2.20");
    assert.equal(statusOf("User_ID_1_"), "drift likely 201 777");
    assert.equal(statusOf("Resync_Periodic"), "same certain 3600 3600");
    assert.deepEqual(answer.report.suggest, ["<GPP_B></GPP_B>"]);
    assert.equal(answer.revisions, 2);
    assert.equal(answer.folder, site.root);
    const untrusted = await compare(site, { isTrusted: false });
    assert.ok(untrusted.kind === "report");
    assert.equal(untrusted.revisions, undefined);
    assert.equal(untrusted.report.parameters.find(({ name }) => name === "Syslog_Server")?.status, "drift");
  }));

test("a dump is compared with one file, also where no site is", async () => {
  const site = new GitSite({ "a.xml": root("<GPP_A>1</GPP_A>") });
  site.type("dump.xml", root(`<GPP_A>2</GPP_A>`));
  assert.deepEqual(await compare(site), { kind: "none", reason: "no site" });
  const answer = await compare(site, { against: site.at("a.xml") });
  assert.ok(answer.kind === "report");
  assert.deepEqual(
    answer.report.parameters.map(({ name, status, file, line }) => [name, status, file, line]),
    [["GPP_A", "drift", "a.xml", 2]],
  );
  assert.deepEqual(await compare(site, { against: site.at("none.xml") }), { kind: "none", reason: "not a profile" });
  site.type("dump.xml", "no dump");
  assert.deepEqual(await compare(site), { kind: "none", reason: "not a dump" });
  site.close();
});

test("a phone that the list does not have is compared all the same, and that is said", () =>
  withGitSite(files, async (site) => {
    site.type("dump.xml", root("<MAC_Address>00005e0053ff</MAC_Address><Product_Name>CP-8841-3PCC</Product_Name>"));
    const answer = await compare(site);
    assert.ok(answer.kind === "report");
    assert.deepEqual(
      answer.report.problems.map(({ code }) => code).filter((code) => code === "drift/unknown-phone"),
      ["drift/unknown-phone"],
    );
  }));

test("in a browser, where the client reads the files, every phone is compared", async () => {
  const site = new GitSite(files, { hasGit: false, inBrowser: true });
  try {
    for (const uri of ["www/8841-3PCC.xml"]) site.type(uri, files[uri as keyof typeof files] ?? "");
    assert.equal(inShort(await reported(site, { base: "saved" })), "");
    site.type(shared, common("<Syslog_Server>192.0.2.30</Syslog_Server>"));
    assert.equal(inShort(await reported(site, { base: "saved" })), `settings 3; ${shared} 3/3/0`);
    site.type(shared, common(""));
    assert.equal(inShort(await reported(site, { base: "saved" })), `left behind 3; ${shared} 3/0/3`);
  } finally {
    site.close();
  }
});

test("what a deleted line leaves on phones is said beside it where the site has no list", () => {
  const { inventory: _, ...alone } = JSON.parse(configuration).site;
  const devices = [{ id: "desk-1", mac: macs[0] ?? "", model: "8841", firmware, dhcp: { "66": "http://pbx" } }];
  const lines =
    "<Syslog_Server>192.0.2.20</Syslog_Server>\n<Admin_Password>old-canary</Admin_Password>\n<GPP_A>1</GPP_A>\n<GPP_B>b</GPP_B>";
  const alike = { ...files, "flat-profile.config.json": JSON.stringify({ site: alone }), [shared]: common(lines) };
  return withGitSite(alike, async (site) => {
    const remarksOn = async (text: string, more: Partial<ImpactParams> = {}) => {
      site.type(shared, text);
      await reported(site, { devices, ...more });
      const file = await site.server.file(site.at(shared));
      assert.ok(file);
      const found = diagnosticsOf({ ...file, remarks: site.remarks.get(site.at(shared)) ?? [] });
      return found
        .filter(({ code }) => code === "site/left-behind")
        .map(({ message, severity, range }) => `${severity} ${range.start.line + 1} ${message}`);
    };
    const withoutOne = lines.replace("<Syslog_Server>192.0.2.20</Syslog_Server>\n", "");
    assert.deepEqual(await remarksOn(common(withoutOne)), [
      "3 3 `Syslog_Server` was deleted near this line. Phone desk-1 keeps `192.0.2.20`. To clear it, write `<Syslog_Server></Syslog_Server>`.",
    ]);
    assert.deepEqual(await remarksOn(common("<GPP_B>b</GPP_B>")), [
      "3 3 `Admin_Password` was deleted near this line. Phone desk-1 keeps its value. To clear it, write `<Admin_Password></Admin_Password>`.",
      "3 3 `GPP_A` was deleted near this line. Phone desk-1 keeps `1`. To clear it, write `<GPP_A></GPP_A>`.",
      "3 3 `Syslog_Server` was deleted near this line. Phone desk-1 keeps `192.0.2.20`. To clear it, write `<Syslog_Server></Syslog_Server>`.",
    ]);
    // The setting is taken back, is moved, or another file has it.
    assert.deepEqual(await remarksOn(common(lines.replace("192.0.2.20", ""))), []);
    assert.deepEqual(await remarksOn(common(`${withoutOne}\n<Syslog_Server>192.0.2.20</Syslog_Server>`)), []);
    site.type(ownOf(1), root("<Syslog_Server>192.0.2.20</Syslog_Server>"));
    assert.deepEqual(await remarksOn(common(withoutOne)), []);
    site.type(ownOf(1), root("<User_ID_1_>201</User_ID_1_>"));
    // Unsaved edits have no commit that they are compared with.
    assert.deepEqual(await remarksOn(common(withoutOne), { base: "saved" }), []);
    assert.equal((await remarksOn(common(withoutOne))).length, 1);
    site.write("flat-profile.config.json", configuration);
    assert.deepEqual(await remarksOn(common(withoutOne)), []);
  });
});
