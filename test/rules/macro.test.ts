import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import {
  bracketTest,
  expandMacros,
  findMacros,
  insideBrackets,
} from "../../server/src/dialects/cisco-flat-profile/rules/macro";
import { macroProblems } from "../../server/src/dialects/cisco-flat-profile/rules/macroProblems";
import { isKnownMacro } from "../../server/src/dialects/cisco-flat-profile/rules/macroTable";
import {
  conditionSuggestions,
  macroSuggestions,
  ruleSuggestions,
} from "../../server/src/dialects/cisco-flat-profile/rules/ruleCompletion";
import { MappedText } from "../../server/src/text/mappedText";

const macros = { MA: "000e08012345", MAU: "000E08012345", A: "ABCDEF", B: "$MA", C: "" };
const secrets = { SA: "me", SB: "pass phrase" };

function expanded(text: string): MappedText {
  return expandMacros(new MappedText([{ text, source: { start: 0, end: text.length }, verbatim: true }]), {
    macros,
    secrets,
  });
}

function checkExpansion(text: string, expected: string): void {
  assert.equal(expanded(text).text, expected);
}

test("names run on as long as letters, digits and _ follow", () => {
  checkExpansion("$MA.cfg", "000e08012345.cfg");
  checkExpansion("$MAconfig", "$MAconfig");
  checkExpansion("$(MA)config", "000e08012345config");
  checkExpansion("$ma", "$ma");
});

test("parts of values", () => {
  checkExpansion("$(A:2) $(A:2:3) $(A:9) $(A:0:0)|", "CDEF CDE  |");
  checkExpansion("$(A:x)", "$(A:x)");
});

test("one pass, and two dollars mean one", () => {
  checkExpansion("$B", "$MA");
  checkExpansion("$$MAU", "$MAU");
  checkExpansion("$$$MAU", "$000E08012345");
  checkExpansion("/$C.cfg", "/.cfg");
});

test("secrets are valid between brackets only", () => {
  checkExpansion("[--uid $SA --pwd $SB] http://h/$SA", "[--uid me --pwd pass phrase] http://h/$SA");
});

test("what was expanded leads back to the macro that was typed", () => {
  const text = "http://h/$MA.cfg";
  const result = expanded(text);
  const at = result.text.indexOf("0e08");
  assert.deepEqual(result.toSource({ start: at, end: at + 2 }), { start: 9, end: 12 });
  const end = result.text.indexOf(".cfg");
  assert.deepEqual(result.toSource({ start: end, end: end + 4 }), { start: 12, end: 16 });
});

const dollars = fc
  .array(fc.constantFrom("$", "$$", "(", ")", ":", "1", "MA", "SA", "A", "[", "]", "x", " ", '"'), { maxLength: 20 })
  .map((parts) => parts.join(""));

test("macros follow each other, and each begins with a dollar", () => {
  fc.assert(
    fc.property(dollars, (text) => {
      let last = 0;
      for (const { span, nameSpan, name } of findMacros(text)) {
        assert.ok(span.start >= last && span.end <= text.length);
        assert.equal(text[span.start], "$");
        assert.equal(text.slice(nameSpan.start, nameSpan.end), name);
        last = span.end;
      }
    }),
  );
});

test("a text in which no macro is known keeps everything but doubled dollars", () => {
  fc.assert(
    fc.property(dollars, (text) => {
      const source = new MappedText([{ text, source: { start: 0, end: text.length }, verbatim: true }]);
      assert.equal(expandMacros(source, { macros: {} }).text, text.replaceAll("$$", "$"));
    }),
  );
});

test("walking over brackets finds what looking back finds", () => {
  fc.assert(
    fc.property(dollars, (text) => {
      const isBracketed = bracketTest(text);
      for (const { span } of findMacros(text)) assert.equal(isBracketed(span.start), insideBrackets(text, span.start));
    }),
  );
});

function checkOffered(marked: string, offered: string, missing: string, from = ruleSuggestions): void {
  const offset = marked.indexOf("^");
  const text = marked.replace("^", "");
  const labels = from(text, offset, "profile").map(({ label }) => label);
  assert.ok(labels.includes(offered), `${offered} in ${labels.join()}`);
  assert.ok(!labels.includes(missing), `${missing} in ${labels.join()}`);
}

test("macros, options and operators are offered where they are valid", () => {
  checkOffered("/$^", "$MA", "$SA");
  checkOffered("[--key $^] /a", "$SA", "--key");
  checkOffered("[^] /a", "--alias", "--delta");
  checkOffered("($SWVER ^", "ge", "and");
  checkOffered('("$A" eq "x" ^', "and", "ge");
  checkOffered("^", "https://", "--key");
  checkOffered("/$(M^", "$(MA)", "$MA");
  assert.deepEqual(conditionSuggestions('"$A" eq "', 9, 0), []);
  assert.ok(macroSuggestions("$", 1)?.every(({ label }) => isKnownMacro(label.slice(1))));
});

test("a name that runs on leads to every macro it begins with, the longest first", () => {
  const [problem] = macroProblems("/$MACONF.cfg");
  assert.equal(problem?.code, "rule/macro-boundary");
  assert.deepEqual(
    problem.fixes?.map(({ edits }) => edits[0]?.text),
    ["$(MAC)ONF", "$(MA)CONF"],
  );
});
