import { type Device, macDigits } from "../../../devices/device";
import type { ReadParameter } from "./macroValues";

// Devices from what phones say of themselves: their dump of settings, and their HTTP User-Agent.

/** A dump contains product, versions and addresses; its rules and texts belong to the profile. */
export function deviceFromDump(inEffect: ReadParameter, id?: string): Device | undefined {
  const text = (parameter: string) => inEffect(parameter)?.trim() || undefined;
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
 * `Cisco-CP-8841-3PCC/11.0 (00562b043615)`, `Cisco/SPA508G-7.4.8a (0002FDFF2103)(CBT141400UK)`,
 * `Linksys/SPA-942-6.1.5(a) (88019FA42805)`, `Cisco/ATA191-MPP-11-1-0-MSR4 (FCH2443D9R4)`. In brackets at the end are
 * the address and the serial number; Linksys phones name their serial number alone, which may look like an address.
 * The release counts as firmware only where it is what `$SWVER` contains: MPP phones shorten it.
 */
export function deviceFromUserAgent(agent: string): Device | undefined {
  const [, vendor = "", text] = /^\s*(Cisco|Linksys|Sipura)[-/ ]\s*(.{1,200}?)\s*$/i.exec(agent) ?? [];
  if (text === undefined) return undefined;
  const { words, marks } = marksAtEnd(text);
  const isLinksys = /^linksys$/i.test(vendor);
  const inSip = /^\S+?\/\S+?_([0-9a-f]{12})_[0-9a-f-]{36}/i.exec(words)?.[1];
  const mac = isLinksys ? undefined : (marks.map(macDigits).find((digits) => digits !== undefined) ?? macDigits(inSip));
  const serial = marks.find((mark) => isLinksys || macDigits(mark) === undefined);
  const [, pn = words, release] =
    /^([^/]+)\/(\S+)/.exec(words) ??
    /^(\S+?)-(\d+\.\d[\w.]*(?:\(\w*\))?)/.exec(words) ??
    /^(ATA\d+-MPP)-(\d+-\d+-\S+)/i.exec(words) ??
    [];
  if (!/\d/.test(pn)) return undefined;
  const firmware = release === undefined ? undefined : firmwareIn(pn, release);
  const shortened = firmware === undefined ? /^\d+\.\d+(?:\.\d+)?(?=_|$)/.exec(release ?? "")?.[0] : undefined;
  return {
    id: mac ?? serial ?? pn.trim(),
    pn: pn.trim(),
    ...optional("mac", mac),
    ...optional("serial", serial),
    ...optional("firmware", firmware),
    ...optional("release", shortened),
  };
}

/** What identifies a phone among the brackets at the end; others belong to the version, as in `1.4.1(SR5)`. */
function marksAtEnd(text: string): { readonly words: string; readonly marks: readonly string[] } {
  const marks: string[] = [];
  let words = text;
  for (;;) {
    const [whole = "", mark = ""] = /\s*\(\s*([0-9A-Za-z:.-]{8,17})\s*\)$/.exec(words) ?? [];
    if (whole === "") return { words, marks };
    marks.unshift(mark);
    words = words.slice(0, -whole.length);
  }
}

function firmwareIn(pn: string, release: string): string | undefined {
  const ata = /^(\d+-\d+-\d+)-(\w+)$/.exec(release);
  if (ata) return `${ata[1]}${ata[2]}`;
  if (/\d-\d/.test(release)) return /[-_][0-9a-f]{12}/i.test(release) ? undefined : release;
  // an MPP or PhoneOS product, whose agent has `12.0.3` where $SWVER has `sip88xx.12-0-3MPP0001-87`
  if (/^(?:CP|DP)-|-3PCC$/i.test(pn)) return undefined;
  return /^\d+\.\d+\.\d/.test(release) ? release : undefined;
}

function optional<K extends keyof Device>(key: K, value: Device[K] | undefined): Partial<Pick<Device, K>> {
  return value === undefined ? {} : ({ [key]: value } as unknown as Pick<Device, K>);
}
