import assert from "node:assert/strict";
import test from "node:test";
import { avayaSettings } from "../../../server/src/dialects/avaya/index";
import { resolveParameter } from "../../../server/src/schema/effectiveParameter";
import { checkMarked, fixed } from "../../support/marked";
import { pools, problemsOf } from "../../support/problems";

const { catalogue } = pools.of(avayaSettings);
const problems = (text: string) =>
  problemsOf(text, undefined, avayaSettings).filter(
    ({ severity, code }) => severity !== "hint" && !/^(?:flow|statement|secret)\//.test(code),
  );
const found = (text: string) => problems(text).map(({ severity, code }) => `${severity} ${code}`);

/** Lines with carets under what is reported. */
function check(marked: string): void {
  checkMarked(marked, problems, ({ severity, code }) => `${severity} ${code}`);
}

function placeOf(name: string) {
  const entry = catalogue.find(name);
  assert.ok(entry, name);
  const at = resolveParameter(entry, name, { certainty: "unknown", reason: "" }, catalogue);
  const type = avayaSettings.valueTypes.find(({ id }) => id === entry.parameter.type);
  assert.ok(type, entry.parameter.type);
  return { at, type };
}

function checkWords(name: string, words: Readonly<Record<string, string | undefined>>): void {
  const { at, type } = placeOf(name);
  const said = Object.keys(words).map((value) => [value, type.describe?.(value, at)]);
  assert.deepEqual(Object.fromEntries(said), words);
}

/** What the first fix of each value makes of it. */
function checkFixes(fixes: Readonly<Record<string, string>>): void {
  for (const [line, after] of Object.entries(fixes))
    assert.equal(fixed(`${line}\n`, problems(`${line}\n`)).trimEnd(), after);
}

function labels(name: string, marked: string): readonly string[] {
  const { at, type } = placeOf(name);
  const offset = marked.indexOf("$0");
  return (type.complete?.(marked.replace("$0", ""), offset, at) ?? []).map(({ label }) => label);
}

test("facts of guides are errors, facts that a program read are warnings", () => {
  check(`
    SET L2QVLAN 4095
                ^^^^ error value/out-of-range
    SET L2QVLAN -1
                ^^ error value/out-of-range
    SET L2QVLAN 1O
                ^^ error value/not-of-type
    SET SIPPORT 80
                ^^ warning value/out-of-range
    SET DSCPAUD 64
                ^^ error value/out-of-range
    SET L2Q 3
            ^ error value/not-an-option
    SET SIPSIGNAL 4
                  ^ warning value/not-an-option
    SET VLANSEP 2
                ^ error value/not-of-type
    SET ENABLE_CONTACTS yes
                        ^^^ warning value/not-of-type
    SET L2QVLAN "120"
    SET L2QVLAN ""
    SET L2QVLAN 0
  `);
});

test("templates, variables and what a phone reports of itself are not judged", () => {
  for (const line of [
    "SET L2QVLAN {{ vlan }}",
    "SET L2QVLAN {$vlan}",
    "SET L2QVLAN __VLAN__",
    "SET HTTPDIR $MACADDR",
    "SET HTTPSRVR $SERVER",
  ])
    assert.deepEqual(found(`${line}\n`), [], line);
  assert.deepEqual(found("SET LANGUAGE_IN_USE Latin American Spanish\n"), ["info parameter/phone-state"]);
  assert.deepEqual(found("SET NETWORK_READY_STATE none\n"), ["info parameter/phone-state"]);
});

test("length of values", () => {
  check(`
    SET PROCPSWD 12345678
                 ^^^^^^^^ error value/over-length
    SET PROCPSWD 1234567
    SET PROCPSWD abc
                 ^^^ error value/not-of-type
  `);
  const long = "a".repeat(128);
  assert.deepEqual(found(`SET HTTPDIR ${long}\n`), ["error value/over-length"]);
  assert.deepEqual(found(`SET HTTPDIR ${long.slice(1)}\n`), []);
  assert.ok(problems("SET PROCPSWD 12345678\n").every(({ message }) => !message.includes("12345678")));
});

test("quotes", () => {
  check(`
    SET DISPLAY_NAME Front desk
                     ^^^^^^^^^^ error value/needs-quotes
    SET SNTPSRVR 10.0.0.5, 10.0.0.6
                 ^^^^^^^^^^^^^^^^^^ error value/needs-quotes
    SET DISPLAY_NAME "Front desk
                     ^^^^^^^^^^^ error value/unpaired-quote
    SET DISPLAY_NAME Front"
                     ^^^^^^ error value/unpaired-quote
    SET DISPLAY_NAME \u201cFront desk\u201d
                     ^ error value/curly-quote
    SET DISPLAY_NAME "Front desk\u201d
                                ^ error value/curly-quote
    SET DISPLAY_NAME "Front" desk
                            ^^^^^ warning value/after-quotes
    SET DISPLAY_NAME "Front desk"
    SET MYCERTKEYUSAGE digitalSignature, keyEncipherment
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info value/needs-quotes
  `);
  checkFixes({
    "SET DISPLAY_NAME Front desk": 'SET DISPLAY_NAME "Front desk"',
    "SET SNTPSRVR 10.0.0.5, 10.0.0.6": "SET SNTPSRVR 10.0.0.5,10.0.0.6",
    "SET DISPLAY_NAME \u201cFront desk\u201d": 'SET DISPLAY_NAME "Front desk"',
    'SET DISPLAY_NAME "Front desk': 'SET DISPLAY_NAME "Front desk"',
    'SET DISPLAY_NAME Front"': 'SET DISPLAY_NAME "Front"',
  });
});

test("names", () => {
  check(`
    SET HTTPPROT 80
        ^^^^^^^^ warning parameter/unknown
    SET SCA7_PASSWORD x
    SET sipdomain example.com
    SET 3PCC_SERVER_MODE 1
  `);
  // more than a slip
  assert.deepEqual(found("SET TFTP_SERVER 192.0.2.1\n"), []);
});

test("hosts", () => {
  check(`
    SET HTTPSRVR http://10.0.0.5/
                 ^^^^^^^^^^^^^^^^ error value/bad-host
    SET HTTPSRVR 10.0.0.256
                 ^^^^^^^^^^ error value/bad-host
    SET HTTPSRVR 10.0.5
                 ^^^^^^ error value/bad-host
    SET HTTPSRVR "10.0.0.5, 10.0.0.6"
                           ^ warning value/space-in-list
    SET HTTPSRVR files.example.com,10.0.0.6,2001:db8::5,[2001:db8::6]:80
    SET LOGSRVR my_server
    SET HTTPSRVR 10.0.0.5:99999
                          ^^^^^ error value/bad-host
  `);
  checkFixes({ "SET HTTPSRVR http://10.0.0.5/": "SET HTTPSRVR 10.0.0.5" });
});

test("SIP servers", () => {
  check(`
    SET SIP_CONTROLLER_LIST 10.0.0.5:5060;transport=upd
                                                    ^^^ error sip-server/unknown-transport
    SET SIP_CONTROLLER_LIST 10.0.0.5:5060;tranport=udp
                                          ^^^^^^^^^^^^ error sip-server/unknown-part
    SET SIP_CONTROLLER_LIST 10.0.0.5:5060;transport
                                          ^^^^^^^^^ error sip-server/unknown-transport
    SET SIP_CONTROLLER_LIST sip1.example.com,sip2.example.com:5061;transport=TLS
    SET SIP_CONTROLLER_LIST 10.0.0.5:0x50;transport=udp
                                     ^^^^ error value/bad-host
  `);
  checkWords("SIP_CONTROLLER_LIST", {
    "10.0.0.5:5070;transport=udp,b.example.com": "1. 10.0.0.5, port 5070, UDP\n\n2. b.example.com, port 5061, TLS",
  });
  assert.deepEqual(labels("SIP_CONTROLLER_LIST", "10.0.0.5;transport=$0"), ["tls", "tcp", "udp", "auto"]);
  assert.deepEqual(labels("SIP_CONTROLLER_LIST", "10.0.0.5;$0").length, 4);
});

test("days of daylight saving time", () => {
  check(`
    SET DSTSTART 5SunMar2L
                 ^^^^^^^^^ warning time/daylight-form
    SET DSTSTART 2SunMar02L
                 ^^^^^^^^^^ warning time/daylight-form
    SET DSTSTART 30Feb2L
                 ^^^^^^^ warning time/daylight-form
    SET DSTSTART March
                 ^^^^^ warning time/daylight-form
    SET DSTSTART LSunMar2L
    SET DSTSTOP 25Oct3U
    SET DSTSTOP LOct3L
  `);
  checkFixes({
    "SET DSTSTART 5SunMar2L": "SET DSTSTART LSunMar2L",
    "SET DSTSTART 2SunMar02L": "SET DSTSTART 2SunMar2L",
    "SET DSTSTART lastSundayMarch2": "SET DSTSTART LSunMar2L",
  });
  checkWords("DSTSTART", {
    "2SunMar2L": "2nd Sunday of March, 02:00 local",
    LSunOct1U: "last Sunday of October, 01:00 UTC",
    "25Mar2L": "25 March, 02:00 local",
    LOct3L: "last day of October, 03:00 local",
    "5SunMar2L": undefined,
  });
  const { at, type } = placeOf("DSTSTART");
  assert.equal(type.hint?.("2SunMar2L", at), "2nd Sun Mar 02:00");
  assert.ok(labels("DSTSTART", "$0").includes("LSunMar2L"));
  assert.ok(!labels("DSTSTART", "$0").includes("LSunOct3L"));
});

test("offsets from UTC", () => {
  check(`
    SET GMTOFFSET -5
                  ^^ warning time/offset-form
    SET GMTOFFSET +14:00
                  ^^^^^^ warning time/offset-form
    SET GMTOFFSET 5:3O
                  ^^^^ warning time/offset-form
    SET GMTOFFSET +5:30
    SET GMTOFFSET 0:00
  `);
  checkFixes({ "SET GMTOFFSET -5": "SET GMTOFFSET -5:00", "SET GMTOFFSET GMT+01:00": "SET GMTOFFSET +1:00" });
  checkWords("GMTOFFSET", { "-5:00": "05:00 earlier than UTC", "+5:30": "05:30 later than UTC", "0:00": "UTC" });
});

test("automatic updates", () => {
  check(`
    SET AUTOMATIC_UPDATE_WINDOW 22,24
                                ^^^^^ warning update/window-form
    SET AUTOMATIC_UPDATE_WINDOW 22
                                ^^ warning update/window-form
    SET AUTOMATIC_UPDATE_WINDOW 22,4
    SET AUTOMATIC_UPDATE_DAYS Mon,Tues,3Wed
                                  ^^^^ warning update/day-form
    SET AUTOMATIC_UPDATE_DAYS 6Mon
                              ^^^^ warning update/day-form
    SET AUTOMATIC_UPGRADE_INSTALL_DATE_TIME 2026-02-29T02:00
                                            ^^^^^^^^^^^^^^^^ warning update/install-time-form
    SET UPGRADE_INSTALL_DATE_TIME 1970-01-01T00:00
  `);
  checkWords("AUTOMATIC_UPDATE_WINDOW", {
    "2,4": "between 02:00 and 04:00",
    "22,4": "between 22:00 and 04:00 of the next day",
    "3,3": "at any time of the day",
  });
  checkFixes({
    "SET AUTOMATIC_UPDATE_DAYS Monday": "SET AUTOMATIC_UPDATE_DAYS Mon",
    'SET UPGRADE_INSTALL_DATE_TIME "2026-04-12 23:20"': 'SET UPGRADE_INSTALL_DATE_TIME "2026-04-12T23:20"',
  });
});

test("softkeys and keys", () => {
  check(`
    ADD SOFTKEY_ACTIVE "type=dtmf;action=##*3;label=ParkTheCall"
                                                            ^^^ warning softkey/label-length
    SET SOFTKEY_IDLE "Type=Blank,type=dial;action=1;label=A"
    SET SOFTKEY_IDLE "type=dail;action=1"
                           ^^^^ warning softkey/unknown-type
    SET SOFTKEY_IDLE "type=dial;label=A"
                      ^^^^^^^^^^^^^^^^^ warning softkey/no-action
    SET SOFTKEY_IDLE "action=1;label=A"
                      ^^^^^^^^^^^^^^^^ warning softkey/no-type
    SET SOFTKEY_IDLE "type=dial;action=1;lable=A"
                                         ^^^^^ warning softkey/unknown-field
    SET SOFTKEY_ACTIVE "type=dtmf;action=1a;label=A"
                                         ^^ warning softkey/not-keys
    SET PHONEKEY "Key=97;Type=feature;Name=x"
                      ^^ warning softkey/key-number
    SET PHONEKEY "key=6;Type=Feature;Name=BLF;Attr1=4004004;Label=Kichu4004;Forced"
  `);
  assert.deepEqual(labels("SOFTKEY_IDLE", "type=$0"), ["dtmf", "dial", "function", "blank"]);
  assert.ok(labels("SOFTKEY_ACTIVE", "type=function;action=$0").includes("transfer"));
  checkWords("SOFTKEY_IDLE", { "type=dial;action=6809;label=Desk,type=blank": "1. Desk: dials 6809\n\n2. empty key" });
});

test("settings that are wrong together", () => {
  const keys = (line: string) => found(`SET PHNNUMOFSA 3\nSET PHONEKEY "${line}"\n`);
  assert.deepEqual(keys("Key=2;Type=autodial;Name=autodial;attr1=6837;Label=Desk;Forced"), [
    "info softkey/key-overlap",
  ]);
  assert.deepEqual(keys("Key=4;Type=autodial;Name=autodial;attr1=6837"), []);
  assert.deepEqual(keys("Key=2;Type=line;Name=primary"), []);
  // each line is a key of its own
  const twoKeys = ["5", "6"].map((key) => `SET PHONEKEY "Key=${key};Type=feature;Name=sac"\n`).join("");
  assert.deepEqual(
    problemsOf(twoKeys, undefined, avayaSettings).map(({ code }) => code),
    [],
  );
  assert.deepEqual(found('SET PHONEKEY "Key=2;Type=autodial;Name=autodial;attr1=1"\n'), []);
  assert.deepEqual(found("SET RTP_PORT_LOW 60000\nSET RTP_PORT_RANGE 5536\n"), ["warning value/ports-beyond-end"]);
  assert.deepEqual(found("SET RTP_PORT_LOW 60000\nSET RTP_PORT_RANGE 5535\n"), []);
  assert.deepEqual(found("SET DIGIT_MAPPING <9:>xx\n"), ["info dialplan/mapping-off"]);
});

test("settings that are hard to undo", () => {
  assert.deepEqual(found("SET AUTH 1\nSET PROCSTAT 1\nSET VLANTEST 0\n"), [
    "warning safety/irreversible",
    "warning safety/locks-menu",
    "warning safety/no-vlan-fallback",
  ]);
  assert.deepEqual(found("SET AUTH 0\nSET PROCSTAT 0\nSET VLANTEST 60\n"), []);
});

test("dial plans and digit mappings", () => {
  check(`
    SET DIALPLAN [23]xxxx|91xxxxxxxxxx|9[2-9]xxxxxxxxx
    SET DIALPLAN (2xxx)
                 ^ warning dialplan/unknown-sign
                      ^ warning dialplan/unknown-sign
    SET ENABLE_DIGIT_MAPPING 1
    SET DIGIT_MAPPING "!99xx , <189:88>xx"
    SET DIGIT_MAPPING 1xxxxxxxxxx,!1900xxxxxxx
                                  ^^^^^^^^^^^^ warning dialplan/open-bar
  `);
  const words = (name: string, value: string) => {
    const { at, type } = placeOf(name);
    return type.describe?.(value, at);
  };
  assert.match(words("DIGIT_MAPPING", "!99xx,<189:88>xx") ?? "", /\*\*barred\*\*[\s\S]*is sent as/);
});

test("emergency numbers that a mapping bars or changes", () => {
  const file = (rules: string, numbers = "112") =>
    found(`SET PHNMOREEMERGNUMS "${numbers}"\nSET ENABLE_DIGIT_MAPPING 1\nSET DIGIT_MAPPING ${rules}\n`);
  const code = "warning dialplan/emergency-mapped";
  assert.deepEqual(file("!11x"), [code]);
  assert.deepEqual(file("<:9>xxx", "112,911"), [code, code]);
  for (const rules of ["!11[03-9]", "<9:>xxx.", "112", "xxxxx"]) assert.deepEqual(file(rules), [], rules);
  assert.deepEqual(file("!11x", ""), []);
});

test("parameters that no model at their line has", () => {
  const file = (model: string, line: string) =>
    found(`IF $MODEL4 SEQ ${model} GOTO M\nGOTO END\n# M\n${line}\n# END\n`);
  assert.deepEqual(file("B189", "SET SIPDOMAIN example.com"), ["info parameter/not-on-device"]);
  assert.deepEqual(file("J129", "SET SIPDOMAIN example.com"), []);
  assert.deepEqual(file("1608", "SET BRURI http://192.0.2.1/"), []);
  // 9608s run SIP as well, and applications run on Vantage devices
  assert.deepEqual(file("9608", "SET ENFORCE_SIPS_URI 0"), []);
  assert.deepEqual(file("K175", "SET ENABLE_OPUS 1"), []);
  assert.deepEqual(file("J999", "SET SIPDOMAIN example.com"), []);
  assert.deepEqual(found("SET SIPDOMAIN example.com\n"), []);
});

test("names that only look like passwords are no secrets", () => {
  const secret = (name: string) => catalogue.find(name)?.parameter.secret === true;
  for (const name of ["CLEAR_EXTPSWD_ON_LOGOUT", "PIN_APP", "PHONE_LOCK_PASSWORD_LOCKED_TIME", "PKCS12_PASSWD_RETRY"])
    assert.ok(!secret(name), name);
  for (const name of ["FORCE_SIP_PASSWORD", "PROCPSWD", "SNMPSTRING", "SCA3_PASSWORD", "NVIKEPSK", "WEP_KEY1"])
    assert.ok(secret(name), name);
});

test("every parameter has its first release on each platform that a template lists", () => {
  const { parameter } = catalogue.find("L2Q") ?? {};
  assert.equal(parameter?.sinceByFamily?.avayaj189, "4.0.6.1");
  const parameters = [...catalogue.parameters()];
  assert.ok(parameters.filter(({ sinceByFamily }) => sinceByFamily !== undefined).length > 900);
  assert.ok(catalogue.concreteNames({}).length > 1100);
});
