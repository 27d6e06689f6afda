import test from "node:test";
import type { Start } from "../../../server/src/deployment/phone";
import type { Device } from "../../../server/src/devices/device";
import { avayaPhone } from "../../../server/src/dialects/avaya/deployment/index";
import { serverAt, serversOf } from "../../../server/src/dialects/avaya/deployment/servers";
import { releaseIn, verdictOf } from "../../../server/src/dialects/avaya/flow/firmware";
import { avayaSettings } from "../../../server/src/dialects/avaya/index";
import {
  firstFileOf,
  mayHave,
  signalingOf,
  softwareOf,
  statedSignaling,
} from "../../../server/src/dialects/avaya/software";
import { evaluation } from "../../../server/src/features/evaluation";
import { expandedProfile } from "../../../server/src/features/expandedProfile";
import { fixture } from "../../support/fixture";
import { checkGolden } from "../../support/golden";
import { everyAnswer, resolvedAt, type Server } from "../../support/nearSite";
import { serviceOf, snapshotOf } from "../../support/problems";
import { answerFor } from "../../support/requests";
import { changesOf, linesNear, slipsOf } from "../../support/variants";

// What phones do with files near some, what servers answer, and which software they are known to run.

const { catalogue } = serviceOf(avayaSettings);
const phone = avayaPhone(catalogue);
const json = (value: unknown) => JSON.stringify(value) ?? "nothing";

const script = `## upgrade
IF $MODEL4 SEQ 1608 GOTO OLD
IF $SIG_IN_USE SEQ H323 GOTO OLD
SET APPNAME FW_S_J179_R4_1_1_0_7.bin
GOTO END
# OLD
IF $BOOTNAME SEQ hb1608_2.bin GOTO APP
SET APPNAME hb1608_2.bin
GOTO END
# APP
SET APPNAME ha1608_2.bin
# END
GET 46xxsettings.txt
`;
const settings = `SET L2QVLAN 120
SET HTTPSRVR "10.0.0.5,10.0.0.6"
IF $GROUP SEQ 7 GOTO SEVEN
SET PROCPSWD 27238
ADD SOFTKEY_IDLE "type=dial;action=6809;label=Desk"
GOTO END
# SEVEN
SET DSTSTART 2SunMar2L
set l2qvlan 130
# END
GET $MACADDR.txt
GET missing.txt
`;
const own = "SET PHNNUMOFSA 2\nSET L2QVLAN 7\nSET AUTO_UPGRADE 1\nGET 46xxsettings.txt\n";

const site: Server = {
  "http://pbx/16xxupgrade.txt": script,
  "http://pbx/J100Supgrade.txt": script,
  "http://pbx/46xxsettings.txt": settings,
  "http://pbx/00005e005301.txt": own,
  "http://pbx/hb1608_2.bin": 200,
  "http://pbx/ha1608_2.bin": 200,
  "http://pbx/FW_S_J179_R4_1_1_0_7.bin": 200,
};

const oldDesk: Device = {
  id: "desk-1",
  model: "1608",
  family: "avaya16xx",
  mac: "00:00:5e:00:53:01",
  dhcp: { "242": "HTTPSRVR=pbx,L2QVLAN=5" },
  settings: { GROUP: "0", BOOTNAME: "hb1608.bin", APPNAME: "ha1608_1.bin" },
};
const newDesk: Device = {
  id: "desk-2",
  model: "J179",
  family: "avayaj169",
  mac: "00:00:5e:00:53:01",
  firmware: "4.0.1.0.3",
  dhcp: { "242": "HTTPSRVR=pbx,TLSSRVR=tls" },
  settings: { SIG_IN_USE: "SIP", PROCPSWD: "27239" },
};

const resolved = (server: Server, device: Device, how?: Start) => resolvedAt(phone, server, device, how);

test("what phones end up with when a line or an answer is another one (UPDATE_GOLDEN=1 writes the list)", () => {
  const lines: string[] = [];
  for (const device of [oldDesk, newDesk]) {
    const whole = resolved(site, device);
    lines.push(`# ${device.id}`, json(whole));
    const add = (what: string, server: Server, other: Device = device, how?: { readonly rule: string }) =>
      lines.push(`${what}: ${changesOf(whole, resolved(server, other, how))}`);
    for (const url of Object.keys(site))
      for (const [i, answer] of everyAnswer.entries()) add(`${url} ${i}`, { ...site, [url]: answer });
    for (const [name, text] of Object.entries({ "46xxsettings.txt": settings, "00005e005301.txt": own }))
      for (const [i, near] of linesNear(text).entries()) add(`${name} ${i}`, { ...site, [`http://pbx/${name}`]: near });
    for (const [i, near] of linesNear(script).entries())
      add(`script ${i}`, { ...site, "http://pbx/16xxupgrade.txt": near, "http://pbx/J100Supgrade.txt": near });
    for (const more of [
      { GROUP: "7" },
      { GROUP: undefined },
      { SIG: "1" },
      { SIG: "2" },
      { SIG_IN_USE: "h323" },
      { SIG_IN_USE: undefined },
      { BOOTNAME: "hb1608_2.bin" },
      { BOOTNAME: "hb1608_2.bin", APPNAME: "ha1608_2.bin" },
      { BOOTNAME: undefined },
      { APPNAME: "FW_S_J179_R4_1_1_0_7.bin" },
      { PROCPSWD: "278" },
    ])
      add(json(more), site, { ...device, settings: { ...device.settings, ...more } as Record<string, string> });
    for (const dhcp of [
      "HTTPSRVR=pbx",
      "HTTPSRVR=a,pbx",
      "TLSSRVR=tls,TLSDIR=x/y,HTTPSRVR=pbx",
      "HTTPSRVR=pbx:80",
      "HTTPSRVR=pbx:8080",
      "HTTPSRVR=pbx,HTTPPORT=81",
      "HTTPSRVR=pbx,HTTPDIR=/",
      "HTTPSRVR=2001:db8::1",
      "HTTPSRVR=$MODEL4.pbx",
      "L2QVLAN=5",
      "",
    ])
      add(json(dhcp), site, { ...device, dhcp: { "242": dhcp } });
    for (const firmware of ["4.1.1.0.7", "4.1.1", "4.1", "3.0", "x", undefined])
      add(`firmware ${firmware}`, site, { ...device, firmware } as Device);
    for (const rule of [
      "http://pbx/46xxsettings.txt",
      "http://pbx/",
      "https://pbx:444/a/b.txt",
      "ftp://pbx/a",
      "pbx",
      " HTTP://pbx/16xxupgrade.txt ",
    ])
      add(rule, site, device, { rule });
  }
  checkGolden("test/dialects/avaya/resolved.golden.txt", lines);
});

test("previews of files near these (UPDATE_GOLDEN=1 writes the list)", () => {
  const lines: string[] = [];
  for (const text of [script, settings, own])
    for (const device of [oldDesk, newDesk]) {
      const answerOf = (typed: string) => {
        const values = avayaSettings.preview?.endValues?.(snapshotOf(typed, undefined, avayaSettings), [device]);
        const { file } = fixture(typed, undefined, avayaSettings);
        const opened = { ...file, previewDevice: device };
        return [
          answerFor(evaluation, opened, { device }),
          answerFor(expandedProfile, opened, { device }),
          values?.map((each) =>
            [...each].map(([name, { shown, isCertain }]) => `${name}=${shown}${isCertain ? "" : "?"}`).join(" "),
          ),
        ];
      };
      const whole = answerOf(text);
      lines.push(`# ${json(text)} ${device.id}`, json(whole));
      for (const near of linesNear(text)) lines.push(`${lines.length} ${changesOf(whole, answerOf(near))}`);
    }
  checkGolden("test/dialects/avaya/previews.golden.txt", lines);
});

test("servers, software and releases near these (UPDATE_GOLDEN=1 writes the list)", () => {
  const lines: string[] = [];
  const add = (text: string, said: (typed: string) => string) =>
    lines.push(`${json(text)} ${said(text)}`, ...slipsOf(text, said).map((line) => `  ${line}`));
  const urlsOf = (hosts: string) =>
    serversOf((name) =>
      name === "HTTPSRVR" ? hosts : name === "TLSDIR" ? "a/b" : name === "TLSPORT" ? "444" : undefined,
    )
      .map(({ rule, target }) => `${rule} ${json(target("c d/e?.txt"))}`)
      .join(" ");
  for (const hosts of ["a, b:8080", "[2001:db8::1]:81", "2001:db8::1", "[2001:db8::1]", "a:0", "a:123456", ""])
    add(hosts, urlsOf);
  for (const hosts of ["a", "a:5"])
    lines.push(
      serversOf(
        (name) =>
          ({ TLSSRVR: hosts, TLSDIR: "/a//b/", TLSPORT: "x", HTTPSRVR: "h", HTTPDIR: "d", HTTPPORT: "82" })[name],
      )
        .map(({ target }) => json(target("f")))
        .join(" "),
    );
  for (const url of ["http://pbx/a/46xxsettings.txt", "https://[::1]:444/b.txt", "http://pbx/", "http://pbx/a?b"])
    add(url, (typed) => {
      const found = serverAt(typed);
      return found ? `${found.server.rule} ${json(found.server.target(found.file))}` : "nothing";
    });
  for (const file of [
    "FW_S_J179_R4_1_1_0_7.bin",
    "S9608_SALBR6_2_0r36_V4r52.tar",
    "S96x1_UKR_V34r1",
    "ha1608_2.bin",
    "a_1_2_3_4_5_6_7.ebin",
  ])
    add(file, (typed) => String(releaseIn(typed)));
  for (const file of ["FW_S_J179_R4_1_1_0_7.bin", "hb1608.bin", "", "other.bin"])
    for (const running of [
      {},
      { application: file },
      { application: file.toUpperCase() },
      { boot: file },
      { boot: "x" },
      { application: "x" },
      { release: "4.1.1.0.7" },
      { release: "4.1.1.0.6" },
      { release: "4.1.1" },
      { release: "4.1" },
    ])
      for (const ignoresCase of [false, true]) {
        const { action, running: known } = verdictOf(
          { settings: new Map([["APPNAME", { text: file, others: undefined } as never]]) },
          running,
          ignoresCase,
        );
        lines.push(`${file} ${json(running)} ${ignoresCase}: ${action} ${known}`);
      }
  for (const { id, models } of catalogue.families) {
    const [parameter] = [...catalogue.parameters()];
    const model = models[0]?.model;
    lines.push(`${id} ${softwareOf([id]).join(" ")} ${parameter && mayHave([id], parameter)}`);
    for (const more of [
      { family: id },
      { model },
      { model, firmware: "6.0.1" },
      { model, firmware: "4.0.1" },
      { model, firmware: "2.6.1" },
      { settings: { SIG: "1" } },
      { settings: { SIG: "2" } },
      { settings: { SIG_IN_USE: "h323" } },
      { settings: { SIG_IN_USE: "sip" } },
      { settings: { SIG: "0" } },
    ]) {
      const device = { id: "a", ...more } as Device;
      const stated = statedSignaling(device);
      lines.push(
        `  ${json(more)} ${signalingOf(device, catalogue)} ${stated} ${firstFileOf({ id: "a", family: id }, stated, catalogue)}`,
      );
    }
  }
  checkGolden("test/dialects/avaya/software.golden.txt", lines);
});
