import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { Device } from "../../server/src/devices/device";
import { deviceReport } from "../../server/src/dialects/cisco-flat-profile/preview/deviceReport";
import { type DeviceRun, runDevice, stepsOf } from "../../server/src/dialects/cisco-flat-profile/preview/deviceRun";
import { ruleReports } from "../../server/src/dialects/cisco-flat-profile/preview/ruleReport";
import { exactShowing } from "../../server/src/dialects/cisco-flat-profile/preview/secretsShown";
import { upgradeVerdict } from "../../server/src/dialects/cisco-flat-profile/preview/upgradeVerdict";
import type { RuleTrace } from "../../server/src/dialects/cisco-flat-profile/rules/evaluate";
import type { MappedText } from "../../server/src/text/mappedText";
import type { Span } from "../../server/src/text/span";
import { catalogue } from "../support/catalogue";
import { profile, type Settings } from "../support/phone";
import { runs } from "../support/runs";

// Whatever the rules and the phone: evaluation ends, does not throw, and every span of its trace leads to
// the very characters that were typed.

const word = fc.constantFrom(
  ...'( ) )? )! ? ! [ ] | " ; = == $ $$ $A $B $C $(B:1:2) $(A:0) $(MA $SA [$SA] $(SA:2) $SWVER $MA $MPWD $UID1 $NONE --key --pwd --uid -- and AND or eq ne lt ge gt < <= != 1 -1 +7 11-3-2MPP0001-609 7.5.5 PHONEOS.3-2-1-0104-37 http://h/a HTTPS://h:81/$MA /x.cfg a b Profile_Rule_B User_ID_1_ # user: \u201c \ud83d\ude00 \n \t'.split(
    " ",
  ),
  '("$A" eq "x")?',
  "($SWVER lt 12-0-5MPP0001-325)?",
  '(a = "$B"; Profile_Rule_B = "[--key $SA] http://$A/$B"; b = "($A";)!',
  '(Upgrade_Rule = "http://h/sip88xx.$B.loads";)!',
  "http://h/sip88xx.12-0-5MPP0001-325.loads",
);
const rule = fc.oneof(
  fc.array(word, { maxLength: 25 }).map((parts) => parts.join(parts.length % 2 ? "" : " ")),
  fc.string({ maxLength: 40 }),
);
const settings: fc.Arbitrary<Settings> = fc.dictionary(
  fc.constantFrom(
    ..."Profile_Rule Profile_Rule_B Profile_Rule_C Upgrade_Rule Resync_Trigger_1 Report_Rule Log_Request_Msg GPP_A GPP_B GPP_SA DHCP_Option_To_Use Downgrade_Rev_Limit Resync_Periodic Upgrade_Error_Retry_Delay Resync_At__HHmm_".split(
      " ",
    ),
  ),
  rule,
);
const text = fc.oneof(word, fc.string({ maxLength: 12 }));
const device: fc.Arbitrary<Device> = fc.record(
  {
    id: fc.constant("any"),
    family: fc.constantFrom("mpp88xx", "ata19x", "spa5xx", "phoneos98xx", "nothing"),
    model: fc.constantFrom("8841", "504G", "192", "x"),
    pn: text,
    mac: fc.oneof(fc.constant("000e08012345"), text),
    firmware: text,
    ip: text,
    externalIp: text,
    certificate: fc.boolean(),
    users: fc.dictionary(fc.constantFrom("1", "2"), text),
    settings: fc.dictionary(fc.constantFrom("GPP_A", "GPP_C", "GPP_D", "Profile_Rule_B", "Report_Rule"), rule),
    secrets: fc.dictionary(fc.constantFrom("SA", "SB"), text),
    provisioning: fc.record({ state: fc.integer(), seconds: fc.integer() }, { requiredKeys: [] }),
    mobility: fc.record({ state: text, user: text, password: text, domain: text }, { requiredKeys: [] }),
    dhcp: fc.dictionary(fc.constantFrom("66", "150", "160"), text),
  },
  { requiredKeys: ["id"] },
);

/** The file in which `profile` places the settings. */
function typed(all: Settings): string {
  return Object.values(all)
    .map((value) => value + " ".repeat(10))
    .join("");
}

function checkTrace({ source, expanded, rule: read, alternatives }: RuleTrace, file: string, isInFile: boolean): void {
  const whole = { start: 0, end: expanded.text.length };
  if (isInFile) checkPieces(expanded, file);
  const check = (span: Span) => {
    assert.ok(whole.start <= span.start && span.start <= span.end && span.end <= whole.end, JSON.stringify(span));
    const { start, end } = expanded.toSource(span);
    assert.ok(source.source.start <= start && start <= end && end <= source.source.end, JSON.stringify({ start, end }));
    const pieces = expanded.slice(span);
    if (isInFile && span.end > span.start && pieces.every(({ verbatim }) => verbatim) && pieces.length === 1)
      assert.equal(file.slice(start, end), expanded.text.slice(span.start, span.end));
    else if (span.end > span.start) {
      // A macro counts as a whole.
      assert.equal(start, pieces[0]?.source.start);
      assert.equal(end, pieces.at(-1)?.source.end);
    }
  };
  for (const { span } of read.problems) check(span);
  for (const { alternative, condition } of alternatives) {
    check(alternative.span);
    check(alternative.urlSpan);
    if (alternative.optionsSpan) check(alternative.optionsSpan);
    for (const { nameSpan, argumentSpan } of alternative.options) [nameSpan, argumentSpan].forEach(check);
    for (const { nameSpan, valueSpan } of alternative.assignments) [nameSpan, valueSpan].forEach(check);
    if (!condition) continue;
    if (alternative.condition) check(alternative.condition.span);
    for (const { span, operatorSpan, left, right } of [
      ...condition.comparisons.map(({ comparison }) => comparison),
      ...condition.skipped,
    ])
      for (const each of [span, operatorSpan, left?.span, right?.span]) if (each) check(each);
    const all = condition.comparisons.length + condition.skipped.length;
    assert.equal(all, alternative.condition?.comparisons.length);
  }
}

/** Text that was typed is in the file unchanged; what was inserted comes from a macro. */
function checkPieces(text: MappedText, file: string): void {
  for (const { text: part, source, verbatim } of text.slice({ start: 0, end: text.text.length })) {
    const there = file.slice(source.start, source.end);
    if (verbatim) assert.equal(there, part);
    else assert.match(there, /^\$(?:\$|\([A-Za-z]\w*(?::\d+){0,2}\)|[A-Za-z]\w*)$/);
  }
}

/** One alternative is taken at most, and why the others are not is reported for each. */
function checkFates({ alternatives, taken }: RuleTrace): void {
  const index = alternatives.findIndex(({ fate }) => fate === "taken");
  assert.equal(alternatives[index]?.alternative, taken);
  for (const [i, { fate, condition, alternative }] of alternatives.entries()) {
    assert.equal(fate === "skipped", index >= 0 && i > index);
    if (fate === "condition false") assert.equal(condition?.outcome, "false");
    if (fate === "condition unreadable") assert.equal(condition?.outcome ?? "error", "error");
    if (fate === "taken") assert.equal(condition?.outcome ?? "true", "true");
    if (fate === "skipped") assert.equal(condition, undefined);
    else assert.equal(condition === undefined, alternative.condition === undefined);
  }
}

function checkRun(run: DeviceRun, file: string): void {
  for (const { trace, assigned } of stepsOf(run)) {
    checkTrace(trace, file, !hasOwnRule(run));
    checkFates(trace);
    for (const { span } of assigned) assert.ok(span.start <= span.end && span.end <= file.length);
  }
}

/** What a device says instead of the file is nowhere in it, and may be assigned to another rule. */
function hasOwnRule({ device }: DeviceRun): boolean {
  return Object.keys(device.settings ?? {}).some((name) => /Rule/.test(name));
}

test("ends for any rules and any phone, with spans of the characters that were typed", () => {
  fc.assert(
    fc.property(settings, device, (all, given) => {
      const read = profile(all);
      const file = typed(all);
      const began = process.cpuUsage();
      const run = runDevice(given, read);
      checkRun(run, file);
      for (const { span, problems, alternatives } of ruleReports(run, exactShowing, catalogue))
        for (const each of [span, ...problems.map((p) => p.span), ...alternatives.map((a) => a.span)])
          assert.ok(0 <= each.start && each.start <= each.end && each.end <= file.length);
      const { steps } = upgradeVerdict(given, read, catalogue);
      assert.ok(steps.length >= 1 && steps.length <= 10);
      for (const view of ["masked", "exact"] as const) JSON.stringify(deviceReport(given, read, catalogue, view));
      assert.ok(process.cpuUsage(began).user < 2_000_000);
    }),
    { numRuns: runs(1500) },
  );
});
