import assert from "node:assert/strict";
import test from "node:test";
import { findTypography } from "../../server/src/values/typography";

/** What stands in `text` after every typographic sign was replaced by the plain one. */
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

test("letters of any language stay", () => {
  assert.deepEqual(findTypography("Büro Zürich 東京 📞"), []);
});
