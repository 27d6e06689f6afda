import test from "node:test";
import type { ResolveReport } from "../../server/src/deployment/report";
import type { Device } from "../../server/src/devices/device";
import { checkGolden, sameAs } from "../support/golden";
import { type Case, reportOf, resolveCases } from "../support/resolveCases";
import { report, type Server } from "../support/site";
import { filesNear } from "../support/variants";

// What devices end up with when one element, switch or number of a file is another one, in short.

const maxOfKind = 4;

function near({ given }: Case): readonly (readonly [name: string, files: Readonly<Record<string, string>>])[] {
  const { files = {} } = given;
  return Object.entries(files).flatMap(([name, text]) =>
    filesNear(text, maxOfKind).map((changed, i) => [`${name} ${i}`, { ...files, [name]: changed }] as const),
  );
}

function inShort({ outcome, rounds, settings, problems, next, device, notes }: ResolveReport): string {
  const asked = rounds.map(({ steps, cause, changed, upgrade }) =>
    [cause, changed ? "changed" : "", JSON.stringify(upgrade)]
      .concat(
        steps.map(({ class: fate, url, reason, set, reset, kept, ignored, assigned = [], warnings = [] }) =>
          [fate, url, reason, `${set}/${reset}/${kept}`, ...ignored, ...assigned, ...warnings]
            .filter(Boolean)
            .join(" "),
        ),
      )
      .filter(Boolean)
      .join(", "),
  );
  const values = settings.map(({ name, how, access, from, ...rest }) => {
    const value = "value" in rest ? rest.value : JSON.stringify(rest);
    return `${name}=${value} ${[how, access, from?.rule, from?.line, from?.round].filter(Boolean).join(" ")}`;
  });
  return [
    [outcome, JSON.stringify(next), device.firmware].filter(Boolean).join(" "),
    asked.join(" > "),
    ...problems.map((problem) => JSON.stringify(problem)),
    ...notes,
    ...values,
  ].join("; ");
}

test("what devices end up with when a file is another one (UPDATE_GOLDEN=1 writes the list)", async () => {
  const lines: string[] = [];
  for (const each of resolveCases()) {
    lines.push(`# ${each.id}`);
    const seen = new Map<string, number>();
    for (const [name, files] of near(each)) {
      const found = await reportOf({ ...each, given: { ...each.given, files } });
      lines.push(`${name}: ${sameAs(inShort(found), lines.length + 1, seen)}`);
    }
  }
  checkGolden("test/deployment/nearCases.golden.txt", lines);
});

const devices: readonly Device[] = [
  { id: "new", model: "8841", mac: "00005e005301", firmware: "sip88xx.12-0-5MPP0102-328" },
  { id: "old", model: "8841", mac: "00005e005301", firmware: "sip88xx.11-2-3MPP-398" },
  { id: "spa", model: "SPA504G", mac: "00005e005301", firmware: "7.5.5" },
  { id: "ata", model: "ATA191", mac: "00005e005301", firmware: "11-1-0MPP0000-3" },
  { id: "8831", model: "8831", mac: "00005e005301", firmware: "9.3.3" },
  { id: "unknown" },
];

/** Settings that say when a phone asks again, and what it takes. */
const changes: readonly Readonly<Record<string, string>>[] = [
  {},
  { Provision_Enable: "No" },
  { Resync_On_Reset: "No" },
  { Resync_On_Reset: "No", Resync_Periodic: "0" },
  { Resync_Periodic: "0" },
  { Resync_Periodic: "600+60,1200" },
  { Resync_Periodic: "600", Resync_Random_Delay: "0" },
  { Resync_Periodic: "x" },
  { Resync_Random_Delay: "7" },
  { Resync_At__HHmm_: "0230" },
  { Resync_At__HHmm_: "2400", Resync_At_Random_Delay: "0" },
  { Resync_At__HHmm_: "0230", Resync_At_Random_Delay: "900" },
  { Resync_At__HHmm_: "2500" },
  { Resync_Trigger_1: "$PRVTMR gt 60" },
  { Resync_Trigger_1: "$PRVTMR ge 7200" },
  { Resync_Trigger_2: "$PRVTMR gt 86400", Resync_Periodic: "3000" },
  { Resync_Trigger_1: "$PRVTMR eq 100", Resync_Periodic: "0" },
  { Resync_Trigger_1: '"$GPP_SA" eq "x"', Resync_Trigger_2: '"$SA" eq "x"' },
  { Resync_Trigger_1: '"$A" eq "1"', GPP_A: "1" },
  { Resync_Trigger_1: "# $PRVTMR gt 60" },
  { Resync_Trigger_1: "1 eq 2", Resync_At__HHmm_: "0100" },
  { Profile_Rule: "http://pbx/none" },
  { Profile_Rule: "http://pbx/none", Resync_Error_Retry_Delay: "30+15,60" },
  { Profile_Rule: "http://pbx/none", Resync_Error_Retry_Delay: "0" },
  { Profile_Rule: "http://pbx/none", Resync_Fails_On_FNF: "No" },
  { Profile_Rule: "http://pbx/none", Resync_Error_Retry_Delay: "30", Resync_Trigger_1: "$PRVTMR gt 60" },
  { Profile_Rule: "http://pbx/none", Resync_Error_Retry_Delay: "30", Resync_Trigger_1: "1 eq 2" },
  { Profile_Rule: "http://pbx/broken" },
  { Profile_Rule: "http://pbx/other" },
  { Profile_Rule: "http://away/other" },
  { Profile_Rule: "/$MA.xml", Profile_Rule_B: "http://pbx/$PSN.xml?x=$SB" },
  { Profile_Rule: "" },
  { Profile_Rule: "# off", Profile_Rule_B: "" },
  { Profile_Rule_B: '($PRVST eq 1)? (GPP_C = "$MA"; b = "2";)! http://pbx/other' },
  { Profile_Rule_B: '("$A" eq "")? http://pbx/other | http://pbx/none' },
  { Profile_Rule_B: '("$SA" eq "")? http://pbx/other | http://pbx/none' },
  { Profile_Rule_C: "[--key secret] http://pbx/other" },
  { Profile_Rule_D: "[--uid u --pwd p --alias b] http://pbx/other", GPP_B: "NAME=Station_Name" },
  { Upgrade_Rule: "http://pbx/sip88xx.12-0-7MPP0001-46.loads" },
  { Upgrade_Rule: "http://pbx/sip88xx.12-0-7MPP0001-46.loads", Resync_After_Upgrade_Attempt: "No" },
  { Upgrade_Rule: "http://pbx/sip88xx.12-0-7MPP0001-46.loads", Upgrade_Enable: "No" },
  { Upgrade_Rule: "($SWVER lt 12-0-7)? http://pbx/sip88xx.12-0-7MPP0001-46.loads" },
  { Upgrade_Rule: "http://pbx/missing.loads", Upgrade_Error_Retry_Delay: "60" },
  { Restricted_Access_Domains: "pbx, example.com" },
  { Restricted_Access_Domains: "example.com", Profile_Rule_B: "http://away/other" },
];

const loads = { name: "a.loads", text: "", layers: [] };
const others: Server = {
  "http://pbx/other": "<GPP_D>other</GPP_D><Station_Name>x</Station_Name>",
  "http://pbx/broken": "<Station_Name>x",
  "http://away/other": { kind: "failed", class: "C", reason: "time-out" } as never,
  "http://pbx/sip88xx.12-0-7MPP0001-46.loads": { kind: "file", file: loads },
};

test("when phones of each kind ask again, and what they take (UPDATE_GOLDEN=1 writes the list)", () => {
  const lines: string[] = [];
  for (const device of devices) {
    lines.push(`# ${device.id}`);
    const seen = new Map<string, number>();
    for (const change of changes) {
      const settings = Object.entries(change).map(
        ([name, value]) => `<${name}>${value.replace("<", "&lt;")}</${name}>`,
      );
      const first = { "http://pbx/first": settings.join("") };
      const found = report({ ...first, ...others }, { device, rule: "http://pbx/first" });
      const own = report(
        { "http://pbx/first": "", ...others },
        { device, values: { Profile_Rule: "http://pbx/first", ...change } },
      );
      for (const each of [found, own])
        lines.push(`${JSON.stringify(change)}: ${sameAs(inShort(each), lines.length + 1, seen)}`);
    }
  }
  checkGolden("test/deployment/schedules.golden.txt", lines);
});
