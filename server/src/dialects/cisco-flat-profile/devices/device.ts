import type { Catalogue } from "../../../schema/catalogue";
import { familyOf } from "../../../schema/identity";
import type { Family, FamilyId, Model } from "../../../schema/model";
import type { MacroValues } from "../rules/macro";

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

type Read = (device: Device, holds: Holds) => string | undefined;

/** Values by macro name; undefined where the device does not tell. */
const readers: ReadonlyMap<string, Read> = new Map<string, Read>([
  ...letters.map((letter): [string, Read] => [letter, (_, holds) => holds(`GPP_${letter}`) ?? ""]),
  ["MA", ({ mac }) => macDigits(mac)],
  ["MAU", ({ mac }) => macDigits(mac)?.toUpperCase()],
  ["MAC", ({ mac }) => macDigits(mac)?.replace(/..(?=.)/g, "$&:")],
  ["PN", ({ pn }) => pn],
  ["PSN", ({ psn }) => psn],
  ["SN", ({ serial }) => serial],
  ["IP", ({ ip }) => ip],
  ["EXTIP", ({ externalIp }) => externalIp ?? ""],
  ["SWVER", ({ firmware }) => firmware],
  ["HWVER", ({ hardware }) => hardware],
  ["MCASTADDR", ({ multicast }) => multicast],
  ["CCERT", ({ certificate }) => (certificate === false ? "Not Installed" : "Installed")],
  ["ISCUST", ({ customised }) => (customised === true ? "1" : "0")],
  ["PRVST", ({ provisioning }) => String(provisioning?.state ?? 1)],
  ["PRVTMR", ({ provisioning }) => String(provisioning?.seconds ?? 3600)],
  ["UPGST", ({ upgrade }) => String(upgrade?.state ?? 1)],
  ["UPGERR", ({ upgrade }) => upgrade?.error ?? ""],
  ["UPGTMR", ({ upgrade }) => String(upgrade?.seconds ?? 3600)],
  ["UPGCOND", () => "1"],
  ...["1", "2"].map((line): [string, Read] => [
    `REGTMR${line}`,
    ({ registration }) => String(registration?.[line] ?? 0),
  ]),
  ...Array.from({ length: lines }, (_, i): [string, Read] => [
    `UID${i + 1}`,
    (_device, holds) => holds(`User_ID_${i + 1}_`) ?? "",
  ]),
  ["EMS", ({ mobility }) => mobility?.state ?? ""],
  ["MUID", ({ mobility }) => mobility?.user ?? ""],
  ["MPWD", ({ mobility }) => mobility?.password ?? ""],
  ["PDOM", ({ mobility }, holds) => mobility?.domain ?? holds("EM_User_Domain") ?? ""],
  ["ORIGTYPE", ({ origin }) => origin ?? "none"],
  ["AUTHSTATUS", ({ authorization }) => authorization ?? "none"],
]);

const secretReaders: ReadonlyMap<string, Read> = new Map(
  ["SA", "SB", "SC", "SD"].map((name): [string, Read] => [name, (_, holds) => holds(`GPP_${name}`) ?? ""]),
);

const everything: readonly string[] = [...readers.keys(), ...secretReaders.keys()];

/** Values of all macros that the phone knows now, or of those that are wanted. */
export function macroValues(device: Device, holds: Holds, wanted: Iterable<string> = everything): MacroValues {
  const macros: Record<string, string> = {};
  const secrets: Record<string, string> = {};
  for (const name of wanted) {
    const value = readers.get(name)?.(device, holds);
    if (value !== undefined) macros[name] = value;
    else {
      const secret = secretReaders.get(name)?.(device, holds);
      if (secret !== undefined) secrets[name] = secret;
    }
  }
  return { macros, secrets };
}

/** The value of one macro on a phone. */
export function macroReader(name: string): (device: Device, holds: Holds) => string | undefined {
  return readers.get(name) ?? secretReaders.get(name) ?? (() => undefined);
}

/** What the device itself says of a parameter, before the profile is asked. */
export function heldByDevice({ settings, secrets, users }: Device, parameter: string): string | undefined {
  if (settings && Object.hasOwn(settings, parameter)) return settings[parameter];
  if (secrets && parameter.startsWith("GPP_S")) {
    const name = parameter.slice(4);
    if (/^S[A-D]$/.test(name)) return Object.hasOwn(secrets, name) ? secrets[name] : undefined;
  }
  const line = users && /^User_ID_(\d+)_$/.exec(parameter)?.[1];
  return line && Object.hasOwn(users, line) ? users[line] : undefined;
}

/** Twelve lower-case digits; undefined when it is no MAC address. */
export function macDigits(mac: string | undefined): string | undefined {
  const digits = mac?.replace(/[\s:.-]/g, "").toLowerCase();
  return digits !== undefined && /^[0-9a-f]{12}$/.test(digits) ? digits : undefined;
}
