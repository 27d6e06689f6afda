import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { compileRule } from "../../server/src/dialects/cisco-flat-profile/rules/compiledRule";
import { asSource, assignmentsOf, evaluateRule } from "../../server/src/dialects/cisco-flat-profile/rules/evaluate";
import type { MacroValues } from "../../server/src/dialects/cisco-flat-profile/rules/macro";
import { MacroSlots } from "../../server/src/dialects/cisco-flat-profile/rules/macroSlots";
import type { Decision } from "../../server/src/dialects/cisco-flat-profile/rules/rulePlan";
import { runs } from "../support/runs";

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
    { numRuns: runs(2000) },
  );
  fc.assert(
    fc.property(fc.array(comparison, { minLength: 1, maxLength: 3 }), value, value, (all, A, B) => {
      checkSame(all.join(" and "), "trigger", { macros: { A, B, SWVER: "7.5.5" } });
    }),
    { numRuns: runs(500) },
  );
});

test("knows the old form, comments and empty rules", () => {
  for (const rule of ["", "  ", "# http://h/", "(! 1.0.33)? http://h/a | http://h/b", "($SWVER gt)? http://h/"])
    checkSame(rule, "profile", { macros: { SWVER: "1.0.33" } });
});

const sides = [
  '"$A"',
  "$A",
  "$(A:1:2)",
  "$B",
  '"x"',
  "7",
  "$SWVER",
  "11-3-2MPP0001-609",
  "7.5.5",
  "x$A",
  "$SA",
  "$NONE",
  "",
];
const signs = ["eq", "ne", "<", "le", "gt", ">=", "!"];
const filling = [
  "",
  "x",
  "7",
  "07",
  "-1",
  "11-3-2MPP0001-609",
  "12-0-1MPP-5",
  "7.5.5",
  "and",
  "AND",
  "or",
  "eq",
  "ge",
  "GE",
  "a b",
  '"',
  "x|y",
  "(",
  "11-3",
];

test("decides as the long way does for every pair of sides and every value of one", () => {
  for (const left of sides)
    for (const right of sides.slice(0, -1))
      for (const sign of signs)
        for (const A of filling)
          checkSame(`${left} ${sign} ${right}`, "trigger", {
            macros: { A, B: "7", SWVER: "sip88xx.11-3-2MPP0001-609" },
            secrets: { SA: "x" },
          });
});

const addresses = [
  "$A",
  "http://h/$A",
  "http://$A/x",
  "$A/x",
  "$A$B",
  "/a$B|/b",
  "$(A:1)x",
  "$A http://h/b",
  "[--key $A] /a",
  '[--uid "$A" --post a]$A',
  "$A://h/a",
  "http://h:$A/a",
  "$$A",
  "$A|$B",
];

test("decides as the long way does for every address and every value in it", () => {
  for (const address of addresses)
    for (const kind of ["profile", "upgrade", "report"] as const)
      for (const A of [...filling, "#", " x", "x ", "]", "[--key 1] /x", "http://h/z"])
        for (const head of ["", '("$A" ne "x")? ', '(GPP_B = "$A"; c = "7";)! ']) {
          const values = { macros: { A, B: "7" }, secrets: { SA: "x" } };
          checkSame(`${head}${address}`, kind, values);
        }
});

test("a rule may set parameters where it or a value of the phone says so", () => {
  const may = (rule: string, A: string) => {
    const slots = new MacroSlots();
    const compiled = compileRule(rule, "profile", slots);
    slots.fill({ macros: { A } });
    return compiled.mayAssign();
  };
  assert.equal(may("http://h/$A", "x"), false);
  assert.equal(may('(b = "1";)! http://h/$A', "x"), true);
  assert.equal(may("$A", "x"), false);
  assert.equal(may("$A", '(b = "1";)!'), true);
  assert.equal(may("http://h/$A", "x|y"), true);
  assert.equal(may("http://h/$A|", "(x)"), false);
  assert.equal(may("(1 eq 1? $A", "x"), true);
  assert.equal(may("", "x"), false);
  assert.equal(may("# (b = 1)!", "x"), false);
});
