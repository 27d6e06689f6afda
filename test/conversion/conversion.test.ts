import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { Conversion } from "../../server/src/conversion/concepts";
import { convert } from "../../server/src/conversion/convert";
import { avayaSettings } from "../../server/src/dialects/avaya/index";
import { ciscoFlatProfile } from "../../server/src/dialects/cisco-flat-profile/index";
import { pools, problemsOf } from "../support/problems";

const avaya = avayaSettings.conversion as Conversion;
const cisco = ciscoFlatProfile.conversion as Conversion;

type Settings = Readonly<Record<string, string>>;

function converted(settings: Settings, from: Conversion, to: Conversion): { settings: Settings; lost: string[] } {
  const given = convert(new Map(Object.entries(settings)), from, to);
  return { settings: Object.fromEntries(given.settings), lost: given.losses.map(({ name }) => name) };
}

const toCisco = (settings: Settings) => converted(settings, avaya, cisco);
const toAvaya = (settings: Settings) => converted(settings, cisco, avaya);

test("days of daylight saving time", () => {
  const rule = (start: string, end: string) =>
    toCisco({ DSTSTART: start, DSTSTOP: end, DSTOFFSET: "1" }).settings.Daylight_Saving_Time_Rule;
  assert.equal(rule("2SunMar2L", "1SunNov2L"), "start=3/8/7/2:0:0;end=11/1/7/2:0:0;save=1");
  assert.equal(rule("LSunMar2L", "LSunOct3L"), "start=3/-1/7/2:0:0;end=10/-1/7/3:0:0;save=1");
  assert.equal(rule("4MonMar2L", "25Oct3L"), "start=3/22/1/2:0:0;end=10/25/0/3:0:0;save=1");
  const odd = convert(new Map([["DSTSTART", "5SunMar2L"]]), avaya, cisco);
  assert.deepEqual(odd.settings, []);
  assert.deepEqual(odd.losses[0]?.suggestion, "LSunMar2L");
  assert.deepEqual(toCisco({ DSTSTART: "2SunMar2L" }), { settings: {}, lost: ["DSTSTART"] });
});

test("hours in UTC become local time where the zone is known", () => {
  const utc = { DSTSTART: "LSunMar1U", DSTSTOP: "LSunOct1U" };
  assert.equal(
    toCisco({ ...utc, GMTOFFSET: "+1:00" }).settings.Daylight_Saving_Time_Rule,
    "start=3/-1/7/2:0:0;end=10/-1/7/3:0:0;save=1",
  );
  assert.deepEqual(toCisco(utc), { settings: {}, lost: ["Daylight_Saving_Time_Rule"] });
});

test("rules that the other system cannot say are lost", () => {
  const from = (rule: string) => toAvaya({ Daylight_Saving_Time_Rule: rule });
  assert.deepEqual(from("start=3/8/7/2:0:0;end=11/1/7/2:0:0;save=1").settings, {
    DSTSTART: "2SunMar2L",
    DSTSTOP: "1SunNov2L",
    DSTOFFSET: "1",
  });
  for (const rule of [
    "start=3/25/7/2;end=11/1/7/2;save=1",
    "start=3/8/7/2:30;end=11/1/7/2;save=1",
    "start=3/8/7/12;end=11/1/7/2;save=1",
    "start=3/8/7/2;end=11/1/7/2;save=0:30",
    "start=3/8/7/2",
  ])
    assert.deepEqual(Object.keys(from(rule).settings), [], rule);
});

test("numbers, zones and servers", () => {
  assert.deepEqual(
    toCisco({
      DSCPAUD: "46",
      DSCPSIG: "26",
      GMTOFFSET: "-5:00",
      L2QVLAN: "120",
      SNTPSRVR: "10.0.0.5,10.0.0.6,10.0.0.7",
    }),
    {
      settings: {
        Time_Zone: "GMT-05:00",
        Primary_NTP_Server: "10.0.0.5",
        Secondary_NTP_Server: "10.0.0.6",
        RTP_TOS_DiffServ_Value_1_: "0xb8",
        SIP_TOS_DiffServ_Value_1_: "0x68",
        VLAN_ID: "120",
      },
      lost: ["Secondary_NTP_Server"],
    },
  );
  assert.deepEqual(toAvaya({ RTP_TOS_DiffServ_Value_1_: "0xb8", Time_Zone: "GMT+05:30" }).settings, {
    GMTOFFSET: "+5:30",
    DSCPAUD: "46",
  });
  assert.deepEqual(toAvaya({ RTP_TOS_DiffServ_Value_1_: "0xb9" }), {
    settings: { DSCPAUD: "46" },
    lost: ["RTP_TOS_DiffServ_Value_1_"],
  });
  assert.deepEqual(
    toCisco({ SIP_CONTROLLER_LIST: "a.example.com:5060;transport=udp,b.example.com", FORCE_SIP_USERNAME: "200" }),
    {
      settings: { Proxy_1_: "a.example.com:5060", SIP_Transport_1_: "UDP", User_ID_1_: "200" },
      lost: ["Proxy_1_"],
    },
  );
  assert.equal(toCisco({ SIP_CONTROLLER_LIST: "a.example.com" }).settings.SIP_Transport_1_, "TLS");
  assert.deepEqual(toCisco({ RTP_PORT_LOW: "5004", RTP_PORT_RANGE: "40" }).settings, {
    RTP_Port_Min: "5004",
    RTP_Port_Max: "5044",
  });
});

test("dial plans", () => {
  const plan = (settings: Settings) => toCisco(settings).settings.Dial_Plan_1_;
  assert.equal(plan({ DIALPLAN: "[23]xxxx|91xxxxxxxxxx" }), "([23]xxxx|91xxxxxxxxxx)");
  assert.equal(
    plan({ DIGIT_MAPPING: "!900x.,<9:>[^2]xxx", ENABLE_DIGIT_MAPPING: "1", DIALPLAN: "2xx" }),
    "(900x.!|<9:>[013-9]xxx|2xx)",
  );
  assert.deepEqual(toCisco({ DIGIT_MAPPING: "<9:>xx" }).lost, ["DIGIT_MAPPING"]);
  assert.deepEqual(toCisco({ DIALPLAN: "(2xx" }), { settings: {}, lost: ["DIALPLAN"] });
  assert.deepEqual(toAvaya({ Dial_Plan_1_: "(900x.!|<9:>xxxx|[2-8]xxS0|0,xx.)" }), {
    settings: { ENABLE_DIGIT_MAPPING: "1", DIGIT_MAPPING: "!900x.,<9:>xxxx", DIALPLAN: "[2-8]xx|0xx." },
    lost: ["Dial_Plan_1_", "Dial_Plan_1_"],
  });
});

test("passwords and unknown settings are left out, and said so", () => {
  assert.deepEqual(toCisco({ FORCE_SIP_PASSWORD: "27238", L2Q: "1" }), {
    settings: {},
    lost: ["FORCE_SIP_PASSWORD", "L2Q"],
  });
  const text = JSON.stringify(convert(new Map([["FORCE_SIP_PASSWORD", "27238"]]), avaya, cisco));
  assert.ok(!text.includes("27238"));
});

const day = fc
  .tuple(
    fc.constantFrom("1", "2", "3", "4", "L"),
    fc.constantFrom("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"),
    fc.constantFrom("Jan", "Mar", "Apr", "Oct", "Nov"),
    fc.integer({ min: 0, max: 9 }),
  )
  .map(([ordinal, weekday, month, hour]) => `${ordinal}${weekday}${month}${hour}L`);

test("what both systems can say comes back as it was, and is right for each", () => {
  fc.assert(
    fc.property(
      day,
      day,
      fc.integer({ min: 0, max: 63 }),
      fc.integer({ min: -48, max: 48 }),
      fc.array(fc.stringMatching(/^[2-9][0-9x]{2,6}$/), { minLength: 1, maxLength: 4 }),
      (start, end, dscp, quarters, rules) => {
        const minutes = Math.abs(quarters) * 15;
        const sign = quarters < 0 ? "-" : quarters > 0 ? "+" : "";
        const settings = {
          GMTOFFSET: `${sign}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`,
          DSTSTART: start,
          DSTSTOP: end,
          DSTOFFSET: "1",
          DSCPAUD: String(dscp),
          DIALPLAN: [...new Set(rules)].join("|"),
        };
        const there = toCisco(settings);
        assert.deepEqual(there.lost, []);
        assert.deepEqual(toAvaya(there.settings), { settings, lost: [] });
      },
    ),
    { numRuns: 200 },
  );
});

test("a draft has no errors in the other system", () => {
  const draft = toAvaya({
    Time_Zone: "GMT+01:00",
    Daylight_Saving_Time_Rule: "start=3/-1/7/2;end=10/-1/7/3;save=1",
    Proxy_1_: "sip.example.com:5061",
    SIP_Transport_1_: "TLS",
    Dial_Plan_1_: "(<9:>xxxx|2xx)",
    VLAN_ID: "120",
  });
  const { write } = avayaSettings;
  const file = avayaSettings.file(Object.entries(draft.settings).map(([name, value]) => write.element(name, value)));
  assert.ok(pools.of(avayaSettings).catalogue.has("DIGIT_MAPPING"));
  assert.deepEqual(
    problemsOf(file, undefined, avayaSettings).filter(({ severity }) => severity === "error" || severity === "warning"),
    [],
  );
});
