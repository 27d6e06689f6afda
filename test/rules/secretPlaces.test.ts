import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutSecretsOf } from "../../server/src/dialects/cisco-flat-profile/rules/secretPlaces";

function checkShown(message: string, source: string, shown: string): void {
  assert.equal(
    withoutSecretsOf(message, () => [source]),
    shown,
  );
}

const rule = '[--key "open sesame" --uid guest] https://ada:b0nnie@pbx.example.com/$MA.xml';

test("a message hides what it repeats of a secret", () => {
  checkShown('the phone reads --key "open sesame"', rule, "the phone reads --key ••••");
  checkShown("--key open is cut at the blank", rule, "--key •••• is cut at the blank");
  checkShown("fetch https://ada:b0nnie@pbx.example.com/", rule, "fetch https://ada:••••@pbx.example.com/");
});

test("words behind the name of an option stay, in any language", () => {
  for (const message of ["--key needs an argument", "--key braucht ein Argument", "--key 后面缺少空格"])
    checkShown(message, rule, message);
});
