import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { elementName, webLabel } from "../../server/src/schema/elementName";
import { familyOf, type Identity, loadPrefix } from "../../server/src/schema/identity";
import { caseVariant, nearestName } from "../../server/src/schema/nearestName";
import { catalogue } from "../support/catalogue";
import { processorTime } from "../support/processorTime";

function checkNearest(name: string, expected: string | undefined, family?: string): void {
  assert.equal(nearestName(name, { family }, catalogue), expected, name);
}

test("a near miss gets the name that was meant, with its number", () => {
  checkNearest("Dail_Plan_1_", "Dial_Plan_1_");
  checkNearest("Dial_Plan_1", "Dial_Plan_1_");
  checkNearest("Resync_Periodc", "Resync_Periodic");
  checkNearest("Extended_Functon_7_", "Extended_Function_7_");
  checkNearest("G723.2_Codec_Name", "G722.2_Codec_Name");
  checkNearest("Viedo_Encryption_Method_1_", "Video_Encryption_Method_1_");
  checkNearest("Completely_Different_Thing", undefined);
  checkNearest("", undefined);
  checkNearest("x".repeat(5000), undefined);
});

test("another case of a known name is recognised", () => {
  assert.equal(caseVariant("gpp_a", {}, catalogue), "GPP_A");
  assert.equal(caseVariant("dial_plan_3_", {}, catalogue), "Dial_Plan_3_");
  assert.equal(caseVariant("Dial_Plan_3_", {}, catalogue), undefined);
  assert.equal(caseVariant("call_unpark_code", { family: "mpp88xx" }, catalogue), "Call_Unpark_Code");
  assert.equal(caseVariant("call_unpark_code", { family: "spa9xx" }, catalogue), "Call_UnPark_Code");
  assert.equal(caseVariant("nonsense", {}, catalogue), undefined);
});

test("looking for a near name takes less than a millisecond", () => {
  nearestName("Warm_Up_1_", {}, catalogue);
  const words = [
    "Regster_Expires_1_",
    "Sip_Transport_Mode_2_",
    "Unknown_Thing_Of_Some_Length",
    "Outbond_Proxy_3_",
    "Attendant_Console_LCD_Brigthness",
  ];
  const all = processorTime(() => {
    for (let i = 0; i < 100; i++) for (const word of words) nearestName(word, { family: "mpp88xx" }, catalogue);
  });
  const each = all / (100 * words.length);
  assert.ok(each < 1, `${each} ms`);
});

test("whatever the name, searching does not throw and only known names come back", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60, unit: fc.constantFrom(..."_DialPlnRSoxy012.-{}Ü".split("")) }), (name) => {
      for (const found of [nearestName(name, {}, catalogue), caseVariant(name, {}, catalogue)])
        assert.ok(found === undefined || catalogue.has(found));
    }),
  );
});

test("field names of the web page and element names", () => {
  assert.equal(elementName("Set Local Date (mm/dd/yyyy)", catalogue), "Set_Local_Date__mm_dd_yyyy_");
  assert.equal(elementName("SIP TOS/DiffServ Value", catalogue, 1), "SIP_TOS_DiffServ_Value_1_");
  assert.equal(elementName("Auth Resync-Reboot", catalogue, 2), "Auth_Resync-Reboot_2_");
  assert.equal(elementName("Transition Authorization Rule", catalogue), "Trans_Auth_Rule");
  for (const [name, label] of [
    ["Dial_Plan_{ext}_", "Dial Plan"],
    ["Resync_At__HHmm_", "Resync At (HHmm)"],
    ["Set_Local_Date__mm_dd_yyyy_", "Set Local Date (mm/dd/yyyy)"],
    ["SIP_TOS_DiffServ_Value_{ext}_", "SIP TOS/DiffServ Value"],
    ["Speed_Dial_{n}_Name", "Speed Dial n Name"],
    ["Session_Timer_m_", "Session Timer(m)"],
    ["Use_Default_Ring__{ext}__", "Use Default Ring"],
    ["PSK_{n}", "PSK"],
    ["Unit_{unit}_Key_{key}_", "Unit n Key"],
    ["G722.2_Codec_Name", "G722.2 Codec Name"],
  ] as const)
    assert.equal(webLabel({ name }, catalogue), label);
});

test("the field of an element leads back to its name", () => {
  // The web pages of older products were not seen.
  for (const parameter of catalogue.parameters())
    if (parameter.path === "" && !parameter.name.includes("{") && !parameter.products)
      assert.equal(elementName(webLabel(parameter, catalogue), catalogue), parameter.name);
});

function checkIdentity(identity: Identity, family: string | undefined, model?: string): void {
  const found = familyOf(identity, catalogue);
  assert.equal(found?.family.id, family, JSON.stringify(identity));
  assert.equal(found?.model?.model, model, JSON.stringify(identity));
}

test("a phone is recognised by product, series, model or load name", () => {
  checkIdentity({ pn: "CP-8841-3PCC" }, "mpp88xx", "8841");
  checkIdentity({ psn: "8841-3PCC" }, "mpp88xx", "8841");
  checkIdentity({ psn: "504" }, "spa5xx", "SPA504G");
  checkIdentity({ model: "spa504g" }, "spa5xx", "SPA504G");
  checkIdentity({ model: "SPA525G2" }, "spa5xx", "SPA525G2");
  checkIdentity({ pn: "ATA191-MPP" }, "ata19x", "ATA191");
  checkIdentity({ psn: "192" }, "ata19x", "ATA192");
  checkIdentity({ pn: "Desk Phone 9851" }, "phoneos98xx", "9851");
  checkIdentity({ pn: "DP-9861" }, "phoneos98xx", "9861");
  checkIdentity({ model: "IP Phone 6841" }, "mpp68xx", "6841");
  checkIdentity({ model: "PAP2T" }, "spa2xx", "PAP2T");
  checkIdentity({ firmware: "http://host/fw/sip88xx.12-0-2MPP0001-116.loads" }, "mpp88xx");
  checkIdentity({ firmware: "sip7832.11-3-1MPP-697" }, "mpp7832");
  checkIdentity({ firmware: "sip6821.11-3-1MPP-697" }, "mpp68xx", "6821");
  checkIdentity({ firmware: "PHONEOS-8875.3-2-1-0104-37.loads" }, "phoneos98xx", "8875");
  checkIdentity({ firmware: "PHONEOS.3-2-1-0104-37.loads" }, "phoneos98xx");
  checkIdentity({ firmware: "spa50x-30x-7-6-2c.bin" }, undefined);
  checkIdentity({ model: "Snom 370" }, undefined);
  checkIdentity({ model: "constructor" }, undefined);
  checkIdentity({}, undefined);
});

test("product names lead to load names", () => {
  for (const [pn, prefix] of [
    ["CP-6851-3PCC", "sip68xx"],
    ["CP-6861-3PCC", "sip68xx"],
    ["CP-7841-3PCC", "sip78xx"],
    ["CP-8811-3PCC", "sip88xx"],
    ["CP-8865-3PCC", "sip8845_65"],
    ["CP-8832-3PCC", "sip8832"],
    ["ATA192-MPP", "ATA19x"],
  ] as const)
    assert.equal(loadPrefix(pn, catalogue), prefix);
});
