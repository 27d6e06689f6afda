import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import fc from "fast-check";
import { completeDevice, type Device } from "../../server/src/devices/device";
import { deviceFields, readDeviceFile, secretNamesOf } from "../../server/src/devices/deviceFile";
import { readColumns } from "../../server/src/devices/deviceInventory";
import { RowReader } from "../../server/src/devices/rows";
import { deviceFromDump, deviceFromUserAgent } from "../../server/src/dialects/cisco-flat-profile/devices/deviceImport";
import { catalogue } from "../support/catalogue";

const secretNames = () => secretNamesOf(catalogue);

function checkProblems(text: string, expected: readonly (readonly [code: string, at: string])[]): readonly Device[] {
  const { entries, problems } = readDeviceFile(text, secretNames);
  assert.deepEqual(
    problems.map(({ code, span }) => [code, text.slice(span.start, span.end)]),
    expected,
    text,
  );
  return entries.map(({ device }) => device);
}

test("reads devices and says what is wrong with them", () => {
  const good =
    '{ "devices": [ { "id": "a", "model": 8841, "mac": "00:00:5E:00:53:01", "users": { "1": "555" }, "certificate": false, "provisioning": { "state": 2 } } ] }';
  assert.deepEqual(checkProblems(good, []), [
    {
      id: "a",
      model: "8841",
      mac: "00:00:5E:00:53:01",
      users: { "1": "555" },
      certificate: false,
      provisioning: { state: 2 },
    },
  ]);
  checkProblems('{ "devices": [ { "id": "a", "firmwre": "x" } ] }', [["devices/unknown-field", '"firmwre"']]);
  checkProblems('{ "devices": [ { "id": "a", "mac": "00:00" } ] }', [["devices/mac", '"00:00"']]);
  checkProblems('{ "devices": [ { "id": "a", "certificate": "yes", "registration": { "1": "x" } } ] }', [
    ["devices/type", '"yes"'],
    ["devices/type", '"x"'],
  ]);
  checkProblems('{ "devices": [ { "id": "a" }, { "id": "a" }, 7, {} ] }', [
    ["devices/twice", '{ "id": "a" }'],
    ["devices/form", "7"],
    ["devices/id", "{"],
  ]);
  checkProblems('{ "phones": [] }', [["devices/form", '{ "phones": [] }']]);
});

test("keeps names of stored secrets apart from secrets", () => {
  const { entries, problems } = readDeviceFile(
    '{ "devices": [ { "id": "a", "secrets": { "SA": { "stored": "site key" }, "SB": "plain", "SX": "no" }, "mobility": { "user": "u", "password": { "stored": "em" } } } ] }',
    secretNames,
  );
  assert.deepEqual(
    problems.map(({ message }) => message),
    ["Unknown secret `SX`. Use one of: `SA`, `SB`, `SC`, `SD`."],
  );
  const [entry] = entries;
  assert.ok(entry);
  assert.deepEqual(entry.stored, { SA: "site key", "mobility.password": "em" });
  assert.deepEqual(entry.device.secrets, { SB: "plain" });
});

test("the secrets of a device are those of the catalogues", () => {
  const text = '{ "devices": [ { "id": "a", "secrets": { "SA": "one", "PIN": "two" } } ] }';
  const { entries, problems } = readDeviceFile(text, () => ["PIN"]);
  assert.deepEqual(
    problems.map(({ span }) => text.slice(span.start, span.end)),
    ['"SA"'],
  );
  assert.deepEqual(entries[0]?.device.secrets, { PIN: "two" });
});

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
}

test("has a JSON Schema that names the same fields", () => {
  const file = path.join(process.cwd(), "schemas/devices.schema.json");
  const schema = JSON.parse(readFileSync(file, "utf8")) as { definitions: { device: SchemaNode } };
  const named = (node: SchemaNode) => Object.keys(node.properties ?? {}).sort();
  const { device } = schema.definitions;
  assert.deepEqual(named(device), Object.keys(deviceFields).sort());
  for (const [name, kind] of Object.entries(deviceFields))
    if (typeof kind === "object") assert.deepEqual(named(device.properties?.[name] ?? {}), Object.keys(kind).sort());
});

test("survives any text", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      for (const wrapped of [
        text,
        `{ "devices": [ ${text} ] }`,
        `{ "devices": [ { "id": "a", "secrets": ${text} } ] }`,
      ])
        for (const { span } of readDeviceFile(wrapped, secretNames).problems)
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= wrapped.length);
    }),
  );
});

function inventory(text: string, size = text.length): { devices: readonly Device[]; unknown: readonly string[] } {
  const reader = new RowReader();
  const rows: string[][] = [];
  const take = (row: string[]) => rows.push(row);
  for (let at = 0; at < text.length; at += size) reader.read(text.slice(at, at + size), take);
  reader.finish(take);
  const [header = [], ...others] = rows;
  const columns = readColumns(header, [catalogue]);
  return { devices: others.map((row, i) => columns.deviceOf(row, i + 1)), unknown: columns.unknown };
}

test("reads inventories of spreadsheets", () => {
  const text =
    '\uFEFFMAC Address;Model;Name;SW Ver;User ID 1;GPP_A;gpp_sa;Display_Name_1_;Room\r\n00-00-5E-00-53-01;8841;"Desk; 2nd ""floor""\nleft";sip88xx.12-0-3MPP0001-87;555;x;key;A B;7\r\n\r\n00005e005302;7841;;;;;;;\r\n';
  const expected = inventory(text);
  assert.deepEqual(expected.unknown, ["Room"]);
  assert.deepEqual(expected.devices, [
    {
      id: "00-00-5E-00-53-01",
      mac: "00-00-5E-00-53-01",
      model: "8841",
      label: 'Desk; 2nd "floor"\nleft',
      firmware: "sip88xx.12-0-3MPP0001-87",
      users: { "1": "555" },
      settings: { GPP_A: "x", Display_Name_1_: "A B" },
      secrets: { SA: "key" },
    },
    { id: "00005e005302", mac: "00005e005302", model: "7841" },
  ]);
  for (const size of [1, 2, 7, 50]) assert.deepEqual(inventory(text, size), expected, `parts of ${size}`);
  assert.deepEqual(inventory("model,prvst,ccert,dhcp66\n8841,-1,Not Installed,h").devices, [
    { id: "1", model: "8841", provisioning: { state: -1 }, certificate: false, dhcp: { "66": "h" } },
  ]);
});

test("reads any rows, however they are cut", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a"',;\n\r \t]{0,60}$/), fc.integer({ min: 1, max: 9 }), (text, size) => {
      assert.deepEqual(inventory(`mac,model\n${text}`, size), inventory(`mac,model\n${text}`));
    }),
  );
});

test("knows phones by their User-Agent", () => {
  assert.deepEqual(deviceFromUserAgent("Cisco-CP-8841-3PCC/11.0 (00005e005301)"), {
    id: "00005e005301",
    pn: "CP-8841-3PCC",
    mac: "00005e005301",
    release: "11.0",
  });
  assert.deepEqual(deviceFromUserAgent("Cisco/SPA504G-7.5.5(00005e005301)"), {
    id: "00005e005301",
    pn: "SPA504G",
    mac: "00005e005301",
    firmware: "7.5.5",
  });
  assert.deepEqual(deviceFromUserAgent("Cisco-CP-7841-3PCC/sip78xx.12-0-3MPP0001-87"), {
    id: "CP-7841-3PCC",
    pn: "CP-7841-3PCC",
    firmware: "sip78xx.12-0-3MPP0001-87",
  });
  // ../shared/spec/deployment.md 1.1 and 2.3
  const agents: readonly (readonly [agent: string, device: object])[] = [
    [
      "Cisco/ATA191-MPP-11-1-0-MSR4 (FCH2443D9R4)",
      { id: "FCH2443D9R4", pn: "ATA191-MPP", serial: "FCH2443D9R4", firmware: "11-1-0MSR4" },
    ],
    ["Linksys/SPA-942-6.1.5(a) (88019FA42805)", { pn: "SPA-942", serial: "88019FA42805", firmware: "6.1.5(a)" }],
    ["Linksys/SPA-962-6.1.5(a) (4MM00F903042)", { pn: "SPA-962", serial: "4MM00F903042", firmware: "6.1.5(a)" }],
    ["Cisco-CP-6841-3PCC/12.0.1 (c4c603731f67)", { pn: "CP-6841-3PCC", mac: "c4c603731f67", release: "12.0.1" }],
    ["Cisco-CP-7832-3PCC/11.0.1 (00562b043615)", { pn: "CP-7832-3PCC", mac: "00562b043615", release: "11.0.1" }],
    [
      "Cisco-CP-8865-3PCC/12.0.3_dcf719f39350_d4e6994b-60bc-4fba-a490-fe5f8e74ceea_d4e6994b-60bc-4fba-a490-fe5f8e74ceeb",
      { pn: "CP-8865-3PCC", mac: "dcf719f39350", release: "12.0.3" },
    ],
    [
      "Cisco/SPA508G-7.4.8a (0002FDFF2103)(CBT141400UK)",
      { pn: "SPA508G", mac: "0002fdff2103", serial: "CBT141400UK", firmware: "7.4.8a" },
    ],
    ["Cisco/SPA525G-7.4.7 (CBT141900G7)", { pn: "SPA525G", serial: "CBT141900G7", firmware: "7.4.7" }],
    ["Cisco/SPA112-1.4.1(SR5) (88755A000001)", { pn: "SPA112", mac: "88755a000001", firmware: "1.4.1(SR5)" }],
    ["Cisco-DP-9851/3.2.1 (00:00:5E:00:53:01)", { pn: "DP-9851", mac: "00005e005301", release: "3.2.1" }],
  ];
  for (const [agent, device] of agents) {
    const found = deviceFromUserAgent(agent);
    assert.ok(found, agent);
    assert.deepEqual({ ...device, id: found.id }, found, agent);
    assert.ok(found.id === found.mac || found.id === found.serial, agent);
  }
  assert.equal(
    completeDevice(deviceFromUserAgent("Linksys/PAP2T-5.1.6(LS)") ?? { id: "" }, catalogue).family,
    "spa2xx",
  );
  for (const other of ["", "Mozilla/5.0 (X11)", "curl/8.0", "Cisco-"])
    assert.equal(deviceFromUserAgent(other), undefined);
});

test("knows phones by their dump", () => {
  const dump: Readonly<Record<string, string>> = {
    Product_Name: "CP-8841-3PCC",
    MAC_Address: "00005E005301",
    Serial_Number: "FCH00000001",
    Software_Version: "sip88xx.12-0-3MPP0001-87",
    Client_Certificate: "Not Installed",
    User_ID_2_: "556",
    GPP_A: "x",
    GPP_SA: "***",
  };
  assert.deepEqual(
    deviceFromDump((name) => dump[name]),
    {
      id: "00005e005301",
      pn: "CP-8841-3PCC",
      mac: "00005e005301",
      serial: "FCH00000001",
      firmware: "sip88xx.12-0-3MPP0001-87",
      certificate: false,
      users: { "2": "556" },
      settings: { GPP_A: "x" },
    },
  );
  assert.equal(
    deviceFromDump(() => undefined),
    undefined,
  );
});
