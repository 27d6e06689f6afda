import assert from "node:assert/strict";
import test from "node:test";
import { encryption } from "../../server/src/dialects/cisco-flat-profile/keyRule";

test("a key is written as a rule takes it, or not at all", () => {
  for (const [key, written] of [
    ["abc", "abc"],
    ["a-b", "a-b"],
    ["-ab", '"-ab"'],
    ["a b", '"a b"'],
    ["a|b", '"a|b"'],
    ["[a", '"[a"'],
    ["(a)", '"(a)"'],
    ["", '""'],
    ["a$b", "a$$b"],
    ["$A b", '"$$A b"'],
    ['a"b', undefined],
    ["a]b", undefined],
  ] as const)
    assert.equal(encryption.argumentOf(key), written, key);
  assert.equal(encryption.unescapeArgument("a$$b"), "a$b");
});

test("references of XML in an argument are read, others stay", () => {
  for (const [raw, text] of [
    ["a&amp;b", "a&b"],
    ["&lt;&GT;&quot;&apos;", "<>\"'"],
    ["&#65;&#x42;", "AB"],
    ["&#1114112;", "&#1114112;"],
    ["&none;", "&none;"],
    [" a\n", " a\n"],
  ] as const)
    assert.equal(encryption.decode(raw), text, raw);
});

test("the rule that fetches the file is XML", () => {
  assert.equal(encryption.rule("https://h/a?b&c", undefined), "<Profile_Rule>https://h/a?b&amp;c</Profile_Rule>");
  assert.equal(encryption.rule("https://h/a", '"<k>"'), '<Profile_Rule>[--key "&lt;k&gt;"] https://h/a</Profile_Rule>');
});
