import * as l10n from "@vscode/l10n";
import type {
  Concepts,
  ConceptValues,
  Conversion,
  DaylightMoment,
  Given,
  Loss,
  SipServer,
} from "../../conversion/concepts";
import { Reading } from "../../conversion/reading";
import { serversOf } from "./values/controllers";
import { type DaylightDay, daylightDay, months, readDaylightDay, weekdays } from "./values/daylight";
import { dialPlanForm, digitMappingForm } from "./values/dialPlans";
import { gmtOffsetText, readGmtOffset } from "./values/gmtOffset";

/** Settings of these phones in terms of no system, and back. */
export const conversion: Conversion = {
  read(settings) {
    const reading = new Reading(settings);
    readTime(reading);
    reading.say("qos.audio", reading.number("DSCPAUD", 0, 63));
    reading.say("qos.signaling", reading.number("DSCPSIG", 0, 63));
    reading.say("vlan.voice", reading.number("L2QVLAN", 0, 4094));
    reading.say("sip.expires", reading.number("REGISTERWAIT", 30, 86_400));
    reading.say("syslog.server", reading.take("LOGSRVR"));
    reading.say("sip.user", reading.take("FORCE_SIP_USERNAME"));
    reading.say("voicemail.number", reading.take("PSTN_VM_NUM") ?? reading.take("MSGNUM"));
    reading.say("sip.servers", sipServers(reading));
    const first = reading.number("RTP_PORT_LOW", 1024, 65_535);
    const count = reading.number("RTP_PORT_RANGE", 1, 65_535);
    if (first !== undefined && count !== undefined)
      reading.say("rtp.ports", { first, last: Math.min(65_535, first + count) });
    else if ((first ?? count) !== undefined)
      reading.lose("RTP_PORT_LOW", l10n.t("Ports need both `RTP_PORT_LOW` and `RTP_PORT_RANGE`."));
    readPlans(reading);
    if (reading.take("FORCE_SIP_PASSWORD") !== undefined)
      reading.lose("FORCE_SIP_PASSWORD", l10n.t("Passwords are not converted. Copy the password by hand."));
    return reading.result;
  },
  write(values) {
    const settings: [string, string][] = [];
    const losses: Loss[] = [];
    const put = (name: string, value: string | number | undefined) => {
      if (value !== undefined) settings.push([name, String(value)]);
    };
    const zone = values["time.zone"];
    if (zone !== undefined && Math.abs(zone) > 12 * 60 + 59)
      losses.push({ name: "GMTOFFSET", reason: l10n.t("The offset is more than 12 hours.") });
    else put("GMTOFFSET", zone === undefined ? undefined : gmtOffsetText(zone));
    writeDaylight(values, put, losses);
    put("SNTPSRVR", values["time.servers"]?.join(","));
    put("DSCPAUD", values["qos.audio"]);
    put("DSCPSIG", values["qos.signaling"]);
    put("L2QVLAN", values["vlan.voice"]);
    put("LOGSRVR", values["syslog.server"]);
    put("SIP_CONTROLLER_LIST", values["sip.servers"]?.map(serverText).join(","));
    put("FORCE_SIP_USERNAME", values["sip.user"]);
    put("REGISTERWAIT", values["sip.expires"]);
    const ports = values["rtp.ports"];
    put("RTP_PORT_LOW", ports?.first);
    put("RTP_PORT_RANGE", ports && ports.last - ports.first);
    put("PSTN_VM_NUM", values["voicemail.number"]);
    if (values.tones) losses.push({ name: "tones", reason: l10n.t("Tones are built into these phones.") });
    const rules = values["dial.plan"] ?? [];
    if (rules.some(({ wait }) => wait !== undefined))
      losses.push({ name: "DIALPLAN", reason: l10n.t("Timers are left out.") });
    const plain = rules.filter(({ barred, changes }) => !barred && !changes);
    const mapped = rules.filter(({ barred, changes }) => barred || changes);
    if (mapped.length > 0) {
      put("ENABLE_DIGIT_MAPPING", 1);
      put("DIGIT_MAPPING", mapped.map(({ pattern, barred }) => (barred ? `!${pattern}` : pattern)).join(","));
    }
    if (plain.length > 0) put("DIALPLAN", plain.map(({ pattern }) => pattern).join("|"));
    return { settings, losses } satisfies Given;
  },
};

function readTime(reading: Reading): void {
  const zone = reading.take("GMTOFFSET");
  const minutes = zone === undefined ? undefined : readGmtOffset(zone);
  if (zone !== undefined && minutes === undefined)
    reading.lose("GMTOFFSET", l10n.t("`{0}` is not an offset from UTC.", zone));
  reading.say("time.zone", minutes);
  const servers = reading
    .take("SNTPSRVR")
    ?.split(",")
    .filter((host) => host !== "");
  if (servers && servers.length > 0) reading.say("time.servers", servers);
  const [start, end] = ["DSTSTART", "DSTSTOP"].map((name) => daylightMoment(name, reading));
  const hours = reading.number("DSTOFFSET", 0, 2);
  if (start && end) reading.say("time.daylight", { start, end, saveMinutes: (hours ?? 1) * 60 });
  else if (start || end)
    reading.lose(start ? "DSTSTART" : "DSTSTOP", l10n.t("A rule needs both `DSTSTART` and `DSTSTOP`."));
  else if (hours !== undefined) reading.lose("DSTOFFSET", l10n.t("A rule needs both `DSTSTART` and `DSTSTOP`."));
}

function daylightMoment(name: string, reading: Reading): DaylightMoment | undefined {
  const text = reading.take(name);
  if (text === undefined) return undefined;
  const day = readDaylightDay(text);
  if (day) return momentOf(day);
  const [problem] = daylightDay.check(text, undefined as never);
  const suggestion = problem?.fixes?.[0]?.edits[0]?.text;
  reading.lose(name, l10n.t("`{0}` is outside of the documented form.", text), suggestion);
  return undefined;
}

function momentOf({ ordinal, weekday, month, hour, isUtc }: DaylightDay): DaylightMoment {
  return {
    month,
    day:
      weekday === undefined
        ? { kind: "date", date: ordinal }
        : { kind: "weekday", weekday, ordinal: ordinal as 1 | 2 | 3 | 4 | "last" },
    minutes: hour * 60,
    isUtc,
  };
}

function writeDaylight(
  values: ConceptValues,
  put: (name: string, value: string | number) => void,
  losses: Loss[],
): void {
  const rule = values["time.daylight"];
  if (!rule) return;
  const [start, end] = [dayText(rule.start), dayText(rule.end)];
  const hours = rule.saveMinutes / 60;
  if (start === undefined || end === undefined || ![0, 1, 2].includes(hours)) {
    losses.push({
      name: "DSTSTART",
      reason: l10n.t("The rule needs whole hours from 0 to 9, and moves the clock by 0, 1 or 2 hours."),
    });
    return;
  }
  put("DSTSTART", start);
  put("DSTSTOP", end);
  put("DSTOFFSET", hours);
}

function dayText({ month, day, minutes, isUtc }: DaylightMoment): string | undefined {
  const hour = minutes / 60;
  if (!Number.isInteger(hour) || hour < 0 || hour > 9) return undefined;
  const first = day.kind === "date" ? day.date : day.ordinal;
  const weekday = day.kind === "weekday" ? weekdays[day.weekday] : "";
  return `${first === "last" ? "L" : first}${weekday}${months[month - 1]}${hour}${isUtc ? "U" : "L"}`;
}

function sipServers(reading: Reading): Concepts["sip.servers"] | undefined {
  const text = reading.take("SIP_CONTROLLER_LIST");
  if (text === undefined) return undefined;
  const servers = serversOf(text).flatMap(({ host, parameters }): SipServer[] => {
    const [, name = host.text, port] = /^(\[[^\]]*\]|[^:]*):(\d+)$/.exec(host.text) ?? [];
    const transport = parameters.find(({ key }) => key === "transport")?.value.text.toLowerCase() ?? "tls";
    const isKnown = transport === "tls" || transport === "tcp" || transport === "udp" || transport === "auto";
    if (!isKnown) reading.lose("SIP_CONTROLLER_LIST", l10n.t("Unknown transport `{0}`.", transport));
    return name === "" || !isKnown
      ? []
      : [{ host: name, port: port === undefined ? undefined : Number(port), transport }];
  });
  return servers.length > 0 ? servers : undefined;
}

function serverText({ host, port, transport }: SipServer): string {
  return `${host}${port === undefined ? "" : `:${port}`}${transport === "tls" ? "" : `;transport=${transport}`}`;
}

function readPlans(reading: Reading): void {
  const mapped = reading.plan("DIGIT_MAPPING", digitMappingForm);
  const state = reading.take("ENABLE_DIGIT_MAPPING");
  if (mapped.length > 0 && state !== "1")
    reading.lose("DIGIT_MAPPING", l10n.t("The phone applies it only with `ENABLE_DIGIT_MAPPING 1`."));
  const rules = [...mapped, ...reading.plan("DIALPLAN", dialPlanForm)];
  if (rules.length > 0) reading.say("dial.plan", rules);
}
