import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dialects } from "../../server/src/dialects/index";
import { planRollout } from "../../server/src/rollout/plan";
import type { RolloutFile, RolloutReport } from "../../server/src/rollout/report";
import type { RolloutPhone } from "../../server/src/rollout/rolloutPhone";
import { SharingFacts } from "../../server/src/rollout/sharing";
import { defaultNetwork, type Network, type Protocol } from "../../server/src/rollout/transfer";
import { depthOf, levelsOf } from "../../server/src/rollout/tree";
import { adviceOf, duration, limitInWords, staggerOf } from "../../server/src/rollout/words";
import { serviceOf } from "../support/problems";

const facts = new SharingFacts(dialects.map((dialect) => serviceOf(dialect).catalogue));
const image: RolloutFile = { name: "image", bytes: 7_100_000 };

function phone(more: Partial<RolloutPhone>): RolloutPhone {
  return { id: "desk", model: "8841", count: 1, site: "", subnet: "10.0.0.0/24", switches: new Map(), ...more };
}

function plan(
  phones: readonly Partial<RolloutPhone>[],
  network: Partial<Network> = {},
  files: readonly RolloutFile[] = [image],
): RolloutReport {
  return planRollout(phones.map(phone), { files, networkOf: () => ({ ...defaultNetwork, ...network }) }, facts);
}

/** The thousand phones of the specification, section 6.4, in so many subnets of equal size. */
function thousand(subnets: number, network: Partial<Network>) {
  const phones = Array.from({ length: subnets }, (_, i) => ({ count: 1000 / subnets, subnet: `10.0.${i}.0/24` }));
  const { without, with: shared, savedPercent } = plan(phones, network);
  return [without.bytes, shared.bytes, savedPercent, Math.round(without.seconds), Math.round(shared.seconds)];
}

test("a thousand phones, 15,000 km away, cost what the specification says", () => {
  const [lan, t1] = [1e8, 1.544e6];
  assert.deepEqual(thousand(1, { wan: t1, lan }), [7_543_776_000, 7_543_776, 99.9, 39_087, 2141]);
  assert.deepEqual(thousand(4, { wan: t1, lan }), [7_543_776_000, 30_175_104, 99.6, 39_087, 2138]);
  assert.deepEqual(thousand(1, { wan: 1e7, lan }), [7_543_776_000, 7_543_776, 99.9, 6035, 2108]);
  assert.deepEqual(thousand(4, { wan: 1e7, lan }), [7_543_776_000, 30_175_104, 99.6, 6035, 2105]);
  assert.deepEqual(thousand(1, { wan: 1e8, lan }), [7_543_776_000, 7_543_776, 99.9, 2081, 2102]);
  assert.deepEqual(thousand(4, { wan: 1e8, lan }), [7_543_776_000, 30_175_104, 99.6, 2081, 2100]);
  assert.deepEqual(thousand(1, { wan: t1, lan, protocol: "http" }), [7_384_000_000, 7_384_000, 99.9, 38_259, 60]);
  assert.deepEqual(thousand(1, { wan: 1e7, lan, protocol: "http" }), [7_384_000_000, 7_384_000, 99.9, 5907, 28]);
});

test("a phone has at most two children, and all levels but the last are full", () => {
  assert.deepEqual(
    [1, 2, 3, 4, 7, 8, 250, 1000].map((count) => depthOf(count, 2)),
    [0, 1, 1, 2, 2, 3, 7, 9],
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 2, max: 4 }), (count, maxChildren) => {
      const levels = levelsOf(count, maxChildren);
      assert.equal(
        levels.reduce((sum, each) => sum + each, 0),
        count,
      );
      for (const [level, phones] of levels.entries()) {
        if (level > 0) assert.ok(phones <= maxChildren * (levels[level - 1] ?? 0));
        if (level < levels.length - 1) assert.equal(phones, maxChildren ** level);
      }
    }),
  );
});

test("there is one tree for each file, model and subnet", () => {
  const { trees } = plan(
    [
      { count: 3 },
      { count: 2, model: "8851" },
      { count: 4, subnet: "10.0.1.0/24" },
      { id: "cp", count: 1, model: "CP-8841-3PCC-K9" },
    ],
    {},
    [image, { name: "fonts", bytes: 1000 }],
  );
  assert.deepEqual(
    trees.flatMap(({ subnet, model, phones, files }) => files.map(({ name }) => [subnet, model, phones, name])),
    [
      ["10.0.0.0/24", "8841", 4, "image"],
      ["10.0.0.0/24", "8841", 4, "fonts"],
      ["10.0.0.0/24", "8851", 2, "image"],
      ["10.0.0.0/24", "8851", 2, "fonts"],
      ["10.0.1.0/24", "8841", 4, "image"],
      ["10.0.1.0/24", "8841", 4, "fonts"],
    ],
  );
});

test("a child waits until its parent has the whole file", () => {
  const { trees } = plan([{ count: 7 }], { wan: 8e6, lan: 8e7, roundTrip: 0 }, [{ name: "image", bytes: 1e7 }]);
  const [first = 0, second = 0, third = 0] = trees[0]?.files[0]?.ready ?? [];
  // Two children of one phone share its line, so that a step takes twice the file.
  assert.equal(Math.round(second - first), 2);
  assert.equal(Math.round(third - second), 2);
  assert.ok(first > 11.25 + 10, "the election and the whole file precede the first step");
});

test("phones that cannot share fetch every file themselves, with the reason", () => {
  const off = new Map([["sharing", false]]);
  const {
    with: shared,
    without,
    gainNothing,
  } = plan([
    { count: 20 },
    { count: 1, subnet: "10.0.1.0/24" },
    { count: 2, model: "VX-1" },
    { count: 2, model: "8851", switches: off },
    { count: 2, model: "8861", firmware: "sip88xx.11-1-0MPP-1" },
    { count: 2, model: "8845", subnet: "" },
  ]);
  assert.deepEqual([shared.downloads, without.downloads], [1 + 1 + 2 + 2 + 2 + 2, 29]);
  assert.deepEqual(
    gainNothing.map(({ model, phones, reason }) => [model, phones, reason]),
    [
      ["8841", 1, { kind: "alone" }],
      ["VX-1", 2, { kind: "unknown model" }],
      ["8851", 2, { kind: "off", place: "phone configuration page" }],
      ["8861", 2, { kind: "firmware", since: "11.2(1)" }],
      ["8845", 2, { kind: "no subnet" }],
    ],
  );
});

test("phones of other loads and waves form other trees; those that have the load fetch nothing", () => {
  const files = [
    { ...image, name: "new", load: "12.1" },
    { ...image, name: "old", load: "11.3" },
  ];
  const report = plan(
    [
      { count: 4, load: "12.1", wave: "1" },
      { count: 4, load: "12.1", wave: "2" },
      { count: 4, load: "11.3.LOADS" },
      { count: 5, load: "12.1", firmware: "12.1.loads" },
    ],
    {},
    files,
  );
  assert.deepEqual(
    report.trees.map(({ load, wave, files: own }) => [load, wave, own.map(({ name }) => name)]),
    [
      ["12.1", "1", ["new"]],
      ["12.1", "2", ["new"]],
      ["11.3.LOADS", undefined, ["old"]],
    ],
  );
  assert.deepEqual(
    report.gainNothing.map(({ phones, downloads, reason }) => [phones, downloads, reason.kind]),
    [[5, 0, "up to date"]],
  );
  assert.equal(report.with.downloads, 3);
  assert.match(
    staggerOf(report).join(" "),
    /^Phones of different waves do not share. Waves make 2 groups of what could be 1\./,
  );
});

test("says whether latency or bandwidth is the limit, and what helps", () => {
  const [latency] = plan([{ count: 1000 }], { wan: 1e8 }).sites;
  const [line] = plan([{ count: 1000 }], { wan: 1.544e6 }).sites;
  assert.ok(latency && line);
  assert.equal(limitInWords(latency.with, latency, 0), "Latency bound: 13,868 round trips of 150 ms for one phone.");
  assert.equal(
    limitInWords(line.without, line, line.without.bytes),
    "Bandwidth bound: 7,543,776,000 bytes for 1,000 phones at 1.544 Mb/s.",
  );
  assert.match(
    adviceOf(latency).join(" "),
    /^Sharing takes 21 s longer.* Use HTTP, a larger block size or a local load/,
  );
  assert.equal(duration(39_087), "10 h 51 min 27 s");
});

test("sharing never costs more bytes or downloads, whatever the list", () => {
  const row = fc.record({
    model: fc.constantFrom("8841", "7841", "CP-8861", "9851", "VX-1", "SPA504G"),
    count: fc.integer({ min: 0, max: 300 }),
    site: fc.constantFrom("", "a", "b"),
    subnet: fc.constantFrom("", "10.0.0.0/24", "10.0.1.0/24"),
    switches: fc.constantFrom(new Map<string, boolean>(), new Map([["sharing", false]]), new Map([["sharing", true]])),
  });
  const network = fc.record({
    wan: fc.double({ min: 1e5, max: 1e9, noNaN: true }),
    roundTrip: fc.double({ min: 0, max: 1, noNaN: true }),
    protocol: fc.constantFrom<Protocol>("tftp", "http"),
    block: fc.integer({ min: 8, max: 65_464 }),
  });
  const files = fc.array(
    fc.record({ name: fc.string(), bytes: fc.nat(20_000_000) }, { requiredKeys: ["name", "bytes"] }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), network, files, (rows, way, images) => {
      const { with: shared, without, sites, trees, gainNothing, phones } = plan(rows, way, images);
      assert.ok(shared.bytes <= without.bytes);
      assert.ok(shared.downloads <= without.downloads);
      assert.ok(shared.shortestSeconds <= shared.seconds);
      for (const site of sites) assert.ok(site.with.bytes <= site.without.bytes);
      const listed = [...trees, ...gainNothing].reduce((sum, each) => sum + each.phones, 0);
      assert.equal(listed, phones);
      const fetched = trees.flatMap((tree) => tree.files).reduce((sum, file) => sum + file.wanBytes, 0);
      const own = gainNothing.reduce((sum, each) => sum + each.wanBytes, 0);
      assert.equal(fetched + own, shared.bytes);
    }),
  );
});

test("sharing applies to the models of the seed, and not to those before them", () => {
  const of = (model: string, more: Partial<RolloutPhone> = {}) =>
    plan([{ model, count: 2, ...more }]).gainNothing[0]?.reason.kind ?? "shares";
  for (const model of ["7906", "7911G", "7931", "7941G-GE", "CP-7961G", "7970", "7971", "7942", "7975", "8851NR"])
    assert.equal(of(model), "shares", model);
  for (const model of ["7940", "7960G"]) assert.equal(of(model), "model", model);
  for (const model of ["7985", "TANDBERG T150"]) assert.equal(of(model), "unknown model", model);
  assert.equal(of("7961", { firmware: "SIP41.8-2-2SR3S" }), "firmware");
  assert.equal(of("7961", { firmware: "SIP41.8-3-1S" }), "shares");
});

test("three places switch sharing on, and the first that is set decides", () => {
  const of = (...words: readonly (boolean | undefined)[]) => {
    const places = ["sharing", "sharingprofile", "sharingenterprise"].flatMap((name, i) =>
      words[i] === undefined ? [] : [[name, words[i]] as const],
    );
    const [excluded] = plan([{ model: "7961", count: 2, switches: new Map(places) }]).gainNothing;
    return excluded?.reason.kind === "off" ? excluded.reason.place : excluded === undefined;
  };
  assert.equal(of(), true);
  assert.equal(of(true, false, false), true);
  assert.equal(of(false, true, true), "phone configuration page");
  assert.equal(of(undefined, false, true), "common phone profile");
  assert.equal(of(undefined, undefined, false), "enterprise phone configuration");
  assert.equal(of(undefined, true, false), true);
  const { places, ports, assumedOn } = plan([{ model: "7961", count: 2 }]);
  assert.deepEqual(places, ["phone configuration page", "common phone profile", "enterprise phone configuration"]);
  assert.deepEqual([ports, assumedOn], [[4051], ["7961"]]);
});

test("known defects are shown for the models that they name", () => {
  const notes = (model: string) => plan([{ model, count: 2 }]).notes.map(({ id }) => id);
  const general = ["CSCsh98792", "CSCui49910", "CSCus67416", "CSCsh20977"];
  assert.deepEqual(
    notes("7931").filter((id) => !general.includes(id)),
    ["CSCtg96408", "CSCud66570"],
  );
  assert.deepEqual(
    notes("7965").filter((id) => !general.includes(id)),
    ["CSCtg96408", "CSCso40251"],
  );
  assert.deepEqual(
    notes("7942").filter((id) => !general.includes(id)),
    ["CSCtg96408", "CSCtb49726"],
  );
  assert.deepEqual(notes("8841"), general);
  assert.deepEqual(notes("7960"), []);
});

test("the phones of the specification's list need seven downloads in place of 28", () => {
  const {
    with: shared,
    without,
    gainNothing,
  } = plan([
    { model: "8841", count: 20, subnet: "a" },
    { model: "8841", count: 1, subnet: "b" },
    { model: "7841", count: 3, subnet: "a" },
    { model: "7960", count: 4, subnet: "a" },
  ]);
  assert.deepEqual([shared.downloads, without.downloads], [7, 28]);
  assert.deepEqual(
    gainNothing.map(({ model, reason }) => `${model} ${reason.kind}`),
    ["8841 alone", "7960 model"],
  );
});

test("a hundred thousand phones in two thousand subnets have their trees", () => {
  const rows = Array.from({ length: 100_000 }, (_, i) => ({
    id: `phone${i}`,
    subnet: `10.${(i % 2000) >> 8}.${(i % 2000) & 255}.0/24`,
    model: i % 2 === 0 ? "8841" : "7841",
  }));
  const { trees, with: shared } = plan(rows);
  // Each subnet has an even or an odd number, and so one model.
  assert.equal(trees.length, 2000);
  assert.deepEqual([...new Set(trees.map(({ phones, depth }) => `${phones} ${depth}`))], ["50 5"]);
  assert.equal(shared.downloads, 2000);
});
