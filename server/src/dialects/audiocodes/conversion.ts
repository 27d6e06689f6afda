import * as l10n from "@vscode/l10n";
import type { Conversion, Given, Loss, SipServer } from "../../conversion/concepts";
import { Reading } from "../../conversion/reading";
import { isRelease, releaseOf } from "./release";
import { tonesFile } from "./tones/fromScript";
import { tonesOf } from "./tones/tone";
import { digitMapForm } from "./values/digitMap";

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
    reading.say("syslog.server", known(reading.take("SyslogServerIP")));
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
    if (tones.length === 0) return undefined;
    return { values: { tones }, used: new Set(), losses: [] };
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
    if (plain.length > 0)
      put("DigitMapping", plain.map(({ pattern, wait }) => `${pattern}${wait === undefined ? "" : "S"}`).join("|"));
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

function proxies(reading: Reading): readonly SipServer[] | undefined {
  const text = known(reading.take("ProxyIP"));
  const type = reading.take("SIPTransportType");
  reading.take("IsProxyUsed");
  reading.take("EnableSyslog");
  if (text === undefined) return undefined;
  const [, host = text, port] = /^(\[[^\]]*\]|[^:]*):(\d+)$/.exec(text) ?? [];
  const transport = transports[Number(type ?? 0)] ?? "udp";
  return [{ host, port: port === undefined ? undefined : Number(port), transport }];
}
