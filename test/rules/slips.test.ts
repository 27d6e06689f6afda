import assert from "node:assert/strict";
import { test } from "node:test";
import {
  asSource,
  assignmentsOf,
  evaluateRule,
  optionsOf,
} from "../../server/src/dialects/cisco-flat-profile/rules/evaluate";
import type { MacroValues } from "../../server/src/dialects/cisco-flat-profile/rules/macro";
import { ruleValueTypes } from "../../server/src/dialects/cisco-flat-profile/rules/valueTypes";
import type { RuleKind } from "../../server/src/preview/report";
import type { Span } from "../../server/src/text/span";
import { effective } from "../support/effectiveParameter";
import { checkGolden } from "../support/golden";
import { slipsOf } from "../support/variants";

// What is reported of rules with a slip at each place, and which alternative a phone takes.

const rules: Readonly<Record<RuleKind, readonly string[]>> = {
  profile: [
    "/$PSN.xml",
    "https://prov.example.com:8443/$(MAU:6).cfg?x=1",
    '("$A" ne "done")? (Line_Enable_1_ = "No"; b="$MA";)! http://h/a | h/b',
    '[--key "$SA" --uid u --pwd p]http://h/a.xml',
    "($PRVTMR ge 600 and $SWVER < 12-0-1MPP-5)? /a | [ --post a ] /b?",
    '("$EMS" eq "mobile" AND 1 != 2)?(a="x;y")!/m|/d',
    '(a = "x") http://h/a',
    "(1 eq 1) [--srv --alias b] 192.0.2.7/init.cfg",
    "(! 1.0.33)? tftp://h/$$MA",
    '(a = "x"; b= "y" ;) http://h/a',
    "(a = ; b=1)! h/a",
    '[--key "a b" -uid u --pwd=x \u2013srv stray] /a',
    '("$A" == "x" && 1 or 2)? /a | ("$A" EQ x)? /b',
    '("$A" ge "x" and $D le 7 and)? [] /a',
    "# http://h/a",
  ],
  upgrade: ["http://h/sip88xx.12-0-7MPP0001-46.loads", "($SWVER ne sip88xx.11-3-2MPP0001-609)? http://h/a.loads"],
  trigger: [
    "$UPGTMR gt 300 and $PRVTMR ge 600",
    '$SWVER ge 2.0.6 and "$CCERT" eq "Installed"',
    "! 1.0.33",
    '"(" eq "$A" and 1 <= 2',
  ],
  report: ["[--delta]http://h/r.xml http://h/f.xml", "[--key $SC --status] tftp://h/s"],
};

const types: Readonly<Record<RuleKind, string>> = {
  profile: "ProvisioningRuleSyntax",
  upgrade: "ProvisioningRuleSyntax",
  trigger: "ProvisioningCondition",
  report: "ReportRule",
};

const values: MacroValues = {
  macros: {
    A: "x",
    CCERT: "Installed",
    EMS: "mobile",
    MA: "00005e005301",
    MAU: "00005E005301",
    PRVTMR: "700",
    PSN: "8841",
    SWVER: "sip88xx.11-3-2MPP0001-609",
    UPGTMR: "300",
  },
  secrets: { SA: "key" },
};

/** Number of the alternative, how many letters the parameters have that are set, and options: what no slip in an address changes. */
function decision(text: string, kind: RuleKind): string {
  const { taken, rule } = evaluateRule(asSource(text), kind, values);
  if (!taken) return "takes none";
  const set = assignmentsOf(taken).map(([name]) => name.length);
  const options = Object.keys(optionsOf(taken));
  return ["takes", rule.alternatives.indexOf(taken) + 1, ...set.map((n) => `set:${n}`), ...options].join(" ");
}

test("rules with a slip at each place (UPDATE_GOLDEN=1 writes the list)", () => {
  const lines: string[] = [];
  for (const [kind, texts] of Object.entries(rules) as [RuleKind, readonly string[]][]) {
    const type = ruleValueTypes.find(({ id }) => id === types[kind]);
    assert.ok(type);
    const at = effective(type.id, { name: kind === "upgrade" ? "Upgrade_Rule" : "Profile_Rule", generation: "MPP" });
    for (const text of texts) {
      lines.push(`${kind} ${text}`);
      for (const { severity, code, span, message } of type.check(text, at))
        lines.push(`  ${severity} ${code} ${span.start}-${span.end} ${message}`);
      lines.push(`  ${decision(text, kind)}`);
      const words = (typed: string, place: (span: Span) => string) =>
        [
          ...type
            .check(typed, at)
            .map(
              ({ code, severity, span, fixes = [] }) =>
                `${severity} ${code} ${place(span)}${fixes.length > 0 ? " (fix)" : ""}`,
            ),
          decision(typed, kind),
        ].join(", ");
      lines.push(...slipsOf(text, words).map((line) => `  ${line}`));
    }
  }
  checkGolden("test/rules/slips.golden.txt", lines);
});
