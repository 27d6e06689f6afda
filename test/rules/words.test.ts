import assert from "node:assert/strict";
import test from "node:test";
import { ruleValueTypes } from "../../server/src/dialects/cisco-flat-profile/rules/valueTypes";
import { effective } from "../support/effectiveParameter";

function typeOf(id: string) {
  const type = ruleValueTypes.find((found) => found.id === id);
  assert.ok(type);
  return type;
}

/** The description of the value contains all `parts`, in this order. */
function checkWords(id: string, text: string, ...parts: string[]): void {
  const words = typeOf(id).describe?.(text, effective(id)) ?? "";
  let at = 0;
  for (const part of parts) {
    const found = words.indexOf(part, at);
    assert.ok(found >= 0, `${part} in ${words}`);
    at = found + part.length;
  }
}

test("rules are described alternative by alternative", () => {
  checkWords(
    "ProvisioningRuleSyntax",
    '("$A" ne "done")? (a = "done";)! http://h/first | http://h/rest',
    "1. If",
    "$A",
    "is not",
    "done",
    "set `GPP_A`",
    "fetch `http://h/first`",
    "2. Otherwise: fetch `http://h/rest`",
  );
  checkWords("ProvisioningRuleSyntax", "# /a", "The `#` at the beginning disables the rule.");
  checkWords("ReportRule", "[--delta] http://h/r", "Report to `http://h/r`", "report only the last changes");
  checkWords(
    "ProvisioningCondition",
    "$UPGTMR gt 300 and $PRVTMR ge 600",
    "When",
    "is greater than",
    " and ",
    "is at least",
  );
});

test("passwords are not reported", () => {
  const words = typeOf("ProvisioningRuleSyntax").describe?.("[--uid me --pwd Hunter2] http://h/a", effective("x"));
  assert.ok(words?.includes("password for the server") && !words.includes("Hunter2"));
});

test("links lead to URLs that are whole", () => {
  const targets = (text: string) =>
    typeOf("ProvisioningRuleSyntax")
      .links?.(text, effective("x"))
      .map(({ target }) => target);
  assert.deepEqual(targets("(1 eq 1)? http://h/a|https://h/$MA.xml | https://h/b"), ["http://h/a", "https://h/b"]);
  assert.deepEqual(targets("http://me:secret@h/a"), []);
});

function checkActive(marked: string, part: string, id = "ProvisioningRuleSyntax"): void {
  const offset = marked.indexOf("^");
  const signature = typeOf(id).signature?.(marked.replace("^", ""), offset, effective(id));
  const span = signature?.parts[signature.active]?.span;
  assert.equal(span && signature.label.slice(span.start, span.end), part, marked);
}

test("the part that is being typed", () => {
  checkActive("($SWVER ^", "(condition)?");
  checkActive("(1 eq 1)? http^", "URL");
  checkActive("(1 eq 1)? (a = ^", "(assignments)!");
  checkActive('(a = "x"; b^)! http://h/a', "(assignments)!");
  checkActive("[--key^] http://h/a", "[options]");
  checkActive("[--key^", "[options]");
  checkActive("^", "(condition)?");
  checkActive("60+1^", "spread", "Schedule");
  checkActive("60+10,^", "wait", "Schedule");
});
