import assert from "node:assert/strict";
import test from "node:test";
import { readCondition } from "../../server/src/dialects/cisco-flat-profile/rules/condition";
import { conditionProblems } from "../../server/src/dialects/cisco-flat-profile/rules/conditionProblems";
import { checkRule, type Kind, problemsIn } from "./checkRule";

const sound: readonly (readonly [Kind, string])[] = [
  ["profile", "/$PSN.xml"],
  ["trigger", '"(" eq "$A"'],
  ["trigger", '"$A" eq ")" and "$B" ne "a(b"'],
  ["profile", "https://prov.example.com/$(MAU:6).cfg?x=1"],
  ["profile", "http://prov.example.com:8080/prov/$D/$E.cfg"],
  ["profile", "192.0.2.7/profiles/init.cfg"],
  ["profile", "HTTP://prov.example.com/a.xml"],
  ["profile", "$A"],
  ["profile", "$SCHEME://$SERVIP:$PORT$PATH"],
  ["profile", "[ --key $K ]https://h/a.xml"],
  ["profile", '[--uid $SA --pwd "two words" --srv] https://h/a.xml'],
  ["profile", "($PRVTMR ge 600)? http://h/has | [--post a] http://h/lost?"],
  ["profile", '("$CCERT" eq "Installed")?https://h/c?|https://h/c?cisco$MAU'],
  ["profile", '("$A" ne "Provisioned")? (Line_Enable_1_ = "No";)! https://h/init | https://h/rest'],
  ["profile", '(User_ID_1_ = "uid$B" ; c = "" ; d = "$MA" ;)!'],
  ["profile", '("$EMS" eq "mobile" AND "$MUID" ne "")?[--uid $MUID$PDOM --pwd $MPWD] http://h/m|http://h/d'],
  ["profile", "(1 eq 2)? http://h/a | (1 eq 3)? http://h/b"],
  ["profile", '("a|b" eq "$B")? http://h/a'],
  ["profile", "/$$MA.xml"],
  ["upgrade", "http://h/sip88xx.12-0-7MPP0001-46.loads"],
  ["upgrade", "($SWVER ne sip88xx.11-3-2MPP0001-609)? http://h/sip88xx.11-3-2MPP0001-609.loads"],
  ["trigger", "$UPGTMR gt 300 and $PRVTMR ge 600"],
  ["trigger", '$SWVER ge 2.0.6 and "$CCERT" eq "Installed"'],
  ["trigger", "! 1.0.33"],
  ["report", "[--delta]http://h/report.xml http://h/full.xml"],
  ["report", "[--key $SC --status] tftp://h/status.xml"],
  ["text", "$PN $MAC -- Resync failed: $ERR"],
];

for (const [kind, text] of sound) test(`nothing is wrong with ${kind} ${text}`, () => checkRule(kind, text));

test("# switches a rule off, with any text after it", () => {
  checkRule("profile", "# (((| http://h");
});

test("options", () => {
  checkRule(
    "profile",
    `
    [-key x] http://h/a
     ^^^^ rule/option-dashes`,
    "[--key x] http://h/a",
  );
  checkRule(
    "profile",
    `
    [key x] http://h/a
     ^^^ rule/option-dashes`,
    "[--key x] http://h/a",
  );
  checkRule(
    "profile",
    `
    [secret] http://h/a
     ^^^^^^ rule/stray-word`,
  );
  checkRule(
    "profile",
    `
    [--uid me --pwdHunter2] http://h/a
              ^^^^^ rule/glued-option`,
    "[--uid me --pwd Hunter2] http://h/a",
  );
  checkRule(
    "profile",
    `
    [--keys x] http://h/a
     ^^^^^^ rule/unknown-option`,
    "[--key x] http://h/a",
  );
  checkRule(
    "profile",
    `
    [--hash x] http://h/a
     ^^^^^^ rule/unknown-option`,
  );
  checkRule(
    "profile",
    `
    [--key] http://h/a
     ^^^^^ rule/option-argument`,
  );
  checkRule(
    "profile",
    `
    [--alias GPP_A] http://h/a
             ^^^^^ rule/option-argument`,
  );
  checkRule(
    "profile",
    `
    [--srv x] http://h/a
           ^ rule/option-argument`,
  );
  checkRule(
    "profile",
    `
    [--delta] http://h/a
     ^^^^^^^ rule/report-option`,
  );
  // One slip, one report.
  for (const rest of ["http://h/a [--status] http://h/b", "http://h/a http://h/b", "http://h/a"])
    checkRule("profile", `\n[--delta]${rest}\n ^^^^^^^ rule/report-option`);
  checkRule(
    "profile",
    `
    [--key x --status] http://h/a [--delta --key y] http://h/b
             ^^^^^^^^ rule/report-option`,
  );
  checkRule(
    "profile",
    `
    http://h/a [--status] http://h/b
                ^^^^^^^^ rule/report-option`,
  );
  assert.deepEqual(
    ["[--delta] http://h/a", "[--delta] http://h/a http://h/b"].map((text) => problemsIn("profile")(text)[0]?.severity),
    ["warning", "error"],
  );
  checkRule(
    "upgrade",
    `
    [--uid a] http://h/a.loads
    ^^^^^^^^^ rule/upgrade-options`,
  );
  checkRule(
    "profile",
    `
    [--key x http://h/a
    ^ rule/unclosed-bracket`,
  );
});

test("the glued password is not reported", () => {
  const [problem] = problemsIn("profile")("[--pwdHunter2] http://h/a");
  assert.ok(problem && !problem.message.includes("Hunter2"));
});

test("conditions and what they compare", () => {
  checkRule(
    "profile",
    `
    ("$A" lt "b")? http://h/a
          ^^ rule/string-order`,
  );
  checkRule(
    "profile",
    `
    ("$A" eq 5)? http://h/a
     ^^^^^^^^^ rule/mixed-types`,
  );
  checkRule(
    "profile",
    `
    ($MA eq "000e08012345")? /a
     ^^^ rule/unquoted-text`,
    '("$MA" eq "000e08012345")? /a',
  );
  checkRule(
    "profile",
    `
    ("$A" eq yes)? /a
             ^^^ rule/bad-operand`,
    '("$A" eq "yes")? /a',
  );
  checkRule(
    "profile",
    `
    ("$A" eq "x" or "$A" eq "y")? /a
                 ^^ rule/no-or`,
  );
  checkRule(
    "profile",
    `
    ("$A" == "x")? /a
          ^^ rule/bad-operator`,
  );
  checkRule(
    "profile",
    `
    (1 eq 1) /a
           ^ rule/missing-mark`,
    "(1 eq 1)? /a",
  );
  checkRule(
    "profile",
    `
    (1 eq 1 /a
    ^ rule/unclosed-parenthesis`,
  );
  checkRule(
    "profile",
    `
    ()? /a
    ^^ rule/empty-condition`,
  );
});

test("versions", () => {
  checkRule(
    "profile",
    `
    ("$SWVER" eq "11-3-2MPP0001-609")? /a
                 ^^^^^^^^^^^^^^^^^^^ rule/quoted-version`,
  );
  checkRule("profile", '("$SWVER" eq "sip88xx.11-3-2MPP0001-609.loads")? /a');
  checkRule("profile", '("$SWVER" eq "11-1-0MPP-19")? /a', undefined, "ATA");
  checkRule(
    "profile",
    `
    ($SWVER lt 11.0.0)? /a
               ^^^^^^ rule/version-shape`,
    undefined,
    "MPP",
  );
  checkRule(
    "profile",
    `
    ($SWVER lt 7.5.5)? /a
               ^^^^^ rule/version-shape`,
    undefined,
    "MPP",
  );
  checkRule(
    "profile",
    `
    (11.3.2 eq $SWVER)? /a
     ^^^^^^ rule/version-shape`,
    undefined,
    "PhoneOS",
  );
  checkRule(
    "profile",
    `
    ($SWVER ne 11.0.0)? /a
               ^^^^^^ rule/version-shape`,
  );
  checkRule("profile", "($SWVER lt 7.5.5)? /a", undefined, "SPA");
  checkRule("profile", "($SWVER lt 9.3.3)? /a");
  checkRule(
    "profile",
    `
    ($SWVER ge sip88xx.14-1-1MN-366)? /a
               ^^^^^^^^^^^^^^^^^^^^ rule/version-letters`,
  );
  checkRule("profile", "($SWVER ne sip88xx.14-1-1MN-366)? /a");
  const hints = (text: string) =>
    conditionProblems(readCondition(text, 0, text.length, []), undefined).map(
      ({ code, span }) => `${code} ${text.slice(span.start, span.end)}`,
    );
  assert.deepEqual(hints("$SWVER ne 11-1-0MPP"), ["rule/version-without-build 11-1-0MPP"]);
  assert.deepEqual(hints("11-1-0MPP eq $SWVER"), ["rule/version-without-build 11-1-0MPP"]);
  assert.deepEqual(hints("ge 11-1-0MPP.loads"), ["rule/version-without-build 11-1-0MPP.loads"]);
  assert.deepEqual(hints("$SWVER ne 11-1-0MPP-19 and 11-1-0MPP-19 eq 11-1-0MPP"), []);
});

test("alternatives that are never reached", () => {
  checkRule(
    "profile",
    `
    /a | /b
         ^^ rule/unreachable`,
  );
  checkRule(
    "profile",
    `
    /a | (1 eq 1)? /b | /c
         ^^^^^^^^^^^^^^^^^ rule/unreachable`,
  );
  checkRule(
    "profile",
    `
    (1 eq 1)? /a | (1  eq 1)? /b | /c
                   ^^^^^^^^^^^^^ rule/unreachable`,
  );
  checkRule(
    "profile",
    `
    (1 eq 1)? /a |
                 ^ rule/empty-alternative`,
    "(1 eq 1)? /a ",
  );
  checkRule(
    "report",
    `
    http://h/a http://h/b http://h/c
                          ^^^^^^^^^^ rule/too-many-reports`,
  );
});

test("assignments", () => {
  checkRule(
    "profile",
    `
    (a = "x")! /a
           ^ rule/missing-semicolon`,
    '(a = "x";)! /a',
  );
  checkRule(
    "profile",
    `
    (a = x;)! /a
         ^ rule/unquoted-assignment`,
  );
  checkRule(
    "profile",
    `
    ("x")! /a
     ^^^ rule/bad-assignment`,
  );
});

test("macros", () => {
  checkRule(
    "profile",
    `
    /\${MA}.xml
     ^^^^^ rule/braces`,
    "/$(MA).xml",
  );
  checkRule(
    "profile",
    `
    /$GPP_A/a.xml
     ^^^^^^ rule/gpp-name`,
    "/$A/a.xml",
  );
  checkRule(
    "profile",
    `
    http://h/$SA.cfg
             ^^^ rule/secret-outside-options`,
  );
  checkRule(
    "profile",
    `
    /$ma.xml
     ^^^ rule/macro-case`,
    "/$MA.xml",
  );
  checkRule(
    "profile",
    `
    /$MAconfig.xml
     ^^^^^^^^^ rule/macro-boundary`,
    "/$(MA)config.xml",
  );
  checkRule(
    "profile",
    `
    /$(MA.xml
     ^^ rule/macro-form`,
  );
  checkRule(
    "profile",
    `
    /$STRANGE.xml
     ^^^^^^^^ rule/unknown-macro`,
  );
});

test("a trigger needs no parentheses", () => {
  checkRule(
    "trigger",
    `
    ($UPGTMR gt 300)?
    ^^^^^^^^^^^^^^^^^ rule/trigger-parentheses`,
    "$UPGTMR gt 300",
  );
  checkRule(
    "trigger",
    `
    ($(UPGTMR) gt 300)
    ^^^^^^^^^^^^^^^^^^ rule/trigger-parentheses`,
    "$(UPGTMR) gt 300",
  );
  const [several] = problemsIn("trigger")("($UPGTMR gt 300) and ($PRVTMR gt 5)");
  assert.equal(several?.code, "rule/trigger-parentheses");
  assert.equal(several?.fixes, undefined);
});

test("the problems of a rule come in the order of their places", () => {
  for (const text of [
    "($X eq 1)? ftp://h/a b | (b eq)? [--kye x] http://h/ | | x",
    "[--delta] [--kye x] http://h /a | [--status] ftp://h/b",
    "(a & b)? http://h/$MACONF | (c eq $MAX)? [--uid] http:/h",
  ])
    for (const kind of ["profile", "upgrade", "report"] as const) {
      const starts = problemsIn(kind)(text).map(({ span }) => span.start);
      assert.ok(starts.length > 1, `${kind} ${text}`);
      assert.deepEqual(
        starts,
        [...starts].sort((a, b) => a - b),
        `${kind} ${text}`,
      );
    }
});

test("an empty alternative is one problem, and only the last can be removed", () => {
  const found = (text: string) =>
    problemsIn("profile")(text)
      .filter(({ code }) => code === "rule/empty-alternative")
      .map(({ severity, span, fixes }) => `${severity} ${span.start}-${span.end}${fixes ? " fix" : ""}`);
  assert.deepEqual(found("(a eq b)? http://h/a |"), ["info 21-22 fix"]);
  assert.deepEqual(found("| http://h/a"), ["warning 0-1"]);
  assert.deepEqual(found("(a eq b)? http://h/a | | http://h/b"), ["warning 21-22"]);
});
