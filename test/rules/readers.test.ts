import { test } from "node:test";
import { addressOf } from "../../server/src/deployment/location";
import { isSentByKey } from "../../server/src/dialects/cisco-flat-profile/checks/sentByKey";
import { isEmptyProfile } from "../../server/src/dialects/cisco-flat-profile/deployment/kind";
import { typedUrl } from "../../server/src/dialects/cisco-flat-profile/deployment/planFacts";
import {
  credentialsOf,
  decryptionOf,
  duringRound,
  isUnknownSetting,
} from "../../server/src/dialects/cisco-flat-profile/deployment/roundFacts";
import { isReadable } from "../../server/src/dialects/cisco-flat-profile/devices/macroValues";
import { otherText } from "../../server/src/dialects/cisco-flat-profile/otherText";
import { referencesOf } from "../../server/src/dialects/cisco-flat-profile/references";
import { readAliasMap } from "../../server/src/dialects/cisco-flat-profile/rules/aliasMap";
import { allowedDomains } from "../../server/src/dialects/cisco-flat-profile/rules/allowedDomains";
import { bareName, fileIn, loadVersion } from "../../server/src/dialects/cisco-flat-profile/rules/firmwareLoad";
import {
  foreignPlaceholders,
  withoutForeign,
} from "../../server/src/dialects/cisco-flat-profile/rules/foreignPlaceholders";
import { bracketTest, findMacros } from "../../server/src/dialects/cisco-flat-profile/rules/macro";
import { macroProblems } from "../../server/src/dialects/cisco-flat-profile/rules/macroProblems";
import { isKnownMacro, macroFacts, prefixMacros } from "../../server/src/dialects/cisco-flat-profile/rules/macroTable";
import { optionFacts } from "../../server/src/dialects/cisco-flat-profile/rules/options";
import { isRegister } from "../../server/src/dialects/cisco-flat-profile/rules/registers";
import { readReportRule, readRule } from "../../server/src/dialects/cisco-flat-profile/rules/rule";
import { macroSuggestions, ruleSuggestions } from "../../server/src/dialects/cisco-flat-profile/rules/ruleCompletion";
import { assignedName } from "../../server/src/dialects/cisco-flat-profile/rules/ruleInWords";
import { ruleLinks } from "../../server/src/dialects/cisco-flat-profile/rules/ruleLinks";
import { macroTokens, ruleTokens } from "../../server/src/dialects/cisco-flat-profile/rules/ruleTokens";
import { brokenScheme, isHost, urlParts } from "../../server/src/dialects/cisco-flat-profile/rules/ruleUrl";
import { readSchedule } from "../../server/src/dialects/cisco-flat-profile/rules/schedule";
import {
  isMacrosOnly,
  isSecretMacro,
  isSecretParameter,
  parameterOfMacro,
} from "../../server/src/dialects/cisco-flat-profile/rules/secretPlaces";
import { maskedUrl } from "../../server/src/dialects/cisco-flat-profile/rules/urlProblems";
import { readVersion } from "../../server/src/dialects/cisco-flat-profile/rules/version";
import { readDaylightRule } from "../../server/src/dialects/cisco-flat-profile/values/daylightSaving";
import { readDialString } from "../../server/src/dialects/cisco-flat-profile/values/dialString";
import { placeholderHost } from "../../server/src/dialects/cisco-flat-profile/values/keyParts";
import { readLdapAttributes } from "../../server/src/dialects/cisco-flat-profile/values/ldap";
import { readKeyFunction } from "../../server/src/dialects/cisco-flat-profile/values/lineKey";
import { readOptionTlv } from "../../server/src/dialects/cisco-flat-profile/values/optionTlv";
import { readResyncAt } from "../../server/src/dialects/cisco-flat-profile/values/resyncTime";
import { readRing } from "../../server/src/dialects/cisco-flat-profile/values/ringScript";
import { readDictionary, readPaging } from "../../server/src/dialects/cisco-flat-profile/values/smallScripts";
import { readSoftkeys } from "../../server/src/dialects/cisco-flat-profile/values/softkeys";
import { isIpv4, isIpv6 } from "../../server/src/values/address";
import { readBool } from "../../server/src/values/bool";
import { readExpectation } from "../../server/src/values/dialPlan/expectation";
import { meantAt } from "../../server/src/values/dialPlan/meant";
import { readDialPlan, readNumberMap } from "../../server/src/values/dialPlan/read";
import {
  automatonOf,
  defaultDialSettings,
  dialKindOf,
  dialKindsOf,
  fateOf,
} from "../../server/src/values/dialPlan/simulate";
import { isHostName } from "../../server/src/values/host";
import { readDecimal, readWhole } from "../../server/src/values/number";
import { pairTokens } from "../../server/src/values/pairTokens";
import { readCadence } from "../../server/src/values/signal/cadence";
import { frequencySignature } from "../../server/src/values/signal/parts";
import { secondsForms } from "../../server/src/values/signal/rewrites";
import { sectionTokens } from "../../server/src/values/signal/section";
import { readTone } from "../../server/src/values/signal/toneScript";
import { findTypography } from "../../server/src/values/typography";
import { zonesNamed } from "../../server/src/values/zoneNames";
import { fixture } from "../support/fixture";
import { checkGolden } from "../support/golden";
import { changesOf, slipsOf } from "../support/variants";

// What each reader makes of a text, as a tree, and what one slip changes in it.

type Read = (text: string) => unknown;

const eachPlace = (of: (text: string, at: number) => unknown) => (text: string) =>
  Array.from({ length: text.length + 1 }, (_, at) => of(text, at));

const reference = (text: string) => {
  const { file } = fixture(`<flat-profile><Profile_Rule><![CDATA[${text}]]></Profile_Rule></flat-profile>`);
  const [setting] = file.snapshot.document.segments.flatMap(({ settings }) => settings);
  const effective = { parameter: { type: "ProvisioningRuleSyntax" } } as never;
  return setting && referencesOf(setting, { effective });
};

const from = { scheme: "http", server: "h", port: 8080, path: "/a/b/c.cfg?x=1/2" };

/** Readers with texts for them. */
const readers: readonly (readonly [name: string, read: Read, texts: readonly string[]])[] = [
  [
    "rule",
    (text) => readRule(text, "profile"),
    [
      '($A eq "x" and $B >= 2)? [--key $SA --uid u] (a="1"; Line_Enable_1_ = "No";)! http://h:8080/a?b=1 | # /c',
      "/$PSN.xml",
    ],
  ],
  ["report rule", readReportRule, ["[--delta --key $SA]http://h/r.xml http://h/f.xml"]],
  [
    "references",
    reference,
    ['(a = "$B"; User_ID_1_="2";)! [--post c]http://h/$MA$$A$(SB:1:2)$UID12', '("(x)!" ne "$A") != b (c="(";) !d'],
  ],
  ["macros", findMacros, ["a$MA$(MAU:4:2)$(PN)$$x$A$UID1_", "$(SWVER:123456789:1)$("]],
  ["macro problems", macroProblems, ["$(MA:1:)$(NOSUCH)$UIDx$ $(MA", "{MA}/$MAC1"]],
  ["macro tokens", macroTokens, ["x$MA$(MAU:4:2)$NOSUCH$$"]],
  ["rule tokens", ruleTokens, ['($A eq "x")? [--key $SA] http://h/$MA | (b="1";)! /c']],
  ["rule links", ruleLinks, ["https://h/a.xml | tftp://h/b$MA HTTP://h"]],
  ["brackets", (text) => eachPlace((all, at) => bracketTest(all)(at))(text), ["a(b[c]d)e$(f)"]],
  [
    "macro suggestions",
    (text) => eachPlace((all, at) => macroSuggestions(all, at)?.slice(0, 2))(text),
    ["$(UI", "a$M"],
  ],
  [
    "rule suggestions",
    eachPlace((all, at) => {
      const rows = ruleSuggestions(all.slice(0, at), at, "profile");
      return [rows.length, rows[0]?.label, rows[0]?.replace];
    }),
    ['[--key $SA]($A eq "x")? http://h/$(MA:1) | (b="1'],
  ],
  [
    "macro table",
    (text) => [
      macroFacts(text)?.toString(),
      isKnownMacro(text),
      prefixMacros(text),
      isReadable(text),
      parameterOfMacro(text),
      isSecretMacro(text),
      isSecretMacro(text, new Set(["GPP_A"])),
    ],
    ["UID12", "SA", "MAU", "GPP_SA", "PRVTMR", "A", "P"],
  ],
  ["alias map", readAliasMap, ["A=GPP_A;b = User_ID_1_ ; =x;c", "a=b,c=d"]],
  ["domains", allowedDomains, ["pbx, example.com ;.a.b", " "]],
  [
    "load",
    (text) => [fileIn(text), bareName(text), loadVersion(text)],
    ["http://h/a/sip88xx.12-0-7MPP0001-46.loads?x", "spa50x-30x-7-5-5.bin", "PHONEOS.3-3-1-0001-12.loads"],
  ],
  [
    "foreign placeholders",
    (text) => [foreignPlaceholders(text, 3), withoutForeign(text)],
    ["http://h/{mac}/%MA%/$mac/[MAC]/<mac>.xml"],
  ],
  ["options", optionFacts, ["key", "uid", "alias"]],
  [
    "registers",
    (text) => [isRegister(text), isSecretParameter(text), assignedName(text), isSentByKey(text)],
    ["GPP_SA", "GPP_P", "a", "Admin_Passwd", "Auth_ID_1_"],
  ],
  [
    "URL",
    (text) => [urlParts(text), brokenScheme(text), isHost(text), maskedUrl(text)],
    ["http://u:p@h:8080/a/b.xml?c=d#e", "htp:/h/a", "tftp//h", "[::1]:80", "h_1.example.com"],
  ],
  [
    "location",
    (text) => addressOf(text, from),
    ["https://o:8443/x?y=1#z", "//o/x", "/x/../y", "../../z/./", "?mac=1", "c.xml?d=/e", "..", "#top"],
  ],
  ["schedule", readSchedule, ["3600+600,60,x", "30"]],
  ["macros only", isMacrosOnly, ["$A$(MA:1)"]],
  ["version", readVersion, ["sip88xx.12-0-5MPP0102-328", "7.5.5b", "12.0(3)SR1"]],
  ["daylight rule", readDaylightRule, ["start=3/8/7/2:30;end=11/-1/7/2;save=0:30:00", "save=-1;start=1/1/0"]],
  ["dial string", readDialString, ["*67,12W3#;4", "<9:>5"]],
  ["LDAP attributes", readLdapAttributes, ["a=cn,n=Name,t=p;a=sn;b", "cn,n=Name;a=tel,t=p,t=w"]],
  ["key function", readKeyFunction, ["fnc=sd+cp;ext=201@$PROXY;vid=1;nme=Ann B", "fnc=blf,sub=a@b; usr=c"]],
  [
    "placeholder of a host",
    (text) => placeholderHost.exec(text)?.slice(),
    ["fnc=sd;ext=201@%HOST1%;vid=1", "ext=1@ [A1] ;", "a@{host_2}"],
  ],
  ["option TLV", readOptionTlv, ["o=1;v=2;l=3", "a=b"]],
  ["resync time", readResyncAt, ["0230", "2359", "2400"]],
  ["ring", readRing, ["n=Ring 1;w=file://a.rwb;c=2", "n=a;w=tftp://h/b;c=10;h=1"]],
  [
    "paging",
    readPaging,
    [
      "pggrp=224.168.168.168:34560;name=All;num=800;listen=yes;",
      "pggrp=1.2.3.4:70000;num=a",
      "pggrp=1.2.3.4:70;pri=2;codec=g729ab",
    ],
  ],
  ["dictionary", readDictionary, ["serv=http://h/d/;d0=English;x0=en.xml;l0=en-US;d1=German", "d10=a;x1"]],
  ["softkeys", readSoftkeys, ["redial|1;newcall;cfwd|x;;psk1|2", "a|b|c"]],
  [
    "expectation",
    readExpectation,
    ["dials 911 -> 911 at once", "dials 2xx -> nothing", "dials 9,1 -> 1 after 3 s on older phones"],
  ],
  ["meant", eachPlace(meantAt), ["[2-9xx{3}x+^1$", "\\d|?"]],
  ["dial plan", readDialPlan, ["(<9:>xx.S2|*[1-3]!|L5,(a|b)|@h)"]],
  [
    "dialed keys",
    (keys) =>
      [...dialKindsOf(undefined), dialKindOf(new Set()), dialKindOf(new Set(["x-matches-any-key"]))].map((kind) => {
        const plan = readDialPlan("(*xx|[2-9]xx|<9:>1xx.|0!|#x)");
        const settings = { ...defaultDialSettings, ...kind };
        return fateOf(automatonOf(plan, settings), keys, settings);
      }),
    ["911", "2*1", "*6", "#1"],
  ],
  ["number map", readNumberMap, ["(<9:>xx.|*<1:2>x)"]],
  [
    "hosts",
    (text) => [isIpv4(text), isIpv6(text), isHostName(text), isHost(text)],
    ["192.0.2.255", "256.1.1.1", "2001:db8::1", "::ffff:1.2.3.4", "a-b.example.com", "-a"],
  ],
  [
    "numbers",
    (text) => [readWhole(text, true), readWhole(text, false), readDecimal(text), readBool(text)],
    ["-12", "+7", "1.25", ".5", "Yes", "no", "true", "0"],
  ],
  ["pairs", pairTokens, ["a=b;c = d;e"]],
  ["cadence", readCadence, ["60(2/4,.5/*);*(0/1)"]],
  ["tone", readTone, ["350@-19,440.5@3;10(.5/.5/1+2);*(0/1/0)"]],
  ["section tokens", sectionTokens, ["10(.5/.5/1+2);*(0/1/0)"]],
  ["frequency signature", eachPlace(frequencySignature), ["350@-19,440"]],
  ["seconds", secondsForms, ["10s(500ms/.5/1)", "60(2s/4)"]],
  ["typography", findTypography, ["\u201ca\u201d\u00a0b\u2013c\u200bd"]],
  ["zones", (text) => zonesNamed(text).slice(0, 3), ["Berlin", "W. Europe Standard", "EST"]],
  ["typed URL", (text) => [typedUrl(text, 1), typedUrl(text, 2)], ["($A eq 1)? http://h/a | [--key x] http://h/b"]],
  ["empty profile", isEmptyProfile, ["<flat-profile>\n<!-- a --></flat-profile>", "<?xml?><flat-profile/>"]],
  ["other text", otherText, ["<html><body>404", "<?xml version='1.0'?>\n<a>", '{"a": 1}', "PK\u0003\u0004"]],
];

for (const [name, read, texts] of readers)
  test(`what is read of ${name}, and near it (UPDATE_GOLDEN=1 writes the list)`, () => {
    const lines = texts.flatMap((text) => {
      const whole = read(text);
      return [
        `# ${JSON.stringify(text)}`,
        JSON.stringify(whole) ?? "nothing",
        ...slipsOf(text, (typed) => changesOf(whole, read(typed))).map((line) => `  ${line}`),
      ];
    });
    checkGolden(`test/rules/readers/${name.replaceAll(" ", "-")}.golden.txt`, lines);
  });

test("what a round takes from its phone and its rules (UPDATE_GOLDEN=1 writes the list)", () => {
  const lines: string[] = [];
  const add = (...words: readonly unknown[]) =>
    lines.push(words.map((word) => JSON.stringify(word) ?? "nothing").join(" "));
  const states = [
    undefined,
    { isUnknown: true, value: "x" },
    { value: "x" },
    { value: undefined },
    {},
  ] as unknown as readonly never[];
  for (const name of ["GPP_SA", "GPP_SD", "GPP_SE", "GPP_S", "xGPP_SA", "GPP_SAB", "GPP_A"])
    for (const state of states) add(name, state, isUnknownSetting(name, state));
  for (const number of [1, 2])
    for (const cause of ["power-up", "retry", "request", "periodic"] as const)
      for (const elapsed of [undefined, 0, 60])
        for (const provisioning of [undefined, { state: 5, seconds: 7 }])
          add(
            number,
            cause,
            elapsed,
            duringRound(
              { id: "a", ...(provisioning && { provisioning }) } as never,
              { number, cause, ...(elapsed !== undefined && { elapsed }) } as never,
            ),
          );
  for (const key of [undefined, true, "", "x", "\ue000\ue000\ue000\ue000"] as const)
    for (const state of states) add(key, state, decryptionOf(key, state));
  for (const uid of [undefined, true, "u"] as const)
    for (const pwd of [undefined, true, "p"] as const)
      add(uid, pwd, credentialsOf({ ...(uid && { uid }), ...(pwd && { pwd }) }));
  checkGolden("test/rules/readers/rounds.golden.txt", lines);
});
