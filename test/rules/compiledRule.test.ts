import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { compileRule } from "../../server/src/dialects/cisco-flat-profile/rules/compiledRule";
import { asSource, assignmentsOf, evaluateRule } from "../../server/src/dialects/cisco-flat-profile/rules/evaluate";
import type { MacroValues } from "../../server/src/dialects/cisco-flat-profile/rules/macro";
import type { Decision } from "../../server/src/dialects/cisco-flat-profile/rules/rulePlan";

/** What the long way reports too. */
function decisionOf({ taken, url, assignments }: Decision) {
  return { taken, url, assignments };
}

function checkSame(rule: string, kind: "profile" | "upgrade" | "trigger" | "report", values: MacroValues): void {
  const { taken, rule: read } = evaluateRule(asSource(rule), kind, values);
  assert.deepEqual(
    decisionOf(compileRule(rule, kind).decideFor(values)),
    taken
      ? { taken: read.alternatives.indexOf(taken) + 1, url: taken.url, assignments: assignmentsOf(taken) }
      : { taken: 0, url: "", assignments: [] },
    `${rule} ${JSON.stringify(values)}`,
  );
}

const operand = fc.constantFrom(
  '"$A"',
  "$A",
  "$B",
  '"x"',
  "1",
  "-1",
  "$SWVER",
  "11-3-2MPP0001-609",
  '"$(A:1:2)"',
  "$(B:1)",
  "$NONE",
  "x$A",
);
const operator = fc.constantFrom("eq", "ne", "=", "<", "ge", "gt", "!=");
const comparison = fc.tuple(operand, operator, operand).map((parts) => parts.join(" "));
const alternative = fc
  .tuple(
    fc.array(comparison, { maxLength: 2 }),
    fc.constantFrom("", '(a = "$A$B";)!', '(User_ID_1_ = "u$$A"; b = "$SA";)!'),
    fc.constantFrom("", "[--key $SA]", '[ --uid "$A" --pwd $B --post a ]', "[--key$A]", "[$A]"),
    fc.constantFrom(
      "http://h/$A.xml",
      "$B",
      "http://$(A)/c?x=$B",
      "/$SA",
      "",
      "$NONE|",
      "$$$A",
      "$A http://x/$B",
      "$A $B",
    ),
  )
  .map(
    ([all, assigned, options, url]) =>
      `${all.length > 0 ? `(${all.join(" and ")})?` : ""} ${assigned}${options} ${url}`,
  );
const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("", "x", "1", "11-3-2MPP0001-609", "7.5.5", "and", "eq", "$A", "-x") },
  fc.constantFrom('"', "|", "a b", "(", ")", "]", "[", "#", "x;y", "=", "(1 eq 1)? http://x/", '" eq "', "a?b&c=d"),
);

test("decides as the long way does, with any values", () => {
  fc.assert(
    fc.property(
      fc.array(alternative, { minLength: 1, maxLength: 3 }),
      fc.constantFrom("profile" as const, "upgrade" as const, "report" as const),
      value,
      value,
      value,
      (alternatives, kind, A, B, SA) => {
        const macros = { A, B, SWVER: "sip88xx.11-3-2MPP0001-609" };
        checkSame(alternatives.join("|"), kind, { macros, secrets: { SA } });
      },
    ),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(fc.array(comparison, { minLength: 1, maxLength: 3 }), value, value, (all, A, B) => {
      checkSame(all.join(" and "), "trigger", { macros: { A, B, SWVER: "7.5.5" } });
    }),
    { numRuns: 500 },
  );
});

test("knows the old form, comments and empty rules", () => {
  for (const rule of ["", "  ", "# http://h/", "(! 1.0.33)? http://h/a | http://h/b", "($SWVER gt)? http://h/"])
    checkSame(rule, "profile", { macros: { SWVER: "1.0.33" } });
});
