import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { addDevice } from "../../server/src/features/addDevice";
import { deviceList } from "../../server/src/features/deviceList";
import { importDevices } from "../../server/src/features/importDevices";
import type { ImportDevicesAnswer } from "../../server/src/protocol";
import { answerTo } from "../support/requests";
import { withSession } from "../support/session";

const canary = "cAnArY-4711";

async function imported(list: string, existing?: string): Promise<ImportDevicesAnswer> {
  const answer = await answerTo(importDevices, existing === undefined ? { list } : { list, existing });
  assert.ok(answer);
  assert.deepEqual((await answerTo(deviceList, { text: answer.text })).problems, []);
  assert.ok(!answer.text.includes(canary), answer.text);
  return answer;
}

const reported = ({ problems }: ImportDevicesAnswer) =>
  problems.map(({ line, message, isLost }) => `${line}${isLost ? "" : " note"}: ${message}`);

test("the rows of a list become devices, and the others are reported with their line", async () => {
  const answer = await imported(`MAC Address;Model;Name;GPP_A;Colour
00:00:5E:00:53:01;8841;"Front
desk";x;red

00-00-5e-00-53-02;8861;Hall
00005e0053;8861;Attic
00005e005302;8861;Hall again
;;;;blue
;;Label only
00005e005303;8841;a;b;c;d;e`);
  assert.deepEqual(answer.ids, ["00005e005301", "00005e005302", "Label only"]);
  assert.deepEqual(reported(answer), [
    "0 note: Unknown columns are ignored: Colour.",
    "5: A MAC address must have 12 hexadecimal digits.",
    "6: A device with this MAC address already exists.",
    "7: The row does not identify a device.",
    "9: The row has 7 cells, but the first row has 5 columns.",
  ]);
  const { own } = await answerTo(deviceList, { text: answer.text });
  assert.deepEqual(own[0]?.device, {
    id: "00005e005301",
    model: "8841",
    label: "Front\ndesk",
    mac: "00:00:5E:00:53:01",
    settings: { GPP_A: "x" },
  });
});

test("secrets go to the editor's storage, or nowhere", async () => {
  const answer = await imported(
    `id,mac,SA,MPWD,MUID,Password_1_,GPP_B\ndesk,00005e005301,${canary},${canary}2,anna,${canary}3,b`,
  );
  assert.deepEqual(answer.secrets, [
    { name: "desk.SA", value: canary },
    { name: "desk.mobility.password", value: `${canary}2` },
  ]);
  const [entry] = (await answerTo(deviceList, { text: answer.text })).own;
  assert.deepEqual(entry?.stored, { SA: "desk.SA", "mobility.password": "desk.mobility.password" });
  assert.deepEqual(entry?.device.settings, { GPP_B: "b" });
  assert.equal(entry?.device.mobility?.user, "anna");
  assert.match(reported(answer).join(), /0 note: Columns with secrets .*Password_1_/);
});

test("a list that cannot be read says why, and leaves the file as it is", async () => {
  const file = '{ "devices": [] } // mine\n';
  for (const [list, message] of [
    ["", ""],
    ["colour,size\nred,1", "0: The first row has no known column, such as `mac` or `model`."],
    ['mac\n"00005e005301', "1: A quotation mark is not closed. The remaining rows cannot be read."],
  ] as const) {
    const answer = await imported(list, file);
    assert.equal(reported(answer).join(), message);
    assert.equal(answer.text, file);
  }
  assert.equal(await answerTo(importDevices, { list: "mac\n00005e005301", existing: '{ "devices": [ }' }), null);
});

test("an unknown family is left out of its device, and a known one kept", async () => {
  const answer = await imported("mac,family,model\n00005e005301,mpp88xx,8841\n00005e005302,desk phones,8841");
  assert.deepEqual(
    (await answerTo(deviceList, { text: answer.text })).own.map(({ device }) => device.family),
    ["mpp88xx", undefined],
  );
  assert.deepEqual(reported(answer), ["2 note: Unknown family. It is skipped."]);
});

test("a very long list ends at a length that no person would pick from", async () => {
  const rows = Array.from({ length: 5002 }, (_, i) => (0x5e0000000000 + i).toString(16).padStart(12, "0"));
  const answer = await imported(`mac\n${rows.join("\n")}`);
  assert.equal(answer.ids.length, 5000);
  assert.match(reported(answer).join(), /^5001: The list has more than 5000 devices/);
});

test("devices are added after the last one; comments, order and layout stay", async () => {
  const add = async (existing: string) =>
    (await answerTo(addDevice, { existing, device: { id: "new", mac: "00005e005309" } }))?.text;
  assert.equal(
    await add(
      '// ours\r\n{\r\n\t"devices": [\r\n\t\t{ "id": "b" }, // first, of two\r\n\t\t{ "id": "a" } // last, with a comma\r\n\t]\r\n}\r\n',
    ),
    '// ours\r\n{\r\n\t"devices": [\r\n\t\t{ "id": "b" }, // first, of two\r\n\t\t{ "id": "a" }, // last, with a comma\r\n\t\t{\r\n\t\t\t"id": "new",\r\n\t\t\t"mac": "00005e005309"\r\n\t\t}\r\n\t]\r\n}\r\n',
  );
  assert.equal(
    await add('{ "devices": [{ "id": "a" }, /* more */ ] }'),
    '{ "devices": [{ "id": "a" }, /* more */\n  {\n    "id": "new",\n    "mac": "00005e005309"\n  }\n] }',
  );
  assert.equal(
    await add("[\n  // none yet\n]\n"),
    '[\n  // none yet\n  {\n    "id": "new",\n    "mac": "00005e005309"\n  }\n]\n',
  );
  assert.equal(await add("{}"), undefined);
});

test("the text of a dump is enough to add its device", async () => {
  await withSession({}, async (session) => {
    const dump = `<flat-profile><Product_Name>CP-8841-3PCC</Product_Name><MAC_Address>00005E005301</MAC_Address><GPP_SA>${canary}</GPP_SA></flat-profile>`;
    const ask = (text: string) =>
      session.client.sendRequest<{ id: string; text: string } | null>("flatProfile/addDevice", { dump: text });
    const answer = await ask(dump);
    assert.equal(answer?.id, "00005e005301");
    assert.ok(!answer?.text.includes(canary));
    assert.equal(await ask("no dump"), null);
    const list = await session.client.sendRequest<ImportDevicesAnswer>("flatProfile/importDevices", {
      list: "mac\n00005e005302",
    });
    assert.deepEqual(list.ids, ["00005e005302"]);
  });
});

test("an open dump is enough to add its device", async () => {
  await withSession({}, async (session) => {
    const uri = "file:///dump.xml";
    const text =
      "<flat-profile><Product_Name>CP-8841-3PCC</Product_Name><MAC_Address>00005E005301</MAC_Address></flat-profile>";
    await session.client.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "flat-profile", version: 1, text },
    });
    const answer = await session.client.sendRequest<{ id: string } | null>("flatProfile/addDevice", {
      textDocument: { uri },
    });
    assert.equal(answer?.id, "00005e005301");
  });
});

test("whatever a list contains, the file stays readable and what was in it stays", async () => {
  const cell = fc.constantFrom(
    "mac",
    "model",
    "SA",
    "id",
    "00005e005301",
    '"',
    ",",
    ";",
    "\n",
    "\r\n",
    "8841",
    "\t",
    "\u0000",
    "é",
    "}",
    "//",
    "\\",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { maxLength: 40 }), async (parts) => {
      const before = '{ "devices": [ { "id": "kept" } /* x */ ] }';
      const { text, problems } = await imported(`mac,id,model\n${parts.join("")}`, before);
      assert.ok(text.startsWith('{ "devices": [ { "id": "kept" }') && text.includes("/* x */"));
      for (const { line } of problems) assert.ok(line >= 0 && line <= parts.length + 1);
    }),
  );
});
