import assert from "node:assert/strict";
import { test } from "node:test";
import { dialects } from "../../server/src/dialects/index";
import { type Description, readDescription } from "../../server/src/rollout/description";
import { RolloutInventory } from "../../server/src/rollout/inventory";
import { SharingFacts } from "../../server/src/rollout/sharing";
import { serviceOf } from "../support/problems";

const catalogues = dialects.map((dialect) => serviceOf(dialect).catalogue);
const fail = (message: string): never => {
  throw new Error(message);
};

function read(text: string, description: Description = readDescription({}, fail)) {
  const inventory = new RolloutInventory(description, catalogues, new SharingFacts(catalogues).columns());
  const phones = [...inventory.read(text), ...inventory.finish()];
  return { phones, faults: inventory.faults.map(({ line, message }) => `${line}: ${message}`) };
}

test("a list has a row for each phone, or for several that are alike", () => {
  const { phones, faults } = read(
    "mac,Model,IP address,Site,Target load,Wave,Firmware\n000e08000001,CP-8841-K9,10.1.2.7,Lyon,12.1,1,11.3.1\n",
  );
  assert.deepEqual(faults, []);
  assert.deepEqual(phones, [
    {
      id: "000e08000001",
      model: "CP-8841-K9",
      count: 1,
      site: "Lyon",
      subnet: "10.1.2.0/24",
      switches: new Map(),
      firmware: "11.3.1",
      load: "12.1",
      wave: "1",
    },
  ]);
  assert.deepEqual(
    read("model;subnet;count;sharing\n8841;floor 1;20;no\n7841;floor 2;;Enabled\n").phones.map(
      ({ subnet, count, switches }) => [subnet, count, [...switches]],
    ),
    [
      ["floor 1", 20, [["sharing", false]]],
      ["floor 2", 1, [["sharing", true]]],
    ],
  );
});

test("a site is found by its subnets", () => {
  const description = readDescription(
    { sites: { Lyon: { subnets: ["10.1.0.0/16"] }, Kyiv: { subnets: ["10.2.0.0/16"], wanMbps: 2 } }, subnetBits: 23 },
    fail,
  );
  assert.deepEqual(
    read("model,ip\n8841,10.2.3.4\n8841,10.1.0.9\n8841,10.9.0.1\n8841,nowhere\n", description).phones.map(
      ({ site, subnet }) => [site, subnet],
    ),
    [
      ["Kyiv", "10.2.2.0/23"],
      ["Lyon", "10.1.0.0/23"],
      ["", "10.9.0.0/23"],
      ["", ""],
    ],
  );
  assert.equal(description.sites.get("Kyiv")?.network.wan, 2e6);
});

test("rows that name no phone are reported with their line", () => {
  assert.deepEqual(read("model,count\n8841,3\n,4\n8841,many\n").faults, [
    "3: The row has no model.",
    "4: The count must be a whole number.",
  ]);
  assert.deepEqual(read("one,two\n1,2\n").faults, [
    "1: The first row has no known column name, such as model or subnet.",
    "2: The row has no model.",
  ]);
});

test("a description is read with a message for the first fault", () => {
  const faults: readonly (readonly [unknown, string])[] = [
    [[], "A rollout must be an object."],
    [{ file: [] }, 'Unknown key "file" in the rollout. Use $schema, inventory, files, network, sites, subnetBits.'],
    [{ files: [{ name: "a", bytes: -1 }] }, "bytes of a must be a whole number."],
    [{ files: [{ bytes: 1 }] }, "A file must have a name."],
    [{ network: { wanMbps: 0 } }, "wanMbps of network must be a number above 0."],
    [{ network: { protocol: "ftp" } }, "protocol of network must be tftp or http."],
    [{ network: { blockBytes: 4 } }, "blockBytes of network must be a number from 8 to 65464."],
    [{ sites: { Lyon: { roundTripMs: -1 } } }, "roundTripMs of the site Lyon must be a number above or equal to 0."],
    [{ subnetBits: 33 }, "subnetBits must be a number from 0 to 32."],
  ];
  for (const [value, message] of faults) assert.throws(() => readDescription(value, fail), { message });
});
