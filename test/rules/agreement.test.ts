import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { Device } from "../../server/src/devices/device";
import { sampleDevices } from "../../server/src/dialects/cisco-flat-profile/devices/sampleDevices";
import { deviceReport } from "../../server/src/dialects/cisco-flat-profile/preview/deviceReport";
import { readRuleUrl } from "../../server/src/dialects/cisco-flat-profile/rules/ruleUrl";
import { expandedUrlProblems } from "../../server/src/dialects/cisco-flat-profile/rules/urlProblems";
import type { Span } from "../../server/src/text/span";
import { catalogue } from "../support/catalogue";
import { profile } from "../support/phone";
import { problemsOf } from "../support/problems";

// The check and the preview judge the same rule: what one calls broken the other does not call sound.

const scheme = fc.constantFrom(
  ..."http:// https:// tftp:// HTTP:// http:/ http// https;// http:\\\\ htpp:// ftp:// http:// http:///".split(" "),
  "",
  "http://http://",
);
const host = fc.constantFrom(
  ..."h prov.example.com 192.0.2.7 [2001:db8::1] 2001:db8::1 me@h a:b@h h,g h;g h\\g".split(" "),
  "",
);
const port = fc.constantFrom("", ":80", ":0", ":80a", ":", ":70000", ":80:90", ":-1");
const folder = fc.constantFrom("", "/", "/fw/", "/a\\b/", "//", "/x.d/");
const file = fc.constantFrom(
  "",
  "a.xml",
  "$MA.cfg",
  "[MAC].cfg",
  "%MAC%.xml",
  "a.php?f=x.loads",
  "?mac=$MA",
  "x.loads",
  "x.bin",
  "x.img",
  "$PSN.loads",
  "a b.loads",
  "sip88xx.12-0-3MPP0001-87.loads",
  "sip88xx.12-0-3MPP0001-87-rel2.loads",
  "sip8845_65.12-0-3MPP0001-87.loads",
  "sip78xx.12-0-3MPP0001-87.loads",
  "sip7832.12-0-3MPP0001-87.zip",
  "cmterm-88xx.12-0-3MPP0001-87.cop.sgn",
  "spa50x-30x-7-5-2b.bin",
  "spa51x-7-5-2b.bin",
  "PHONEOS.3-2-1-0104-37.loads",
  "PHONEOS-8875.3-2-1-0104-37.loads",
  "ATA19x.11-1-0MPP-23.img",
  "SIP45.9-4-2SR3-1S.loads",
);
const url = fc.tuple(scheme, host, port, folder, file).map((parts) => parts.join(""));
const condition = fc.constantFrom(
  "",
  "",
  "(1 eq 1)? ",
  "(1 eq 2)? ",
  '("$PN" eq "CP-8841-3PCC")? ',
  '("$PN" ne "CP-8845-3PCC")? ',
  '("$MA" eq "x")? ',
);
const rule = fc
  .array(fc.tuple(condition, url), { minLength: 1, maxLength: 3 })
  .map((alternatives) => alternatives.map((parts) => parts.join("")).join(" | "));
const device = fc.constantFrom(...sampleDevices(catalogue));

/** Codes of the check that say the phone gets nothing of use from an address. */
const ofAddress =
  /^(?:rule\/(?:scheme|scheme-form|host|port|no-path|blank-in-url|backslash|upgrade-without-server|foreign-placeholder|fetches-firmware|no-file)|upgrade\/(?:no-firmware|other-phone))$/;

interface Found extends Span {
  readonly code: string;
}

/** What the check says of the rule alone, in offsets of its text. */
function checked(parameter: string, text: string, { family, model }: Device): readonly Found[] {
  const head = `<flat-profile><!-- flat-profile-device family=${family} model=${model} --><${parameter}>`;
  return problemsOf(`${head}${text}</${parameter}></flat-profile>`)
    .filter(({ code, severity }) => severity === "error" || (severity === "warning" && ofAddress.test(code)))
    .map(({ code, span }) => ({ code, start: span.start - head.length, end: span.end - head.length }));
}

function outcomeOf(parameter: string, text: string, phone: Device) {
  const reported = deviceReport(phone, profile({ [parameter]: text }), catalogue);
  const [read] = reported.rules;
  assert.ok(read);
  return { read, outcome: reported.upgrade.steps[0]?.outcome };
}

test("check and preview agree about the address that a phone takes", () => {
  fc.assert(
    fc.property(fc.constantFrom("Profile_Rule", "Upgrade_Rule"), rule, device, (parameter, text, phone) => {
      const found = checked(parameter, text, phone);
      const { read, outcome } = outcomeOf(parameter, text, phone);
      const [before = 0, after = text.length] = read.taken > 0 ? placeOf(text, read.taken) : [];
      const inside = ({ start, end }: Span) => start >= before && end <= after;
      const isRefused =
        parameter === "Upgrade_Rule" && /^(?:no firmware|other phone|unusable address)$/.test(outcome ?? "");
      const isBroken = read.unusable || isRefused || read.problems.some(({ span }) => inside(span));
      const here = found.filter(inside);
      const said = `${parameter} ${phone.model}: ${text}\n${JSON.stringify(found)}\n${outcome} ${JSON.stringify(read.problems)}`;
      if (isBroken) assert.ok(here.length > 0, `only the preview calls it broken: ${said}`);
      if (read.taken > 0 && here.some(({ code }) => ofAddress.test(code)))
        assert.ok(isBroken, `only the check calls it broken: ${said}`);
    }),
    { numRuns: 3000 },
  );
});

/** From where to where an alternative goes; no URL here has a bar. */
function placeOf(text: string, number: number): readonly [number, number] {
  const parts = text.split("|");
  const start = parts.slice(0, number - 1).reduce((sum, part) => sum + part.length + 1, 0);
  return [start, start + (parts[number - 1]?.length ?? 0)];
}

test("a URL is read exactly when nothing is wrong with it", () => {
  const sign = fc.constantFrom(
    ...[
      "http",
      "tftp",
      "ftp",
      ":",
      "/",
      "//",
      "\\",
      ";",
      ".",
      ",",
      "@",
      "[",
      "]",
      "a",
      "h.b",
      "80",
      "?",
      "#",
      " ",
      "::1",
    ],
  );
  const anything = fc.array(sign, { maxLength: 8 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.oneof(url, anything), fc.constantFrom("profile", "upgrade", "report"), (text, kind) => {
      const problems = expandedUrlProblems(text, 0, kind).filter(({ code }) => code !== "rule/backslash");
      const isPlaceholder = /[%{}]/.test(text);
      if (text === "" || /^gds:\/\//i.test(text) || isPlaceholder) return;
      assert.equal(
        readRuleUrl(text, kind) === undefined,
        problems.length > 0,
        `${kind} ${text} ${JSON.stringify(problems)}`,
      );
    }),
    { numRuns: 5000 },
  );
});
