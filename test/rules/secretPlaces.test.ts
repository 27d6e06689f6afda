import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultSettings, Snapshot } from "../../server/src/analysis/snapshot";
import {
  secretTexts,
  typedSecretPlaces,
  withoutSecrets,
} from "../../server/src/dialects/cisco-flat-profile/rules/secretPlaces";
import type { ProfileDocument } from "../../server/src/profile/profileDocument";
import { withoutWords as withoutWordsAndPlaces, wordsOf } from "../../server/src/secrets/words";
import { pool } from "../support/problems";
import { processorTime } from "../support/processorTime";
import { read, update } from "../support/read";

const withoutWords = (message: string, words: readonly string[]) =>
  withoutWordsAndPlaces(message, words, typedSecretPlaces);

function checkShown(message: string, source: string, shown: string): void {
  assert.equal(withoutWords(message, secretTexts(source).flatMap(wordsOf)), shown);
}

const rule = '[--key "open sesame" --uid guest] https://ada:b0nnie@pbx.example.com/$MA.xml';

test("a message hides what it repeats of a secret", () => {
  checkShown('the phone reads --key "open sesame"', rule, 'the phone reads --key "••••"');
  checkShown("--key open is cut at the blank", rule, "--key •••• is cut at the blank");
  checkShown("fetch https://ada:b0nnie@pbx.example.com/", rule, "fetch https://ada:••••@pbx.example.com/");
});

test("words after the name of an option stay, in any language", () => {
  for (const message of ["--key needs an argument", "--key braucht ein Argument", "--key 后面缺少空格"])
    checkShown(message, rule, message);
});

test("a password that is an ordinary word or number leaves the rest of the message alone", () => {
  const message = "the phone sends `phone` to port 50601, not 5060";
  assert.equal(withoutWords(message, ["phone"]), "the phone sends `••••` to port 50601, not 5060");
  assert.equal(withoutWords(message, ["5060"]), "the phone sends `phone` to port 50601, not ••••");
});

function checkUser(user: string, isShown: boolean): void {
  for (const url of [`https://${user}@h/x.xml`, `https://${user}@h:8443/`, `tftp://${user}@h/$MA.xml`])
    assert.equal(withoutSecrets(url), isShown ? url : url.replace(user, "••••"), user);
}

test("ordinary user names of URLs are shown", () => {
  const names = `ann bob7 ann1001 ann.smith a.b.smith Ann_Smith AnnSmith provUser admin ADMIN ADMINISTRATOR site12b
    spa504g cp-8841 1001 +4930123456 00005e005301 00005E005301 prov-server-01 phone_4711 ann.smith%40corp.example
    provisioning administrator x9 u2f aB3xY $PN $MA site$MA service-account device.$SN
    x-$(MAU:4:2) $(MAU:4:2) $(MA:0:6)$(MA:6:6) site$(GPP_A) ann.smith-$(PN:0:3)`;
  for (const name of names.split(/\s+/)) checkUser(name, true);
});

test("long and token-like user names of URLs are hidden", () => {
  const tokens = `ghp_abcdefghijklmnop ghp_16C7e42F292c6912E7 glpat-abcdefghijkl xoxb-1234567890 sk_live_abcdefgh
    AKIAIOSFODNN7EXAMPLE 8f14e45fceea167a5a36dedd4bea2543 a1b2c3d4e5 aB3xY9zQ zqJv001Kw8 550e8400-e29b-41d4-a716-446655440000
    eyJhbGciOi dGhpc2lzYXRva2Vu 9073100490731004 abcdefghijklmnopqrstuvwxyzabcdef q7w8e9r0 token-abcdefgh api_key_abcdef
    aB3xY9zQ$MA aB3xY9zQ$(MAU:4:2) glpat-abc$(MA:4:2)defghijkl aB3x$(MAU:4:2)Y9zQ7w a.very.long.list.of.words.that.has.no.end.at.all`;
  for (const token of tokens.split(/\s+/)) checkUser(token, false);
});

test("parts of macros in user names leave passwords hidden and are shown", () => {
  for (const user of ["x-$(MAU:4:2)", "$(MAU:4:2)$(MA:0:2)", "$(MA:4)u", ""])
    for (const [before, after] of [
      ["https://", "@h/x.xml"],
      ["tftp://", "@h"],
      ["ldap://", "@h:389/"],
    ]) {
      const password = "$(PN:0:2)S3cret";
      assert.equal(withoutSecrets(`${before}${user}:${password}${after}`), `${before}${user}:••••${after}`);
    }
  assert.equal(withoutSecrets("https://u$(mau:4:S3cret)@h/"), "https://u$(mau:••••@h/");
});

test("a message hides the same secrets wherever the segments of a file are cut", () => {
  const secret = (i: number) => `Quokka${(i * 7919) % 9973}`;
  const lines = Array.from({ length: 400 }, (_, i) =>
    i % 9 === 0
      ? `<Password_${1 + (i % 4)}_ group="Ext_1/Subscriber_Information">${secret(i)}</Password_${1 + (i % 4)}_>`
      : i % 4 === 0
        ? `<${secret(i - (i % 9) + (i % 8 === 0 ? 0 : 90))}>1</Proxy_1_>`
        : "<Language_Selection>Czech</BMP_Picture_Download_URL>",
  );
  const before = `<flat-profile>\n${lines.join("\n")}\n</flat-profile>\n`;
  for (const [start, inserted] of [
    [15, "<GPP_A>1</GPP_A>\n".repeat(90)],
    [9_000, "x".repeat(3_000)],
    [9_000, '<s"'],
  ] as const) {
    const text = before.slice(0, start) + inserted + before.slice(start);
    const change = { start, oldEnd: start, newEnd: start + inserted.length };
    const edited = update(text, read(before), change);
    const problemsOf = (document: ProfileDocument) => new Snapshot(text, document, pool, defaultSettings).problems();
    const fresh = problemsOf(read(text));
    assert.ok(fresh.some(({ message }) => message.includes("••••")));
    assert.deepEqual(problemsOf(edited), fresh);
    assert.ok(fresh.every(({ message }) => !message.includes("Selec••••")));
  }
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
      const time = processorTime(() => withoutSecrets(text));
      assert.ok(time < 2_000, `${part} … ${tail}: ${time} ms`);
    }
});
