import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultSettings } from "../../server/src/analysis/snapshot";
import type { Device } from "../../server/src/devices/device";
import { previewSource } from "../../server/src/features/previewRun";
import { catalogue } from "../support/catalogue";
import { checkGolden, sameAs } from "../support/golden";
import { dialect, snapshotOf } from "../support/problems";
import { profilesNear } from "../support/variants";

// What three phones do with profiles, and with profiles near them: decisions, upgrades, schedules, words.

const desk: Device = {
  id: "desk",
  model: "8841",
  mac: "00005e005301",
  serial: "FCH00000001",
  firmware: "sip88xx.11-3-2MPP0001-609",
  hardware: "2.0.1",
  ip: "192.0.2.17",
  externalIp: "198.51.100.7",
  certificate: true,
  customised: true,
  users: { "1": "201", "2": "202" },
  registration: { "1": 0, "2": 95 },
  settings: { GPP_A: "gold", GPP_C: "12" },
  secrets: { SA: "t0psecret", SB: "other" },
  provisioning: { state: 1, seconds: 4000 },
  upgrade: { state: 2, error: "404", seconds: 70 },
  mobility: { state: "mobile", user: "ann", password: "m0bile", domain: "@example.com" },
  origin: "orig_mpp",
  authorization: "classic",
  multicast: "224.0.0.1",
  dhcp: { "66": "http://pbx", "160": "https://prov/$MA.xml" },
};
const devices: readonly Device[] = [
  desk,
  { id: "old", model: "504G", mac: "00:00:5e:00:53:02", firmware: "7.4.9a", dhcp: { "66": "192.0.2.1" } },
  { id: "bare", family: "phoneos", firmware: "PHONEOS.3-2-1-0104-37" },
];

const profiles: readonly string[] = [
  "<Profile_Rule>http://h/$MA.xml</Profile_Rule>",
  '<Profile_Rule>($SWVER lt 12.0)? http://h/old.xml | ($PN eq "CP-8841-3PCC")? [--key $SA --alias a] https://h/$PN/$MAU.cfg | http://h/x</Profile_Rule>',
  '<Profile_Rule>[--uid $A --pwd "b c" --post]http://ann:pw@h:8080/p/$(MA:0:4)$(MAU:4:2).xml?k=$SA</Profile_Rule>',
  "<Profile_Rule>(GPP_B = \"z\"; c = '$C')! http://h/$B$C</Profile_Rule><Profile_Rule_B>http://h/$B.xml</Profile_Rule_B>",
  '<Profile_Rule>($A eq "gold" and $PRVST ne "2")? tftp://192.0.2.1/$A.xml | # http://off</Profile_Rule>',
  "<Profile_Rule>/$PSN.xml</Profile_Rule><Resync_From_SIP>Yes</Resync_From_SIP><DHCP_Option_To_Use>66,160</DHCP_Option_To_Use>",
  "<Profile_Rule># http://h/a</Profile_Rule><Profile_Rule_C>{{ url }}</Profile_Rule_C><Profile_Rule_D></Profile_Rule_D>",
  '<Profile_Rule>($EMS eq "mobile")? http://h/$MUID$PDOM?p=$MPWD | http://h/$UID1/$UID2/$NOSUCH</Profile_Rule>',
  "<Upgrade_Rule>http://fw/sip88xx.12-0-5MPP0102-328.loads</Upgrade_Rule><Upgrade_Enable>Yes</Upgrade_Enable>",
  "<Upgrade_Rule>($SWVER lt 12.0.3)? http://fw/sip88xx.12-0-3MPP.loads | ($SWVER lt 7.5.5)? tftp://fw/spa50x-30x-7-5-5.bin | http://fw/PHONEOS.3-3-1-0001-12.loads</Upgrade_Rule><Downgrade_Rev_Limit>11-0-0</Downgrade_Rev_Limit>",
  "<Upgrade_Rule>http://fw/sip88xx.11-0-1MPP-1.loads</Upgrade_Rule><Downgrade_Rev_Limit>11-2</Downgrade_Rev_Limit><Upgrade_Error_Retry_Delay>300+100</Upgrade_Error_Retry_Delay>",
  "<Upgrade_Rule>http://fw/sip68xx.12-0-1MPP-1.loads</Upgrade_Rule><Upgrade_Enable>No</Upgrade_Enable><Peer_Firmware_Sharing>Yes</Peer_Firmware_Sharing>",
  "<Resync_Periodic>3600+600</Resync_Periodic><Resync_Error_Retry_Delay>30,60,120</Resync_Error_Retry_Delay><Resync_Random_Delay>5</Resync_Random_Delay>",
  "<Resync_Periodic>0</Resync_Periodic><Resync_At__HHmm_>0130</Resync_At__HHmm_><Resync_At_Random_Delay>1800</Resync_At_Random_Delay>",
  "<Resync_Periodic>60</Resync_Periodic><Resync_Trigger_1>$PRVTMR gt 3000</Resync_Trigger_1><Resync_Trigger_2>$REGTMR2 gt 60</Resync_Trigger_2>",
  "<Resync_On_Reset>No</Resync_On_Reset><Provision_Enable>No</Provision_Enable><Forced_Resync_Delay>14400</Forced_Resync_Delay>",
  "<Report_Rule>[--delta] https://h/$MA.xml</Report_Rule><Periodic_Upload_to_Server>Yes</Periodic_Upload_to_Server><Upload_Delay_On_Local_Change>90</Upload_Delay_On_Local_Change>",
  "<GPP_A>own $MA</GPP_A><GPP_B>$A</GPP_B><GPP_SA>s3cret</GPP_SA><Profile_Rule>http://h/$A/$B/$SA</Profile_Rule>",
  "<Log_Request_Msg>$PN $MAC -- Requesting $SCHEME://$SERVIP:$PORT$PATH</Log_Request_Msg><User_ID_1_>$A</User_ID_1_><Station_Name>$PSN $SN $HWVER $IP $EXTIP $CCERT $ISCUST</Station_Name>",
  "<Profile_Rule>http://h/a b.xml</Profile_Rule><Profile_Rule_B>(</Profile_Rule_B><Profile_Rule_C>($A gt 3)? http://h | ($C ge 12)? http://h/12 | ($C lt x)? y</Profile_Rule_C>",
];

function* reported(body: string): Generator<string> {
  const snapshot = snapshotOf(`<flat-profile>\n${body.replaceAll("><", ">\n<")}\n</flat-profile>\n`, defaultSettings);
  const source = previewSource(snapshot);
  const preview = dialect.preview;
  assert.ok(preview);
  yield `${JSON.stringify(body)} ${preview
    .templatedRules(snapshot.document)
    .map(({ parameter }) => parameter)
    .join(" ")}`;
  for (const device of devices) {
    const { device: shown, rules, upgrade, timeline, ...rest } = preview.report(source, device);
    yield ` ${JSON.stringify(shown)} ${JSON.stringify(rest)}`;
    for (const { alternatives, ...rule } of rules) {
      if (rule.skipped === "empty") continue;
      yield `  ${JSON.stringify(rule)}`;
      for (const alternative of alternatives) yield `    ${JSON.stringify(alternative)}`;
    }
    yield `  upgrade ${JSON.stringify(upgrade)}`;
    yield `  timeline ${JSON.stringify(timeline)}`;
    const run = preview.run(source, device);
    yield `  expanded ${run.name}: ${JSON.stringify(run.expandedText())}`;
    for (const segment of snapshot.document.segments)
      for (const setting of segment.settings) {
        yield `  ${setting.name}: ${run.hintOf(setting) ?? ""} ${JSON.stringify(run.resultOf(setting) ?? "")}`;
        if (device !== desk) continue;
        let before = "";
        for (let offset = 0; offset < snapshot.text.length; offset++) {
          const part = preview.partAt(source, setting, offset, run);
          const words = part ? `${part.span.start}-${part.span.end} ${JSON.stringify(part.text)}` : "";
          if (words !== before && words !== "") yield `    at ${offset}: ${words}`;
          before = words;
        }
      }
    yield `  fleet ${JSON.stringify(preview.fleet?.(source).answer(device))}`;
  }
}

/** Short: what is decided. */
function decided(body: string): string {
  const { document } = snapshotOf(`<flat-profile>${body}</flat-profile>`, defaultSettings);
  return devices
    .map((device) => {
      const { rules, upgrade, timeline } = dialect.preview?.report({ document, catalogue }, device) ?? assert.fail();
      const taken = rules
        .filter(({ skipped }) => skipped !== "empty")
        .map(({ parameter, taken, fetches, problems }) => `${parameter} ${taken} ${fetches ?? ""} ${problems.length}`);
      const next = timeline.regular.map(({ kind, earliest, latest }) => `${kind} ${earliest}-${latest}`);
      return `${device.id}: ${[...taken, ...upgrade.steps.map(({ outcome }) => outcome), ...next.slice(0, 2)].join("; ")}`;
    })
    .join(" / ");
}

test("what phones do with profiles (UPDATE_GOLDEN=1 writes the list)", () => {
  checkGolden(
    "test/rules/reports.golden.txt",
    profiles.flatMap((body) => [...reported(body)]),
  );
});

test("what phones decide for profiles near them (UPDATE_GOLDEN=1 writes the list)", () => {
  const lines = profiles.flatMap((body) => {
    const seen = new Map<string, number>();
    return [body, ...profilesNear(body, 20).map((text, i) => `  ${i}: ${sameAs(decided(text), i, seen)}`)];
  });
  checkGolden("test/rules/decisions.golden.txt", lines);
});
