import assert from "node:assert/strict";
import test from "node:test";
import { plainText } from "../../server/src/features/plainText";
import { answerTo } from "../support/requests";

async function checkPlain(text: string, expected: string): Promise<void> {
  assert.equal((await answerTo(plainText, { text })).text, expected);
}

test("quotes, dashes and spaces become plain, invisible characters go, letters stay", async () => {
  await checkPlain("<A ua=\u201dna\u201d>x</A>", '<A ua="na">x</A>');
  await checkPlain("\u2018a\u2019 \u2013 b\u00a0c", "'a' - b c");
  await checkPlain("[\u2013key $A] http://h/", "[--key $A] http://h/");
  await checkPlain("a\u200bb\ufeff", "ab");
  for (const text of ["", "plain", "Müller 王 😀 é", "a\u0301"]) await checkPlain(text, text);
});
