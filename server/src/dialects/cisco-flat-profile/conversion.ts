import * as l10n from "@vscode/l10n";
import type { Conversion, DaylightMoment, Given, Loss } from "../../conversion/concepts";
import { Reading } from "../../conversion/reading";
import type { FileTone, ToneUse } from "../../conversion/tones";
import { parenthesized } from "../../values/dialPlan/form";
import { readDaylightRule, type When } from "./values/daylightSaving";

/** Bits of a TOS byte below the code point. */
const tosFactor = 4;

/** Settings of the phone and of its first line in terms of no system, and back. */
export const conversion: Conversion = {
  read(settings) {
    const reading = new Reading(settings);
    const zone = reading.take("Time_Zone");
    const minutes = zone === undefined ? undefined : zoneMinutes(zone);
    if (zone !== undefined && minutes === undefined)
      reading.lose("Time_Zone", l10n.t("`{0}` is not an offset from GMT.", zone));
    reading.say("time.zone", minutes);
    readDaylight(reading);
    const servers = ["Primary_NTP_Server", "Secondary_NTP_Server"].flatMap((name) => reading.take(name) ?? []);
    if (servers.length > 0) reading.say("time.servers", servers);
    reading.say("qos.audio", codePoint("RTP_TOS_DiffServ_Value_1_", reading));
    reading.say("qos.signaling", codePoint("SIP_TOS_DiffServ_Value_1_", reading));
    reading.say("vlan.voice", reading.number("VLAN_ID", 0, 4095));
    reading.say("syslog.server", reading.take("Syslog_Server"));
    readProxy(reading);
    reading.say("sip.user", reading.take("User_ID_1_"));
    reading.say("sip.expires", reading.number("Register_Expires_1_", 0, 1e9));
    const [first, last] = ["RTP_Port_Min", "RTP_Port_Max"].map((name) => reading.number(name, 0, 65_535));
    if (first !== undefined && last !== undefined) reading.say("rtp.ports", { first, last });
    reading.say("voicemail.number", reading.take("Voice_Mail_Number"));
    const tones = toneNames.flatMap(([use, name]): FileTone[] => {
      const script = reading.take(name);
      return script === undefined ? [] : [{ name, use, script, losses: [] }];
    });
    if (tones.length > 0) reading.say("tones", tones);
    const rules = reading.plan("Dial_Plan_1_", parenthesized);
    if (rules.length > 0) reading.say("dial.plan", rules);
    if (reading.take("Password_1_") !== undefined)
      reading.lose("Password_1_", l10n.t("Passwords are not converted. Copy the password by hand."));
    return reading.result;
  },
  write(values) {
    const settings: [string, string][] = [];
    const losses: Loss[] = [];
    const put = (name: string, value: string | number | undefined) => {
      if (value !== undefined) settings.push([name, String(value)]);
    };
    const zone = values["time.zone"];
    put("Time_Zone", zone === undefined ? undefined : zoneText(zone));
    const rule = values["time.daylight"];
    if (rule) {
      const [start, end] = [localTime(rule.start, zone, 0), localTime(rule.end, zone, rule.saveMinutes)].map(
        (moment) => moment && whenText(moment),
      );
      if (start === undefined || end === undefined)
        losses.push({
          name: "Daylight_Saving_Time_Rule",
          reason: l10n.t("The day in local time is unknown."),
        });
      else {
        put("Daylight_Saving_Time_Enable", "Yes");
        put("Daylight_Saving_Time_Rule", `start=${start};end=${end};save=${saveText(rule.saveMinutes)}`);
      }
    }
    const [primary, secondary, ...others] = values["time.servers"] ?? [];
    put("Primary_NTP_Server", primary);
    put("Secondary_NTP_Server", secondary);
    for (const other of others)
      losses.push({ name: "Secondary_NTP_Server", reason: l10n.t("No place is left for `{0}`.", other) });
    put("RTP_TOS_DiffServ_Value_1_", tosText(values["qos.audio"]));
    put("SIP_TOS_DiffServ_Value_1_", tosText(values["qos.signaling"]));
    put("VLAN_ID", values["vlan.voice"]);
    put("Syslog_Server", values["syslog.server"]);
    const [server, ...more] = values["sip.servers"] ?? [];
    if (server) {
      put("Proxy_1_", `${server.host}${server.port === undefined ? "" : `:${server.port}`}`);
      put("SIP_Transport_1_", server.transport.toUpperCase());
    }
    for (const { host } of more) losses.push({ name: "Proxy_1_", reason: l10n.t("No place is left for `{0}`.", host) });
    put("User_ID_1_", values["sip.user"]);
    put("Register_Expires_1_", values["sip.expires"]);
    put("RTP_Port_Min", values["rtp.ports"]?.first);
    put("RTP_Port_Max", values["rtp.ports"]?.last);
    put("Voice_Mail_Number", values["voicemail.number"]);
    const rules = values["dial.plan"];
    if (rules)
      put(
        "Dial_Plan_1_",
        `(${rules.map(({ pattern, barred, wait }) => `${pattern}${barred ? "!" : ""}${wait === undefined ? "" : `S${wait}`}`).join("|")})`,
      );
    writeTones(values.tones ?? [], put, losses);
    return { settings, losses } satisfies Given;
  },
};

/** The parameters of tones that other systems have too. */
const toneNames: readonly (readonly [ToneUse, string])[] = [
  ["dial", "Dial_Tone"],
  ["ringing", "Ring_Back_Tone"],
  ["busy", "Busy_Tone"],
  ["reorder", "Reorder_Tone"],
  ["information", "SIT1_Tone"],
  ["confirmation", "Confirm_Tone"],
  ["call-waiting", "Call_Waiting_Tone"],
  ["stutter-dial", "MWI_Dial_Tone"],
  ["off-hook-warning", "Off_Hook_Warning_Tone"],
  ["hold", "Holding_Tone"],
];

/** The parameter for a use; undefined where these phones have none. */
export function toneParameter(use: ToneUse | undefined): string | undefined {
  return toneNames.find(([each]) => each === use)?.[1];
}

/** The first tone for each use; without one for reorder, a tone for congestion is taken. */
function writeTones(tones: readonly FileTone[], put: (name: string, value: string) => void, losses: Loss[]): void {
  const hasReorder = tones.some(({ use }) => use === "reorder");
  const done = new Set<string>();
  for (const { name, use, script, losses: lost } of tones) {
    const instead = use === "congestion" && !hasReorder;
    const parameter = toneParameter(instead ? "reorder" : use);
    losses.push(...lost.map((reason) => ({ name, reason })));
    if (script === undefined) continue;
    if (parameter === undefined)
      losses.push({ name, reason: l10n.t("No parameter of these phones is for this tone.") });
    else if (done.has(parameter))
      losses.push({ name, reason: l10n.t("`{0}` is already given by an earlier tone.", parameter) });
    else {
      if (instead) losses.push({ name, reason: l10n.t("The tone for congestion becomes `{0}`.", parameter) });
      done.add(parameter);
      put(parameter, script);
    }
  }
}

function codePoint(name: string, reading: Reading): number | undefined {
  const byte = reading.number(name, 0, 255);
  if (byte === undefined) return undefined;
  if (byte % tosFactor !== 0) reading.lose(name, l10n.t("The two lowest bits of `{0}` are left out.", byte));
  return Math.floor(byte / tosFactor);
}

function tosText(value: number | undefined): string | undefined {
  return value === undefined ? undefined : `0x${(value * tosFactor).toString(16).padStart(2, "0")}`;
}

/** `GMT-05:00` */
function zoneMinutes(text: string): number | undefined {
  const match = /^GMT(?:([+-])(\d{1,2}):(\d{2}))?$/.exec(text);
  if (!match) return undefined;
  const size = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
  return match[1] === "-" && size > 0 ? -size : size;
}

function zoneText(minutes: number): string {
  if (minutes === 0) return "GMT";
  const size = Math.abs(minutes);
  const pad = (n: number) => String(n).padStart(2, "0");
  return `GMT${minutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

function readDaylight(reading: Reading): void {
  const isOff = /^no$/i.test(reading.take("Daylight_Saving_Time_Enable") ?? "");
  const text = reading.take("Daylight_Saving_Time_Rule");
  if (text === undefined || isOff) return;
  const { start, end, saveSeconds = 3600, problems } = readDaylightRule(text);
  const [fault] = problems;
  const moments = [start, end].map((when) => when && momentOf(when));
  const [from, to] = moments;
  if (fault || !from || !to)
    reading.lose(
      "Daylight_Saving_Time_Rule",
      fault?.message ?? l10n.t("The day is not the first to fourth or the last weekday of a month."),
    );
  else reading.say("time.daylight", { start: from, end: to, saveMinutes: Math.round(saveSeconds / 60) });
}

/** Days 1, 8, 15 and 22 are the first to the fourth weekday; -1 is the last one. */
function momentOf({ month, day, weekday, time }: When): DaylightMoment | undefined {
  const common = { month, minutes: Math.round(time / 60), isUtc: false };
  if (weekday === 0) return { ...common, day: { kind: "date", date: day } };
  const ordinal = day === -1 ? "last" : (day - 1) / 7 + 1;
  if (ordinal !== "last" && ordinal !== 1 && ordinal !== 2 && ordinal !== 3 && ordinal !== 4) return undefined;
  return { ...common, day: { kind: "weekday", weekday: weekday % 7, ordinal } };
}

/** These phones know local time alone; `saved` is how far their clock is ahead before the moment. */
function localTime(moment: DaylightMoment, zone: number | undefined, saved: number): DaylightMoment | undefined {
  if (!moment.isUtc) return moment;
  const minutes = zone === undefined ? Number.NaN : moment.minutes + zone + saved;
  return minutes >= 0 && minutes < 24 * 60 ? { ...moment, minutes, isUtc: false } : undefined;
}

function whenText({ month, day, minutes }: DaylightMoment): string | undefined {
  const time = `${Math.floor(minutes / 60)}:${minutes % 60}:0`;
  if (day.kind === "weekday")
    return `${month}/${day.ordinal === "last" ? -1 : (day.ordinal - 1) * 7 + 1}/${day.weekday === 0 ? 7 : day.weekday}/${time}`;
  return day.date === "last" ? undefined : `${month}/${day.date}/0/${time}`;
}

function saveText(minutes: number): string {
  return minutes % 60 === 0 ? String(minutes / 60) : `${Math.floor(minutes / 60)}:${minutes % 60}`;
}

function readProxy(reading: Reading): void {
  const proxy = reading.take("Proxy_1_");
  const word = (reading.take("SIP_Transport_1_") ?? "udp").toLowerCase();
  if (proxy === undefined) return;
  const match = /^([^\s:;,|]+|\[[^\]]+\])(?::(\d{1,5}))?$/.exec(proxy);
  const transport = word === "tls" || word === "tcp" || word === "udp" || word === "auto" ? word : undefined;
  if (!match || !transport) {
    reading.lose("Proxy_1_", l10n.t("It is more than a host and a port."));
    return;
  }
  const [, host = "", port] = match;
  reading.say("sip.servers", [{ host, port: port === undefined ? undefined : Number(port), transport }]);
}
