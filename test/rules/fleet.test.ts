import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { completeDevice, type Device } from "../../server/src/devices/device";
import { sampleDevices } from "../../server/src/dialects/cisco-flat-profile/devices/sampleDevices";
import {
  fetchedUrl,
  type ProfileValues,
  runDevice,
  stepsOf,
} from "../../server/src/dialects/cisco-flat-profile/preview/deviceRun";
import { compileFleet } from "../../server/src/dialects/cisco-flat-profile/preview/fleet";
import { upgradeVerdict } from "../../server/src/dialects/cisco-flat-profile/preview/upgradeVerdict";
import { asSource } from "../../server/src/dialects/cisco-flat-profile/rules/evaluate";
import { catalogue } from "../support/catalogue";

const samples = sampleDevices(catalogue);

/** The fleet decides for each device as its own run does. */
function checkSame(settings: Readonly<Record<string, string>>, devices: readonly Device[]): void {
  const sources = new Map(Object.entries(settings).map(([name, text]) => [name, asSource(text)]));
  const profile: ProfileValues = (name) => sources.get(name);
  const fleet = compileFleet(profile, catalogue);
  for (const given of devices) {
    const { rules, upgrade } = fleet(given);
    const device = completeDevice(given, catalogue);
    const steps = stepsOf(runDevice(device, profile));
    assert.deepEqual(
      rules,
      steps.map((step) => ({
        parameter: step.parameter,
        taken: step.trace.taken ? step.trace.rule.alternatives.indexOf(step.trace.taken) + 1 : 0,
        url: fetchedUrl(step) ?? "",
      })),
      JSON.stringify(settings),
    );
    assert.deepEqual(upgrade, upgradeVerdict(device, profile, catalogue), JSON.stringify(settings));
  }
}

test("decides for many as for one", () => {
  checkSame(
    {
      Resync_Trigger_1: "$PRVTMR ge 600",
      Profile_Rule: '("$A" ne "done")? (a = "done"; Profile_Rule_C = "http://h/$PSN";)! /$MA.xml | http://h/x',
      Profile_Rule_B: '("$PN" eq "CP-8841-3PCC" and "$A" eq "done")? [--key $SA] http://h/$(MAU:4) | http://h/other',
      Profile_Rule_C: "# off",
      Upgrade_Rule:
        "($SWVER lt 12-0-5MPP0001-325)? http://h/sip88xx.12-0-5MPP0001-325.loads | http://h/sip88xx.11-3-1MPP-697.loads",
      Report_Rule: "[--delta] http://h/r$MA",
      GPP_SA: "key",
    },
    samples,
  );
});

test("decides for many as for one, whatever the rules", () => {
  const word = fc.constantFrom(
    ...'( ) )? )! [ ] | " ; = $A $B $SWVER $MA $PSN $PN --key and eq lt 1 12-0-3MPP0001-87 http://h/$B.loads /x.cfg a Profile_Rule_B'.split(
      " ",
    ),
    '("$A" eq "x")?',
    "($SWVER lt 12-0-5MPP0001-325)?",
    '(Upgrade_Rule = "http://h/sip88xx.$B.loads";)!',
    "http://h/sip88xx.12-0-5MPP0001-325.loads",
  );
  const rule = fc.array(word, { maxLength: 6 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(
      rule,
      rule,
      rule,
      rule,
      fc.constantFrom("x", "", "|", "12-0-3MPP0001-87"),
      (a, b, upgrade, report, gpp) => {
        checkSame(
          { Profile_Rule: a, Profile_Rule_B: b, Upgrade_Rule: upgrade, Report_Rule: report, GPP_A: gpp, GPP_B: gpp },
          [
            ...samples.slice(8, 10),
            { id: "1", model: "8841", firmware: "sip88xx.11-3-1MPP-697" },
            {
              id: "2",
              model: "8841",
              firmware: "sip88xx.11-3-1MPP-697",
              settings: { GPP_A: "x", Upgrade_Enable: "No" },
            },
            {
              id: "3",
              model: "504G",
              firmware: "7.5.5",
              settings: { GPP_B: report, Downgrade_Rev_Limit: "12-0-5MPP" },
            },
            { id: "4", family: "spa5xx", settings: { Profile_Rule_B: upgrade, Upgrade_Rule: a } },
          ],
        );
      },
    ),
    { numRuns: 300 },
  );
});
