import assert from "node:assert/strict";
import test from "node:test";
import { foreignPlaceholders } from "../../server/src/dialects/cisco-flat-profile/rules/foreignPlaceholders";
import { fetches } from "../support/phone";
import { problemsOf } from "../support/problems";

/** Whether a condition is true for the phone. */
function isTrue(condition: string): boolean {
  const [url] = fetches({ Profile_Rule: `(${condition})? http://h/yes | http://h/no` }, {});
  assert.match(url ?? "", /^http:\/\/h\/(?:yes|no)$/, condition);
  return url === "http://h/yes";
}

/** For each operator, whether it is true for a value that is less, equal and greater. */
const operators: readonly (readonly [words: readonly string[], less: boolean, equal: boolean, greater: boolean])[] = [
  [["eq", "="], false, true, false],
  [["ne", "!="], true, false, true],
  [["lt", "<"], true, false, false],
  [["le", "<="], true, true, false],
  [["gt", ">"], false, false, true],
  [["ge", ">="], false, true, true],
];

test("every operator compares numbers and versions, and texts are equal or not", () => {
  for (const [words, less, equal, greater] of operators)
    for (const word of words)
      for (const [a, b] of [
        ["9", "10"],
        ["-1", "0"],
        ["1.2.3", "1.2.10"],
        ["sip88xx.11-3-7MPP0001-272", "sip88xx.12-0-3MPP0001-87"],
      ] as const) {
        assert.equal(isTrue(`${a} ${word} ${b}`), less, `${a} ${word} ${b}`);
        assert.equal(isTrue(`${a} ${word} ${a}`), equal, `${a} ${word} ${a}`);
        assert.equal(isTrue(`${b} ${word} ${a}`), greater, `${b} ${word} ${a}`);
      }
  assert.ok(isTrue('"abc" eq "abc"') && !isTrue('"abc" eq "abd"') && isTrue('"abc" ne "abd"'));
});

test("what a macro is decides with what it can be compared, and only by its whole name", () => {
  const judged = (macro: string) =>
    problemsOf(`<flat-profile><Profile_Rule>(${macro} eq "a")? http://h/a</Profile_Rule></flat-profile>`).flatMap(
      ({ code }) => (/^rule\/(?:mixed-types|unquoted-text)$/.test(code) ? [code] : []),
    );
  for (const [code, names] of [
    ["rule/mixed-types", "PRVST UPGST PRVTMR UPGTMR REGTMR1 REGTMR2 SWVER"],
    [
      "rule/unquoted-text",
      "CCERT UPGERR MA MAU MAC PN PSN SN EMS MUID MPWD PDOM SCHEME ORIGTYPE AUTHSTATUS UID1 UID16",
    ],
  ] as const)
    for (const name of names.split(" ")) {
      for (const macro of [`$${name}`, `$(${name})`]) assert.deepEqual(judged(macro), [code], macro);
      for (const macro of [`"$${name}"`, `$${name}x`, `$x${name}`, `$$${name}`, `x$${name}`, `$(${name}x)`])
        assert.deepEqual(judged(macro), [], macro);
    }
});

/** The text after the first fix of each placeholder. */
function checkPlaceholders(url: string, expected: string): void {
  const problems = foreignPlaceholders(url, 0);
  let text = url;
  for (const { span, fixes } of [...problems].reverse())
    text = text.slice(0, span.start) + (fixes?.[0]?.edits[0]?.text ?? "no fix") + text.slice(span.end);
  assert.equal(text, expected, url);
}

test("placeholders of other makers become the macros that they mean", () => {
  for (const [names, macro] of [
    ["mac MAC mac_address macaddr phone_mac PhoneMacAddress deviceMAC ma", "$MA"],
    ["mau", "$MAU"],
    ["serial serial_number SN", "$SN"],
    ["model phonemodel psn", "$PSN"],
    ["product_name pn", "$PN"],
    ["ip_address phone_ip", "$IP"],
  ] as const)
    for (const name of names.split(" ")) {
      checkPlaceholders(`http://h/[${name}].xml`, `http://h/${macro}.xml`);
      checkPlaceholders(`http://h/%${name}%.xml`, `http://h/${macro}.xml`);
      checkPlaceholders(`http://h/{${name}}.xml`, `http://h/${macro}.xml`);
    }
});

test("what is not a placeholder of a phone stays", () => {
  for (const url of [
    "http://h/[site].xml",
    "http://h/{{mac}}.xml",
    "http://h/$\u007bmac}.xml",
    "http://h/%%mac%%.xml",
    "http://h/a%20b",
    "http://[::1]/a",
    "http://h/[constructor].xml",
    "http://h/mac.xml",
  ])
    checkPlaceholders(url, url);
});
