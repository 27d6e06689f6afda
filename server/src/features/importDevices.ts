import type { DialectServices } from "../analysis/dialectServices";
import { knownIdentities, withDevices } from "../devices/deviceFileEdit";
import { importInventory } from "../devices/inventoryImport";
import type { ImportDevicesAnswer, ImportDevicesParams } from "../protocol";

/** The device file with the devices of a list in it; null when it cannot be read. */
export function importDevicesAnswer(
  { existing, list }: ImportDevicesParams,
  pools: DialectServices,
): ImportDevicesAnswer | null {
  const { devices, secrets, problems } = importInventory(
    list,
    knownIdentities(existing),
    pools.of(pools.first).catalogue,
  );
  const text = withDevices(existing, devices);
  return text === undefined ? null : { text, ids: devices.map(({ id }) => id), secrets, problems };
}
