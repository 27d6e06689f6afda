import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { DialectService } from "../../server/src/analysis/dialectService";
import { defaultSettings, Snapshot } from "../../server/src/analysis/snapshot";
import type { Check } from "../../server/src/checks/check";
import type { Setting } from "../../server/src/profile/setting";
import { catalogue } from "../support/catalogue";
import { dialectCases } from "../support/dialectCases";
import { dialect, serviceOf } from "../support/problems";
import { read, update } from "../support/read";
import { runs } from "../support/runs";

const newPool = () =>
  new DialectService(dialect, catalogue, (where, error) => {
    throw new Error(where, { cause: error });
  });

const elements = [
  "<Call_Return_Code>*69</Call_Return_Code>",
  "<DND_Act_Code>*69</DND_Act_Code>",
  "<DND_Act_Code>*78</DND_Act_Code>",
  "<Profile_Rul>/a.xml</Profile_Rul>",
  "<Profile_Rule>http://h/$ma_x.xml</Profile_Rule>",
  "<Restricted_Access_Domains>example.com</Restricted_Access_Domains>",
  "<Proxy_1_>sip.example.net</Proxy_1_>",
  "<gpp_a>1</gpp_a>",
  "<GPP_A>1</GPP_A>",
  "<Group_1_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800</Group_1_Paging_Script>",
  "<Group_2_Paging_Script>pggrp=224.168.168.169:34560;name=Shop;num=801</Group_2_Paging_Script>",
  "<Password_1_>secret</Password_1_>",
  "<Resync_On_Reset>maybe</Resync_On_Reset>",
  // What is shown of a value depends on the secrets around it, and on rules anywhere.
  "<Resync_On_Reset>Perhaps1</Resync_On_Reset>",
  "<Password_2_>Perhaps1</Password_2_>",
  "<GPP_B>Perhaps1</GPP_B>",
  "<Upgrade_Rule>[--key $B]https://h/a.bin</Upgrade_Rule>",
  "<!-- flat-profile-disable-next-line -->",
  "</flat-profile><flat-profile>",
];

/** What is wrong around elements; inserted by edits only. */
const structure = [
  "</flat-profile>",
  "<Ext_1>",
  "</Ext_1>",
  "<device>",
  "<flat_profile>",
  "<?php echo '",
  "?>",
  '<SIP_Port_1_ group="Info/Line">x</SIP_Port_1_>',
  "<Unit_2_Key_20>fnc=sd</Unit_2_Key_20>",
  "<Resync_On_Reset>yes</Resync_On_Reset>",
];

/** Every setting in the examples of the checks: what each of them looks at. */
const examples = dialect.checks.flatMap(({ examples }) =>
  examples.flatMap(({ bad, good }) =>
    [bad, good].flatMap((text) => read(text).segments.flatMap((segment) => segment.settings.map(sourceOf))),
  ),
);

function sourceOf({ segment, parts }: Setting): string {
  return segment.text.slice(parts.start, parts.end);
}

const edit = fc.record({
  at: fc.nat(),
  remove: fc.oneof(fc.constant(0), fc.nat(60), fc.nat(5000)),
  insert: fc.oneof(
    fc.constantFrom(...elements, ...structure),
    fc.constantFrom(...examples),
    fc.constantFrom("<", "&", "x", "\u201c", ""),
  ),
});

const repeated = Array.from({ length: 300 }, (_, i) => elements[(i * 7) % (elements.length - 1)] ?? "");

test("problems kept over edits equal those found afresh", () => {
  fc.assert(
    fc.property(fc.constantFrom(repeated, examples), fc.array(edit, { maxLength: 6 }), (body, edits) => {
      const start = `<flat-profile>\n${body.join("\n")}\n</flat-profile>\n`;
      const kept = newPool();
      let text = start;
      let document = read(text);
      new Snapshot(text, document, kept, defaultSettings).problems();
      for (const { at, remove, insert } of edits) {
        const from = at % (text.length + 1);
        const oldEnd = Math.min(text.length, from + remove);
        text = text.slice(0, from) + insert + text.slice(oldEnd);
        document = update(text, document, { start: from, oldEnd, newEnd: from + insert.length });
        const now = new Snapshot(text, document, kept, defaultSettings).problems();
        assert.deepEqual(now, new Snapshot(text, read(text), newPool(), defaultSettings).problems());
      }
    }),
    { numRuns: runs(24) },
  );
});

test("what a message quotes is hidden as soon as it becomes a secret, and only then", () => {
  const password = "<Password_1_>Perhaps1</Password_1_>\n";
  const line = "<DND_Act_Code>*78</DND_Act_Code>".padEnd(password.length - 1).concat("\n");
  const key = "<GPP_B>Perhaps1</GPP_B>\n<Profile_Rule>[--key $B]https://h/a.xml</Profile_Rule>\n";
  /** The message about a line, when `typed` is put so many lines after it, or takes the place of one. */
  const message = (typed: string, distance: number, before = 0, isInPlace = false) => {
    const service = newPool();
    const start = `<flat-profile>\n${line.repeat(before)}`;
    const bad = "<Resync_On_Reset>Perhaps1</Resync_On_Reset>\n";
    const text = `${start}${bad}${line.repeat(400)}</flat-profile>\n`;
    const document = read(text);
    const first = ({ document: read, source }: Snapshot) =>
      new Snapshot(source, read, service, defaultSettings).problems()[0]?.message ?? "";
    assert.match(first(new Snapshot(text, document, service, defaultSettings)), /Perhaps1/);
    const at = start.length + (distance < 0 ? 0 : bad.length) + distance * line.length;
    const oldEnd = isInPlace ? at + line.length : at;
    const now = text.slice(0, at) + typed + text.slice(oldEnd);
    const change = { start: at, oldEnd, newEnd: at + typed.length };
    return first(new Snapshot(now, update(now, document, change), service, defaultSettings));
  };
  assert.doesNotMatch(message(password, 10), /Perhaps1/);
  assert.match(message(password, 300), /Perhaps1/);
  assert.doesNotMatch(message(key, 300), /Perhaps1/);
  // Wherever segments end: it is in the segment of the problem, which is read again then, or in one beside it.
  for (let before = 50; before < 160; before += 10) {
    assert.doesNotMatch(message(password, 45, before, true), /Perhaps1/, `${before} lines before`);
    assert.doesNotMatch(message(password, -45, before, true), /Perhaps1/, `${before} lines before`);
  }
});

test("problems that an edit moves keep their line ends, severities and places", () => {
  const service = newPool();
  const text = `<flat-profile>\n${"<Resync_On_Reset>maybe</Resync_On_Reset>\n<Profile_Rul>/a.xml</Profile_Rul>\n".repeat(200)}`;
  const settings = {
    ...defaultSettings,
    severities: { "xml/missing-end-tag": "error", "parameter/unknown": "off" } as const,
  };
  let document = read(text);
  let now = text;
  for (const chosen of [defaultSettings, settings, defaultSettings]) {
    new Snapshot(now, document, service, chosen).problems();
    const typed = "\r\n".repeat(600);
    now = typed + now;
    document = update(now, document, { start: 0, oldEnd: 0, newEnd: typed.length });
    for (const each of [settings, defaultSettings])
      assert.deepEqual(
        new Snapshot(now, document, service, each).problems(),
        new Snapshot(now, read(now), newPool(), each).problems(),
      );
  }
});

test("the same for files of lines", () => {
  for (const { dialect, files, broken, words } of dialectCases.filter(({ dialect }) => dialect.syntaxArea !== "xml")) {
    const examples = dialect.checks.flatMap(({ examples }) => examples.flatMap(({ bad, good }) => [bad, good]));
    const start = [...files, ...examples, ...broken].join("\n");
    const known = serviceOf(dialect).catalogue;
    const service = () => new DialectService(dialect, known, (where) => assert.fail(where));
    const kept = service();
    const lines = fc.record({
      at: fc.nat(),
      remove: fc.oneof(fc.constant(0), fc.nat(40), fc.nat(3000)),
      insert: fc.constantFrom(...start.split(/(?<=\n)/), ...words, "x", "1"),
    });
    fc.assert(
      fc.property(fc.array(lines, { minLength: 1, maxLength: 4 }), (edits) => {
        let text = start;
        let document = dialect.read(text, known);
        for (const { at, remove, insert } of edits) {
          const from = at % (text.length + 1);
          const oldEnd = Math.min(text.length, from + remove);
          text = text.slice(0, from) + insert + text.slice(oldEnd);
          document = dialect.read(text, known, document, { start: from, oldEnd, newEnd: from + insert.length });
          const now = new Snapshot(text, document, kept, defaultSettings).problems();
          assert.deepEqual(now, new Snapshot(text, dialect.read(text, known), service(), defaultSettings).problems());
        }
      }),
      { numRuns: 6 },
    );
  }
});

test("after an edit only the checks are asked again that asked for what it changed", () => {
  const asked: string[] = [];
  const counted = dialect.checks.map((check): Check => {
    const { profile } = check;
    if (!profile) return check;
    return {
      ...check,
      profile: (...parameters) => {
        asked.push(check.code);
        profile.apply(check, parameters);
      },
    };
  });
  const service = new DialectService({ ...dialect, checks: counted }, catalogue, (where) => assert.fail(where));
  const filler = Array.from(
    { length: 400 },
    (_, i) => `<Speed_Dial_${(i % 9) + 1}_Name>n${i}</Speed_Dial_${(i % 9) + 1}_Name>`,
  );
  const text = `<flat-profile>\n<LDAP_Dir_Enable>No</LDAP_Dir_Enable>\n${filler.join("\n")}\n<User_ID_1_>ann</User_ID_1_>\n</flat-profile>\n`;
  const codesAskedAfter = (place: string, typed: string) => {
    const document = read(text);
    new Snapshot(text, document, service, defaultSettings).problems();
    asked.length = 0;
    const at = text.indexOf(place) + place.length;
    const now = text.slice(0, at) + typed + text.slice(at);
    const change = { start: at, oldEnd: at, newEnd: at + typed.length };
    new Snapshot(now, update(now, document, change), service, defaultSettings).problems();
    return [...asked];
  };
  const all = counted.filter(({ profile }) => profile).length;
  assert.ok(codesAskedAfter("<User_ID_1_>", "x").length < all / 3);
  assert.ok(!codesAskedAfter("<User_ID_1_>", "x").includes("ldap/no-server"));
  assert.ok(codesAskedAfter("<LDAP_Dir_Enable>", "x").includes("ldap/no-server"));
  assert.ok(codesAskedAfter("<User_ID_1_>ann</User_ID_1_>", "<LDAP_Server/>").includes("ldap/no-server"));
});
