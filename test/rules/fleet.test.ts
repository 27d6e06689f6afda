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
import { runs } from "../support/runs";

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
    { numRuns: runs(300) },
  );
});

test("decides for many as for one whatever the address and the load", () => {
  const address = fc.constantFrom(
    ..."http://h/sip88xx.12-0-5MPP0001-325-rel2.loads http://h/sip78xx.12-0-5MPP0001-325.loads http://h/sip8845_65.11-3-1MPP-697.loads http://h/$MA.xml http://h/cmterm-88xx.12-0-5MPP.zip http://h/fw/ http://h/$PSN.loads http://h/spa51x-7-6-2a.bin http://h/spa50x-30x-7-5-2b-x.bin http:/h/a.loads https;//h/a.loads http//h/a.loads http://h:80a/a.loads http://h\\\\a.loads http://u@h/a.loads http:///a.loads /a.loads http://h/$A.loads $A $A/x.loads http://$A/sip88xx.12-0-5MPP0001-325.loads http://h/[MAC].cfg http://h/$B".split(
      " ",
    ),
  );
  const when = fc.constantFrom(
    "",
    '("$PN" eq "CP-8841-3PCC")? ',
    '("$A" eq "x")? ',
    "($SWVER lt 12-0-5MPP0001-325)? ",
    "($SWVER lt 7.5.2b)? ",
    '("$MA" eq "00005e005301")? ',
  );
  const rule = fc
    .array(fc.tuple(when, address), { minLength: 1, maxLength: 3 })
    .map((alternatives) => alternatives.map((parts) => parts.join("")).join(" | "));
  const gpp = fc.constantFrom(
    "x",
    "",
    "h.example.com",
    "http://h",
    "http:",
    "sip88xx.12-0-5MPP0001-325",
    "h:80a",
    "\\\\h",
    "a b",
  );
  fc.assert(
    fc.property(
      rule,
      rule,
      gpp,
      gpp,
      fc.array(fc.constantFrom(...samples), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(undefined, "7.4.9a", "sip88xx.11-3-1MPP-697", "11-1-0MPP-19"),
      (profileRule, upgrade, a, b, phones, firmware) => {
        const devices = phones.map((phone) => ({ ...phone, ...(firmware !== undefined && { firmware }) }));
        checkSame({ Profile_Rule: profileRule, Upgrade_Rule: upgrade, GPP_A: a, GPP_B: b }, [
          ...devices,
          { id: "none", model: "8845", firmware: firmware ?? "x" },
          { id: "own", model: "8841", settings: { GPP_A: b, Upgrade_Rule: profileRule } },
        ]);
      },
    ),
    { numRuns: runs(500) },
  );
});
