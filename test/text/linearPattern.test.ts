import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { LinearPattern } from "../../server/src/text/linearPattern";
import { PatternFault } from "../../server/src/text/patternFault";

function read(source: string): LinearPattern {
  const pattern = LinearPattern.read(source);
  assert.ok(pattern instanceof LinearPattern, `${source}: ${pattern instanceof PatternFault ? pattern.message : ""}`);
  return pattern;
}

const part = fc.letrec<{ part: string; sequence: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(
      "a",
      "b",
      "-",
      ".",
      "[ab]",
      "[^a]",
      "[a-c_]",
      "\\d",
      "\\w",
      "\\W",
      "\\s",
      "\\.",
      "\\b",
      "\\B",
      "^",
      "$",
      "é",
    ),
    tie("sequence").map((inner) => `(?:${inner})`),
    fc.tuple(tie("sequence"), tie("sequence")).map(([a, b]) => `(${a}|${b})`),
    fc
      .tuple(
        fc.constantFrom("a", "[bc]", "\\w", "(ab)", "(a|)", "(?:a*b)"),
        fc.constantFrom("*", "+", "?", "{2}", "{1,}", "{0,3}", "*?"),
      )
      .map(([atom, sign]) => atom + sign),
  ),
  sequence: fc.array(tie("part"), { maxLength: 4 }).map((parts) => parts.join("")),
}));

test("a pattern finds what the engine of JavaScript finds", () => {
  fc.assert(
    fc.property(
      part.sequence,
      fc.string({ unit: fc.constantFrom("a", "b", "c", "1", ".", "-", " ", "\n", "é", "A"), maxLength: 12 }),
      fc.boolean(),
      (source, text, ignoresCase) => {
        const pattern = read(ignoresCase ? `(?i)${source}` : source);
        const occurs = new RegExp(source, ignoresCase ? "i" : "").test(text);
        assert.equal(pattern.occursIn(text), occurs);
        if (occurs) assert.ok(pattern.canMatch);
      },
    ),
    { numRuns: 2_000 },
  );
});

test("patterns that take other engines for ever end at once", () => {
  for (const source of ["^(a+)+$", "^(a|aa)+$", "(.*)*x", "^(\\w+\\s?)*$", "(a*)*b", "^(a?){30}a{30}$"])
    read(source).occursIn(`${"a".repeat(20_000)}!`);
});

test("patterns that match nothing are recognized", () => {
  for (const source of ["a^b", "$a", "[]", "(?:a|b)^c|$x", "^$.", "a^|$b"])
    assert.equal(read(source).canMatch, false, source);
  for (const source of ["^$", "a$|b", "^^a", "a*^b", "$b*", ".", ""]) assert.equal(read(source).canMatch, true, source);
});

test("what is not supported or wrong is a fault", () => {
  const faults: readonly (readonly [source: string, message: RegExp])[] = [
    ["(?!http:)", /`\(\?!` is not supported/],
    ["(?<name>a)", /`\(\?<` is not supported/],
    ["(a)\\1", /`\\1` is not supported/],
    ["[a-", /no closing bracket/],
    ["(a", /no closing bracket/],
    ["a)", /no opening bracket/],
    ["*a", /must follow/],
    ["a**", /must follow/],
    ["[z-a]", /wrong order/],
    ["a{3,1}", /wrong order/],
    ["\\p{L}", /`\\p` is not supported/],
    ["\\x1", /not supported/],
    ["a{2000}", /too large/],
    ["(a{100}){100}", /too large/],
    ["(".repeat(100), /too large/],
    ["\\", /not supported/],
  ];
  for (const [source, message] of faults) {
    const fault = LinearPattern.read(source);
    assert.ok(fault instanceof PatternFault, source);
    assert.match(fault.message, message);
  }
  read("(((){1000}){1000}){1000}"); // nothing, very often
});
