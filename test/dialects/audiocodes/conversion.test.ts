import assert from "node:assert/strict";
import test from "node:test";
import type { Conversion } from "../../../server/src/conversion/concepts";
import { convert } from "../../../server/src/conversion/convert";
import { audiocodesIni } from "../../../server/src/dialects/audiocodes/index";
import { ciscoFlatProfile } from "../../../server/src/dialects/cisco-flat-profile/index";
import { withSite } from "../../support/commandLine";
import { pools } from "../../support/problems";

const audiocodes = audiocodesIni.conversion as Conversion;
const cisco = ciscoFlatProfile.conversion as Conversion;

function converted(settings: Readonly<Record<string, string>>, from: Conversion, to: Conversion, text?: string) {
  const document = text === undefined ? undefined : audiocodesIni.read(text, pools.of(audiocodesIni).catalogue);
  const given = convert(new Map(Object.entries(settings)), from, to, undefined, { document });
  return { settings: Object.fromEntries(given.settings), lost: given.losses.map(({ name }) => name) };
}

const digitMap = (plan: string) =>
  converted({ Dial_Plan_1_: plan }, cisco, audiocodes).settings.DigitMapping ?? "nothing";

test("digit maps have ranges for classes, and wait for the end of a number without one", () => {
  for (const [plan, map] of [
    ["(9011x.|x.)", "9011x.T|x.T"],
    ["([2-7]xxx|*xx)", "[2-7]xxx|*xx"],
    ["([234]xx)", "[2-4]xx"],
    ["([0-9]xx)", "[0-9]xx"],
    ["([5]xx)", "5xx"],
    ["([2479]xx)", "2xx|4xx|7xx|9xx"],
    ["([1-35]x[68])", "[1-3]x6|[1-3]x8|5x6|5x8"],
    ["([*#]9x)", "*9x|#9x"],
    ["(1[23].)", "1[2-3].T"],
    ["(1[24].|2xx)", "2xx"],
  ])
    assert.equal(digitMap(plan as string), map, plan);
  assert.deepEqual(converted({ Dial_Plan_1_: "(1[24].|2xx)" }, cisco, audiocodes).lost, ["DigitMapping"]);
});

test("digit maps come back as they were", () => {
  for (const map of ["11x|[1-7]xxx|9011x.T", "[2-4]x.T|*xx", "x.T"]) {
    const plan = converted({ DigitMapping: map }, audiocodes, cisco).settings.Dial_Plan_1_ as string;
    assert.equal(digitMap(plan), map);
  }
});

test("settings that switch others are not left out in silence", () => {
  const lost = (settings: Readonly<Record<string, string>>) => converted(settings, audiocodes, cisco);
  for (const alone of [{ SIPTransportType: "2" }, { IsProxyUsed: "1" }, { EnableSyslog: "1" }])
    assert.deepEqual(lost(alone), { settings: {}, lost: Object.keys(alone) });
  assert.deepEqual(lost({ EnableSyslog: "0", SyslogServerIP: "192.0.2.9" }), {
    settings: {},
    lost: ["SyslogServerIP"],
  });
  assert.deepEqual(lost({ IsProxyUsed: "0", ProxyIP: "192.0.2.9", SIPTransportType: "0" }), {
    settings: {},
    lost: ["ProxyIP", "SIPTransportType"],
  });
  assert.deepEqual(lost({ IsProxyUsed: "1", ProxyIP: "192.0.2.9", SIPTransportType: "1" }), {
    settings: { Proxy_1_: "192.0.2.9", SIP_Transport_1_: "TCP" },
    lost: [],
  });
  assert.deepEqual(lost({ ProxyIP: "192.0.2.9", SIPTransportType: "3" }).lost, ["SIPTransportType"]);
});

const table = `[ ProxyIp ]
FORMAT ProxyIp_Index = ProxyIp_IpAddress, ProxyIp_ProxySetId;
ProxyIp 0 = 192.0.2.1, 0;
ProxyIp 1 = 192.0.2.2, 0;
[ \\ProxyIp ]
`;

test("rows of tables and repeated proxies of a file are said", () =>
  withSite({ "mp118.ini": `${table}ProxyIP = 192.0.2.3\nProxyIP = 192.0.2.4\nFooBar = 1\n` }, async (site) => {
    const run = await site.run(["convert", "mp118.ini", "--to", "cisco-flat-profile"]);
    assert.match(run.out, /<Proxy_1_>192\.0\.2\.3</);
    assert.match(run.err, /^ProxyIp: Rows of tables are not converted\.$/m);
    assert.match(run.err, /^Proxy_1_: No place is left for `192\.0\.2\.4`\.$/m);
    assert.match(run.err, /^FooBar: /m);
  }));

test("ringing patterns of a file of tones are said", () => {
  const text = "[CALL PROGRESS TONE #0]\nTone Type=1\n[Ringing Pattern #0]\nRing Type=0\nFreq [Hz]=25\n";
  assert.ok(converted({}, audiocodes, cisco, text).lost.includes("Ringing Pattern #0"));
});
