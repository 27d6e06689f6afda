import { type Device, macDigits } from "../../../devices/device";
import type { MacroValues } from "../rules/macro";

// What a rule can ask of a phone: specification sections 3.3 and 10.

/** The value of a parameter on the phone; undefined when it is unknown. */
export type ReadParameter = (parameter: string) => string | undefined;

const lines = 16;
const letters = [..."ABCDEFGHIJKLMNOP"];

type Read = (device: Device, inEffect: ReadParameter) => string | undefined;

/** Values by macro name; undefined if the device has none. */
const readers: ReadonlyMap<string, Read> = new Map<string, Read>([
  ...letters.map((letter): [string, Read] => [letter, (_, inEffect) => inEffect(`GPP_${letter}`) ?? ""]),
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
    (_device, inEffect) => inEffect(`User_ID_${i + 1}_`) ?? "",
  ]),
  ["EMS", ({ mobility }) => mobility?.state ?? ""],
  ["MUID", ({ mobility }) => mobility?.user ?? ""],
  ["MPWD", ({ mobility }) => mobility?.password ?? ""],
  ["PDOM", ({ mobility }, inEffect) => mobility?.domain ?? inEffect("EM_User_Domain") ?? ""],
  ["ORIGTYPE", ({ origin }) => origin ?? "none"],
  ["AUTHSTATUS", ({ authorization }) => authorization ?? "none"],
]);

const secretReaders: ReadonlyMap<string, Read> = new Map(
  ["SA", "SB", "SC", "SD"].map((name): [string, Read] => [name, (_, inEffect) => inEffect(`GPP_${name}`) ?? ""]),
);

const everything: readonly string[] = [...readers.keys(), ...secretReaders.keys()];

/** Values of all macros that the phone knows now, or of those that are wanted. */
export function macroValues(
  device: Device,
  inEffect: ReadParameter,
  wanted: Iterable<string> = everything,
): MacroValues {
  const macros: Record<string, string> = {};
  const secrets: Record<string, string> = {};
  for (const name of wanted) {
    const value = readers.get(name)?.(device, inEffect);
    if (value !== undefined) macros[name] = value;
    else {
      const secret = secretReaders.get(name)?.(device, inEffect);
      if (secret !== undefined) secrets[name] = secret;
    }
  }
  return { macros, secrets };
}

/** The value of one macro on a phone. */
export function macroReader(name: string): (device: Device, inEffect: ReadParameter) => string | undefined {
  return readers.get(name) ?? secretReaders.get(name) ?? (() => undefined);
}

/** The macro has a value on every phone, known or not. */
export function isReadable(name: string): boolean {
  return readers.has(name) || secretReaders.has(name);
}

/** What the device itself says of a parameter, before the profile is asked. */
export function deviceValue({ settings, secrets, users }: Device, parameter: string): string | undefined {
  if (settings && Object.hasOwn(settings, parameter)) return settings[parameter];
  if (secrets && parameter.startsWith("GPP_S")) {
    const name = parameter.slice(4);
    if (/^S[A-D]$/.test(name)) return Object.hasOwn(secrets, name) ? secrets[name] : undefined;
  }
  const line = users && /^User_ID_(\d+)_$/.exec(parameter)?.[1];
  return line && Object.hasOwn(users, line) ? users[line] : undefined;
}
