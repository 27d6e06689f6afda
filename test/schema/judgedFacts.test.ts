import assert from "node:assert/strict";
import test from "node:test";
import { parameterPage } from "../../server/src/features/manualPage";
import { resolveParameter } from "../../server/src/schema/effectiveParameter";
import { Manual } from "../../server/src/schema/manual";
import type { EffectiveParameter } from "../../server/src/schema/model";
import { catalogue } from "../support/catalogue";
import { problemsOf } from "../support/problems";

// Facts of the catalogue that vendor documents contradicted, as they were judged.

function effective(name: string, family: string): EffectiveParameter {
  const found = catalogue.find(name);
  assert.ok(found, name);
  return resolveParameter(found, name, { family, certainty: "stated", reason: "" }, catalogue);
}

test("defaults that came from a laboratory are gone", () => {
  for (const [name, family, value] of [
    ["Resync_At__HHmm_", "mpp8831", ""],
    ["Resync_At_Random_Delay", "mpp68xx", "600"],
    ["Debug_Level", "mpp88xx", "NOTICE"],
    ["Profile_Rule", "spa5xx", "/spa$PSN.cfg"],
    ["Profile_Rule", "mpp88xx", "/$PSN.xml"],
    ["Web_Server_Port", "mpp88xx", "443"],
    ["Web_Server_Port", "spa5xx", "80"],
    ["Register_Expires_1_", "spa2xx", "3600"],
    ["Reorder_Delay", "spa1xx", "5"],
    ["SIP_Timer_B", "spa1xx", "32"],
    ["RTP_Packet_Size", "spa1xx", "0.030"],
    ["Time_Offset__HH_mm_", "mpp68xx", "00/00"],
    ["Back_Light_Timer", "mpp68xx", "30s"],
    ["Extension_3_", "mpp78xx", "3"],
  ] as const)
    assert.equal(effective(name, family).default, value, `${name} ${family}`);
});

test("options and ranges are those of the family's own documents", () => {
  assert.deepEqual(effective("SIP_Transport_1_", "ata19x").options, ["UDP", "TCP", "TLS", "AUTO"]);
  assert.deepEqual(effective("SIP_Transport_1_", "mpp8831").options, ["UDP", "TCP", "TLS"]);
  assert.deepEqual(effective("Preferred_Codec_1_", "ata19x").options, ["G711u", "G711a", "G726-32", "G729a"]);
  assert.ok(effective("Locale", "mpp88xx").options.includes("ar-SA"));
  assert.ok(effective("Locale", "mpp8831").options.includes("no-NO"));
  assert.ok(effective("FXS_Port_Impedance", "ata19x").options.includes("220+850||120nF"));
  assert.deepEqual(effective("RTP_Port_Min", "mpp88xx").ranges, [{ min: 2048, max: 49151 }]);
  assert.deepEqual(effective("RTP_Port_Min", "spa5xx").ranges, []);
  assert.deepEqual(effective("G729b_Dynamic_Payload", "spa5xx").ranges, [{ min: 96, max: 127 }]);
});

test("families are those whose documents have the element", () => {
  const families = (name: string) => catalogue.find(name)?.parameter.families ?? {};
  assert.equal(families("VLAN_ID").ata19x, undefined);
  assert.equal(families("Resync_Trigger_1").mpp8831, "documented");
  assert.equal(families("Debug_Server").mpp88xx, "doubtful");
  assert.equal(families("Handset_Volume").mpp7832, "doubtful");
});

test("values that only some documents list raise no warning", () => {
  const settings = [
    "<Reorder_Delay>inf</Reorder_Delay>",
    "<Voice_Mail_Number>sip:a-rather-long-mailbox-name@voicemail.example.com</Voice_Mail_Number>",
    "<Proxy_1_>a.example:5060:p=1|b.example:5062:p=2</Proxy_1_>",
    "<Conference_Bridge_URL_1_>*55</Conference_Bridge_URL_1_>",
    "<Upgrade_Error_Retry_Delay>1800,3600,7200,14400+3600</Upgrade_Error_Retry_Delay>",
  ];
  for (const setting of settings)
    assert.deepEqual(
      problemsOf(`<flat-profile>${setting}</flat-profile>`).map(({ code, message }) => `${code}: ${message}`),
      [],
      setting,
    );
});

test("a page names the place that the family's web interface has", () => {
  const page = (family: string) =>
    parameterPage(
      "Text_Logo",
      { effective: effective("Text_Logo", family), type: undefined },
      { catalogue, manual: Manual.none },
    ) ?? "";
  assert.match(page("spa9xx"), /Voice \\> Phone \\> General/);
  assert.match(page("mpp88xx"), /Voice \\> User \\> Screen/);
});
