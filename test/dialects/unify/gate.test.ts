import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { Ajv } from "ajv";
import { type GateOptions, gateRows } from "../../../server/src/deployment/gate/gateReport";
import { readManifest } from "../../../server/src/deployment/gate/manifest";
import { type GateImage, type GatePhone, gateVerdict } from "../../../server/src/deployment/gate/verdict";
import type { Device } from "../../../server/src/devices/device";
import { modelOfFile } from "../../../server/src/dialects/unify/gate/index";
import { partInWords } from "../../../server/src/dialects/unify/gate/partNumber";
import { unifyXml } from "../../../server/src/dialects/unify/index";
import { parseRelease } from "../../../server/src/schema/firmware";
import { withSite } from "../../support/commandLine";
import { serviceOf } from "../../support/problems";

const { catalogue } = serviceOf(unifyXml);
const readVersion = (text: string) => parseRelease(text, catalogue);
const desk: GatePhone = { hardwareLevel: 3, minVersion: "V1 R4.0.0", running: "V1 R9.3.0" };
const verdict = (image: Omit<GateImage, "file">, phone = desk, override = false) =>
  gateVerdict({ file: "a.img", ...image }, phone, readVersion, override);

/** `accept 1 compatible` */
const inShort = (image: Omit<GateImage, "file">, phone = desk, override = false) => {
  const { verdict: word, rule, because } = verdict(image, phone, override);
  return [word, rule, because].filter((part) => part !== undefined).join(" ");
};

test("with a hardware level in the header, the level of the image is compared with that of the phone", () => {
  assert.equal(inShort({ hardwareLevel: 3 }), "accept 1 compatible");
  assert.equal(inShort({ hardwareLevel: 2 }), "reject 1 incompatible");
  assert.equal(inShort({ hardwareLevel: 4 }), "reject 1 incompatible");
  assert.equal(inShort({ hardwareLevel: 2, supportedLevels: [2, 3] }), "accept 1 compatible");
  assert.equal(inShort({ supportedLevels: [1, 2] }), "reject 1 incompatible");
  assert.equal(inShort({ hardwareLevel: 0 }, { hardwareLevel: 0 }), "accept 1 compatible");
  // The version does not count then.
  assert.equal(inShort({ hardwareLevel: 3, version: "V1 R1.0.0" }), "accept 1 compatible");
  assert.equal(inShort({ hardwareLevel: 2, version: "V1 R10.0.0" }), "reject 1 incompatible");
});

test("without one, the version of the image is compared with the lowest one that is supported", () => {
  assert.equal(inShort({ version: "V1 R4.0.0" }), "accept 2 compatible");
  assert.equal(inShort({ version: "V1 R5.2.0" }), "accept 2 compatible");
  assert.equal(inShort({ version: "V1 R3.9.0" }), "reject 2 incompatible");
  // The level of the phone does not count then.
  assert.equal(inShort({ version: "V1 R3.9.0" }, { minVersion: "V1 R3.0.0" }), "accept 2 compatible");
  assert.equal(inShort({ version: "V1 R3.9.0", minVersion: "V1 R3.0.0" }, { hardwareLevel: 3 }), "accept 2 compatible");
});

test("versions are compared field by field, as numbers", () => {
  const order = [
    "V1 R1.9.0",
    "V1 R2.0.0",
    "1.4.9.0",
    "V1 R4.10.0",
    "v1r10.0.0",
    "V1.1 R1.0.0",
    "V2 R0.0.1",
    "V3 R3.24.0",
  ];
  for (const [i, version] of order.entries())
    for (const [k, minVersion] of order.entries())
      assert.equal(inShort({ version }, { minVersion }), i >= k ? "accept 2 compatible" : "reject 2 incompatible");
  for (const same of ["V1 R4.9.0", "V1R4.9.0", "1.4.9.0", "V1 R4.9", "1.4.9", "v1 r4.9.0 SIP 160602"])
    assert.equal(inShort({ version: same }, { minVersion: "V1 R4.9.0" }), "accept 2 compatible", same);
});

test("Override proceeds with the update in both cases", () => {
  for (const image of [{ hardwareLevel: 2 }, { version: "V1 R3.9.0" }]) {
    const { verdict: word, because, after, restarts } = verdict(image, desk, true);
    assert.deepEqual([word, because, after, restarts], ["accept", "override", "new image", true]);
  }
  assert.equal(inShort({ hardwareLevel: 2, override: true }), "accept 1 override");
  assert.equal(inShort({ version: "V1 R3.9.0", override: true }), "accept 2 override");
  // Where the check passes, nothing was overridden.
  assert.equal(inShort({ hardwareLevel: 3 }, desk, true), "accept 1 compatible");
});

test("a phone that does not take the image returns to its original application, without a restart", () => {
  for (const image of [{ hardwareLevel: 2 }, { version: "V1 R3.9.0" }]) {
    const { after, restarts } = verdict(image);
    assert.deepEqual([after, restarts], ["original application", false]);
  }
  assert.deepEqual([verdict({ hardwareLevel: 3 }).after, verdict({ hardwareLevel: 3 }).restarts], ["new image", true]);
});

test("what is not known is unknown, never a guess", () => {
  assert.equal(inShort({}), "unknown unknown");
  assert.equal(inShort({ hardwareLevel: 3 }, {}), "unknown 1 unknown");
  assert.equal(inShort({ version: "V1 R4.0.0" }, { hardwareLevel: 3 }), "unknown 2 unknown");
  assert.equal(inShort({ version: "newest" }), "unknown 2 unknown");
  const { after, restarts } = verdict({});
  assert.deepEqual([after, restarts], [undefined, undefined]);
});

test("a manifest is a list of images, one image, or a file with lowest versions", () => {
  const read = (value: unknown) => readManifest(JSON.stringify(value), readVersion);
  const image = {
    file: "a.img",
    product: "OpenStage 60",
    version: "V3 R3.24.0",
    hardwareLevel: 2,
    supportedLevels: [1, 2],
  };
  for (const each of [image, [image], { images: [image] }])
    assert.deepEqual([read(each).images, read(each).problems], [[image], []]);
  const whole = read({
    images: [{ ...image, swType: "Siemens SIP" }],
    minVersions: { CP400: "V1 R4.0.0" },
    override: true,
  });
  assert.deepEqual(whole.minVersions, { CP400: "V1 R4.0.0" });
  assert.equal(whole.override, true);
  assert.equal(whole.images[0]?.softwareType, "Siemens SIP");
});

test("what is wrong with a manifest is said at its place", () => {
  const problems = (text: string) =>
    readManifest(text, readVersion).problems.map(
      ({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`,
    );
  const bad: readonly (readonly [string, RegExp])[] = [
    ['{"images": [{"file": "a", "hardwarelevel": 3}]}', /^"hardwarelevel": .*`hardwareLevel`/],
    ['{"images": [{"file": "a", "hardwareLevel": "3"}]}', /^"3": .*whole number/],
    ['{"images": [{"file": "a", "hardwareLevel": -1}]}', /^-1: .*whole number/],
    ['{"images": [{"file": "a", "version": "new"}]}', /^"new": .*version/],
    ['{"images": [{"file": "a", "hardwareLevel": 1, "supportedLevels": [2]}]}', /^\[2\]: .*own hardware level 1/],
    ['{"images": [{"file": "a", "supportedLevels": []}]}', /^\[\]: /],
    ['{"images": [{"version": "V1 R1.0.0"}]}', /^\{: .*`file`/],
    ['{"images": [{"file": "a"}, {"file": "a"}]}', /twice/],
    ['{"image": [{"file": "a"}]}', /`images`/],
    ['{"images": 1}', /^1: /],
    ['{"images": [1]}', /^1: /],
    ['{"images": [], "minVersions": {"CP400": 1}}', /^1: /],
    ['{"images": [', /closing/],
    ["", /Expected a value/],
  ];
  for (const [text, expected] of bad)
    assert.ok(
      problems(text).some((each) => expected.test(each)),
      `${text}: ${problems(text)}`,
    );
});

test("the name of an image and a part number are hints", () => {
  const models = [
    ["OS_80_SIP_V1_R4_9_0.img", "OpenStage 80"],
    ["/os/OS_20E_HFA.img", "OpenStage 20E"],
    ["openstage_40-v3.img", "OpenStage 40"],
    ["CP400_SIP_V1R9.img", "CP400"],
    ["cp_205.img", "CP205"],
    ["x.img", undefined],
    ["OS_8.img", undefined],
    ["macOS_80x.img", undefined],
    ["CP2000.img", undefined],
  ] as const;
  for (const [file, model] of models) assert.equal(modelOfFile(file), model, file);
  assert.match(partInWords("S30817-S7403-A101-015") ?? "", /OpenStage 60 .*newer/);
  assert.match(partInWords("S30817-S7402-A101-19") ?? "", /OpenStage 40 .*older/);
  for (const none of ["Unknown", "", "S30817-S7409-A101-1", "S30817-S7404-A109-1"])
    assert.equal(partInWords(none), undefined);
});

const rows = (device: Partial<Device>, manifest: unknown, options: Partial<GateOptions> = {}) =>
  gateRows(
    { id: "desk", ...device },
    readManifest(JSON.stringify(manifest), readVersion),
    { override: false, minVersions: {}, ...options },
    unifyXml.gate as NonNullable<typeof unifyXml.gate>,
    catalogue,
  );

test("each phone is compared with the images for its model", () => {
  const images = [
    { file: "OS_40.img", hardwareLevel: 1 },
    { file: "OS_60.img", hardwareLevel: 2 },
    { file: "any.img", product: "CP400", version: "V1 R5.0.0" },
  ];
  const files = (device: Partial<Device>) => rows(device, images).map(({ file }) => file);
  assert.deepEqual(files({ model: "OpenStage 60" }), ["OS_60.img"]);
  assert.deepEqual(files({ model: "os60" }), ["OS_60.img"]);
  assert.deepEqual(files({}), ["OS_40.img", "OS_60.img", "any.img"]);
  const [other] = rows({ model: "CP200", hardwareLevel: 1 }, [images[0]]);
  assert.match(other?.notes.join() ?? "", /OpenStage 40/);
  assert.equal(other?.verdict, "accept");
});

test("the lowest version is that of the phone, of the run, of the manifest, of the image, in this order", () => {
  const image = { file: "a.img", version: "V1 R4.0.0", minVersion: "V1 R9.0.0" };
  const of = (device: Partial<Device>, manifest: unknown, minVersions = {}) =>
    rows({ model: "CP400", ...device }, manifest, { minVersions })[0]?.verdict;
  assert.equal(of({}, image), "reject");
  assert.equal(of({}, { images: [image], minVersions: { "Desk Phone CP400": "V1 R1.0.0" } }), "accept");
  assert.equal(of({}, { images: [image], minVersions: { CP400: "V1 R1.0.0" } }, { CP400: "V1 R8.0.0" }), "reject");
  assert.equal(of({ minFirmware: "V1 R2.0.0" }, image, { CP400: "V1 R8.0.0" }), "accept");
});

test("notes name an override, an older version and the hint of a part number", () => {
  const notes = (device: Partial<Device>, image: object, options: Partial<GateOptions> = {}) =>
    rows(device, { file: "a.img", ...image }, options)[0]?.notes.join(" ") ?? "";
  assert.match(notes({ hardwareLevel: 1 }, { hardwareLevel: 2 }, { override: true }), /Override/);
  assert.equal(notes({ hardwareLevel: 2 }, { hardwareLevel: 2 }, { override: true }), "");
  const old = { minFirmware: "V1 R1.0.0", firmware: "V1 R9.0.0" };
  assert.match(notes(old, { version: "V1 R4.0.0" }), /older/);
  assert.match(notes(old, { version: "1.9.0.0" }), /already/);
  assert.match(notes({ partNumber: "S30817-S7403-A101-015" }, { hardwareLevel: 2 }), /newer hardware/);
});

const manifest = JSON.stringify({
  images: [
    { file: "CP400.img", product: "CP400", version: "V1 R10.0.0", hardwareLevel: 3 },
    { file: "OS_60.img", version: "V3 R3.24.0" },
  ],
  minVersions: { "OpenStage 60": "V3 R1.0.0" },
});
const list =
  "id,model,hwLevel,version\na,CP400,3,V1 R9.0.0\nb,CP400,2,V1 R9.0.0\nc,OpenStage 60,,V3 R1.0.0\nd,8841,,\n";

test("the manifest of the examples has the shape of its schema", () => {
  const schema = JSON.parse(readFileSync("schemas/bind.schema.json", "utf8"));
  const isManifest = new Ajv({ strict: false }).compile(schema);
  const example = JSON.parse(readFileSync("examples/unify/images.bind.json", "utf8"));
  assert.ok(isManifest(example), JSON.stringify(isManifest.errors));
  assert.deepEqual(readManifest(JSON.stringify(example), readVersion).problems, []);
  for (const image of [
    { file: "a", hardwareLevel: "3" },
    { version: "V1 R1.0.0" },
    { file: "a", version: "new" },
    { file: "a", level: 1 },
  ])
    assert.ok(!isManifest({ images: [image] }), JSON.stringify(image));
  // The schema and the reader agree about versions.
  for (const version of [
    "V1 R4.9.0",
    "V1R4",
    "1.4.9.0",
    "V1.2 R3.4.5 SIP",
    "1.4",
    "V1",
    "R4.0.0",
    "V1 R1.2.3.4",
    "V1 4.9.0",
    "V1 4.9",
    "V1.2 4.9.0 SIP",
    "V1 4",
  ])
    assert.equal(isManifest([{ file: "a", version }]), readVersion(version) !== undefined, version);
});

test("gate prints the verdict of every phone with the rule that decided", () =>
  withSite({ "i.bind.json": manifest, "p.csv": list, "bad.bind.json": '{"images": [{"fil": "a"}]}' }, async (site) => {
    const args = ["gate", "i.bind.json", "--devices", "p.csv"];
    const text = await site.run(args);
    assert.equal(text.code, 1);
    assert.match(text.out, /^accept {3}a {2}CP400 {2}CP400\.img {2}rule 1\n/);
    assert.match(text.out, /^reject {3}b .* rule 1\n.*has 2\.\n.*original application, without a restart/m);
    assert.match(text.out, /^accept {3}c .* rule 2$/m);
    assert.match(text.out, /^2 accepted \(0 by Override\), 1 rejected, 0 unknown$/m);
    assert.match(text.err, /^d: .*skipped/m);
    const override = await site.run([...args, "--override", "--format", "json"]);
    assert.equal(override.code, 0);
    const report = JSON.parse(override.out);
    assert.deepEqual(report.counts, { accept: 3, reject: 0, unknown: 0, override: 1 });
    const csv = await site.run([...args, "--format", "csv", "--minimum", "OpenStage 60=V4 R0.0.0"]);
    assert.match(
      csv.out,
      /^c,OpenStage 60,V3 R1\.0\.0,OS_60\.img,V3 R3\.24\.0,reject,2,incompatible,original application,no,/m,
    );
    const bad = await site.run(["gate", "bad.bind.json", "--devices", "p.csv"]);
    assert.equal(bad.code, 2);
    assert.match(bad.err, /^bad\.bind\.json:1:14: .*`file`/m);
  }));
