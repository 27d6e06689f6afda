import { type Device, macDigits } from "../../../devices/device";
import type { Holds } from "./macroValues";

// Devices from what phones say of themselves: their dump of settings, and their HTTP User-Agent.

/** A dump tells product, versions and addresses; its rules and texts belong to the profile. */
export function deviceFromDump(holds: Holds, id?: string): Device | undefined {
  const text = (parameter: string) => holds(parameter)?.trim() || undefined;
  const pn = text("Product_Name");
  const mac = text("MAC_Address");
  const serial = text("Serial_Number");
  if (pn === undefined && mac === undefined && serial === undefined) return undefined;
  const firmware = text("Software_Version") ?? text("Firmware_Version");
  const certificate = text("Client_Certificate");
  const users: Record<string, string> = {};
  for (let line = 1; line <= 16; line++) {
    const user = text(`User_ID_${line}_`);
    if (user !== undefined) users[line] = user;
  }
  const settings: Record<string, string> = {};
  for (const letter of "ABCDEFGHIJKLMNOP") {
    const value = text(`GPP_${letter}`);
    if (value !== undefined) settings[`GPP_${letter}`] = value;
  }
  return {
    id: id ?? macDigits(mac) ?? serial ?? pn ?? "",
    ...optional("pn", pn),
    ...optional("mac", macDigits(mac)),
    ...optional("serial", serial),
    ...optional("firmware", firmware),
    ...optional("hardware", text("Hardware_Version")),
    ...optional("ip", text("Current_IP") ?? text("IP_Address")),
    ...optional("externalIp", text("External_IP")),
    ...(certificate !== undefined && { certificate: /^installed$/i.test(certificate) }),
    ...(Object.keys(users).length > 0 && { users }),
    ...(Object.keys(settings).length > 0 && { settings }),
  };
}

/**
 * `Cisco-CP-8841-3PCC/11.0 (00562b043615)`, `Cisco/SPA504G-7.5.5(00562b043615)`. The release is kept
 * only where it is what `$SWVER` holds: phones shorten it.
 */
export function deviceFromUserAgent(agent: string): Device | undefined {
  const vendor = /^\s*(?:Cisco|Linksys|Sipura)[-/ ]\s*(.{1,200})$/i.exec(agent)?.[1];
  if (vendor === undefined) return undefined;
  const mac = macDigits(/\(\s*([0-9A-Fa-f:.-]{12,17})\s*\)/.exec(vendor)?.[1]);
  const words = vendor.replace(/\s*\(\s*[0-9A-Fa-f:.-]{12,17}\s*\).*$/, "").trim();
  const slash = /^([^/]+)\/(\S+)/.exec(words);
  const dash = slash ?? /^(\S+?)-(\d+\.\d[\w.]*(?:\(\w*\))?)/.exec(words);
  const pn = (dash?.[1] ?? words).trim();
  if (!/\d/.test(pn)) return undefined;
  const release = dash?.[2];
  return {
    id: mac ?? pn,
    pn,
    ...optional("mac", mac),
    ...(release !== undefined && /^(?:\d+\.\d+\.\d|.*\d-\d)/.test(release) && { firmware: release }),
  };
}

function optional<K extends keyof Device>(key: K, value: Device[K] | undefined): Partial<Pick<Device, K>> {
  return value === undefined ? {} : ({ [key]: value } as unknown as Pick<Device, K>);
}
