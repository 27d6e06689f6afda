import assert from "node:assert/strict";
import test from "node:test";
import { ruleSignature } from "../../server/src/dialects/cisco-flat-profile/rules/ruleSignature";

/** The part of an alternative that the caret is in. */
function checkPart(marked: string, expected: string | undefined, kind: "profile" | "upgrade" = "profile"): void {
  const offset = marked.indexOf("^");
  const found = ruleSignature(marked.replace("^", ""), offset, kind);
  const part = found?.parts[found.active];
  assert.equal(part && found.label.slice(part.span.start, part.span.end), expected, marked);
}

test("the part at the cursor is shown", () => {
  checkPart("^", "(condition)?");
  checkPart("($PN ^eq a)? http://h/a", "(condition)?");
  checkPart("($PN eq a)? ^http://h/a", "URL");
  checkPart('($PN eq a)? (c = ^"x";)! http://h/a', "(assignments)!");
  checkPart("($PN eq a)  ? (c^", "(assignments)!");
  checkPart('(c = "x"; ^', "(assignments)!");
  checkPart("($PN eq a) (^", "(condition)?");
  checkPart("[--key ^$A] http://h/a", "[options]");
  checkPart("[--key $A] http://h/^a", "URL");
  checkPart("http://h/$(MA^)", "URL");
  checkPart("http://h/a | ^", "(condition)?");
  checkPart("http://h/a | http^", "URL");
  checkPart("# ($PN ^", undefined);
  checkPart("[--key ^$A] http://h/a", "URL", "upgrade");
});

test("a firmware rule has no options", () => {
  assert.equal(ruleSignature("", 0, "profile")?.label, "(condition)? (assignments)! [options] URL | next alternative");
  assert.equal(ruleSignature("", 0, "upgrade")?.label, "(condition)? (assignments)! URL | next alternative");
});
