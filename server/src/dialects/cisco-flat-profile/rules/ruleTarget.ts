import type { Device } from "../../../devices/device";
import type { RuleKind } from "../../../preview/report";
import { MappedText } from "../../../text/mappedText";
import { macroValues, type ReadParameter } from "../devices/macroValues";
import { expandMacros, findMacros } from "./macro";
import { readRuleUrl } from "./ruleUrl";

// From where a chosen alternative fetches, with what the phone adds: specification sections 5.1 and 5.2.

export interface RuleTarget {
  readonly scheme: string;
  /** Undefined when neither the rule nor DHCP names a server. */
  readonly server: string | undefined;
  readonly port: number;
  readonly path: string;
  /** The DHCP option that names the server. */
  readonly dhcpOption: string | undefined;
}

const ports: Readonly<Record<string, number>> = { tftp: 69, http: 80, https: 443 };
const usualOptions = "66,160,159,150";
/** Options that name a server; the others lead to a management server. */
const serverOptions = new Set(["66", "150", "159", "160"]);

/** Profile rules that phones are shipped with: specification section 5.1. */
export const factoryRules = ["/$PSN.xml", "/CP-$PN.cfg", "/ata$PSN.cfg", "/spa$PSN.cfg", "/init.cfg"];

/** Undefined when a phone cannot use the URL. */
export function ruleTarget(
  url: string,
  kind: RuleKind,
  device: Device,
  inEffect: ReadParameter,
): RuleTarget | undefined {
  if (kind === "trigger" || url === "") return undefined;
  const read = readRuleUrl(url, kind);
  if (!read) return undefined;
  if (read.server !== undefined) return { ...read, server: read.server, dhcpOption: undefined };
  const server = discovered(read.path, kind === "profile" && isFactory(url, device, inEffect), device, inEffect);
  // What the rule says itself goes before what DHCP says.
  return /^[A-Za-z]+:/.test(url) ? { ...server, scheme: read.scheme, port: read.port } : server;
}

/** The first option in the phone's order that DHCP gave. Option 66 may have a path with macros. */
function discovered(path: string, isFactoryPath: boolean, device: Device, inEffect: ReadParameter): RuleTarget {
  const { dhcp = {} } = device;
  const transport = inEffect("Transport_Protocol")?.trim().toLowerCase() ?? "";
  const usual = Object.hasOwn(ports, transport) ? transport : "tftp";
  for (const option of (inEffect("DHCP_Option_To_Use") || usualOptions).split(",")) {
    const number = option.trim();
    const typed = serverOptions.has(number) && Object.hasOwn(dhcp, number) ? dhcp[number]?.trim() : undefined;
    const value = typed ? expanded(typed, device, inEffect) : "";
    const server = serverIn(value, usual);
    if (!server) continue;
    // A path in the option replaces the one that the phone was shipped with.
    const own = isFactoryPath ? pathIn(value) : undefined;
    return { ...server, path: own ?? path, dhcpOption: number };
  }
  return { scheme: usual, server: undefined, port: ports[usual] ?? 69, path, dhcpOption: undefined };
}

/** Option 66 contains a name or a URL, option 150 a list of addresses, of which the first is asked first. */
function serverIn(value: string, usual: string): Pick<RuleTarget, "scheme" | "server" | "port"> | undefined {
  const match = /^(?:([A-Za-z]+):\/\/)?([^\s,/:?]+)(?::(\d{1,5}))?/.exec(value);
  const scheme = match?.[1]?.toLowerCase() ?? usual;
  if (!match?.[2] || !Object.hasOwn(ports, scheme)) return undefined;
  return { scheme, server: match[2], port: match[3] ? Number(match[3]) : (ports[scheme] ?? 69) };
}

/** The path of a whole URL, with what follows; undefined when it names a server only. */
function pathIn(value: string): string | undefined {
  const path = /^[A-Za-z]+:\/\//.test(value) ? readRuleUrl(value, "profile")?.path : undefined;
  return path === "/" ? undefined : path;
}

/** The URL comes from the rule that the phone was shipped with. */
function isFactory(url: string, device: Device, inEffect: ReadParameter): boolean {
  const rule = inEffect("Profile_Rule")?.trim() ?? "";
  return factoryRules.includes(rule) && expanded(rule, device, inEffect) === url;
}

function expanded(text: string, device: Device, inEffect: ReadParameter): string {
  if (!text.includes("$")) return text;
  const wanted = findMacros(text).map(({ name }) => name);
  return expandMacros(MappedText.verbatim(text, 0), macroValues(device, inEffect, wanted)).text;
}

export function targetUrl({ scheme, server, port, path }: RuleTarget): string {
  return `${scheme}://${server ?? "?"}${port === ports[scheme] ? "" : `:${port}`}${path}`;
}
