import type { DialectServices } from "../../analysis/dialectServices";
import type { Phone } from "../../deployment/phone";
import type { Device } from "../../devices/device";
import type { Dialect } from "../../dialects/dialect";
import type { Catalogue } from "../../schema/catalogue";
import { familyOf } from "../../schema/identity";
import { deviceNamed } from "../devices";
import { readInventory } from "../inventory";
import { UsageError } from "../verb";
import { inventoryOf, type LoadedSite } from "./siteOptions";

// The devices of a site, and the phones that fetch files as they do.

/** The phone that fetches files as this device does, or in words why it is not known. */
export function phoneFor(device: Device, services: DialectServices): Phone | string {
  const able = services.all().flatMap(({ dialect, catalogue }) => {
    const phone = phoneOf(dialect, catalogue);
    return phone ? [{ dialect, phone }] : [];
  });
  const own = services.all().find(({ catalogue }) => familyOf(device, catalogue) ?? catalogue.family(device.family));
  if (own && !own.dialect.phone) return `${device.id}: It is not known what ${own.dialect.label} devices fetch.`;
  const found = able.find(({ dialect }) => dialect === own?.dialect) ?? able[0];
  return found?.phone ?? `${device.id}: It is not known what this device fetches.`;
}

const phones = new Map<Dialect, Phone>();

/** The dialect that a phone of this run is of. */
export function dialectOfPhone(phone: Phone): Dialect | undefined {
  return [...phones].find((each) => each[1] === phone)?.[0];
}

function phoneOf(dialect: Dialect, catalogue: Catalogue): Phone | undefined {
  const phone = phones.get(dialect) ?? dialect.phone?.(catalogue);
  if (phone) phones.set(dialect, phone);
  return phone;
}

/** The device that a person names. */
export async function deviceFor(word: string, services: DialectServices, loaded: LoadedSite): Promise<Device> {
  const inventory = inventoryOf(loaded);
  if (inventory !== undefined && !word.endsWith(".json"))
    for await (const row of readInventory(inventory, services))
      if ("device" in row && (row.device.id === word || row.device.mac === word)) return row.device;
  const { dialect, catalogue } = services.of(services.first);
  if (!dialect.preview) throw new UsageError(`${word}: ${dialect.label} files have no preview.`);
  return deviceNamed(word, catalogue, dialect.preview);
}
