import { knownIdentities, withDevices } from "../devices/deviceFileEdit";
import { importInventory } from "../devices/inventoryImport";
import { isText, optional } from "./paramShapes";
import type { RequestFeature } from "./requestFeature";

/** The device file with the devices of a list in it; null when it cannot be read. */
export const importDevices: RequestFeature<"flatProfile/importDevices"> = {
  params: { existing: optional(isText), list: isText },
  run({ existing, list }, { services }) {
    const { devices, secrets, problems } = importInventory(
      list,
      knownIdentities(existing),
      services.all().map(({ catalogue }) => catalogue),
    );
    const text = withDevices(existing, devices);
    return text === undefined ? null : { text, ids: devices.map(({ id }) => id), secrets, problems };
  },
};
