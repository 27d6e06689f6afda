import assert from "node:assert/strict";
import test from "node:test";
import type { InlayHint, MarkupContent } from "vscode-languageserver-protocol";
import { readSettings } from "../../server/src/analysis/settings";
import type { Device } from "../../server/src/devices/device";
import type { OpenFile } from "../../server/src/features/feature";
import { hover } from "../../server/src/features/hover";
import { inlayHints } from "../../server/src/features/inlayHints";
import { fixture, noToken, textDocument } from "../support/fixture";
import { withSession } from "../support/session";

const canary = "cAnArY-4711";
const desk: Device = {
  id: "desk",
  label: "Desk *1*",
  model: "8841",
  mac: "00:00:5e:00:53:01",
  firmware: "sip88xx.12-0-3MPP0001-87",
  secrets: { SA: canary, SB: "abc" },
};

const inProfile = (content: string) => `<flat-profile>\n${content}\n</flat-profile>`;

function hovered(content: string, device: Device | "none" = desk): string {
  const { file, position } = fixture(inProfile(content));
  const open: OpenFile = device === "none" ? file : { ...file, previewDevice: device };
  const found = hover.run(open, { textDocument, position }, noToken);
  const text = found ? (found.contents as MarkupContent).value : "";
  assert.ok(!text.includes(canary), text);
  return text;
}

function hintsOf(content: string, device: Device | "none" = desk, settings = {}): string[] {
  const { file } = fixture(inProfile(content), readSettings(settings));
  const open: OpenFile = device === "none" ? file : { ...file, previewDevice: device };
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const hints = inlayHints.run(open, { textDocument, range }, noToken) ?? [];
  assert.ok(!JSON.stringify(hints).includes(canary));
  return hints.map(({ label, position }) => `${position.line}: ${label}`);
}

test("a rule is followed by what the chosen device fetches", () => {
  const rules = `<GPP_A>2</GPP_A>
<Resync_Trigger_1>"$A" eq "2"</Resync_Trigger_1>
<Profile_Rule>("$A" eq "2")? https://prov.example.com/$MA.xml | /start.xml</Profile_Rule>
<Profile_Rule_B>https://prov.example.com/fixed.xml</Profile_Rule_B>
<Profile_Rule_C># https://prov.example.com/$MA.xml</Profile_Rule_C>
<Profile_Rule_D>("$A" eq "3")? https://prov.example.com/$MA.xml</Profile_Rule_D>
<Upgrade_Rule>($SWVER lt)? http://h/a.loads</Upgrade_Rule>
<Resync_Periodic>3600</Resync_Periodic>`;
  assert.deepEqual(hintsOf(rules), [
    "2: → true",
    "3: → prov.example.com/00005e005301.xml",
    "6: → no alternative applies",
    "7: → cannot be read",
    "8: every 1 h",
  ]);
  assert.deepEqual(hintsOf(rules, "none"), ["8: every 1 h"]);
  assert.deepEqual(hintsOf(rules, desk, { inlayHints: { addresses: false } }), ["8: every 1 h"]);
  assert.equal(hintsOf(rules, desk, { inlayHints: { enabled: false } }).length, 4);
});

test("a long address is shortened to what VS Code shows; secrets are masked", () => {
  const secret = `<GPP_C>${canary}</GPP_C><Profile_Rule>[--key $SA] `;
  const long = "a".repeat(80);
  for (const [url, shown] of [
    ["https://h.example.com/$C/$MA.xml", "h.example.com/••••/00005e005301.xml"],
    ["https://h.example.com/b/$C/$MA.xml", "h.example.com/b/••••/00005e005301.xml"],
    [`https://h.example.com/${long}/$MA.xml`, "h.example.com/…/00005e005301.xml"],
    [`https://${long}/b/$MA.xml`, "…/00005e005301.xml"],
    [`https://h/$MA${long}`, `…${"a".repeat(39)}`],
  ])
    assert.deepEqual(hintsOf(`${secret}${url}</Profile_Rule>`), [`1: → ${shown}`]);
});

test("only the element that counts has a hint, also when a rule before sets its value", () => {
  assert.deepEqual(hintsOf("<Profile_Rule>http://h/$PN</Profile_Rule><Profile_Rule>http://h/$MA</Profile_Rule>"), [
    "1: → http://h/00005e005301",
  ]);
  const set = `<Profile_Rule>("1" eq "1")? (Upgrade_Rule="http://h/$MA.loads")! http://h/a</Profile_Rule>
<Upgrade_Rule>http://old/$MA.loads</Upgrade_Rule>`;
  assert.deepEqual(hintsOf(set).slice(1), ["2: → http://h/00005e005301.loads"]);
  assert.match(
    hovered(set.replace("old/", "ol$0d/")),
    /The phone uses another value: `http:\/\/h\/00005e005301\.loads`/,
  );
});

test("a value that the device has otherwise, or that a rule sets, is reported", () => {
  const device: Device = { ...desk, settings: { GPP_A: "own", Admin_Passwd: canary, Station_Name: "" } };
  const values = `<GPP_A>x</GPP_A>
<Admin_Passwd>y</Admin_Passwd>
<Station_Name>z</Station_Name>
<GPP_B>old</GPP_B>
<Profile_Rule>("1" eq "1")? (GPP_B="new")! http://h/</Profile_Rule>`;
  const [own, secret, empty, set] = hintsOf(values, device);
  assert.deepEqual([own, secret, empty, set], ["1: → own", "2: → ••••", "3: → empty", "4: → new"]);
  assert.match(hovered("<GPP_A>$0x</GPP_A>", device), /^On \*\*Desk \\\*1\\\*\*\*: `own`/);
  assert.ok(!hovered("<GPP_A>ow$0n</GPP_A>", device).includes("On **"));
});

test("a macro shows what it means, and its value for the chosen device", () => {
  const rule = "<Profile_Rule>http://h/$(M$0AU:8:2).xml</Profile_Rule>";
  const present = hovered(rule);
  assert.match(present, /^`\$\(MAU:8:2\)`: MAC address, 12 upper\\-case hex digits\n\nOn \*\*Desk \\\*1\\\*\*\*: `53`/);
  const without = hovered(rule, "none");
  assert.match(without, /^`\$\(MAU:8:2\)`: MAC address/);
  assert.ok(!without.includes("On **"));
});

test("macros of secrets are masked at any length, and one that a device does not have stays", () => {
  assert.match(hovered("<Profile_Rule>[--key $S$0A] http://h/a</Profile_Rule>"), /\*\*: `••••`/);
  assert.match(hovered("<Profile_Rule>[--key $S$0B] http://h/a</Profile_Rule>"), /\*\*: `••••`/);
  assert.match(hovered("<Profile_Rule>[--key $S$0D] http://h/a</Profile_Rule>"), /\*\*: empty/);
  assert.match(hovered("<Profile_Rule>http://h/$S$0A</Profile_Rule>"), /not replaced/);
  assert.match(hovered("<Profile_Rule>http://h/$S$0N</Profile_Rule>"), /not replaced/);
  assert.match(hovered("<Log_Request_Msg>$M$0A $SA</Log_Request_Msg>"), /^`\$MA`: .*\n\nOn .*: `00005e005301`/);
});

test("a comparison shows both sides, what they are read as, and its result", () => {
  const rule = '<Profile_Rule>($SWVER l$0t 12-0-4MPP0001-1 and "$A" eq "1")? http://h/a | http://h/b</Profile_Rule>';
  assert.match(
    hovered(rule),
    /^`sip88xx\.12-0-3MPP0001-87` \(version\) \*\*lt\*\* `12-0-4MPP0001-1` \(version\): \*\*true\*\*/,
  );
  const entities = "<Profile_Rule>(&quot;$A&quot; e$0q &quot;x&quot;)? http://h/a | http://h/b</Profile_Rule>";
  assert.match(hovered(entities), /^`""` \(text\) \*\*eq\*\* `"x"` \(text\): \*\*false\*\*/);
  assert.match(hovered(entities), /fetches `http:\/\/h\/b` \(alternative 2 of 2\)/);
});

test("an upgrade rule shows whether its load is taken, and what comes after it", () => {
  const rule = (load: string) => hovered(`<Upgrade_Rule>http://h/$0${load}.loads</Upgrade_Rule>`);
  assert.match(
    rule("sip88xx.12-0-4MPP0001-10"),
    /fetches `http.*`\n\n- `sip88xx\.12-0-4MPP0001-10\.loads`: The firmware is newer than the running version\\.\n- .*: The phone already runs this firmware\\.\n/,
  );
  assert.match(
    rule("sip68xx.12-0-4MPP0001-10"),
    /\n- `sip68xx\..*`: Firmware files that begin with sip68xx are for other phones\\.\n/,
  );
});

test("an option shows what it means and what it gets, masked", () => {
  const at = (rule: string) => hovered(`<Profile_Rule>${rule}</Profile_Rule>`);
  assert.match(at("[--k$0ey $SA] http://h/a"), /^`--key ••••`: passphrase/);
  assert.match(at("[--ui$0d $MA --pwd $SA] http://h/a"), /^`--uid (?:00005e005301|••••)`: user name for the server/);
});

test("hovers and hints end well at every place of odd rules", () => {
  const names = ["Profile_Rule", "Upgrade_Rule", "Resync_Trigger_1", "Report_Rule", "Log_Request_Msg", "GPP_SA"];
  for (const value of ["", "$", "$$", "($A", "[--key", "(a eq b)?", "# $MA", "$MA$MA", "&lt;$A&gt;", "{$x}$MA", '""']) {
    const { file } = fixture(inProfile(names.map((name) => `<${name}>${value}</${name}>`).join("")));
    const open: OpenFile = { ...file, previewDevice: desk };
    for (let character = 0; character <= file.snapshot.text.length; character++)
      hover.run(open, { textDocument, position: { line: 1, character } }, noToken);
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    for (const { label } of inlayHints.run(open, { textDocument, range }, noToken) ?? [])
      assert.match(String(label), /^→ \S/);
  }
});

test("the server receives the device of each file and asks for new hints", async () => {
  const capabilities = { workspace: { inlayHint: { refreshSupport: true } } };
  await withSession({ capabilities }, async (session) => {
    let refreshed = 0;
    session.client.onRequest("workspace/inlayHint/refresh", () => {
      refreshed++;
      return null;
    });
    await session.open(inProfile("<Profile_Rule>http://h/$MA</Profile_Rule>"));
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const ask = () => session.ask<InlayHint[]>("textDocument/inlayHint", { range });
    assert.deepEqual(await ask(), []);
    const files = [{ uri: "file:///site/phone.xml", device: desk }];
    await session.client.sendNotification("flatProfile/previewDevices", { files });
    assert.equal((await ask())[0]?.label, "→ http://h/00005e005301");
    assert.equal(refreshed, 1);
    await session.client.sendNotification("flatProfile/previewDevices", { files: [] });
    assert.deepEqual(await ask(), []);
  });
});
