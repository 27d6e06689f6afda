import assert from "node:assert/strict";
import test from "node:test";
import type { Device } from "../../server/src/devices/device";
import { sampleDevices } from "../../server/src/dialects/cisco-flat-profile/devices/sampleDevices";
import { addDevice } from "../../server/src/features/addDevice";
import { deviceList } from "../../server/src/features/deviceList";
import { evaluation } from "../../server/src/features/evaluation";
import { previewRun } from "../../server/src/features/previewRun";
import { catalogue } from "../support/catalogue";
import { fixture, textDocument } from "../support/fixture";
import { evaluated, expandedFile } from "../support/preview";
import { answerFor, answerTo } from "../support/requests";

const canary = "cAnArY-4711";

test("shows what a file makes a phone do, with places in the file", () => {
  const text = `<flat-profile>
<Profile_Rule>(&quot;$A&quot; eq &quot;x&quot;)? http://h/$MA.xml?a=1&amp;b=2</Profile_Rule>
<GPP_A>x</GPP_A>
</flat-profile>`;
  const { file } = fixture(text);
  const { rules, starts, isSample, macros } = evaluated(file, {
    id: "a",
    model: "8841",
    mac: "00:00:5e:00:53:01",
  });
  const [rule] = rules;
  const [alternative] = rule?.alternatives ?? [];
  assert.equal(isSample, false);
  assert.deepEqual(starts, [{ line: 1, character: 0 }]);
  assert.equal(rule?.fetches, "http://h/00005e005301.xml?a=1&b=2");
  assert.equal(macros.PSN, "8841-3PCC");
  const at = (span: { start: number; end: number } | undefined) => text.slice(span?.start, span?.end);
  assert.equal(at(alternative?.urlSpan), "http://h/$MA.xml?a=1&amp;b=2");
  assert.equal(at(alternative?.comparisons[0]?.left.span), "&quot;$A&quot;");
  assert.equal(alternative?.comparisons[0]?.left.typed, '"$A"');
  assert.equal(at(rule?.span), text.slice(text.indexOf("(&quot"), text.indexOf("</Profile_Rule")));
});

test("lets the later profile of a file win, and passes templates over", () => {
  const { file } = fixture(
    "<d><flat-profile><Profile_Rule>http://h/a</Profile_Rule><Profile_Rule_B>http://h/{$x}</Profile_Rule_B></flat-profile><flat-profile><Profile_Rule>http://h/b</Profile_Rule></flat-profile></d>",
  );
  const { rules, isSample } = evaluated(file, undefined);
  assert.equal(isSample, true);
  assert.equal(rules[0]?.fetches, "http://h/b");
});

test("a file of another system makes no phone do anything", () => {
  for (const text of ["SET SIPDOMAIN example.com\n", "<device><devicePool/></device>"])
    assert.equal(answerFor(evaluation, fixture(text).file, undefined), null, text);
});

test("a phone of another system takes nothing from a file", () => {
  const { file } = fixture("<flat-profile><Profile_Rule>http://h/$MODEL.cfg</Profile_Rule></flat-profile>");
  const other: Device = { id: "desk", dialect: "toy-settings", model: "D100" };
  assert.equal(evaluated(file, other).isSample, true);
  assert.equal(expandedFile(file, other).device, expandedFile(file, undefined).device);
  assert.equal(previewRun({ ...file, previewDevice: other }), undefined);
  assert.ok(previewRun({ ...file, previewDevice: { id: "desk", model: "8841" } }));
});

test("masks secrets of the file in everything that is answered", () => {
  const { file } = fixture(`<flat-profile>
<Profile_Rule>[--key $SA --pwd ${canary}] http://h/$B</Profile_Rule>
<Profile_Rule_B>[--key $C] http://h/$SA</Profile_Rule_B>
<Report_Rule>[--delta --pwd ${canary}] http://u:${canary}@h/r</Report_Rule>
<Upgrade_Rule>http://h/$C/sip88xx.12-0-2MPP0001-116.loads</Upgrade_Rule>
<Log_Request_Msg>$PN $C ${canary}</Log_Request_Msg>
<GPP_C>${canary}</GPP_C>
<GPP_SA>${canary}</GPP_SA>
</flat-profile>`);
  const answer = JSON.stringify(evaluated(file, undefined));
  assert.ok(!answer.includes(canary), answer.slice(Math.max(0, answer.indexOf(canary) - 300)));
});

test("has a sample of every model, each of which its own rules know", () => {
  const samples = sampleDevices(catalogue);
  assert.equal(new Set(samples.map(({ id }) => id)).size, samples.length);
  assert.equal(new Set(samples.map(({ mac }) => mac)).size, samples.length);
  for (const sample of samples) {
    const { file } = fixture(
      "<flat-profile><Profile_Rule>($SWVER ge $SWVER)? http://h/$MA</Profile_Rule></flat-profile>",
    );
    const { rules, device } = evaluated(file, sample);
    assert.equal(rules[0]?.fetches, `http://h/${sample.mac}`, sample.id);
    assert.equal(device.family, sample.family);
  }
  for (const family of catalogue.families)
    assert.ok(
      samples.some((sample) => sample.family === family.id),
      family.id,
    );
});

test("lists the workspace's devices before invented ones, with what is wrong in their file", async () => {
  const text = `{ "devices": [
    { "id": "desk", "model": "8841", "secrets": { "SA": { "stored": "office" } } },
    { "id": "hall", "colour": "red" }
  ] }`;
  const { own, samples, problems } = await answerTo(deviceList, { text: text });
  assert.deepEqual(
    own.map(({ device, stored }) => [device.id, stored]),
    [
      ["desk", { SA: "office" }],
      ["hall", {}],
    ],
  );
  assert.deepEqual(
    problems.map(({ line }) => line),
    [2],
  );
  const ofFirst = sampleDevices(catalogue);
  assert.deepEqual(samples.slice(0, ofFirst.length), ofFirst);
  const ids = samples.map(({ id }) => id);
  assert.deepEqual(ids, [...new Set(ids)], "two systems have a model of the same name");
  assert.deepEqual((await answerTo(deviceList, {})).own, []);
  assert.deepEqual((await answerTo(deviceList, {})).problems, []);
});

test("adds a device to the file and leaves the rest of it as it is", async () => {
  const added = async (existing: string | undefined, userAgent: string) =>
    (await answerTo(addDevice, { ...(existing !== undefined && { existing }), userAgent }))?.text;
  const first = await added(undefined, "Cisco-CP-8841-3PCC/11.0 (00005e005301)");
  const second = await added(first, "Cisco/SPA504G-7.5.5(00005e005302)");
  const { own, problems } = await answerTo(deviceList, { text: second ?? "" });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    own.map(({ device }) => [device.id, device.pn]),
    [
      ["00005e005301", "CP-8841-3PCC"],
      ["00005e005302", "SPA504G"],
    ],
  );
  assert.equal(second?.startsWith(first?.trimEnd().slice(0, -8) ?? "?"), true);
  assert.equal(await added("{ broken", "Cisco/SPA504G-7.5.5(00005e005302)"), undefined);
  assert.equal(await added(undefined, "curl/8.1"), undefined);
});

test("adds the device that a dump is of, without its secrets", async () => {
  const { file } = fixture(`<flat-profile>
<Product_Name>CP-8841-3PCC</Product_Name>
<MAC_Address>00:00:5E:00:53:01</MAC_Address>
<GPP_A>x</GPP_A><GPP_SA>${canary}</GPP_SA><Admin_Password>${canary}</Admin_Password>
</flat-profile>`);
  const answer = await answerTo(addDevice, { textDocument }, file);
  assert.equal(answer?.id, "00005e005301");
  assert.ok(answer?.text.includes('"GPP_A": "x"'));
  assert.ok(!answer?.text.includes(canary));
  assert.equal(await answerTo(addDevice, { textDocument, userAgent: "curl/8.1" }, file), null);
});
