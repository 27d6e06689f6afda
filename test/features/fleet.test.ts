import assert from "node:assert/strict";
import test from "node:test";
import { fleet, fleetDevice, fleetDone, fleetExport } from "../../server/src/features/fleet";
import type { Server } from "../../server/src/features/requestFeature";
import type { FleetAnswer, FleetParams, FleetReport } from "../../server/src/protocol/fleet";
import { withSite } from "../support/commandLine";
import { fixture, noToken, textDocument } from "../support/fixture";

// What the page of a list of phones is answered.

const profile = `<flat-profile>
<Profile_Rule>("$A" eq "gold")? https://h/gold/$MA.xml | ("$PN" ne "CP-6841-3PCC")? [--key $SA] https://h/$PSN.xml?password=canary-Pwd</Profile_Rule>
<Upgrade_Rule>($SWVER lt 12-0-3MPP0001-87)? https://h/sip68xx.12-0-3MPP0001-87.loads</Upgrade_Rule>
<GPP_SA>canary-Key</GPP_SA>
</flat-profile>
`;
const list = `mac,model,firmware,GPP_A,Admin_Password
000e08000001,6841,11-3-1MPP-697,gold,canary-Admin
000e08000002,8841,11-3-1MPP-697,,
000e08000003,6841,12-0-3MPP0001-87,,
zz,8841,11-3-1MPP-697,,
`;
const inventory = "file:///list.csv";
const everything = { text: "", picks: {}, starts: {} };

/** A server with this file and this list. */
class Fleet {
  #file = fixture(profile).file;
  #reads = 0;
  readonly server = {
    file: async () => this.#file,
    site: async () => undefined,
    read: async (uri: string) => {
      this.#reads++;
      return uri === inventory ? this.text : undefined;
    },
    pause: async () => undefined,
  } as unknown as Server;

  constructor(public text = list) {}

  type(text: string): void {
    this.#file = fixture(text).file;
  }

  get reads(): number {
    return this.#reads;
  }

  ask(more: Partial<FleetParams> = {}): Promise<FleetAnswer> {
    const params: FleetParams = { textDocument, inventory, unsaved: [], view: everything, ...more };
    return Promise.resolve(fleet.run(params, this.server, noToken));
  }

  async report(more: Partial<FleetParams> = {}): Promise<FleetReport> {
    const answer = await this.ask(more);
    assert.equal(answer.kind, "report", JSON.stringify(answer));
    return answer as FleetReport;
  }
}

const groupsOf = ({ groups }: FleetReport) =>
  groups.map(({ outcome, count, rows }) => `${outcome} ${count}: ${rows.map(({ line }) => line).join(" ")}`);
const countsOf = ({ counts }: FleetReport, id: string) =>
  counts.find((each) => each.id === id)?.values.map(([value, count]) => `${value} ${count}`);

test("phones are grouped by what they would do, the worst first, with their lines", async () => {
  const report = await new Fleet().report();
  assert.deepEqual(groupsOf(report), [
    "bad row 1: 5",
    "no profile 1: 4",
    "other phone 2: 3 5",
    "upgrade 1: 2",
    "nothing chosen 1: 4",
  ]);
  assert.deepEqual(countsOf(report, "rule Profile_Rule"), ["1 1", "2 2", "0 1"]);
  assert.deepEqual(countsOf(report, "model"), ["6841 2", "8841 2"]);
  const bad = report.groups[0]?.rows[0];
  assert.equal(bad?.fault, "`zz` is not a MAC address. Use twelve hexadecimal digits.");
  assert.doesNotMatch(JSON.stringify(report), /canary/);
});

test("a view shows the rows with its words and values, and counts the other values of each kind", async () => {
  const fleet = new Fleet();
  const first = await fleet.report();
  const { reads } = fleet;
  const picked = (view: Partial<FleetParams["view"]>) =>
    fleet.report({ table: first.table, view: { ...everything, ...view } });
  const other = await picked({ picks: { outcome: ["other phone"] } });
  assert.deepEqual(groupsOf(other), ["other phone 2: 3 5"]);
  assert.deepEqual(countsOf(other, "outcome"), countsOf(first, "outcome"));
  assert.deepEqual(countsOf(other, "model"), ["8841 2"]);
  assert.deepEqual(groupsOf(await picked({ picks: { outcome: ["other phone"], "rule Profile_Rule": ["1"] } })), []);
  assert.deepEqual(groupsOf(await picked({ text: "GOLD 0001" })), ["upgrade 1: 2"]);
  assert.deepEqual(groupsOf(await picked({ text: "0002", picks: { load: [""] } })), []);
  assert.equal(fleet.reads, reads, "the list is not read again");
});

test("an answer has a page of each group", async () => {
  const many = `mac,model\n${Array.from({ length: 120 }, (_, i) => `000e08000${String(i).padStart(3, "0")},6841\n`).join("")}`;
  const fleet = new Fleet(many);
  const first = await fleet.report();
  const [group] = first.groups;
  assert.equal(group?.count, 120);
  assert.equal(group.rows.length, 50);
  const last = await fleet.report({ table: first.table, view: { ...everything, starts: { [group.outcome]: 100 } } });
  assert.deepEqual(
    last.groups[0]?.rows.map(({ line }) => line),
    Array.from({ length: 20 }, (_, i) => 102 + i),
  );
});

test("the answer follows the file and the list", async () => {
  const fleet = new Fleet();
  await fleet.report();
  fleet.type(profile.replace("sip68xx.12-0-3MPP0001-87", "sip88xx.12-0-3MPP0001-87"));
  assert.deepEqual(groupsOf(await fleet.report()).slice(2), [
    "other phone 1: 2",
    "upgrade 2: 3 5",
    "nothing chosen 1: 4",
  ]);
  const typed = await fleet.report({ unsaved: [{ uri: inventory, text: "mac,model\n000e08000001,8841\n" }] });
  assert.equal(typed.phones, 1);
});

test("the lines are those of the command line", () =>
  withSite({ "a.xml": profile, "list.csv": list }, async (site) => {
    const fleet = new Fleet();
    const { table } = await fleet.report();
    for (const format of ["csv", "jsonl"] as const) {
      const { out } = await site.run(["fleet", "a.xml", "--devices", "list.csv", "--format", format]);
      const text = await fleetExport.run({ table, view: everything, format }, fleet.server, noToken);
      assert.equal(text, out);
      assert.ok(out.length > 100);
    }
    const view = { ...everything, text: "0002" };
    const some = await fleetExport.run({ table, view, format: "csv" }, fleet.server, noToken);
    assert.equal(some?.split("\n").length, 3);
    const markdown = await fleetExport.run({ table, view, format: "markdown" }, fleet.server, noToken);
    assert.match(markdown ?? "", /^### 1 phone would fetch firmware for another model\.\n\n\| Phone/);
    assert.doesNotMatch(markdown ?? "", /canary/);
  }));

test("a device of the list can be previewed until the answer is given up", async () => {
  const fleet = new Fleet();
  const { table } = await fleet.report();
  const device = await fleetDevice.run({ table, line: 3 }, fleet.server, noToken);
  assert.equal(device?.mac, "000e08000002");
  await fleetDone.run({ table }, fleet.server, noToken);
  assert.equal(await fleetDevice.run({ table, line: 3 }, fleet.server, noToken), null);
  assert.equal(await fleetExport.run({ table, view: everything, format: "csv" }, fleet.server, noToken), null);
});

test("a list that cannot be evaluated is answered with a sentence", async () => {
  for (const [text, message] of [
    ["mac,model\n", /^The list has no phone\.$/],
    ["a,b\n1,2\n", /no known column name/],
    ['mac,"model\n1,2\n', /quotation mark is not closed/],
  ] as const) {
    const answer = await new Fleet(text).ask();
    assert.equal(answer.kind, "no list");
    assert.match(answer.kind === "no list" ? answer.message : "", message);
  }
  const none = await fleet.run({ textDocument, unsaved: [], view: everything }, new Fleet().server, noToken);
  assert.match(none.kind === "no list" ? none.message : "", /^No list of phones is known\./);
  const missing = await new Fleet().ask({ inventory: "file:///other.csv" });
  assert.match(missing.kind === "no list" ? missing.message : "", /`other\.csv` cannot be read/);
});
