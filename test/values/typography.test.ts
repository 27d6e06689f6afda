import assert from "node:assert/strict";
import test from "node:test";
import { findTypography } from "../../server/src/values/typography";

/** `text` after every typographic sign is replaced by the plain one. */
function checkPlain(text: string, plain: string): void {
  let result = text;
  for (const { fixes } of findTypography(text).reverse())
    for (const { span, text: written } of fixes?.[0]?.edits ?? [])
      result = result.slice(0, span.start) + written + result.slice(span.end);
  assert.equal(result, plain);
  assert.deepEqual(findTypography(plain), []);
}

test("signs of word processors become plain ones", () => {
  checkPlain("\u201ca\u201d \u2018b\u2019", "\"a\" 'b'");
  checkPlain("10\u201320\u00a0s", "10-20 s");
  checkPlain("\u221219", "-19");
  checkPlain("$SWVER \u02c3 7", "$SWVER > 7");
});

test("a dash before a letter was the two of an option", () => {
  checkPlain("[\u2013key abc]", "[--key abc]");
  checkPlain("[--key abc \u2014post]", "[--key abc --post]");
  checkPlain("a\u2013b", "a-b");
});

test("invisible characters go away", () => {
  checkPlain("pbx\u200b.example\ufeff.com", "pbx.example.com");
  assert.deepEqual(
    findTypography("a\u200b\u200bb").map(({ code, span }) => [code, span.start, span.end]),
    [["value/invisible-character", 1, 3]],
  );
});

/** `start-end: message` of each problem: many of the characters cannot be seen over carets. */
function checkNames(text: string, ...expected: readonly string[]): void {
  const found = findTypography(text).map(({ message, span }) => `${span.start}-${span.end}: ${message}`);
  assert.deepEqual(found, expected);
}

test("each odd character has its own name", () => {
  const blanks = {
    "\u00a0": "no-break space",
    "\u2003": "em space",
    "\u2009": "thin space",
    "\u3000": "ideographic space",
  };
  for (const [c, name] of Object.entries({
    ...blanks,
    "\u205f": "medium mathematical space",
    "\u2028": "line separator",
  })) {
    const hex = c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    checkNames(
      `a${c}b`,
      `1-2: The character U+${hex} (${name}) looks like a space. The phone does not read it as a space.`,
    );
    checkPlain(`a${c}b`, "a b");
  }
  const unseen = {
    "\u200b": "zero width space",
    "\u00ad": "soft hyphen",
    "\u2060": "word joiner",
    "\u0081": "control character",
  };
  for (const [c, name] of Object.entries({
    ...unseen,
    "\ufeff": "zero width no-break space",
    "\u2069": "pop directional isolate",
  })) {
    const hex = c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    checkNames(
      `a${c}b`,
      `1-2: The value contains the invisible character U+${hex} (${name}). The phone reads it as part of the value.`,
    );
    checkPlain(`a${c}b`, "ab");
  }
});

test("a run of odd characters is one problem", () => {
  checkNames(
    "a\u200b\u200b \u200b\ufeffb",
    "1-6: The value contains 4 invisible characters. The first is U+200B (zero width space). The phone reads them as part of the value.",
  );
  checkPlain("a\u200b\u200b \u200b\ufeffb", "a b");
  checkNames(
    "a\u00a0\u2003b",
    "1-3: 2 characters look like spaces. The first is U+00A0 (no-break space). The phone does not read them as spaces.",
  );
  checkPlain("a\u00a0\u200bb\u2003c", "a b c");
  assert.equal(findTypography("a\u200bb\u200bc").length, 2);
});

test("letters of any language stay", () => {
  assert.deepEqual(findTypography("Büro Zürich 東京 📞"), []);
});
