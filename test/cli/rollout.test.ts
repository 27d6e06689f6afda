import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { withSite } from "../support/commandLine";

const list = `model,subnet,count,site
CP-8841-K9,10.1.0.0/24,20,Lyon
8841,10.1.1.0/24,1,Lyon
7841,10.1.0.0/24,3,Kyiv
VX-1,10.1.0.0/24,4,Kyiv
`;
const description = JSON.stringify({
  inventory: "phones.csv",
  files: [{ name: "image.loads", bytes: 7_100_000 }],
  network: { wanMbps: 10 },
  sites: { Kyiv: { wanMbps: 2, protocol: "http" } },
});

test("rollout prints the plan of a description as text, Markdown, CSV and JSON", () =>
  withSite({ "phones.csv": list, "site.rollout.json": description }, async (site) => {
    const text = await site.run(["rollout", "site.rollout.json"]);
    assert.deepEqual([text.code, text.err], [0, ""]);
    assert.match(text.out, /^Rollout of 7,100,000 bytes to 28 phones\n/);
    assert.match(text.out, /Files from the server +28 +7\n/);
    assert.match(text.out, /^Site Kyiv$/m);
    assert.match(text.out, /^2 Mb\/s, HTTP, round trip 150 ms\.$/m);
    assert.match(text.out, /1 · 2 · 4 · 8 · 5/);
    assert.match(text.out, /VX-1 +4 +The model is not known to share firmware\./);
    const run = (format: string) => site.run(["rollout", "site.rollout.json", "--format", format]);
    assert.match((await run("markdown")).out, /^\| Files from the server \| 28 \| 7 \|$/m);
    const rows = (await run("csv")).out.trim().split("\n");
    assert.equal(rows.length, 1 + 2 + 2);
    assert.match(rows[1] ?? "", /^Lyon,10\.1\.0\.0\/24,8841,,,image\.loads,20,yes,4,1 2 4 8 5,1,7543776,\d+,$/);
    const { with: shared, without } = JSON.parse((await run("json")).out);
    assert.deepEqual([shared.downloads, without.downloads], [7, 28]);
  }));

test("rollout takes its options in place of a description, or above it", () =>
  withSite({ "phones.csv": list, "site.rollout.json": description }, async (site) => {
    const args = ["rollout", "--devices", "phones.csv", "--file", "image=1000000", "--format", "json"];
    const run = await site.run([...args, "--wan", "1.544", "--round-trip", "40", "--block", "1400", "-o", "out.json"]);
    assert.deepEqual([run.code, run.out], [0, ""]);
    const { network } = JSON.parse(readFileSync(site.path("out.json"), "utf8")).sites[0];
    assert.deepEqual(network, { wan: 1_544_000, lan: 1e8, roundTrip: 0.04, protocol: "tftp", block: 1400 });
    const above = await site.run(["rollout", "site.rollout.json", "--wan", "5", "--format", "json"]);
    assert.deepEqual(
      JSON.parse(above.out).sites.map((each: { readonly network: { readonly wan: number } }) => each.network.wan),
      [5e6, 2e6],
    );
    const piped = await site.run([...args.map((word) => (word === "phones.csv" ? "-" : word))], list);
    assert.equal(JSON.parse(piped.out).phones, 28);
  }));

test("rollout says what is wrong with options, descriptions and rows", () =>
  withSite({ "phones.csv": list, "bad.csv": `${list}8841,,x,\n`, "bad.json": '{"files": 1}' }, async (site) => {
    const fault = async (...args: string[]) => {
      const { code, err } = await site.run(["rollout", ...args]);
      return `${code} ${err.trim().replace("flat-profile: ", "")}`;
    };
    assert.equal(await fault("bad.json"), "2 bad.json: files must be a list.");
    assert.equal(await fault("--devices", "phones.csv"), "2 Name a file with --file, or in the description.");
    assert.equal(await fault("--file", "a=1"), "2 Name a list of phones with --devices, or in the description.");
    assert.match(await fault("--file", "a"), /^2 --file a: Write it as NAME=BYTES/);
    assert.equal(await fault("--file", "a=1", "--devices", "phones.csv", "--wan", "x"), "2 --wan x: Use a number.");
    assert.equal(
      await fault("--file", "a=1", "--devices", "phones.csv", "--wan", "0"),
      "2 wanMbps of network must be a number above 0.",
    );
    assert.equal(
      await fault("--file", "a=1", "--devices", "bad.csv"),
      "1 bad.csv:6: The count must be a whole number.",
    );
  }));
