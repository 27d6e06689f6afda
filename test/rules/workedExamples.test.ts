import assert from "node:assert/strict";
import test from "node:test";
import type { Device } from "../../server/src/devices/device";
import { macroValues } from "../../server/src/dialects/cisco-flat-profile/devices/macroValues";
import { asSource, assignmentsOf, optionsOf } from "../../server/src/dialects/cisco-flat-profile/rules/evaluate";
import { expandMacros } from "../../server/src/dialects/cisco-flat-profile/rules/macro";
import { readRuleUrl } from "../../server/src/dialects/cisco-flat-profile/rules/ruleUrl";
import { nthWait, readSchedule } from "../../server/src/dialects/cisco-flat-profile/rules/schedule";
import { compareVersions, readVersion } from "../../server/src/dialects/cisco-flat-profile/rules/version";
import { fetches, phone, run, type Settings } from "../support/phone";

// Every worked example of the specification's sections 3.4 (macros), 4.4 (versions), 4.6 (rules),
// 5.1 (URLs) and 6.1 (schedules), each as a test of its own.

const macros: readonly (readonly [text: string, expected: string, present?: Settings])[] = [
  ["$(MAU)config.cfg", "000E08012345config.cfg"],
  ["$STRANGE$MAU.cfg", "$STRANGE000E08012345.cfg"],
  ["$$MAU", "$MAU"],
  ["$A$B", "ABC123", { GPP_A: "ABC", GPP_B: "123" }],
  ["$(A:2)", "CDEF", { GPP_A: "ABCDEF" }],
  ["$(A:2:3)", "CDE", { GPP_A: "ABCDEF" }],
  ["$(MAU:4)", "08012345"],
  ["$(MAU:8:2)", "23"],
  [
    "tftp://prov.telco.com/cisco/$B/$MA.cfg",
    "tftp://prov.telco.com/cisco/Dj6Lmp23Q/000e08012345.cfg",
    { GPP_B: "Dj6Lmp23Q" },
  ],
  [
    "[--uid $SA --pwd $SB] https://h/c.xml",
    "[--uid MyUserID --pwd MySecretPassword] https://h/c.xml",
    { GPP_SA: "MyUserID", GPP_SB: "MySecretPassword" },
  ],
  ["http://h/$SA.cfg", "http://h/$SA.cfg", { GPP_SA: "MyUserID" }],
  ["$A", "$MA", { GPP_A: "$MA" }],
  ["$$$MAU", "$000E08012345"],
  ["$C.cfg", ".cfg", { GPP_C: "" }],
  ["/$PSN.xml", "/8841-3PCC.xml"],
];

for (const [text, expected, present = {}] of macros)
  test(`3.4: ${text} becomes ${expected}`, () => {
    const values = macroValues(phone, (name) => present[name]);
    assert.equal(expandMacros(asSource(text), values).text, expected);
  });

const versions: readonly (readonly [a: string, sign: ">" | "=" | "<", b: string])[] = [
  ["sip88xx.11-3-1MPP-110", ">", "sip88xx.11-2-3MPP-256"],
  ["sip88xx.11-3-2MPP0002-256", ">", "sip88xx.11-3-2MPP0001-609"],
  ["sip88xx.11-0-0MPP-256", ">", "sip88xx.9-3-1-7MPP-256"],
  ["sip88xx.11-3-2MPP0001-598", "=", "sip8845_65.11-3-2MPP0001-598"],
  ["11-3-1MPP-697", "<", "11-3-1MSR1-3"],
  ["12-0-5MPP0102-328", "<", "12-0-6MPP0001-65"],
  ["11-10-1MPP-1", ">", "11-9-1MPP-1"],
  ["1.0.31(b)", "<", "1.0.33"],
  ["1.0.33", "<", "2.0.3(G)"],
  ["2.0.3(G)", "<", "2.0.6"],
  // In the text above the table.
  ["11-3-2MPP0002-256", ">", "11-3-2MPP0001-609"],
  ["11-3-1MPP-110", ">", "11-2-3MPP-256"],
];

for (const [a, sign, b] of versions)
  test(`4.4: ${a} ${sign} ${b}`, () => {
    const [left, right] = [readVersion(a), readVersion(b)];
    assert.ok(left && right);
    const order = { "<": -1, "=": 0, ">": 1 }[sign];
    assert.equal(compareVersions(left, right), order);
    assert.equal(compareVersions(right, left), order === 0 ? 0 : -order);
    // And in a rule.
    const operator = { "<": "lt", "=": "eq", ">": "gt" }[sign];
    assert.deepEqual(fetches({ Profile_Rule: `($SWVER ${operator} ${b})? http://h/x` }, { firmware: a }), [
      "http://h/x",
    ]);
  });

test("4.4: what is in the table of firmware is a version, and 11.0.0 is none that it compares with", () => {
  for (const text of [
    "sip88xx.11-0-1MPP-376",
    "sip88xx.11-3-2MPP0001-609",
    "11-1-0MPP-19",
    "7.5.5",
    "9.3.3",
    "PHONEOS.3-2-1-0104-37",
    "sip78xx.14-1-1MN-366",
    "2.0.3(0412s)",
  ])
    assert.ok(readVersion(text), text);
  const rule = { Profile_Rule: "($SWVER ne 11.0.0)? http://h/x" };
  assert.deepEqual(fetches(rule), [undefined]);
  assert.equal(run(rule).profileRules[0]?.trace.alternatives[0]?.fate, "condition unreadable");
  // A build that is not given is not compared.
  assert.deepEqual(fetches({ Profile_Rule: "($SWVER ne 11-1-0MPP)? http://h/x" }, { firmware: "11-1-0MPP-19" }), [
    undefined,
  ]);
});

interface RuleExample {
  readonly rule: string;
  readonly device?: Partial<Device>;
  readonly present?: Settings;
  /** Undefined: nothing is fetched. */
  readonly url: string | undefined;
  readonly options?: Readonly<Record<string, string | true>>;
  readonly sets?: readonly (readonly [string, string])[];
}

const registered = "($PRVTMR ge 600)? http://p.tel.com/has-reg.cfg | [--post a] http://p.tel.com/lost-reg?";
const certified = '("$CCERT" eq "Installed")? https://p.tel.com/config? | https://p.tel.com/config?cisco$MAU';
const first =
  '("$A" ne "Provisioned")? (Line_Enable_1_ = "No";)! https://p.tel.com/init-prov | https://p.tel.com/configs';
const mobile =
  '("$EMS" eq "mobile" and "$MUID" ne "" and "$MPWD" ne "")?[--uid $MUID$PDOM --pwd $MPWD] http://h/em|http://h/plain';
const running = "($SWVER ne sip88xx.11-3-2MPP0001-609)? http://h/a";

const rules: readonly RuleExample[] = [
  { rule: "http://remote.server.com/cisco/$MA.cfg", url: "http://remote.server.com/cisco/000e08012345.cfg" },
  { rule: registered, device: { provisioning: { seconds: 600 } }, url: "http://p.tel.com/has-reg.cfg", options: {} },
  {
    rule: registered,
    device: { provisioning: { seconds: 599 } },
    url: "http://p.tel.com/lost-reg?",
    options: { post: "a" },
  },
  { rule: certified, device: { certificate: true }, url: "https://p.tel.com/config?" },
  { rule: certified, device: { certificate: false }, url: "https://p.tel.com/config?cisco000E08012345" },
  { rule: first, url: "https://p.tel.com/init-prov", sets: [["Line_Enable_1_", "No"]] },
  { rule: first, present: { GPP_A: "Provisioned" }, url: "https://p.tel.com/configs", sets: [] },
  {
    rule: '(User_ID_1_ = "uid$B" ; c = "" ; d = "$MA" ;)!',
    present: { GPP_B: "17" },
    url: undefined,
    sets: [
      ["User_ID_1_", "uid17"],
      ["GPP_C", ""],
      ["GPP_D", "000e08012345"],
    ],
  },
  { rule: running, url: undefined },
  { rule: running, device: { firmware: "sip88xx.11-3-1MPP-697" }, url: "http://h/a" },
  { rule: mobile, url: "http://h/plain", options: {} },
  {
    rule: mobile,
    device: { mobility: { state: "mobile", user: "ann", password: "words", domain: "@x.com" } },
    url: "http://h/em",
    options: { uid: "ann@x.com", pwd: "words" },
  },
  { rule: "# http://192.168.1.200/sample.cfg", url: undefined },
  { rule: "(1 eq 2)? http://h/a | (1 eq 3)? http://h/b", url: undefined },
];

for (const { rule, device, present = {}, url, options, sets } of rules)
  test(`4.6: ${rule}${device ? ` (${JSON.stringify(device)})` : ""} fetches ${url ?? "nothing"}`, () => {
    const settings = { Profile_Rule: rule, Profile_Rule_B: "http://h/next", ...present };
    assert.deepEqual(fetches(settings, device), [url, "http://h/next"]);
    const taken = run(settings, device).profileRules[0]?.trace.taken;
    if (options) assert.deepEqual(taken && optionsOf(taken), options);
    if (sets) assert.deepEqual(taken && assignmentsOf(taken), sets);
  });

test("4.6: a step upgrade takes the second load from 10-4-1", () => {
  const step =
    "($SWVER ge sip78xx.11-0-0MPP-7)? HTTP://S/sip78xx.11-2-1MES-3.loads| HTTP://S/sip78xx.11-0-0MPP-7.loads";
  const on = (firmware: string) => fetches({ Upgrade_Rule: step }, { firmware });
  assert.deepEqual(on("sip78xx.10-4-1MPP-1"), ["http://S/sip78xx.11-0-0MPP-7.loads"]);
  assert.deepEqual(on("sip78xx.11-0-0MPP-7"), ["http://S/sip78xx.11-2-1MES-3.loads"]);
});

const conditions: readonly (readonly [text: string, device: Partial<Device>, outcome: string])[] = [
  ["$UPGTMR gt 300 and $PRVTMR ge 600", { upgrade: { seconds: 301 }, provisioning: { seconds: 600 } }, "true"],
  ["$UPGTMR gt 300 and $PRVTMR ge 600", { upgrade: { seconds: 300 }, provisioning: { seconds: 600 } }, "false"],
  ['$SWVER ge 2.0.6 and "$CCERT" eq "Installed"', { firmware: "2.0.10", certificate: true }, "true"],
  ["! 1.0.33", { firmware: "1.0.33" }, "false"],
  ["! 1.0.33", { firmware: "1.0.31(b)" }, "true"],
  ['"a" lt "b"', {}, "error"],
];

for (const [text, device, outcome] of conditions)
  test(`4.6: ${text} is ${outcome} (${JSON.stringify(device)})`, () => {
    const [trigger] = run({ Resync_Trigger_1: text }, device).triggers;
    assert.equal(trigger?.trace.alternatives[0]?.condition?.outcome, outcome);
    // The same in parentheses, in a rule.
    assert.deepEqual(fetches({ Profile_Rule: `(${text})? http://h/x` }, device), [
      outcome === "true" ? "http://h/x" : undefined,
    ]);
  });

const urls: readonly (readonly [rule: string, expected: string])[] = [
  ["/$MA.cfg", "tftp ? 69 /000e08012345.cfg"],
  ["/cisco/cfg.xml", "tftp ? 69 /cisco/cfg.xml"],
  ["192.168.1.130/profiles/init.cfg", "tftp 192.168.1.130 69 /profiles/init.cfg"],
  ["tftp://prov.call.com/cpe/cisco$MA.cfg", "tftp prov.call.com 69 /cpe/cisco000e08012345.cfg"],
  ["http://neptune.speak.net:8080/prov/$D/$E.cfg", "http neptune.speak.net 8080 /prov/d/e.cfg"],
  ["https://secure.me.com/profile?Linksys", "https secure.me.com 443 /profile?Linksys"],
  ["HTTP://h/x", "http h 80 /x"],
  ["/$PSN.xml", "tftp ? 69 /8841-3PCC.xml"],
  ["/ata$PSN.cfg", "tftp ? 69 /ata8841-3PCC.cfg"],
  ["/init.cfg", "tftp ? 69 /init.cfg"],
];

for (const [rule, expected] of urls)
  test(`5.1: ${rule} is fetched from the right place`, () => {
    const { target } = run({ Profile_Rule: rule, GPP_D: "d", GPP_E: "e" }).profileRules[0] ?? {};
    assert.equal(target && `${target.scheme} ${target.server ?? "?"} ${target.port} ${target.path}`, expected);
  });

test("5.1: a URL without a path, and an upgrade without a server, cannot be used", () => {
  assert.equal(readRuleUrl("http://h", "profile"), undefined);
  assert.equal(run({ Profile_Rule: "http://h" }).profileRules[0]?.target, undefined);
  assert.equal(readRuleUrl("/sip88xx.loads", "upgrade"), undefined);
});

test("5.1: an IPv6 address is in brackets", () => {
  const target = (url: string) => run({ Profile_Rule: url }).profileRules[0]?.target;
  assert.deepEqual(readRuleUrl("http://[2001:db8::1]:8080/a", "profile"), {
    scheme: "http",
    server: "[2001:db8::1]",
    port: 8080,
    path: "/a",
  });
  assert.equal(target("https://[2001:db8::1]/a")?.port, 443);
  assert.equal(target("https://2001:db8::1/a"), undefined);
});

const schedules: readonly (readonly [text: string, waits: readonly (readonly [number, number])[]])[] = [
  [
    "1800,3600,7200,14400",
    [
      [1800, 1800],
      [3600, 3600],
      [7200, 7200],
      [14400, 14400],
      [14400, 14400],
    ],
  ],
  [
    "1800+300,3600+600,7200+900",
    [
      [1800, 2100],
      [3600, 4200],
      [7200, 8100],
      [7200, 8100],
    ],
  ],
  [
    "1800,3600,7200,14400+3600",
    [
      [1800, 1800],
      [3600, 3600],
      [7200, 7200],
      [14400, 18000],
      [14400, 18000],
    ],
  ],
  [
    "2400+30",
    [
      [2400, 2430],
      [2400, 2430],
    ],
  ],
  [
    "600,1200,300",
    [
      [600, 600],
      [1200, 1200],
      [300, 300],
      [300, 300],
    ],
  ],
];

for (const [text, waits] of schedules)
  test(`6.1: ${text} waits as the guides say`, () => {
    const schedule = readSchedule(text);
    assert.deepEqual(schedule.problems, []);
    for (const [i, [least, most]] of waits.entries()) {
      const wait = nthWait(schedule, i + 1);
      assert.deepEqual(wait && [wait.seconds, wait.seconds + wait.spread], [least, most], `wait ${i + 1}`);
    }
  });

for (const text of ["abc", "10,", "10++5", "+5", "10;20", "-5"])
  test(`6.1: ${text} is not a schedule`, () => {
    assert.notDeepEqual(readSchedule(text).problems, []);
  });
