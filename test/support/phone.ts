import { completeDevice, type Device } from "../../server/src/devices/device";
import {
  type DeviceRun,
  fetchedUrl,
  type ProfileValues,
  runDevice,
} from "../../server/src/dialects/cisco-flat-profile/preview/deviceRun";
import { asSource } from "../../server/src/dialects/cisco-flat-profile/rules/evaluate";
import type { MappedText } from "../../server/src/text/mappedText";
import { catalogue } from "./catalogue";

/** The phone of the specification's examples. */
export const phone: Device = completeDevice(
  {
    id: "desk",
    model: "8841",
    mac: "00:0E:08:01:23:45",
    serial: "FCH00000001",
    firmware: "sip88xx.11-3-2MPP0001-609",
    hardware: "2.0.1",
    ip: "192.0.2.17",
  },
  catalogue,
);

export type Settings = Readonly<Record<string, string>>;

/** The settings as a file that contains them in order. */
export function profile(settings: Settings): ProfileValues {
  const texts = new Map<string, MappedText>();
  let at = 0;
  for (const [name, text] of Object.entries(settings)) {
    texts.set(name, asSource(text, at));
    at += text.length + 10;
  }
  return (name) => texts.get(name);
}

export function run(settings: Settings, device: Partial<Device> = {}): DeviceRun {
  return runDevice({ ...phone, ...device }, profile(settings));
}

/** What the phone fetches by its profile rules and its upgrade rule, in order. */
export function fetches(settings: Settings, device: Partial<Device> = {}): readonly (string | undefined)[] {
  const { profileRules, upgradeRule } = run(settings, device);
  return [...profileRules, ...(upgradeRule ? [upgradeRule] : [])].map(fetchedUrl);
}
