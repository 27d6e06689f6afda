import { type Gate, type GateOptions, type GateRow, gateRows } from "../deployment/gate/gateReport";
import type { GateManifest } from "../deployment/gate/manifest";
import { type Device, identified } from "../devices/device";
import { parseRelease, type Release } from "../schema/firmware";
import type { DialectService } from "./dialectService";
import type { DialectServices } from "./dialectServices";

/** Systems whose phones check software before they take it. */
export interface Gated {
  readonly of: readonly { readonly service: DialectService; readonly gate: Gate }[];
  readonly all: readonly DialectService[];
}

/** `only`: of one system. */
export function gatedOf(services: DialectServices, only?: DialectService): Gated {
  const all = services.all();
  const of = (only ? [only] : all).flatMap((service) =>
    service.dialect.gate ? [{ service, gate: service.dialect.gate }] : [],
  );
  return { of, all };
}

export function versionIn(text: string, { of }: Gated): Release | undefined {
  for (const { service } of of) {
    const version = parseRelease(text, service.catalogue);
    if (version) return version;
  }
  return undefined;
}

/** What a device does with the images; undefined when it is not known how it checks software. */
export function verdictsOf(
  device: Device,
  manifest: GateManifest,
  options: GateOptions,
  { of, all }: Gated,
): readonly GateRow[] | undefined {
  const isOf = ({ catalogue }: DialectService) => identified(device, catalogue).family !== undefined;
  const own = of.find(({ service }) => isOf(service)) ?? (all.some(isOf) ? undefined : of[0]);
  return own && gateRows(device, manifest, options, own.gate, own.service.catalogue);
}
