import * as l10n from "@vscode/l10n";
import type { Concepts, Conversion, Given, Loss, PlanRule, SipServer } from "../../conversion/concepts";
import { Reading } from "../../conversion/reading";
import type { ProfileDocument } from "../../profile/profileDocument";
import { rowsOf } from "./read";
import { isRelease, releaseOf } from "./release";
import { tonesFile } from "./tones/fromScript";
import { toneSections, tonesOf } from "./tones/tone";
import { digitMapForm, maxPatterns } from "./values/digitMap";
import { withRanges } from "./values/digitMapRanges";

/** Numbers of `SIPTransportType`. */
const transports = ["udp", "tcp", "tls"] as const;

/** Ports that a channel takes from `BaseUDPPort` on, and channels of the largest MP-11x. */
const portsPerChannel = 10;
const channels = 24;

/** Settings of these devices in terms of no system, and back. */
export const conversion: Conversion = {
  read(settings, { firmware } = {}) {
    const reading = new Reading(settings);
    const seconds = reading.take("NTPServerUTCOffset");
    if (seconds !== undefined) {
      const minutes = /^-?\d{1,5}$/.test(seconds) ? Number(seconds) / 60 : Number.NaN;
      if (Number.isInteger(minutes)) reading.say("time.zone", minutes);
      else reading.lose("NTPServerUTCOffset", l10n.t("`{0}` is not whole minutes.", seconds));
    }
    const servers = ["NTPServerIP", "NTPSecondaryServerIP"].flatMap((name) => known(reading.take(name)) ?? []);
    if (servers.length > 0) reading.say("time.servers", servers);
    reading.say("qos.audio", reading.number("PremiumServiceClassMediaDiffServ", 0, 63));
    reading.say("qos.signaling", reading.number("PremiumServiceClassControlDiffServ", 0, 63));
    reading.say("syslog.server", unlessOff("EnableSyslog", "SyslogServerIP", reading));
    reading.say("sip.expires", reading.number("RegistrationTime", 10, 2_000_000));
    reading.say("sip.servers", proxies(reading));
    reading.say("sip.user", reading.take("UserName"));
    if (reading.take("Password") !== undefined)
      reading.lose("Password", l10n.t("Passwords are not converted. Copy the password by hand."));
    const first = reading.number("BaseUDPPort", 6000, 64_000);
    if (first !== undefined) reading.say("rtp.ports", { first, last: first + portsPerChannel * channels - 1 });
    const release = releaseOf(firmware);
    const winsAtOnce = release !== undefined && !isRelease(firmware, 6, 40);
    const rules = reading.plan("DigitMapping", winsAtOnce ? { ...digitMapForm, bareWait: 0 } : digitMapForm);
    if (rules.some(({ wait }) => wait !== undefined) && release === undefined)
      reading.lose(
        "DigitMapping",
        l10n.t("`S` is taken as a wait of two seconds, as from 6.4 on. In 6.0 it makes its pattern win at once."),
      );
    if (rules.length > 0) reading.say("dial.plan", rules);
    return reading.result;
  },
  readFile(document) {
    const tones = tonesOf(document);
    const servers = repeatedProxies(document);
    const losses = tablesIn(document).map(
      (name): Loss => ({ name, reason: l10n.t("Rows of tables are not converted.") }),
    );
    for (const { kind, name } of toneSections(document))
      if (kind === "ring") losses.push({ name, reason: l10n.t("The other system has no known counterpart.") });
    const values = { ...(tones.length > 0 && { tones }), ...(servers && { "sip.servers": servers }) };
    return { values, used: new Set(), losses };
  },
  write(values) {
    const settings: (readonly [string, string])[] = [];
    const losses: Loss[] = [];
    const put = (name: string, value: string | number | undefined) => {
      if (value !== undefined) settings.push([name, String(value)]);
    };
    const zone = values["time.zone"];
    put("NTPServerUTCOffset", zone === undefined ? undefined : zone * 60);
    const [primary, secondary] = values["time.servers"] ?? [];
    put("NTPServerIP", primary);
    put("NTPSecondaryServerIP", secondary);
    put("PremiumServiceClassMediaDiffServ", values["qos.audio"]);
    put("PremiumServiceClassControlDiffServ", values["qos.signaling"]);
    const syslog = values["syslog.server"];
    if (syslog !== undefined) put("EnableSyslog", 1);
    put("SyslogServerIP", syslog);
    const hosts = values["sip.servers"] ?? [];
    if (hosts.length > 0) put("IsProxyUsed", 1);
    for (const { host, port } of hosts) put("ProxyIP", port === undefined ? host : `${host}:${port}`);
    const transport = hosts[0]?.transport;
    if (transport !== undefined && transport !== "auto") put("SIPTransportType", transports.indexOf(transport));
    put("UserName", values["sip.user"]);
    put("RegistrationTime", values["sip.expires"]);
    const ports = values["rtp.ports"];
    if (ports) {
      const base = Math.ceil(ports.first / portsPerChannel) * portsPerChannel;
      if (base < 6000 || base > 64_000)
        losses.push({ name: "BaseUDPPort", reason: l10n.t("It is not a number from {0} to {1}.", 6000, 64_000) });
      else put("BaseUDPPort", base);
      if (base !== ports.first)
        losses.push({ name: "BaseUDPPort", reason: l10n.t("The first port becomes a multiple of 10.") });
    }
    for (const [id, reason] of unsaid) if (values[id] !== undefined) losses.push({ name: id, reason: reason() });
    const rules = values["dial.plan"] ?? [];
    const plain = rules.filter(({ barred, changes }) => !barred && !changes);
    if (plain.length < rules.length)
      losses.push({ name: "DigitMapping", reason: l10n.t("A digit map neither bars nor changes numbers.") });
    const map = plain.flatMap((rule) => digitMapOf(rule, losses));
    if (map.length > 0) put("DigitMapping", map.join("|"));
    const written = tonesFile(values.tones ?? []);
    return { settings: [...settings, ...written.settings], losses: [...losses, ...written.losses] } satisfies Given;
  },
};

/** What these devices have in another way. */
const unsaid = [
  ["time.daylight", () => l10n.t("Daylight saving time has another form on these devices.")],
  ["vlan.voice", () => l10n.t("VLANs are rows of the table `InterfaceTable` on these devices.")],
  ["voicemail.number", () => l10n.t("The other system has no known counterpart.")],
] as const;

/** `0.0.0.0` says that there is none. */
function known(host: string | undefined): string | undefined {
  return host === "0.0.0.0" ? undefined : host;
}

/** A host that counts while its switch is on, which it is where a file does not say. */
function unlessOff(name: string, host: string, reading: Reading): string | undefined {
  const isSet = reading.settings.has(host);
  // Alone it says nothing that another system has.
  const isOff = isSet && reading.take(name) === "0";
  const text = known(reading.take(host));
  if (text === undefined || !isOff) return text;
  reading.lose(host, l10n.t("It is not in use: `{0}` is 0.", name));
  return undefined;
}

function proxies(reading: Reading): readonly SipServer[] | undefined {
  const text = unlessOff("IsProxyUsed", "ProxyIP", reading);
  return text === undefined ? undefined : [proxyOf(text, reading.number("SIPTransportType", 0, 2))];
}

function proxyOf(text: string, type = 0): SipServer {
  const [, host = text, port] = /^(\[[^\]]*\]|[^:]*):(\d+)$/.exec(text) ?? [];
  const transport = transports[type] ?? "udp";
  return { host, port: port === undefined ? undefined : Number(port), transport };
}

/** `ProxyIP` repeats for redundant proxies, of which the first is the main one; undefined where it does not. */
function repeatedProxies({ profiles: [profile] }: ProfileDocument): Concepts["sip.servers"] | undefined {
  if (!profile || profile.text("IsProxyUsed") === "0") return undefined;
  const all = profile.all("ProxyIP").filter(({ templated, text }) => !templated && text !== "" && known(text));
  if (all.length < 2) return undefined;
  return all.map(({ text }) => proxyOf(text, Number(profile.text("SIPTransportType") ?? 0)));
}

/** The tables that have rows. */
function tablesIn({ segments }: ProfileDocument): readonly string[] {
  return [...new Set(segments.flatMap((segment) => rowsOf(segment).map(({ table }) => table)))];
}

function digitMapOf({ pattern, wait }: PlanRule, losses: Loss[]): readonly string[] {
  const patterns = withRanges(pattern);
  if (patterns === undefined)
    losses.push({
      name: "DigitMapping",
      reason: l10n.t(
        "`{0}` is left out: its classes are not ranges, and it comes to more than {1} patterns or repeats one of them.",
        pattern,
        maxPatterns,
      ),
    });
  return (patterns ?? []).map((each) => (wait === undefined || each.endsWith("T") ? each : `${each}S`));
}
