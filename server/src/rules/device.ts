import type { Catalogue } from "../schema/catalogue";
import { familyOf } from "../schema/identity";
import type { Family, FamilyId, Model } from "../schema/model";
import type { MacroValues } from "./macro";

// What a rule can ask of a phone: specification sections 3.3 and 10.

/** One phone, real or invented. Whatever is not told stays unknown: its macro stays as typed. */
export interface Device {
  readonly id: string;
  readonly label?: string;
  readonly family?: FamilyId;
  readonly model?: string;
  /** `$PN` and `$PSN`; the model tells them otherwise. */
  readonly pn?: string;
  readonly psn?: string;
  /** In any usual spelling. */
  readonly mac?: string;
  readonly serial?: string;
  readonly firmware?: string;
  readonly hardware?: string;
  readonly ip?: string;
  readonly externalIp?: string;
  /** A client certificate is installed. */
  readonly certificate?: boolean;
  readonly customised?: boolean;
  /** User id by line number; what the profile sets otherwise. */
  readonly users?: Readonly<Record<string, string>>;
  /** Seconds since a line lost its registration, by line number; 0 while registered. */
  readonly registration?: Readonly<Record<string, number>>;
  /** Parameters that differ from the profile, such as `GPP_A`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** GPP_SA to GPP_SD by `SA` to `SD`. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly provisioning?: Provisioning;
  readonly upgrade?: Upgrade;
  readonly mobility?: Mobility;
  /** `orig_ent`, `orig_mpp` or `none`. */
  readonly origin?: string;
  /** `classic`, `wxc` or `none`. */
  readonly authorization?: string;
  readonly multicast?: string;
  /** What the DHCP server says, by option number: `66`, `150`, `159`, `160`. */
  readonly dhcp?: Readonly<Record<string, string>>;
}

export interface Provisioning {
  /** -1 explicit request, 0 power-up, 1 periodic, 2 retry after failure. */
  readonly state?: number;
  /** Since the last resync. */
  readonly seconds?: number;
}

export interface Upgrade {
  /** 1 first attempt, 2 retry. */
  readonly state?: number;
  readonly error?: string;
  /** Since the last attempt. */
  readonly seconds?: number;
}

/** Extension mobility. */
export interface Mobility {
  /** `mobile` while somebody is logged in. */
  readonly state?: string;
  readonly user?: string;
  readonly password?: string;
  /** With its `@`. */
  readonly domain?: string;
}

/** What a parameter holds on the phone; undefined when it holds nothing that is known. */
export type Holds = (parameter: string) => string | undefined;

const lines = 16;
const letters = [..."ABCDEFGHIJKLMNOP"];

/** The device with what its model, product name or firmware tell, where it does not say so itself. */
export function completeDevice(device: Device, catalogue: Catalogue): Device {
  const { family, model } = identified(device, catalogue);
  return {
    ...device,
    ...(!device.family && family && { family: family.id }),
    ...(!device.model && model && { model: model.model }),
    ...(device.pn === undefined && model?.pn && { pn: model.pn }),
    ...(device.psn === undefined && model?.psn && { psn: model.psn }),
  };
}

/** Family and model as far as they are certain. */
export function identified(
  device: Device,
  catalogue: Catalogue,
): { readonly family: Family | undefined; readonly model: Model | undefined } {
  const found = familyOf(device, catalogue);
  return {
    family: found?.family ?? (device.family ? catalogue.family(device.family) : undefined),
    model: found?.model,
  };
}

/** Values of all macros that the phone knows now, or of those that are wanted. */
export function macroValues(device: Device, holds: Holds, wanted?: ReadonlySet<string>): MacroValues {
  if (wanted) return someValues(device, holds, wanted);
  const macros: Record<string, string> = {};
  const known = (name: string, value: string | undefined) => {
    if (value !== undefined) macros[name] = value;
  };
  for (const letter of letters) macros[letter] = holds(`GPP_${letter}`) ?? "";
  const digits = macDigits(device.mac);
  if (digits !== undefined) {
    macros.MA = digits;
    macros.MAU = digits.toUpperCase();
    macros.MAC = digits.replace(/..(?=.)/g, "$&:");
  }
  known("PN", device.pn);
  known("PSN", device.psn);
  known("SN", device.serial);
  known("IP", device.ip);
  known("SWVER", device.firmware);
  known("HWVER", device.hardware);
  known("MCASTADDR", device.multicast);
  macros.EXTIP = device.externalIp ?? "";
  macros.CCERT = device.certificate === false ? "Not Installed" : "Installed";
  macros.ISCUST = device.customised === true ? "1" : "0";
  const { provisioning, upgrade, mobility } = device;
  macros.PRVST = String(provisioning?.state ?? 1);
  macros.PRVTMR = String(provisioning?.seconds ?? 3600);
  macros.UPGST = String(upgrade?.state ?? 1);
  macros.UPGERR = upgrade?.error ?? "";
  macros.UPGTMR = String(upgrade?.seconds ?? 3600);
  macros.UPGCOND = "1";
  for (const line of ["1", "2"]) macros[`REGTMR${line}`] = String(device.registration?.[line] ?? 0);
  for (let line = 1; line <= lines; line++) macros[`UID${line}`] = holds(`User_ID_${line}_`) ?? "";
  macros.EMS = mobility?.state ?? "";
  macros.MUID = mobility?.user ?? "";
  macros.MPWD = mobility?.password ?? "";
  macros.PDOM = mobility?.domain ?? holds("EM_User_Domain") ?? "";
  macros.ORIGTYPE = device.origin ?? "none";
  macros.AUTHSTATUS = device.authorization ?? "none";
  const secrets: Record<string, string> = {};
  for (const name of ["SA", "SB", "SC", "SD"]) secrets[name] = holds(`GPP_${name}`) ?? "";
  return { macros, secrets };
}

/** Of lists of many phones only what their rules ask for is worked out. */
function someValues(device: Device, holds: Holds, wanted: ReadonlySet<string>): MacroValues {
  const macros: Record<string, string> = {};
  const secrets: Record<string, string> = {};
  let all: MacroValues | undefined;
  for (const name of wanted) {
    const parameter = parameterOf(name);
    if (parameter !== undefined) (isSecretLetters(name) ? secrets : macros)[name] = holds(parameter) ?? "";
    else if (name === "SWVER" && device.firmware !== undefined) macros.SWVER = device.firmware;
    else if (name === "PN" && device.pn !== undefined) macros.PN = device.pn;
    else if (name === "PSN" && device.psn !== undefined) macros.PSN = device.psn;
    else if (name === "MA" || name === "MAU") {
      const digits = macDigits(device.mac);
      if (digits !== undefined) macros[name] = name === "MA" ? digits : digits.toUpperCase();
    } else if (name !== "SWVER" && name !== "PN" && name !== "PSN") {
      all ??= macroValues(device, holds);
      const value = Object.hasOwn(all.macros, name) ? all.macros[name] : undefined;
      if (value !== undefined) macros[name] = value;
    }
  }
  return { macros, secrets };
}

const isSecretLetters = (name: string) => name.length === 2 && /^S[A-D]$/.test(name);

/** The parameter whose content a macro stands for. */
function parameterOf(name: string): string | undefined {
  if (name.length === 1 || isSecretLetters(name))
    return letters.includes(name) || name.length === 2 ? `GPP_${name}` : undefined;
  const line = name.startsWith("UID") ? name.slice(3) : "";
  return /^[1-9]\d?$/.test(line) && Number(line) <= lines ? `User_ID_${line}_` : undefined;
}

/** What the device itself says of a parameter, before the profile is asked. */
export function heldByDevice({ settings, secrets, users }: Device, parameter: string): string | undefined {
  if (settings && Object.hasOwn(settings, parameter)) return settings[parameter];
  const secret = /^GPP_(S[A-D])$/.exec(parameter)?.[1];
  if (secret) return secrets && Object.hasOwn(secrets, secret) ? secrets[secret] : undefined;
  const line = /^User_ID_(\d+)_$/.exec(parameter)?.[1];
  return line && users && Object.hasOwn(users, line) ? users[line] : undefined;
}

/** Twelve lower-case digits; undefined when it is no MAC address. */
export function macDigits(mac: string | undefined): string | undefined {
  const digits = mac?.replace(/[\s:.-]/g, "").toLowerCase();
  return digits !== undefined && /^[0-9a-f]{12}$/.test(digits) ? digits : undefined;
}
