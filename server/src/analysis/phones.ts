import type { Phone } from "../deployment/phone";
import type { Device } from "../devices/device";
import type { Dialect } from "../dialects/dialect";
import type { Catalogue } from "../schema/catalogue";
import { familyOf } from "../schema/identity";
import type { DialectService } from "./dialectService";
import type { DialectServices } from "./dialectServices";

// The phones that fetch files as devices do. There is one for each catalogue, as it remembers rules and files.

/** The phone that fetches files as this device does, or in words why it is not known. */
export function phoneFor(device: Device, services: DialectServices): Phone | string {
  const able = services.all().flatMap((service) => phoneOf(service) ?? []);
  const own = services.all().find(({ catalogue }) => familyOf(device, catalogue) ?? catalogue.family(device.family));
  if (own && !own.dialect.phone) return `${device.id}: It is not known what ${own.dialect.label} devices fetch.`;
  const found = able.find((phone) => dialects.get(phone) === own?.dialect) ?? able[0];
  return found ?? `${device.id}: It is not known what this device fetches.`;
}

const phones = new WeakMap<Catalogue, Phone>();
const dialects = new WeakMap<Phone, Dialect>();

/** The dialect that a phone is of. */
export function dialectOfPhone(phone: Phone): Dialect | undefined {
  return dialects.get(phone);
}

function phoneOf({ dialect, catalogue }: DialectService): Phone | undefined {
  const phone = phones.get(catalogue) ?? dialect.phone?.(catalogue);
  if (!phone) return undefined;
  phones.set(catalogue, phone);
  dialects.set(phone, dialect);
  return phone;
}
