import assert from "node:assert/strict";
import { test } from "node:test";
import type { Device } from "../../../server/src/devices/device";
import { ciscoEnterprise } from "../../../server/src/dialects/cisco-enterprise/index";
import { hover } from "../../../server/src/features/hover";
import { fixture, noToken, textDocument } from "../../support/fixture";
import { serviceOf } from "../../support/problems";

const own = "SEP00005E005301.cnf.xml";

/** `name: note` of each file that a phone asks for, and how many settings it takes of the file. */
function asked(
  text: string,
  device: Partial<Device>,
  folder: { readonly own: string; readonly others?: readonly string[] },
) {
  const { catalogue } = serviceOf(ciscoEnterprise);
  const document = ciscoEnterprise.read(text, catalogue);
  const neighbors = { own: folder.own, names: [folder.own, ...(folder.others ?? [])], read: () => undefined };
  const report = ciscoEnterprise.preview?.report(
    { document, catalogue, neighbors },
    { id: "desk", mac: "00:00:5e:00:53:01", ...device },
  );
  const files = report?.script?.files.map(({ name, note }) => (note === undefined ? name : `${name}: ${note}`));
  return { files, settings: report?.script?.settings.length, upgrade: report?.upgrade.steps[0]?.outcome };
}

const file =
  "<device><deviceProtocol>SIP</deviceProtocol><loadInformation>SIP42.9-4-2SR3-1S</loadInformation></device>";
const trust = "is not in the folder; the phone trusts no certificates of it";

test("a phone asks for certificates, its own file and the default file, in this order", () => {
  assert.deepEqual(asked(file, { model: "7942", firmware: "SIP42.8-5-4S" }, { own }), {
    files: [
      `CTLSEP00005E005301.tlv: ${trust}`,
      `ITLSEP00005E005301.tlv: ${trust}`,
      `ITLFile.tlv: ${trust}`,
      `${own}: is this file`,
      `XMLDefault.cnf.xml: is not asked for, because the server has ${own}`,
    ],
    settings: 2,
    upgrade: "load taken",
  });
  assert.equal(asked(file, { model: "7942", firmware: "SIP42.9-4-2SR3-1S" }, { own }).upgrade, "already running");
  assert.equal(asked(file, { model: "7965", firmware: "SIP45.9-4-2SR3-1S" }, { own }).upgrade, "other phone");
});

test("the default file is read by phones without a file of their own, and not by firmware 9", () => {
  const text = "<Default><loadInformation434>SIP42.9-4-2SR3-1S</loadInformation434></Default>";
  const folder = { own: "XMLDefault.cnf.xml" };
  const old = asked(text, { model: "7942", firmware: "SIP42.8-5-4S" }, folder);
  assert.equal(old.files?.at(-1), "XMLDefault.cnf.xml: is this file");
  assert.deepEqual([old.settings, old.upgrade], [1, "load taken"]);
  const recent = asked(text, { model: "7942", firmware: "SIP42.9-4-2SR3-1S" }, folder);
  assert.equal(recent.files?.at(-1), "XMLDefault.cnf.xml: is not asked for by firmware 9.0 and later");
  assert.deepEqual([recent.settings, recent.upgrade], [0, undefined]);
  const withOwn = asked(text, { model: "7942", firmware: "SIP42.8-5-4S" }, { ...folder, others: [own] });
  assert.equal(withOwn.files?.at(-1), `XMLDefault.cnf.xml: is not asked for, because the server has ${own}`);
  assert.equal(withOwn.settings, 0);
});

test("older phones with SIP ask for flat files too, and those with SCCP do not", () => {
  const names = (firmware: string) =>
    asked("<device><deviceProtocol>SIP</deviceProtocol></device>", { model: "7960", firmware }, { own }).files?.map(
      (each) => each.replace(/:.*/, ""),
    );
  const start = ["OS79XX.TXT", "CTLSEP00005E005301.tlv", own, "XMLDefault.cnf.xml"];
  assert.deepEqual(names("P0S3-8-12-00"), [...start, "SIPDefault.cnf", "SIP00005E005301.cnf"]);
  assert.deepEqual(names("P00308010100"), start);
});

test("templates and copies are read whatever their name is", () => {
  const { files, settings } = asked(file, { model: "7942", firmware: "SIP42.8-5-4S" }, { own: "SEPMAC.cnf.xml" });
  assert.equal(files?.[0], "SEPMAC.cnf.xml");
  assert.equal(settings, 2);
});

test("an invented phone has the address of the file's name, and a real one its own", () => {
  const { catalogue } = serviceOf(ciscoEnterprise);
  const samples = ciscoEnterprise.preview?.samples(catalogue) ?? [];
  assert.ok(samples.length > 10);
  let asks = 0;
  for (const name of ["SEP0123456789AB.cnf.xml", "sep0123456789ab.cnf.xml"])
    for (const sample of samples) {
      const names = asked(file, sample, { own: name }).files ?? [];
      const wanted = names.filter((each) => each.includes("SEP"));
      asks += wanted.length;
      assert.ok(
        wanted.every((each) => /SEP0123456789AB/i.test(each)),
        names.join(),
      );
    }
  assert.ok(asks > 100, String(asks));
  const [first] = samples;
  const other = asked(file, { ...first, mac: "00:00:5e:00:53:fe" }, { own: "SEP0123456789AB.cnf.xml" }).files ?? [];
  assert.ok(other.some((each) => each.includes("SEP00005E0053FE")));
  // Names of templates have no address.
  assert.ok(asked(file, { ...first }, { own: "SEPMAC.cnf.xml" }).files?.every((each) => !/SEP01234/.test(each)));
});

test("the hover of sharing names the three places that decide, in their order", () => {
  const { file: open, position } = fixture(
    "<device><vendorConfig><peer$0FirmwareSharing>1</peerFirmwareSharing></vendorConfig></device>",
    undefined,
    ciscoEnterprise,
  );
  const found = JSON.stringify(hover.run(open, { textDocument, position }, noToken));
  assert.match(found, /page of the phone, then its common phone profile, then the enterprise phone configuration/);
});
