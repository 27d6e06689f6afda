import assert from "node:assert/strict";
import test from "node:test";
import { asMarkdown } from "../../client/media/preview/markdown";
import { lanesOf, rulesOf, ruleVerdict, templatedNotes } from "../../client/media/preview/words";
import { clock, duration } from "../../client/media/shared/time";
import type { Device } from "../../server/src/devices/device";
import { fixture } from "../support/fixture";
import { evaluated } from "../support/preview";

const canary = "cAnArY-4711";
const old: Device = {
  id: "old",
  label: "Old one",
  model: "8841",
  mac: "00005e005301",
  firmware: "sip88xx.11-2-3MSR1-1",
};

function reportOf(settings: string, device: Device = old) {
  return evaluated(fixture(`<flat-profile>\n${settings}\n</flat-profile>`).file, device);
}

test("says in a line what a rule comes to", () => {
  const check = (settings: string, expected: string) => {
    const [rule] = reportOf(settings).rules;
    assert.equal(rule && ruleVerdict(rule).text, expected, settings);
  };
  check("<Profile_Rule>http://h/$MA.xml</Profile_Rule>", "fetches http://h/00005e005301.xml");
  check("<Profile_Rule>#http://h/a</Profile_Rule>", "switched off by #");
  check("<Profile_Rule/>", "empty");
  check('<Profile_Rule>("$A" eq "1")? http://h/a</Profile_Rule>', "no alternative applies");
  check("<Report_Rule>http://h/r</Report_Rule>", "sends to http://h/r");
  check('<Resync_Trigger_1>"$A" eq ""</Resync_Trigger_1>', "true");
  check("<Resync_Trigger_1>$SWVER lt 2</Resync_Trigger_1>", "false");
});

test("shows each rule in one group, and the schedule in lanes", () => {
  const reported = reportOf(`<Resync_Trigger_1>1 eq 1</Resync_Trigger_1>
<Profile_Rule_C>http://h/c</Profile_Rule_C>
<Upgrade_Rule>http://h/sip88xx.12-0-2MPP0001-116.loads</Upgrade_Rule>
<Report_Rule>http://h/r</Report_Rule>
<Resync_At__HHmm_>0230</Resync_At__HHmm_>`);
  const groups = (["triggers", "profile", "upgrade", "others"] as const).map((group) =>
    rulesOf(reported, group).map(({ parameter }) => parameter),
  );
  assert.deepEqual(groups, [["Resync_Trigger_1"], ["Profile_Rule_C"], ["Upgrade_Rule"], ["Report_Rule"]]);
  assert.deepEqual(
    lanesOf(reported).map(({ title }) => title),
    ["After power-up", "Every day", "After a resync fails", "After an upgrade fails"],
  );
});

test("says of rules that a template fills in that nothing is known of them", () => {
  const reported = reportOf("<Profile_Rule>{{ rule }}</Profile_Rule>\n<Upgrade_Rule>http://h/x.loads</Upgrade_Rule>");
  assert.deepEqual(templatedNotes(reported, "profile"), [
    "Profile_Rule contains a template placeholder. Its result is unknown.",
  ]);
  assert.deepEqual(templatedNotes(reported, "upgrade"), []);
  assert.match(asMarkdown("a.xml", [reported]), /### Profile rules\n\nProfile_Rule contains a template placeholder/);
});

test("writes times as people say them", () => {
  assert.deepEqual([0, 45, 600, 5400, 86400, 93600, 694861].map(duration), [
    "0 s",
    "45 s",
    "10 min",
    "1 h 30 min",
    "1 d",
    "1 d 2 h",
    "8 d 1 h",
  ]);
  assert.deepEqual([0, 9000, 86400 + 600].map(clock), ["00:00", "02:30", "00:10"]);
});

test("copies what the page shows, both devices below each other", () => {
  const settings = `<Profile_Rule>("$A" eq "2" and $SWVER lt 12-0-3MPP0001-87)? [--uid x] http://h/$MA.xml | http://h/start.xml</Profile_Rule>
<GPP_A>2</GPP_A>`;
  const text = asMarkdown("a_b.xml", [
    reportOf(settings),
    reportOf(settings, { ...old, id: "two", label: "Two", settings: { GPP_A: "1" } }),
  ]);
  for (const part of [
    "# a\\_b\\.xml",
    "## Old one",
    "## Two",
    "- `Profile_Rule`: fetches http://h/00005e005301\\.xml",
    "  1. `http://h/00005e005301.xml` – taken",
    '     - `"$A"` = `"2"` (text) **eq** `"2"` = `"2"` (text): true',
    "     - `$SWVER` = `sip88xx.11-2-3MSR1-1` (version) **lt** `12-0-3MPP0001-87` = `12-0-3MPP0001-87` (version): true",
    "     - `--uid ••••`",
    "  2. `http://h/start.xml` – not evaluated: an earlier alternative is taken",
    "  2. `http://h/start.xml` – taken",
    "     - `$SWVER lt 12-0-3MPP0001-87`: not evaluated",
  ])
    assert.ok(text.includes(part), `${part} is not in\n${text}`);
});

test("shows a trigger as a condition without an address", () => {
  const text = asMarkdown("a.xml", [reportOf('<Resync_Trigger_1>"$A" ne "1"</Resync_Trigger_1>')]);
  assert.ok(text.includes('`"$A"` = `""` (text) **ne** `"1"`'), text);
  assert.ok(!text.includes('`"" ne "1"`'), text);
});

test("copies no secret", () => {
  const text = asMarkdown("a.xml", [
    reportOf(
      `<Profile_Rule>("$SA" eq "${canary}")? [--key $SA --pwd ${canary}] http://h/$B | [--key $SB] http://h/</Profile_Rule>
<Profile_Rule_B>GPP_SC=${canary} Password_1_="${canary}" [--key ${canary}]http://u:${canary}@h/</Profile_Rule_B>
<Log_Request_Msg>$PN ${canary}</Log_Request_Msg>
<GPP_SA>${canary}</GPP_SA>`,
      { ...old, secrets: { SB: canary }, mobility: { password: canary } },
    ),
  ]);
  assert.ok(text.includes("http://h/"));
  assert.ok(!text.includes(canary), text);
});
