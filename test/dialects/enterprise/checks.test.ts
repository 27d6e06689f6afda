import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultSettings } from "../../../server/src/analysis/snapshot";
import { ciscoEnterprise } from "../../../server/src/dialects/cisco-enterprise/index";
import { readLoad } from "../../../server/src/dialects/cisco-enterprise/load";
import { problemsOf, serviceOf, snapshotOf } from "../../support/problems";

const device = (text: string) => `<device>${text}</device>`;
const own = (text: string) => device(`<vendorConfig>${text}</vendorConfig>`);

/** `severity code "text"` of each problem. */
function found(text: string, model?: string, folder = {}): string[] {
  const settings = model === undefined ? defaultSettings : { ...defaultSettings, device: { model } };
  const neighbors = { own: "SEP00005E005301.cnf.xml", ...folder };
  return problemsOf(text, settings, ciscoEnterprise, neighbors).map(
    ({ severity, code, span }) => `${severity} ${code} ${text.slice(span.start, span.end)}`,
  );
}

test("sharing is 0 or 1", () => {
  const values: readonly (readonly [string, string[]])[] = [
    ["1", []],
    ["0", []],
    ["", []],
    ["Yes", ["warning sharing/zero-or-one Yes"]],
    ["no", ["warning sharing/zero-or-one no"]],
    ["true", ["warning sharing/zero-or-one true"]],
    ["2", ["warning sharing/zero-or-one 2"]],
    ["{{ sharing }}", []],
    ["_PFS_", []],
  ];
  for (const [value, expected] of values)
    assert.deepEqual(found(own(`<peerFirmwareSharing>${value}</peerFirmwareSharing>`)), expected, value);
  assert.deepEqual(found(device("<peerFirmwareSharing>Yes</peerFirmwareSharing>")), [
    "warning sharing/zero-or-one Yes",
  ]);
});

test("servers of loads and logs have the form that the guides state", () => {
  const load = (value: string) => found(own(`<loadServer>${value}</loadServer>`));
  assert.deepEqual(load(""), []);
  assert.deepEqual(load("192.0.2.1"), ["info load/server 192.0.2.1"]);
  assert.deepEqual(load("http://192.0.2.1/"), ["warning load/server http://192.0.2.1/"]);
  assert.deepEqual(load("192.0.2.256"), ["warning load/server 192.0.2.256"]);
  assert.deepEqual(load(`${"a".repeat(256)}bc`), ["warning load/server bc"]);
  const log = (value: string) => found(own(`<logServer>${value}</logServer>`));
  for (const good of [
    "192.0.2.1",
    "x.x.x.x:9001",
    "192.0.2.1:514@@base=7;pfs=1",
    "log.example.com@@pfs=0",
    "[2001:db8::1]:514",
  ])
    assert.deepEqual(log(good), [], good);
  assert.deepEqual(log("192.0.2.1:70000@@base=8;pfs=2"), [
    "warning log/server 70000",
    "warning log/server base=8",
    "warning log/server pfs=2",
  ]);
  assert.deepEqual(log("udp://192.0.2.1"), ["warning log/server udp://192.0.2.1"]);
});

test("a load is for the models that its name begins with", () => {
  const { catalogue } = serviceOf(ciscoEnterprise);
  for (const [name, models] of [
    ["SIP42.9-4-2SR3-1S", ["7942", "7962"]],
    ["sccp11.9-4-2SR3-1S", ["7906", "7911"]],
    ["P0S3-8-12-00", ["7940", "7960"]],
    ["P00308010100", ["7940", "7960"]],
    ["sip88xx.14-0-1-0101-145", ["8811", "8841", "8851", "8861"]],
    ["ActiveLoad", undefined],
  ] as const)
    assert.deepEqual(readLoad(name, catalogue)?.models, models, name);
  const byType = (number: number, load: string) =>
    found(`<Default><loadInformation${number} model="x">${load}</loadInformation${number}></Default>`, undefined, {
      own: "XMLDefault.cnf.xml",
    });
  assert.deepEqual(byType(434, "SIP42.9-4-2SR3-1S"), []);
  assert.deepEqual(byType(434, "SIP45.9-4-2SR3-1S"), ["warning load/other-model SIP45."]);
  assert.deepEqual(byType(308, "SIP41.8-5-4S"), []);
  assert.deepEqual(byType(446, "SIP3951.8-1-4"), []);
  assert.deepEqual(byType(99, "SIP45.9-4-2SR3-1S"), []);
  assert.deepEqual(byType(434, "{{ load }}"), []);
  const load = device("<loadInformation>SIP45.9-4-2SR3-1S</loadInformation>");
  assert.deepEqual(found(load, "7942"), ["warning load/other-model SIP45."]);
  assert.deepEqual(found(load, "CP-7965G"), []);
  assert.deepEqual(found(load), []);
  assert.deepEqual(found(device("<loadInformation>SIP45.9-4-2SR3-1S.loads</loadInformation>")), [
    "warning load/file-ending .loads",
  ]);
  assert.deepEqual(found(device("<loadInformation>CP7925G-1.4.8SR1.LOADS</loadInformation>")), []);
});

test("a load of the other protocol is noted", () => {
  const file = (protocol: string, load: string) =>
    found(device(`<deviceProtocol>${protocol}</deviceProtocol><loadInformation>${load}</loadInformation>`));
  assert.deepEqual(file("SIP", "SCCP41.9-3-1S"), ["info load/other-protocol SCCP41.9-3-1S"]);
  assert.deepEqual(file("SIP", "SIP41.9-3-1S"), []);
  assert.deepEqual(file("SCCP", "term71.default"), []);
});

test("phones that do not share are named, and audio keeps off the port of sharing", () => {
  const sharing = own("<peerFirmwareSharing>1</peerFirmwareSharing>");
  assert.deepEqual(found(sharing, "7960"), ["warning sharing/not-on-model peerFirmwareSharing"]);
  assert.deepEqual(found(sharing, "7961"), []);
  assert.deepEqual(found(sharing), []);
  const ports = (low: string, high: string, on = "1") =>
    found(
      device(
        `<sipProfile><startMediaPort>${low}</startMediaPort><stopMediaPort>${high}</stopMediaPort></sipProfile><vendorConfig><peerFirmwareSharing>${on}</peerFirmwareSharing></vendorConfig>`,
      ),
    );
  assert.deepEqual(ports("4051", "4051"), ["warning sharing/media-port 4051"]);
  assert.deepEqual(ports("4052", "5000"), []);
  assert.deepEqual(ports("_LOW_", "5000"), []);
  assert.deepEqual(ports("4000", "5000", "0"), []);
});

test("addresses, ports, dates and times that cannot be are reported, words of templates are not", () => {
  const pool = (text: string) => found(device(`<devicePool>${text}</devicePool>`));
  const server = (text: string) =>
    pool(`<callManagerGroup><members><member><callManager>${text}</callManager></member></members></callManagerGroup>`);
  const date = (text: string) => pool(`<dateTimeSetting><dateTemplate>${text}</dateTemplate></dateTimeSetting>`);
  assert.deepEqual(server("<processNodeName>192.0.2.300</processNodeName>"), ["warning value/bad-host 192.0.2.300"]);
  assert.deepEqual(server("<processNodeName>IP PABX</processNodeName>"), []);
  assert.deepEqual(server("<ports><sipPort>99999</sipPort></ports>"), ["error value/out-of-range 99999"]);
  assert.deepEqual(server("<ports><sipPort>_SPORT_</sipPort></ports>"), []);
  for (const good of ["D.M.Y", "M/D/YA", "D/M/YYa", "D-M-YY", "Y/M/D", "DATE", ""])
    assert.deepEqual(date(good), [], good);
  assert.deepEqual(date("D/M.Y"), ["warning value/bad-date-template D/M.Y"]);
  assert.deepEqual(date("D/D/Y"), ["warning value/bad-date-template D/D/Y"]);
  assert.deepEqual(found(own("<displayOnTime>24:60</displayOnTime>")), ["warning value/bad-time 24:60"]);
  assert.deepEqual(found(own("<displayOnTime>08:00</displayOnTime>")), []);
  assert.deepEqual(found(own("<daysDisplayNotActive>1,8</daysDisplayNotActive>")), ["warning value/bad-time 8"]);
});

test("says which phones read a file at all", () => {
  const others = { "SEP00005E005301.cnf.xml": device(""), "SEP00005E005302.cnf.xml": device("") };
  const text = "<Default><servicesURL/></Default>";
  assert.deepEqual(found(text, undefined, { own: "XMLDefault.cnf.xml", others }), [
    "info file/default-not-read Default",
  ]);
  assert.deepEqual(found(text, undefined, { own: "XMLDefault.cnf.xml" }), []);
  assert.deepEqual(found(device(""), undefined, { own: "SEP00005e005301.cnf.xml" }), ["info file/never-asked device"]);
  assert.deepEqual(found(device(""), undefined, { own: "SEP00005E005301.xml" }), ["info file/never-asked device"]);
  for (const name of ["SEP00005E005301.cnf.xml", "SEPMAC.cnf.xml", "phone.xml"])
    assert.deepEqual(found(device(""), undefined, { own: name }), [], name);
});

test("faults of XML are reported where they are", () => {
  const text = "<device>\n<devicePool>\n<name>a</nam>\n</devicePool>\n<versionStamp>1\n<idleURL/>\n</device>";
  assert.deepEqual(found(text), ["error xml/mismatched-end-tag nam", "error xml/missing-end-tag versionStamp"]);
});

test("values are said in words, with the places that decide sharing", () => {
  const said = (text: string) => {
    const snapshot = snapshotOf(text, defaultSettings, ciscoEnterprise);
    const [setting = assert.fail()] = snapshot.document.segments.flatMap(({ settings }) => settings);
    const { effective, type } = snapshot.likelyAnalyzer.facts(setting);
    return [effective && type?.describe?.(setting.text, effective), effective?.parameter.note] as const;
  };
  const [on, note = ""] = said(own("<peerFirmwareSharing>1</peerFirmwareSharing>"));
  assert.equal(on, "on");
  assert.match(note, /page of the phone, then its common phone profile, then the enterprise phone configuration/);
  assert.equal(
    said(own("<logServer>192.0.2.1:514@@base=7;pfs=1</logServer>"))[0],
    "192.0.2.1, port 514, level 7, with messages of firmware sharing",
  );
  assert.equal(said(own("<daysDisplayNotActive>1,7</daysDisplayNotActive>"))[0], "Sunday, Saturday");
  assert.equal(
    said('<DIALTEMPLATE><TEMPLATE MATCH="9..." Timeout="3"/></DIALTEMPLATE>')[0],
    "starts with 9, 4 digits in all",
  );
});
