import assert from "node:assert/strict";
import test from "node:test";
import { unifyCase } from "./unify";
import type { VendorCase } from "./vendorCase";

// Cases of our own, in the form of the shared ones: each sentence of the facts from another side.

const phone = { hw_level: 3, min_sw: "V1 R4.0.0", running: "V1 R9.3.0" };
const bind = (image: object, expected: object, override = false, own: object = phone) => ({
  input: { phone: own, bind: image, override },
  expected,
});
const item = (name: string, value: string, index?: number | string) =>
  `<Item name="${name}"${index === undefined ? "" : ` index="${index}"`}>${value}</Item>`;
const xml = (text: string, expected: object) => ({ input: { xml: text }, expected });
const ok = { ok: true };
const kept = "original application, no restart";
const problem = (severity: string, code: string, fix?: string) => ({
  severity,
  code,
  ...(fix !== undefined && { fix }),
});
const deploy = (items: object, expected: object, model = "OpenStage 40", action = "SoftwareDeployment") => ({
  input: { action, items, phone: { model } },
  expected,
});
const image = { "file-type": "APP", "file-sw-type": "Siemens SIP", "file-priority": "immediate" };

const cases: Readonly<Record<string, { readonly input: object; readonly expected: object }>> = {
  "level, not the version, decides": bind(
    { header_level: 2, version: "V9 R9.9.9" },
    { verdict: "reject", rule: 1, after: kept },
  ),
  "a higher level is not compatible by itself": bind(
    { header_level: 4, version: "V1 R10.0.0" },
    { verdict: "reject", rule: 1, after: kept },
  ),
  "Override takes another level": bind(
    { header_level: 2, version: "V1 R1.0.0" },
    { verdict: "accept", rule: 1, because: "override" },
    true,
  ),
  "Override is worth a warning": bind(
    { header_level: 2 },
    { verdict: "accept", severity: "warning", code: "unify-override" },
    true,
  ),
  "Override where the level fits changes nothing": bind(
    { header_level: 3 },
    { verdict: "accept", rule: 1, because: "compatible" },
    true,
  ),
  "levels of the manifest": bind({ header_level: 2, supportedLevels: [2, 3] }, { verdict: "accept", rule: 1 }),
  "levels of the manifest without the phone's": bind(
    { header_level: 1, supportedLevels: [1, 2] },
    { verdict: "reject", rule: 1, after: kept },
  ),
  "level 0 is a level": bind({ header_level: 0 }, { verdict: "accept", rule: 1 }, false, { ...phone, hw_level: 0 }),
  "the phone's level is not known": bind({ header_level: 3 }, { verdict: "unknown", rule: 1 }, false, {
    min_sw: "V1 R4.0.0",
  }),
  "the same version": bind({ version: "V1 R4.0.0" }, { verdict: "accept", rule: 2 }),
  "10 is more than 4": bind({ version: "V1 R10.0.0" }, { verdict: "accept", rule: 2 }),
  "10 is more than 9 in every field": bind({ version: "V1 R4.0.10" }, { verdict: "accept", rule: 2 }, false, {
    min_sw: "V1 R4.0.9",
  }),
  "dotted versions": bind({ version: "1.4.9.0" }, { verdict: "accept", rule: 2 }),
  "dotted against words": bind({ version: "1.3.10.0" }, { verdict: "reject", rule: 2, after: kept }),
  "without the R": bind({ version: "V1 3.9.0" }, { verdict: "reject", rule: 2 }),
  "a newer main version": bind({ version: "V3 R1.0.0" }, { verdict: "accept", rule: 2 }),
  "the lowest version is not known": bind({ version: "V1 R5.0.0" }, { verdict: "unknown", rule: 2 }, false, {
    hw_level: 3,
  }),
  "Override without anything known": bind({}, { verdict: "accept", because: "override" }, true),
  "root of two servers": xml(
    '<DlsMessage xmlns="http://www.siemens.com/DLS"><Message><Action>ReadAllItems</Action></Message></DlsMessage>',
    problem("warning", "unify-root", "DLSMessage"),
  ),
  "root that is misspelled": xml(
    "<DLSMesage><Message><Action>WriteItems</Action><ItemList/></Message></DLSMesage>",
    problem("error", "unify-root"),
  ),
  "list after the message, without namespace": xml(
    `<DLSMessage><Message nonce="1"><Action>WriteItems</Action></Message><ItemList>${item("e164", "1")}</ItemList></DLSMessage>`,
    ok,
  ),
  "a phone's failed item": xml(
    '<WorkpointMessage><Message nonce="1"><ReasonForContact>reply-to</ReasonForContact><ItemList><Item name="no-such" status="failed"/></ItemList></Message></WorkpointMessage>',
    ok,
  ),
  "a name with a quote": xml('<Item name="sip-name\'">x</Item>', problem("error", "unify-name-quote", "sip-name")),
  "an item without a name": xml("<Item>x</Item>", problem("error", "unify-name")),
  "a misspelled name": xml(item("reg-adr", "sip.example.com"), problem("warning", "unify-unknown-item")),
  "a name that nothing is like": xml(item("branch-office-color", "blue"), problem("information", "unify-unknown-item")),
  "a DSCP too high": xml(item("l3qos-voice", "64"), problem("error", "unify-value")),
  "a priority too high": xml(item("l2qos-signalling", "8"), problem("error", "unify-value")),
  "a transport in words": xml(item("sip-transport-user", "TLS"), problem("error", "unify-value")),
  "a port too high": xml(item("reg-port", "65536"), problem("error", "unify-value")),
  "a number in words": xml(item("reg-ttl", "one hour"), problem("error", "unify-value")),
  "Yes in place of true": xml(item("session-timer", "Yes"), problem("error", "unify-value", "true")),
  "a VLAN too high": xml(item("vlan-id", "4096"), problem("error", "unify-value")),
  "hours in place of minutes": xml(item("sntp-tz-offset", "2"), problem("warning", "unify-unit")),
  "half an hour is a whole number of minutes": xml(item("sntp-tz-offset", "330"), ok),
  "a codec rank of a fourth codec": xml(item("codec-rank", "1", 4), problem("error", "unify-index")),
  "a function without a key": xml(item("function-key-def", "18"), problem("error", "unify-index")),
  "an index in words": xml(item("key-label-unicode", "A", "one"), problem("error", "unify-index")),
  "items of two keys are not doubled": xml(item("key-label-unicode", "A", 1) + item("key-label-unicode", "B", 2), ok),
  "the same value twice": xml(item("e164", "1") + item("e164", "1"), ok),
  "the same key twice": xml(
    item("key-label-unicode", "A", 1) + item("key-label-unicode", "B", 1),
    problem("warning", "unify-duplicate-item"),
  ),
  "a BLF without its number": xml(item("function-key-def", "59", 1), problem("warning", "unify-companion")),
  "a number for another key": xml(
    item("function-key-def", "1", 1) + item("select-dial", "5", 2),
    problem("warning", "unify-companion"),
  ),
  "an application without a name": xml(item("function-key-def", "60", 1), problem("warning", "unify-companion")),
  "a key with all it needs": xml(
    item("function-key-def", "59", 1) + item("key-label-unicode", "A", 1) + item("stimulus-led-control-uri", "2", 1),
    ok,
  ),
  "label and function of one key": xml(item("key-label-unicode", "A", 1002) + item("function-key-def", "18", 1002), ok),
  "a seventh key of six": xml(
    `${item("function-key-def", "18", 7)} for OpenStage 40`,
    problem("warning", "unify-key-index-range"),
  ),
  "a second level of nine": xml(
    `${item("function-key-def", "18", 1010)} for OpenStage 80`,
    problem("warning", "unify-key-index-range"),
  ),
  "the last key of a module": xml(`${item("function-key-def", "18", 1412)} for OpenStage 60`, ok),
  "one key after the module": xml(
    `${item("function-key-def", "18", 313)} for OpenStage 60`,
    problem("warning", "unify-key-index-range"),
  ),
  "the fixed key for forwarding": xml(`${item("function-key-def", "63", 4002)} for OpenStage 60`, ok),
  "a key of a model whose keys are not known": xml(`${item("function-key-def", "18", 30)} for CP400`, ok),
  "a readable password": xml(item("sip-pwd", "geheim"), problem("information", "unify-secret")),
  "an image of another model": deploy(
    { ...image, "file-server": "10.0.0.9", "file-name": "OS_60_SIP_V3_R3_24_0.img" },
    problem("warning", "unify-image-model"),
  ),
  "an image of the model": deploy({ ...image, "file-server": "10.0.0.9", "file-name": "OS_40_SIP_V3_R3_24_0.img" }, ok),
  "normal priority": deploy(
    { ...image, "file-server": "10.0.0.9", "file-name": "OS_40.img", "file-priority": "normal" },
    problem("information", "unify-normal-during-call"),
  ),
  "HTTPS with its base": {
    input: { use_default: "No", method: "HTTPS", https_base_url: "https://10.0.0.9/a", filename: "x.img" },
    expected: ok,
  },
  "HTTPS with a base of http": {
    input: { use_default: "No", method: "HTTPS", https_base_url: "http://10.0.0.9", filename: "x.img" },
    expected: problem("error", "unify-https-base"),
  },
  "FTP by default with a server": { input: { use_default: "No", server: "10.0.0.9", filename: "x.img" }, expected: ok },
  "DMS and DLS": {
    input: { dms: "https://10.0.0.9/dms", dls: "sdlp://10.0.0.9:18443" },
    expected: problem("warning", "unify-both-servers"),
  },
};

for (const [title, { input, expected }] of Object.entries(cases))
  test(title, () =>
    assert.equal(unifyCase({ id: title, system: "unify", title, input, expected } as VendorCase), undefined),
  );
