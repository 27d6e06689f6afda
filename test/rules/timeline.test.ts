import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { timeline } from "../../server/src/dialects/cisco-flat-profile/preview/timeline";
import type { Timeline, TimelineEvent } from "../../server/src/preview/report";
import { familyTraits } from "../../server/src/schema/effectiveParameter";
import { catalogue } from "../support/catalogue";

type Settings = Readonly<Record<string, string>>;

function read(settings: Settings, family = "mpp88xx"): Timeline {
  return timeline(familyTraits(family, catalogue), (name) => settings[name], 4);
}

function checkTimes(events: readonly TimelineEvent[], expected: readonly (readonly [number, number])[]): void {
  assert.deepEqual(
    events.map(({ earliest, latest }) => [earliest, latest]),
    expected,
  );
}

test("counts power-up and intervals from each other", () => {
  checkTimes(read({ Resync_Periodic: "1800+300,3600" }).regular, [
    [0, 40],
    [1800, 2140],
    [5400, 5740],
    [9000, 9340],
    [12600, 12940],
  ]);
  checkTimes(read({ Resync_On_Reset: "No", Resync_Periodic: "0" }).regular, []);
  checkTimes(read({ Resync_Random_Delay: "5", Resync_Periodic: "0" }, "spa5xx").regular, [[0, 5]]);
  checkTimes(read({ Provision_Enable: "No" }).regular, []);
  const delay = (firmware: string) =>
    timeline(familyTraits("mpp88xx", catalogue), () => undefined, 1, firmware).regular[0]?.latest;
  assert.deepEqual(["sip88xx.11-2-3MPP-398", "sip88xx.11-3-1MPP-697"].map(delay), [2, 40]);
});

test("spreads a daily resync by whole minutes and forgets the interval", () => {
  const at = (settings: Settings, family?: string) => {
    const { daily, regular } = read({ Resync_Periodic: "60", ...settings }, family);
    assert.equal(regular.filter(({ parameter }) => parameter === "Resync_Periodic").length, daily ? 0 : 4);
    return daily && [daily.earliest / 60, daily.latest / 60];
  };
  assert.deepEqual(at({ Resync_At__HHmm_: "1000" }), [600, 610]);
  assert.deepEqual(at({ Resync_At__HHmm_: "2400", Resync_At_Random_Delay: "1000" }), [0, 17]);
  assert.deepEqual(at({ Resync_At__HHmm_: "0130", Resync_At_Random_Delay: "60" }), [90, 100]);
  assert.deepEqual(at({ Resync_At__HHmm_: "0130", Resync_At_Random_Delay: "0" }, "ata19x"), [90, 90]);
  assert.equal(at({ Resync_At__HHmm_: "2401" }), undefined);
});

test("waits longer after each failure, and not at all for 0", () => {
  checkTimes(read({}).retries, [
    [60, 60],
    [180, 180],
    [420, 420],
    [900, 900],
  ]);
  checkTimes(read({ Resync_Error_Retry_Delay: "0" }).retries, []);
  checkTimes(read({ Resync_Error_Retry_Delay: "600,bad" }).retries, []);
  checkTimes(read({ Upgrade_Error_Retry_Delay: "600+60" }).upgradeRetries.slice(0, 2), [
    [600, 660],
    [1200, 1320],
  ]);
});

test("lets triggers gate the resync on phones and cause it on the older ones", () => {
  const triggers = { Resync_Trigger_1: "$PRVTMR gt 60" };
  assert.equal(read(triggers).triggers, "gate");
  assert.equal(read(triggers, "ata19x").triggers, "gate");
  assert.equal(read(triggers, "spa5xx").triggers, "source");
  assert.equal(read({ Resync_Trigger_1: "# off" }).triggers, undefined);
});

test("reports periodically, every ten minutes at most", () => {
  const settings = { Report_to_Server: "Periodically", Report_Rule: "http://h/r", Periodic_Upload_To_Server: "60" };
  checkTimes(read(settings).reports.slice(0, 2), [
    [600, 600],
    [1200, 1200],
  ]);
  checkTimes(read({ ...settings, Report_to_Server: "On Request" }).reports, []);
});

test("takes any text, and never runs backwards", () => {
  const names = ["Resync_Periodic", "Resync_Error_Retry_Delay", "Resync_At__HHmm_", "Resync_Random_Delay"];
  const value = fc.oneof(fc.string(), fc.stringMatching(/^[0-9+, ]{0,20}$/));
  fc.assert(
    fc.property(fc.record(Object.fromEntries(names.map((name) => [name, value]))), (settings) => {
      const { regular, retries } = read(settings as Settings);
      for (const events of [regular, retries])
        for (const [i, { earliest, latest }] of events.entries()) {
          assert.ok(earliest <= latest);
          assert.ok(earliest >= (events[i - 1]?.earliest ?? 0));
        }
    }),
  );
});

test("the delays after a failure that a phone is shipped with", () => {
  const times = (family?: string) =>
    timeline(familyTraits(family, catalogue), () => undefined, 4)
      .retries.slice(0, 3)
      .map(({ earliest }) => earliest);
  for (const family of [undefined, "mpp68xx", "mpp88xx", "phoneos98xx"])
    assert.deepEqual(times(family), [60, 180, 420], family);
  for (const family of ["mpp8831", "spa5xx", "ata19x"]) assert.deepEqual(times(family), [3600, 7200, 10800], family);
});
