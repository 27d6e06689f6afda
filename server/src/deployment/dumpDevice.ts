import { type Device, macDigits } from "../devices/device";
import type { DriftProblem } from "./driftReport";
import type { Dump } from "./dump";

// Which device a dump is of.

/** Why a dump is not compared. */
export type WrongPhone = DriftProblem;

/** Finds the device of a list that printed a dump. */
export class DeviceList {
  readonly #byMac = new Map<string, Device>();
  readonly #bySerial = new Map<string, Device>();

  add(device: Device): void {
    const mac = macDigits(device.mac);
    if (mac !== undefined) this.#byMac.set(mac, device);
    if (device.serial !== undefined) this.#bySerial.set(device.serial.trim().toUpperCase(), device);
  }

  find({ identity }: Dump, file: string): Device | WrongPhone {
    const mac = macDigits(identity.mac) ?? macIn(file);
    const serial = identity.serial?.trim().toUpperCase();
    const found =
      (mac === undefined ? undefined : this.#byMac.get(mac)) ??
      (serial === undefined ? undefined : this.#bySerial.get(serial));
    if (found) return found;
    const who = mac ?? serial;
    return {
      code: "drift/unknown-phone",
      message:
        who === undefined
          ? `${file}: Neither the dump nor its name says which phone it is of. Use --device.`
          : `${file}: The list of devices has no phone with \`${who}\`.`,
    };
  }
}

/** The same device, or why the dump is of another one. */
export function checked(device: Device, { identity }: Dump, file: string): Device | WrongPhone {
  const wanted = macDigits(device.mac);
  const mac = macDigits(identity.mac) ?? macIn(file);
  const serial = identity.serial?.trim();
  if (wanted !== undefined && mac !== undefined) {
    if (wanted === mac) return device;
    return {
      code: "drift/other-phone",
      message: `${file}: The dump is of the phone \`${mac}\`, and ${device.id} is \`${wanted}\`.`,
    };
  }
  if (device.serial !== undefined && serial && device.serial.trim().toUpperCase() !== serial.toUpperCase())
    return {
      code: "drift/other-phone",
      message: `${file}: The dump is of the phone with serial number \`${serial}\`, and ${device.id} has \`${device.serial}\`.`,
    };
  return device;
}

/** The device as the dump describes it. */
export function deviceOf({ identity }: Dump, file: string): Device {
  const mac = macDigits(identity.mac) ?? macIn(file);
  const id = mac ?? identity.serial ?? (file === "-" ? "phone" : fileName(file));
  const { mac: _, ...rest } = identity;
  return { id, ...rest, ...(mac !== undefined && { mac }) };
}

/** The device with the facts of its dump. The firmware that runs is always that of the dump. */
export function asDumped(device: Device, { identity }: Dump): Device {
  const { firmware, serial, pn, hardware } = identity;
  const isNamed = [device.family, device.model, device.pn, device.psn].some((word) => word !== undefined);
  return {
    ...device,
    ...(!isNamed && pn !== undefined && { pn }),
    ...(device.serial === undefined && serial !== undefined && { serial }),
    ...(device.hardware === undefined && hardware !== undefined && { hardware }),
    ...(firmware !== undefined && { firmware }),
  };
}

/** The address that the name of a file has. */
function macIn(file: string): string | undefined {
  const name = fileName(file);
  const found = /(?<![0-9a-f])[0-9a-f]{2}(?:[:._-]?[0-9a-f]{2}){5}(?![0-9a-f])/i.exec(name)?.[0];
  return found === undefined ? undefined : macDigits(found.replaceAll("_", ""));
}

function fileName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}
