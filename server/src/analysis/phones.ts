import type { Dump } from "../deployment/dump";
import type { Phone } from "../deployment/phone";
import { type Device, identified } from "../devices/device";
import type { Dialect } from "../dialects/dialect";
import type { Catalogue } from "../schema/catalogue";
import type { DialectService } from "./dialectService";
import type { DialectServices } from "./dialectServices";

// The phones that fetch files as devices do. There is one for each catalogue, as it remembers rules and files.

/**
 * The phone that fetches files as this device does, or a sentence that says why it is unknown. `otherwise` is the id of the dialect
 * of devices that do not say theirs.
 */
export function phoneFor(device: Device, services: DialectServices, otherwise?: string): Phone | string {
  const service = serviceOnce(device, services, otherwise);
  if (!service) {
    const ids = services.dialects.filter(({ phone }) => phone).map(({ id }) => id);
    return `${device.id}: It is not known which system the device is of. Add its model, family or dialect to the list, or use --dialect on the command line: ${ids.join(", ")}.`;
  }
  return phoneOf(service) ?? `${device.id}: It is not known what ${service.dialect.label} devices fetch.`;
}

/** Devices of a list are of few kinds: each is judged once, as long as no catalogue changes. */
function serviceOnce(device: Device, services: DialectServices, otherwise: string | undefined) {
  const all = services.all();
  let kinds = kindsOf.get(services);
  if (!kinds || kinds.all.some((service, i) => service !== all[i]) || kinds.found.size > maxKinds) {
    kinds = { all, found: new Map() };
    kindsOf.set(services, kinds);
  }
  const { dialect, family, model, pn, psn, firmware, settings = {} } = device;
  const key = [otherwise, dialect, family, model, pn, psn, firmware, ...Object.keys(settings)].join("\n");
  let service = kinds.found.get(key);
  if (!service && !kinds.found.has(key)) {
    service = serviceFor(device, services, otherwise);
    kinds.found.set(key, service);
  }
  return service;
}

interface Kinds {
  readonly all: readonly DialectService[];
  readonly found: Map<string, DialectService | undefined>;
}

const kindsOf = new WeakMap<DialectServices, Kinds>();
const maxKinds = 1000;

/** The dialect of the files that a device reads; undefined when nothing decides. */
function serviceFor(
  device: Device,
  services: DialectServices,
  otherwise: string | undefined,
): DialectService | undefined {
  const named = (id: string | undefined) => {
    const dialect = id === undefined ? undefined : services.named(id);
    return dialect && services.of(dialect);
  };
  if (device.dialect !== undefined) return named(device.dialect);
  const all = services.all();
  const ofFamily = all.find(({ catalogue }) => identified(device, catalogue).family !== undefined);
  if (ofFamily) return ofFamily;
  if (otherwise !== undefined) return named(otherwise);
  const names = Object.keys(device.settings ?? {});
  const [ofNames, ...others] = all.filter(({ catalogue }) => names.some((name) => catalogue.find(name) !== undefined));
  if (ofNames && others.length === 0) return ofNames;
  const able = all.filter(({ dialect }) => dialect.phone !== undefined);
  return able.length === 1 ? able[0] : undefined;
}

/** The dump of a phone, of whichever dialect it is; undefined when the text is not one. */
export function readDump(
  text: string,
  services: DialectServices,
): { readonly dump: Dump; readonly dialect: Dialect } | undefined {
  for (const service of services.all()) {
    const dump = phoneOf(service)?.dumps?.read(text);
    if (dump) return { dump, dialect: service.dialect };
  }
  return undefined;
}

const phones = new WeakMap<Catalogue, Phone>();
const serviceOf = new WeakMap<Phone, DialectService>();

/** The dialect that a phone is of, with its catalogue. */
export function serviceOfPhone(phone: Phone): DialectService {
  const service = serviceOf.get(phone);
  if (!service) throw new Error("a phone of no dialect");
  return service;
}

function phoneOf(service: DialectService): Phone | undefined {
  const phone = phones.get(service.catalogue) ?? service.dialect.phone?.(service.catalogue);
  if (!phone) return undefined;
  phones.set(service.catalogue, phone);
  serviceOf.set(phone, service);
  return phone;
}
