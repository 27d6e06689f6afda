import type { Catalogue } from "../schema/catalogue";
import { familyOf } from "../schema/identity";
import type { Family, FamilyId, Model } from "../schema/model";

// What is known of one phone; the dialect of its files says what it makes of it.

/** One phone, real or invented. Missing values are unknown: their macros stay as typed. */
export interface Device {
  readonly id: string;
  readonly label?: string;
  /** Id of the dialect; by default it follows from the family. */
  readonly dialect?: string;
  readonly family?: FamilyId;
  readonly model?: string;
  /** `$PN` and `$PSN`; by default they follow from the model. */
  readonly pn?: string;
  readonly psn?: string;
  /** In any usual spelling. */
  readonly mac?: string;
  readonly serial?: string;
  readonly firmware?: string;
  /** As some devices shorten it when they introduce themselves: no condition is decided by it. */
  readonly release?: string;
  readonly hardware?: string;
  /** What images of software are compared with. */
  readonly hardwareLevel?: number;
  /** Order number with its revision, as it is printed on the device. */
  readonly partNumber?: string;
  /** The lowest version that is known to run on it. */
  readonly minFirmware?: string;
  readonly ip?: string;
  readonly externalIp?: string;
  /** A client certificate is installed. */
  readonly certificate?: boolean;
  readonly customised?: boolean;
  /** User id by line number; what the profile sets otherwise. */
  readonly users?: Readonly<Record<string, string>>;
  /** Seconds since a line lost its registration, by line number; 0 while registered. */
  readonly registration?: Readonly<Record<string, number>>;
  /** Parameters that differ from the profile. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Secret parameters, by the short names that the catalogue gives them. */
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
interface Mobility {
  /** `mobile` while somebody is logged in. */
  readonly state?: string;
  readonly user?: string;
  readonly password?: string;
  /** With its `@`. */
  readonly domain?: string;
}

/** The device, with missing values filled in from its model, product name or firmware. */
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

/** Twelve lower-case digits; undefined when it is not a MAC address. */
export function macDigits(mac: string | undefined): string | undefined {
  const digits = mac?.replace(/[\s:.-]/g, "").toLowerCase();
  return digits !== undefined && /^[0-9a-f]{12}$/.test(digits) ? digits : undefined;
}
