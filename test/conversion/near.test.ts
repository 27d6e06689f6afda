import assert from "node:assert/strict";
import test from "node:test";
import { valueFault } from "../../server/src/analysis/valueFault";
import type { Conversion } from "../../server/src/conversion/concepts";
import { convert } from "../../server/src/conversion/convert";
import { audiocodesIni } from "../../server/src/dialects/audiocodes/index";
import { avayaSettings } from "../../server/src/dialects/avaya/index";
import { ciscoFlatProfile } from "../../server/src/dialects/cisco-flat-profile/index";
import type { Dialect } from "../../server/src/dialects/dialect";
import { checkGolden, sameAs } from "../support/golden";
import { problemsOf, serviceOf } from "../support/problems";
import { filesNear, variantsOf } from "../support/variants";

// What each setting comes to in the other system, as it is, with a number one off and with slips.

const maxVariants = 10;

type Settings = Readonly<Record<string, string>>;

const ofCisco: Settings = {
  Time_Zone: "GMT-05:30",
  Daylight_Saving_Time_Enable: "Yes",
  Daylight_Saving_Time_Rule: "start=3/8/7/2;end=11/1/7/2;save=1",
  Primary_NTP_Server: "ntp.example.com",
  Secondary_NTP_Server: "192.0.2.1",
  RTP_TOS_DiffServ_Value_1_: "0xb8",
  SIP_TOS_DiffServ_Value_1_: "104",
  VLAN_ID: "4095",
  Syslog_Server: "log.example.com",
  Proxy_1_: "sip.example.com:5061",
  SIP_Transport_1_: "TLS",
  User_ID_1_: "201",
  Register_Expires_1_: "3600",
  RTP_Port_Min: "16384",
  RTP_Port_Max: "16482",
  Voice_Mail_Number: "*98",
  Dial_Plan_1_: "(900x.!|<9:>xxxx|2xx)",
  Password_1_: "secret",
  Line_Enable_1_: "Yes",
};

const ofAvaya: Settings = {
  GMTOFFSET: "-5:30",
  DSTSTART: "2SunMar2L",
  DSTSTOP: "25Oct1U",
  DSTOFFSET: "1",
  SNTPSRVR: "192.0.2.1,ntp.example.com,192.0.2.3",
  DSCPAUD: "46",
  DSCPSIG: "63",
  L2QVLAN: "4094",
  LOGSRVR: "log.example.com",
  SIP_CONTROLLER_LIST: "sip.example.com:5061;transport=tls,192.0.2.9;transport=tcp",
  FORCE_SIP_USERNAME: "201",
  FORCE_SIP_PASSWORD: "secret",
  REGISTERWAIT: "86400",
  RTP_PORT_LOW: "1024",
  RTP_PORT_RANGE: "40",
  PSTN_VM_NUM: "500",
  MSGNUM: "501",
  ENABLE_DIGIT_MAPPING: "1",
  DIGIT_MAPPING: "!900x.,<9:>[^2]xxx",
  DIALPLAN: "[2-8]xx|91xxxxxxxxxx",
  L2Q: "1",
};

const ofAudiocodes: Settings = {
  NTPServerUTCOffset: "-19800",
  NTPServerIP: "192.0.2.1",
  NTPSecondaryServerIP: "0.0.0.0",
  PremiumServiceClassMediaDiffServ: "46",
  PremiumServiceClassControlDiffServ: "0",
  SyslogServerIP: "192.0.2.7",
  EnableSyslog: "1",
  RegistrationTime: "10",
  ProxyIP: "sip.example.com:5061",
  SIPTransportType: "2",
  IsProxyUsed: "1",
  UserName: "201",
  Password: "secret",
  BaseUDPPort: "6000",
  DigitMapping: "11xS|[2-7]xxx|9011x.T",
  CallProgressTonesFilename: "usa.dat",
};

/** The draft has no value that its system does not take. */
function checkRight(given: readonly (readonly [name: string, value: string])[], to: Dialect): void {
  const file = to.file(given.map(([name, value]) => to.write.element(name, value)));
  const found = problemsOf(file, undefined, to).filter(({ code }) => code.startsWith("value/"));
  assert.deepEqual(
    found.filter(({ severity }) => severity === "error" || severity === "warning"),
    [],
  );
}

function* near(settings: Settings, from: Dialect, to: Dialect): Generator<string> {
  const words = (changed: Settings) => {
    const { settings: given, losses } = convert(
      new Map(Object.entries(changed)),
      from.conversion as Conversion,
      to.conversion as Conversion,
      (name, value) => valueFault(serviceOf(to), name, value),
    );
    checkRight(given, to);
    const lost = losses.map(
      ({ name, reason, suggestion }) => `${name}: ${reason}${suggestion ? ` → ${suggestion}` : ""}`,
    );
    return [...given.map(([name, value]) => `${name}=${value}`), ...lost].join("; ") || "nothing";
  };
  const seen = new Map<string, number>();
  let line = 1;
  yield `all: ${words(settings)}`;
  for (const [name, value] of Object.entries(settings)) {
    const { [name]: _, ...others } = settings;
    yield `without ${name}: ${sameAs(words(others), ++line, seen)}`;
    for (const text of new Set([value, ...filesNear(value, 9), ...variantsOf(value, maxVariants)])) {
      yield `${name} ${JSON.stringify(text)}: ${sameAs(words({ [name]: text }), ++line, seen)}`;
    }
  }
  const pairs = [
    { Daylight_Saving_Time_Rule: "start=3/-1/7/0:30;end=10/25/0/23:15;save=0:30" },
    { Daylight_Saving_Time_Rule: "start=3/25/7/2;end=11/1/7/2" },
    { Daylight_Saving_Time_Rule: "start=1/22/1/2;end=12/15/6/2:0:0;save=2" },
    { Daylight_Saving_Time_Enable: "no", Daylight_Saving_Time_Rule: "start=3/8/7/2;end=11/1/7/2;save=1" },
    { Proxy_1_: "[2001:db8::1]:5060", SIP_Transport_1_: "auto" },
    { Proxy_1_: "sip.example.com", SIP_Transport_1_: "UDP" },
    { Proxy_1_: "sip.example.com", SIP_Transport_1_: " tcp" },
    { Proxy_1_: "sip.example.com", SIP_Transport_1_: "TCP" },
    { Proxy_1_: "sip.example.com", SIP_Transport_1_: "tls" },
    { Proxy_1_: "sip.example.com", SIP_Transport_1_: "SCTP" },
    { SIP_Transport_1_: "TLS" },
    { RTP_Port_Min: "16384" },
    { RTP_Port_Min: "16384", RTP_Port_Max: "16384" },
    { DSTSTART: "LSunMar2L", DSTSTOP: "LSunOct3L" },
    { DSTSTART: "LSunMar1U", DSTSTOP: "LSunOct1U", GMTOFFSET: "+1:00" },
    { DSTSTART: "LSunMar1U", DSTSTOP: "LSunOct1U", GMTOFFSET: "-2:00" },
    { DSTSTART: "1Mar2L", DSTSTOP: "LOct2L", DSTOFFSET: "2" },
    { DSTSTOP: "LSunOct3L" },
    { RTP_PORT_LOW: "65530", RTP_PORT_RANGE: "40" },
    { DIGIT_MAPPING: "<9:>xx", ENABLE_DIGIT_MAPPING: "0", DIALPLAN: "2xx" },
    { MSGNUM: "501" },
    { NTPServerIP: "0.0.0.0", NTPSecondaryServerIP: "192.0.2.2" },
    { ProxyIP: "[2001:db8::1]:5060", SIPTransportType: "1" },
    { ProxyIP: "192.0.2.1", SIPTransportType: "3" },
    { ProxyIP: "0.0.0.0", SIPTransportType: "0" },
    { SIPTransportType: "1" },
    { VLAN_ID: "7", Dial_Tone: "350@-19,440@-19;10(*/0/1+2)" },
    { RTP_Port_Min: "5990", RTP_Port_Max: "6100" },
    { RTP_Port_Min: "5991", RTP_Port_Max: "6100" },
    { RTP_Port_Min: "64000", RTP_Port_Max: "65000" },
    { RTP_Port_Min: "64001", RTP_Port_Max: "65000" },
  ];
  for (const pair of pairs) yield `${JSON.stringify(pair)}: ${words(pair as unknown as Settings)}`;
}

for (const [name, settings, from, to] of [
  ["Cisco to Avaya", ofCisco, ciscoFlatProfile, avayaSettings],
  ["Avaya to Cisco", ofAvaya, avayaSettings, ciscoFlatProfile],
  ["Cisco to Cisco", ofCisco, ciscoFlatProfile, ciscoFlatProfile],
  ["Avaya to Avaya", ofAvaya, avayaSettings, avayaSettings],
  ["Cisco to AudioCodes", ofCisco, ciscoFlatProfile, audiocodesIni],
  ["Avaya to AudioCodes", ofAvaya, avayaSettings, audiocodesIni],
  ["AudioCodes to Cisco", ofAudiocodes, audiocodesIni, ciscoFlatProfile],
  ["AudioCodes to AudioCodes", ofAudiocodes, audiocodesIni, audiocodesIni],
] as const)
  test(`settings from ${name}, and near them (UPDATE_GOLDEN=1 writes the list)`, () =>
    checkGolden(`test/conversion/${name.toLowerCase().replaceAll(" ", "-")}.golden.txt`, [
      ...near(settings, from, to),
    ]));
