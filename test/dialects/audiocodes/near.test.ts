import assert from "node:assert/strict";
import test from "node:test";
import { audiocodesIni } from "../../../server/src/dialects/audiocodes/index";
import { compareReleases, isRelease, releaseOf } from "../../../server/src/dialects/audiocodes/release";
import { toneSettings } from "../../../server/src/dialects/audiocodes/tones/fromScript";
import { toneOf, toneSections, tonesOf } from "../../../server/src/dialects/audiocodes/tones/tone";
import { useInWords } from "../../../server/src/dialects/audiocodes/tones/words";
import {
  bytesPerDay,
  firmwareVerdict,
  newWhen,
  updatePlan,
  verdictInWords,
} from "../../../server/src/dialects/audiocodes/update/plan";
import {
  differentFromDefault,
  replacement,
  settingsOf,
} from "../../../server/src/dialects/audiocodes/update/replacement";
import { themes } from "../../../server/src/values/pictureTheme";
import { checkGolden } from "../../support/golden";
import { pools, snapshotOf } from "../../support/problems";
import { changesOf, linesNear, slipsOf } from "../../support/variants";

// Tones, updates and replacements of gateways, and what one changed line or number makes of them.

const { catalogue } = pools.of(audiocodesIni);
const read = (text: string) => audiocodesIni.read(text, catalogue);
const json = (value: unknown) => JSON.stringify(value) ?? "nothing";

const cadence = `[NUMBER OF CALL PROGRESS TONES]
Number of Call Progress Tones=1
[CALL PROGRESS TONE #0]
Tone Type=3
Tone Form=2
Tone Modulation Type=0
Low Freq [Hz]=400
High Freq [Hz]=450
Low Freq Level [-dBm]=10
High Freq Level [-dBm]=20 ;-20
First Signal On Time [10msec]=40
First Signal Off Time [10msec]=35
Second Signal On Time [10msec]=22.5
Second Signal Off Time [10msec]=52.5
Third Signal On Time [10msec]=10
Third Signal Off Time [10msec]=10
Fourth Signal On Time [10msec]=1
Fourth Signal Off Time [10msec]=2
`;

/** Everything that is said of the tones of a file. */
function tonesIn(text: string): unknown {
  const document = read(text);
  const { places, scripts } = audiocodesIni;
  const shown = document.segments.flatMap((segment) =>
    (places?.inSegment(segment) ?? []).map((place) => [
      places?.noteOf({ document, catalogue }, segment, place),
      places?.describe({ document, catalogue }, segment, place),
      places?.picture?.({ document, catalogue }, segment, place, themes.light)?.length,
      places?.definitionOf(document, segment, place)?.span,
    ]),
  );
  const sounds = document.segments.flatMap(({ settings }) =>
    settings.filter(({ name }) => name === "Tone Type").map((setting) => scripts?.soundOf?.(setting, document)),
  );
  return [tonesOf(document), toneSections(document).map((section) => toneOf(section)), shown, sounds];
}

test("tones of sections near one (UPDATE_GOLDEN=1 writes the list)", () => {
  const forms = ["1", "2", "3", "4", ""].map((form) => cadence.replace("Form=2", `Form=${form}`));
  const steady = cadence.replace("Form=2", "Form=1").replace(/Second[\s\S]*/, "");
  const burst = steady.replace("Form=1", "Form=3").replace("Off Time [10msec]=35", "Off Time [10msec]=0");
  const others = [
    steady.replace("=40", "=300"),
    burst,
    burst.replace("Form=3", "Form=2"),
    cadence.replaceAll("#0", "#1 ").toLowerCase(),
    cadence.replace("CALL PROGRESS TONE #0", "USER DEFINED TONE #0"),
    cadence.replace("CALL PROGRESS TONE #0", "DISTINCTIVE RINGING PATTERN #0"),
    cadence.replace("=400", "=0").replace("=450", "=0"),
    cadence.replace("=10\n", "=-10\n").replace("=20 ", "=0 "),
    cadence.replace("=40\n", "={{ on }}\n"),
    cadence + cadence.replace("#0", "#1").replace("Type=3", "Type=1"),
    "MaxDigits=7\n",
  ];
  const whole = tonesIn(cadence);
  const lines = [json(whole)];
  for (const text of [...forms, ...others, ...linesNear(cadence)])
    lines.push(`${lines.length} ${changesOf(whole, tonesIn(text))}`);
  for (let type = 0; type < 40; type++) lines.push(`type ${type}: ${useInWords(String(type))}`);
  checkGolden("test/dialects/audiocodes/tones.golden.txt", lines);
});

test("sections of tones near these (UPDATE_GOLDEN=1 writes the list)", () => {
  const uses = ["dial", "busy", "hold", "ringing", "prompt", undefined] as const;
  const said = (text: string, use?: (typeof uses)[number]) => {
    const { settings, losses } = toneSettings(text, use as never);
    return `${settings?.map((pair) => pair.join("=")).join(", ")} | ${losses.join(" ")}`;
  };
  const scripts = [
    "350@-19,440@-19;10(*/0/1+2)",
    "440@-19,350@-10;10(*/0/1+2)",
    "480@-19,620@-19;10(.5/.5/1+2)",
    "480@-19;9(9/0/1)",
    "480@-19;10(10/0/1)",
    "480@-19;1(1/0/1)",
    "480@-19;20(20/0/1)",
    "425@0;*(.1/.1/1,.1/.1/1,.1/.1/1,.1/.7/1)",
    "425@-31;*(.1/.1/1,.1/.1/1,.1/.1/1,.1/.1/1,.1/.7/1)",
    "425@-32;1(.1/.1/1,.1/.1/1)",
    "425@-5;.4(.1/.1/1,.1/.1/1)",
    "425@-5;.405(.1/.1/1,.1/.1/1)",
    "425@-5;.41(.1/.1/1,.1/.1/1)",
    "299@-5;*(*/0/1)",
    "300@-5;*(*/0/1)",
    "1980@-5;*(*/0/1)",
    "1981@3;*(*/0/1)",
    "425.4@-5.5;*(.375/.004/1)",
    "400@-5,500@-5,600@-5;*(*/0/1+2+3)",
    "400@-5,500@-5,600@-5;*(*/0/1+3)",
    "400@-5,500@-5;2(.1/.1/2);10(*/0/1)",
    "400@-5,500@-5;*(.1/.1/1,.1/.1/2)",
    "400@-5,500@-5;*(.1/.1/2+1,.1/.1/1+2)",
    "400@-5;*(0/1/0,.1/.1/1)",
    "400@-5;*(.1/*/1)",
    "400@-5;*(*/.1/1)",
    "400@-5;5(0/1/0)",
    "nonsense",
  ];
  const lines = scripts.flatMap((text) => [
    `${text}: ${said(text)}`,
    ...uses.map((use) => `  ${use}: ${said(text, use).slice(0, 40)}`),
    ...slipsOf(text, (typed) => said(typed)).map((line) => `  ${line}`),
  ]);
  checkGolden("test/dialects/audiocodes/sections.golden.txt", lines);
});

const site = `; flat-profile-device model=MP-118 firmware=6.60A.100
IniFileURL = 'http://u:secret@192.0.2.1/cfg_<MAC>.ini'
IniFileTemplateURL = 'http://192.0.2.1/<MAC>/<MAC>.ini'
CmpFileURL = 'http://192.0.2.1/mp118.cmp'
AutoCmpFileUrl = 'http://192.0.2.1/auto.cmp'
AutoUpdateCmpFile = 1
CptFileURL = 'http://192.0.2.1/uk.dat'
PrtFileURL = ''
AutoUpdatePredefinedTime = '02:00'
AutoUpdateFrequency = 90
AutoUpdateFrequencySeconds = 86400
AUPDCheckIfIniChanged = 0
EnableSecureStartup = 1
EnableSIPRemoteReset = 1
DHCPEnable = 1
ResetNow = 1
`;

test("updates of files near one (UPDATE_GOLDEN=1 writes the list)", () => {
  const device = { mac: "00:90:8f:12:34:56", firmware: "6.60A.100" };
  const servers = [
    {},
    { iniModified: "same", firmware: "6.60A.223" },
    { iniModified: "newer", firmware: "6.20A.1", loaded: { cptfileurl: "http://192.0.2.1/uk.dat", CMPFILEURL: "x" } },
    { loaded: { CptFileURL: "http://192.0.2.1/uk2.dat" } },
  ] as const;
  const said = (text: string) => {
    const document = read(text);
    const [profile] = document.profiles;
    if (!profile) return [];
    const plans = servers.map((server) => {
      const plan = updatePlan(profile, catalogue, device, server);
      const files = plan.files.map(({ kind, parameter, url, isRepeated, verdict }) =>
        [kind, parameter, url, isRepeated, verdict].join(" "),
      );
      return [
        files,
        plan.triggers.map(({ setting: _, ...trigger }) => trigger),
        plan.checksPerDay,
        plan.restartsEachTime,
        plan.warnings,
        bytesPerDay(plan, 7_000_000, 3),
      ];
    });
    const answers = [
      { ...device, offered: "6.60A.100", firmwareBytes: 1000 },
      { mac: "0090", firmware: undefined, offered: "x", devices: 2 },
      {},
    ].map((asked) => audiocodesIni.updates?.plan(document, catalogue, asked));
    return [...plans, ...answers];
  };
  const whole = said(site);
  const lines = [json(whole)];
  for (const text of [site.replace("=1", "=0").replaceAll("http:", "https:"), "", ...linesNear(site)])
    lines.push(`${lines.length} ${changesOf(whole, said(text))}`);
  for (const kind of ["ini", "firmware", "auxiliary"] as const)
    for (const is of [true, false]) lines.push(`${kind} ${is}: ${newWhen(kind, is)}`);
  const versions = [
    "6.60A.100",
    "6.60A.223",
    "6.6",
    "6.60",
    "6.61",
    "5.80A.023.007",
    "5.80A.023.008",
    "7.20A.250",
    "Ver 6.60",
    "Ver. 6.60A",
    "6",
    "x6.6",
    "",
    " 6.60A.100 ",
    "6.60B.100",
    "16.6",
  ];
  for (const a of versions) {
    lines.push(
      `${json(a)} ${json(releaseOf(a))} ${[
        [6, 60],
        [6, 61],
        [5, 99],
        [7, 0],
        [6, 59],
      ]
        .map(([major = 0, minor = 0]) => isRelease(a, major, minor))
        .join(" ")}`,
    );
    for (const b of versions) {
      const verdict = firmwareVerdict(a, b);
      lines.push(`  ${json(b)} ${compareReleases(a, b)} ${verdict}: ${verdictInWords(verdict)}`);
    }
  }
  lines.push(firmwareVerdict(undefined, "6.6"), firmwareVerdict("6.6", undefined));
  checkGolden("test/dialects/audiocodes/updates.golden.txt", lines);
});

test("what a new file takes from a device, near one (UPDATE_GOLDEN=1 writes the list)", () => {
  const fresh = `MaxDigits = 7
enablesyslog = 1
AUPDDigestPassword = 'other'
Unknown_3 = 1
CoderName_0 = g711
SetDefaultOnIniFileProcess = 1
[ ProxyIp ]
FORMAT ProxyIp_Index = ProxyIp_IpAddress, ProxyIp_ProxySetId;
ProxyIp 0 = 192.0.2.1, 2;
ProxyIp 2 = 192.0.2.3, 2, 3;
[ \\ProxyIp ]
[ Authentication ]
FORMAT Authentication_Index = Authentication_UserId, Authentication_UserPassword;
Authentication 0 = ann, new;
[ \\Authentication ]
`;
  const running = fresh
    .replace("= 7", "= 5")
    .replace("enablesyslog", "EnableSyslog")
    .replace("'other'", "'example'")
    .replace(", new", ", old")
    .replace("ProxyIp 0 = 192.0.2.1, 2;", "ProxyIp 0 = 192.0.2.9, 2;\nProxyIp 1 = 192.0.2.2, 2;\n")
    .concat(
      "DHCPEnable = 1\nEnableSIPRemoteReset = 0\nEnableProxyKeepAlive = 0\nMaxDigits = 6\nIsFaxUsed = {{ x }}\nSyslogServerIP = 192.0.2.7\nLocalSIPPort = 5060\n",
    );
  const said = (before: string, after: string) => {
    const [one, other] = [settingsOf(read(before)), settingsOf(read(after))];
    return [
      replacement(one, other, catalogue),
      audiocodesIni.updates?.replace(read(before), read(after), catalogue),
      differentFromDefault(other, catalogue),
    ];
  };
  const whole = said(running, fresh);
  const lines = [json(whole)];
  const add = (before: string, after: string) => lines.push(`${lines.length} ${changesOf(whole, said(before, after))}`);
  add(running, "");
  add("", fresh);
  add(fresh, fresh);
  for (const text of linesNear(running)) add(text, fresh);
  for (const text of linesNear(fresh)) add(running, text);
  checkGolden("test/dialects/audiocodes/replaced.golden.txt", lines);
});

test("the pause after the last digit is the one of the file, else four seconds", () => {
  const pauseOf = (text: string) => {
    const { document } = snapshotOf(text, undefined, audiocodesIni);
    const { short, long, starCodes } = audiocodesIni.scripts?.dialing(document.profiles[0], {} as never) ?? {};
    assert.deepEqual([long, starCodes], [short, []]);
    return short;
  };
  for (const [text, seconds] of [
    ["0", 0],
    ["7", 7],
    ["99", 99],
    ["100", 4],
    ["x7", 4],
    ["7x", 4],
    ["", 4],
  ] as const)
    assert.equal(pauseOf(`TimeBetweenDigits = ${text}\n`), seconds, text);
  assert.equal(pauseOf("MaxDigits = 7\n"), 4);
});
