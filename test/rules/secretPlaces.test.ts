import assert from "node:assert/strict";
import { test } from "node:test";
import { secretTexts, withoutSecrets } from "../../server/src/dialects/cisco-flat-profile/rules/secretPlaces";
import { withoutWords, wordsOf } from "../../server/src/dialects/cisco-flat-profile/rules/secretWords";

function checkShown(message: string, source: string, shown: string): void {
  assert.equal(withoutWords(message, secretTexts(source).flatMap(wordsOf)), shown);
}

const rule = '[--key "open sesame" --uid guest] https://ada:b0nnie@pbx.example.com/$MA.xml';

test("a message hides what it repeats of a secret", () => {
  checkShown('the phone reads --key "open sesame"', rule, 'the phone reads --key "••••"');
  checkShown("--key open is cut at the blank", rule, "--key •••• is cut at the blank");
  checkShown("fetch https://ada:b0nnie@pbx.example.com/", rule, "fetch https://ada:••••@pbx.example.com/");
});

test("words behind the name of an option stay, in any language", () => {
  for (const message of ["--key needs an argument", "--key braucht ein Argument", "--key 后面缺少空格"])
    checkShown(message, rule, message);
});

test("a password that is an ordinary word or number leaves the rest of the message alone", () => {
  const message = "the phone sends `phone` to port 50601, not 5060";
  assert.equal(withoutWords(message, ["phone"]), "the phone sends `••••` to port 50601, not 5060");
  assert.equal(withoutWords(message, ["5060"]), "the phone sends `phone` to port 50601, not ••••");
});

test("hostile texts are read in time that follows their length", () => {
  const parts = [
    "password=",
    "[",
    "[--key ",
    "://a:",
    "sip:a:",
    "$A eq ",
    "a=",
    '"',
    "&a=",
    "--key",
    ":a@",
    "Basic ",
    "token:",
  ];
  for (const part of parts)
    for (const tail of ["", "x", "@h", "]", '"']) {
      const text = part.repeat(20_000) + tail;
      const start = performance.now();
      withoutSecrets(text);
      assert.ok(performance.now() - start < 2_000, `${part} … ${tail}: ${performance.now() - start} ms`);
    }
});
