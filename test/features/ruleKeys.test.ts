import assert from "node:assert/strict";
import test from "node:test";
import { ruleKeys } from "../../server/src/features/ruleKeys";
import { fixture } from "../support/fixture";
import { answerFor } from "../support/requests";

const canary = "cAnArY-4711";

function checkKeys(text: string, expected: readonly string[]): void {
  const answer = answerFor(ruleKeys, fixture(text).file);
  assert.ok(answer);
  const at = (span: { start: number; end: number } | undefined) => (span ? `:${text.slice(span.start, span.end)}` : "");
  const shown = answer.rules.map(({ parameter, url, key }) => {
    const name = key.kind === "parameter" ? ` ${key.name}` : "";
    return `${parameter} ${url} ${key.kind}${name}${at("span" in key ? key.span : undefined)}`;
  });
  if (answer.keyingMaterial) shown.push(`ikm${at(answer.keyingMaterial)}`);
  assert.deepEqual(shown, expected);
}

test("shows where keys are, in characters of the file", () => {
  checkKeys(
    `<flat-profile><Profile_Rule>( $A eq "1" )? [--key "two &amp; words"] http://h/a | [--key plain ] http://h/b</Profile_Rule></flat-profile>`,
    ["Profile_Rule http://h/a literal:two &amp; words", "Profile_Rule http://h/b literal:plain"],
  );
  checkKeys(
    "<flat-profile><GPP_SB>x&lt;y</GPP_SB><Profile_Rule>[--key $SA] http://h/a</Profile_Rule><Profile_Rule_B>[--key $SB] http://h/b</Profile_Rule_B><Profile_Rule_C>[--key $A-1] http://h/c</Profile_Rule_C><Profile_Rule_D>http://h/d</Profile_Rule_D><IKM_HTTP_Encrypt_Content>yqdlZ-tYemfogSmv7Ws5PQ</IKM_HTTP_Encrypt_Content></flat-profile>",
    [
      "Profile_Rule http://h/a parameter GPP_SA",
      "Profile_Rule_B http://h/b parameter GPP_SB:x&lt;y",
      "Profile_Rule_C http://h/c computed",
      "Profile_Rule_D http://h/d none",
      "ikm:yqdlZ-tYemfogSmv7Ws5PQ",
    ],
  );
});

test("passes over rules that are switched off, and rules without a URL", () => {
  checkKeys("<flat-profile><Profile_Rule># [--key k] http://h/a</Profile_Rule><Profile_Rule_B/></flat-profile>", []);
});

test("answers places and no keys", () => {
  const { file } = fixture(
    `<flat-profile><GPP_SA>${canary}</GPP_SA><IKM_HTTP_Encrypt_Content>${canary}</IKM_HTTP_Encrypt_Content><Profile_Rule>[--key ${canary} --pwd ${canary}] http://u:${canary}@h/a</Profile_Rule><Profile_Rule_B>[--key $SA] http://h/b</Profile_Rule_B></flat-profile>`,
  );
  assert.ok(!JSON.stringify(answerFor(ruleKeys, file)).includes(canary));
});
