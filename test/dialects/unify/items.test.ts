import assert from "node:assert/strict";
import test from "node:test";
import { defaultSettings } from "../../../server/src/analysis/snapshot";
import { dhcpOptions } from "../../../server/src/dialects/unify/dhcpOptions";
import { unifyXml } from "../../../server/src/dialects/unify/index";
import { keysOf, runsInWords } from "../../../server/src/dialects/unify/keys";
import { item, messageOf, written } from "../../../server/src/dialects/unify/message";
import { fileRequests } from "../../../server/src/dialects/unify/requests";
import type { Setting } from "../../../server/src/profile/setting";
import { applyEdits, inOrder } from "../../../server/src/text/edits";
import { type Edit, shift } from "../../../server/src/text/span";
import { withSite } from "../../support/commandLine";
import { problemsOf, serviceOf } from "../../support/problems";

const { catalogue } = serviceOf(unifyXml);
const settingsOf = (text: string) => unifyXml.read(text, catalogue).segments.flatMap(({ settings }) => settings);
const codesOf = (body: string, settings = defaultSettings) =>
  problemsOf(written(body), settings, unifyXml)
    .filter(({ severity }) => severity !== "info" && severity !== "hint")
    .map(({ code, severity }) => `${severity} ${code}`);

test("the index of an item belongs to its name", () => {
  const names = settingsOf(
    written(
      item("e164", "1"),
      item("function-key-def", "59", 1002),
      '<Item index=" 3 " name="codec-type">1</Item>',
      '<Item name="alert" index="">1</Item>',
      '<Item name="<%= a %>" index="<%= b %>">1</Item>',
    ),
  ).map(({ name, templated }) => (templated ? "a template" : name));
  assert.deepEqual(names, ["Action", "e164", "function-key-def[1002]", "codec-type[3]", "alert", "a template"]);
  for (const name of ["function-key-def[1002]", "codec-type[3]", "alert", "alert[11]", "file-name", "file-name[2]"])
    assert.ok(catalogue.has(name), name);
  assert.ok(!catalogue.has("function-key-def"));
});

function changed(text: string, edits: (setting: Setting) => readonly Edit[]): string {
  const document = unifyXml.read(text, catalogue);
  const [setting] = document.segments.flatMap(({ settings }) => settings);
  assert.ok(setting);
  const start = document.startOf(setting.segment);
  return applyEdits(text, inOrder(edits(setting).map((edit) => ({ ...edit, span: shift(edit.span, start) }))));
}

test("an item is written with its index in an attribute", () => {
  const { write } = unifyXml;
  assert.equal(write.element("e164", "a<b"), '<Item name="e164">a&lt;b</Item>');
  assert.equal(write.element("alert[3]", "x"), '<Item name="alert" index="3">x</Item>');
  assert.equal(write.element("Action", "Restart"), "<Action>Restart</Action>");
  const list = (body: string) => `<ItemList>${body}</ItemList>`;
  const rename = (from: string, to: string, expected: string) =>
    assert.equal(
      changed(list(from), (setting) => write.rename(setting, to)),
      list(expected),
    );
  rename('<Item name="a" index="1">x</Item>', "b[1]", '<Item name="b" index="1">x</Item>');
  rename('<Item index="1" name="a">x</Item>', "b[2]", '<Item index="2" name="b">x</Item>');
  rename('<Item name="a">x</Item>', "b[2]", '<Item name="b" index="2">x</Item>');
  rename('<Item name="a" index="1">x</Item>', "b", '<Item name="b" index="1">x</Item>');
});

test("sound items of every kind are not reported", () => {
  const sound = [
    item("sntp-addr", "NULL"),
    item("ldap-pwd", ""),
    item("sntp-tz-offset", "-300"),
    item("sntp-tz-offset", "0"),
    item("outbound-proxy-user", "f-201"),
    item("function-key-def", "63", 4002),
    item("function-key-def", "54", 1),
    item("feature-availability", "false", 33),
    item("locked-config-menus", "true"),
    item("file-type", "SCREENSAVER", 1),
    item("reg-addr", "{{ host }}"),
    item("vlan-id", "<%= vlan %>"),
    item("file-sw-version", "1.4.9.0"),
    item("file-sw-version", "V3 R3.24.0", 2),
    item("time", "1764000000"),
  ];
  for (const each of sound) assert.deepEqual(codesOf(each), [], each);
});

test("a message that asks for items, or reports them, is not one that sets them", () => {
  const asked = ["file-server", "file-https-base-url", "file-name", "function-key-def", "key-label-unicode", "sip-pwd"];
  const list = asked.map((name) => `<Item name="${name}"/>`);
  const codes = (text: string) => problemsOf(text, undefined, unifyXml).map(({ code }) => code);
  assert.deepEqual(codes(messageOf("ReadItems", list)), []);
  assert.deepEqual(codes(messageOf("ReadAllItems", [])), []);
  const report = written(item("file-server", "")).replaceAll("DLSMessage", "WorkpointMessage");
  const status = "<ReasonForContact>status</ReasonForContact>";
  assert.deepEqual(codes(report.replace(/<Action>.*<\/Action>/, status)), []);
  assert.deepEqual(codes(messageOf("FileDeployment", list.slice(0, 1))).sort(), [
    "deployment/no-file",
    "deployment/no-server",
  ]);
});

test("faults of keys are found with the right key", () => {
  const desk = item("key-label-unicode", "Desk", 1002);
  const withFunction = (index: number) => item("function-key-def", "10", index);
  assert.deepEqual(codesOf(desk + withFunction(1003)), ["warning key/index"]);
  assert.deepEqual(codesOf(desk + withFunction(1002)), []);
  // Only labels are changed, or only functions.
  assert.deepEqual(codesOf(desk), []);
  assert.deepEqual(codesOf(withFunction(1003)), []);
  // The function of another key is far away, or the label is taken back.
  assert.deepEqual(codesOf(desk + withFunction(1)), []);
  assert.deepEqual(codesOf(item("key-label-unicode", "", 1002) + withFunction(1003)), []);
  assert.deepEqual(codesOf(desk + item("function-key-def", "0", 1003)), []);
  assert.deepEqual(codesOf(item("function-key-def", "59", 1)), ["warning key/companion"]);
  assert.deepEqual(codesOf(item("function-key-def", "59", 1) + item("stimulus-led-control-uri", "", 1)), [
    "warning key/companion",
  ]);
  assert.deepEqual(codesOf(item("function-key-def", "59", 1) + item("stimulus-led-control-uri", "201", 2)), [
    "warning key/companion",
  ]);
  assert.deepEqual(codesOf(item("function-key-def", "59", 1) + item("stimulus-led-control-uri", "201", 1)), []);
});

test("keys are those of the model", () => {
  assert.equal(
    runsInWords(keysOf("OpenStage 40", catalogue) ?? []),
    "1–6, 301–312, 401–412, 1001–1006, 1301–1312, 1401–1412",
  );
  assert.equal(keysOf("CP400", catalogue), undefined);
  assert.equal(keysOf(undefined, catalogue), undefined);
  const on = (model: string, index: number) =>
    codesOf(item("function-key-def", "18", index), { ...defaultSettings, device: { model } });
  for (const [model, last] of [
    ["OpenStage 15", 8],
    ["OpenStage 40", 6],
    ["OpenStage 60", 8],
    ["OpenStage 80", 9],
    ["Desk Phone IP 35", 3],
    ["Desk Phone IP 55G", 8],
  ] as const)
    for (const base of [0, 1000]) {
      assert.deepEqual(on(model, base + last), [], model);
      assert.deepEqual(on(model, base + last + 1), ["warning key/index-range"], model);
    }
  assert.deepEqual(on("OpenStage 40", 4002), []);
  // The number of its keys is unknown, or the model is.
  assert.deepEqual(on("CP400", 99), []);
  assert.deepEqual(codesOf(item("function-key-def", "18", 99)), []);
});

const hex = "01075369656d656e73020400000065031d68747470733a2f2f39332e3132322e3131342e39363a3434332f646d73ff";

test("option 43 has the vendor, the VLAN and one server", () => {
  const [option] = dhcpOptions;
  assert.ok(option);
  const read = option.decode(hex);
  assert.deepEqual(read.settings, [{ name: "vlan-id", value: "101" }]);
  assert.deepEqual(read.problems, []);
  assert.deepEqual(read.facts?.slice(0, 2), ["Vendor: Siemens", "Server (DMS): https://93.122.114.96:443/dms"]);
  assert.match(read.facts?.[2] ?? "", /<mac>_config\.xml, and after a 404 .*\/000000000000_config\.xml/);
  const url = { name: "url", value: "https://93.122.114.96:443/dms" };
  assert.equal(option.encode([url, { name: "vlan-id", value: "101" }]).text, hex);
  const dls = option.encode([{ name: "url", value: "sdlp://192.0.2.1:18443" }]).text;
  assert.equal(option.decode(dls).facts?.[1], "Server (DLS): sdlp://192.0.2.1:18443");
  const problems = (text: string) => option.decode(text).problems.length;
  assert.equal(problems("0107536965"), 1);
  assert.equal(problems("0103416263ff"), 1);
  assert.equal(problems("0203000065ff"), 1);
  assert.equal(problems(`${hex.slice(0, -2)}${dls.slice(18)}`), 1);
  assert.equal(problems("text"), 1);
  assert.equal(option.encode([url, { name: "url", value: "sdlp://192.0.2.1:18443" }]).losses.length, 1);
  assert.equal(
    option.encode([
      { name: "vlan-id", value: "5000" },
      { name: "e164", value: "1" },
    ]).losses.length,
    2,
  );
  assert.equal(option.encode([{ name: "url", value: `https://${"a".repeat(250)}` }]).text, "");
});

test("a phone asks for its own file, then for that of all", () => {
  const requests = fileRequests("https://dms/config/", "0A:1B:2C:3D:4D:5F");
  assert.deepEqual(requests, [
    { url: "https://dms/config/0a1b2c3d4d5f_config.xml", headers: { macaddress: "0a1b2c3d4d5f" } },
    { url: "https://dms/config/000000000000_config.xml", headers: { macaddress: "0a1b2c3d4d5f" }, after: 404 },
  ]);
});

test("option 43 of two systems is chosen by its vendor or its file", () =>
  withSite(
    { "000000000000_config.xml": written(item("vlan-id", "101")), "46xxsettings.txt": "SET L2QVLAN 7\n" },
    async (site) => {
      const read = await site.run(["option", "43", hex]);
      assert.equal(read.code, 0);
      assert.match(read.out, /<!-- Server \(DMS\): https:.*-->\n[\s\S]*<Item name="vlan-id">101</);
      const set = ["--setting", "url=https://93.122.114.96:443/dms"];
      const file = await site.run(["option", "43", "--encode", "000000000000_config.xml", ...set]);
      assert.equal(file.out, `${hex}\n`);
      const single = await site.run(["option", "43", "--dialect", "unify", "--setting", "vlan-id=101", ...set]);
      assert.deepEqual([single.code, single.out], [0, `${hex}\n`]);
      const other = await site.run(["option", "43", "--encode", "46xxsettings.txt"]);
      assert.match(other.out, /^01040000/);
      for (const wrong of [
        ["43", "0102ffff"],
        ["43", ...set],
        ["43", hex, ...set],
        ["43", "--setting", "url"],
      ])
        assert.equal((await site.run(["option", ...wrong])).code, 2, wrong.join(" "));
    },
  ));
