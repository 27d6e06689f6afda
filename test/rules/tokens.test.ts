import assert from "node:assert/strict";
import test from "node:test";
import { ruleTokens } from "../../server/src/dialects/cisco-flat-profile/rules/ruleTokens";

/** Every token in order: its kind, and its text. */
function checkTokens(text: string, expected: string): void {
  const found = ruleTokens(text).map(({ span, kind }) => `${kind} ${text.slice(span.start, span.end)}`);
  assert.equal(found.join(" · "), expected, text);
}

test("options, macros and addresses", () => {
  checkTokens("[--key $A] https://h/$MA.cfg", "keyword --key · macro $A · macro $MA");
  checkTokens("[--uid u --pwd p] http://h/a", "keyword --uid · keyword --pwd");
  checkTokens("http://h/a-b--c?x=1", "keyword --c");
  checkTokens("tftp://h/$(MA:3:2).cfg", "macro $(MA:3:2)");
});

test("conditions and alternatives", () => {
  checkTokens(
    '($PN eq "CP-8841")? http://h/a | http://h/b',
    'macro $PN · operator eq · string "CP-8841" · operator ? · operator |',
  );
  checkTokens(
    "(1.2 lt $SWVER and $A >= 3)? x",
    "operator lt · macro $SWVER · operator and · macro $A · operator >= · operator ?",
  );
  checkTokens("($A != b AND c ge d)? x", "macro $A · operator != · operator AND · operator ge · operator ?");
  checkTokens(
    "(a ne b and c le d and e gt f)? x",
    "operator ne · operator and · operator le · operator and · operator gt · operator ?",
  );
});

test("a word is an operator only as a word of its own", () => {
  checkTokens("(leg eq band)? http://h/le.cfg", "operator eq · operator ?");
  checkTokens("(a eq", "");
});

test("an assignment names a parameter", () => {
  checkTokens(
    '(Resync_Periodic = "60"; GPP_A = "x";)! http://h/a',
    'parameter Resync_Periodic · operator = · string "60" · parameter GPP_A · operator = · string "x" · operator !',
  );
  checkTokens("(a = b)? x", "operator = · operator ?");
});

test("nothing is a token in a string but a macro, also when it is not closed", () => {
  checkTokens('("a | $B eq c" ne d)? x', 'string "a |  · macro $B · string  eq c" · operator ne · operator ?');
  checkTokens('("a and b | c', 'string "a and b | c');
});

test("signs in the query of an address are not operators", () => {
  checkTokens("http://h/a?b=c&d=$MA | x", "macro $MA · operator |");
  checkTokens("http://h/?a", "");
});

test("a comment is one token", () => {
  checkTokens("# ($A eq b)? x | y", "comment # ($A eq b)? x | y");
  checkTokens("  # x", "comment   # x");
  checkTokens("http://h/a # b", "");
});
