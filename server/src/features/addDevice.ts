import type { Snapshot } from "../analysis/snapshot";
import type { Device } from "../dialects/cisco-flat-profile/devices/device";
import { knownIdentities, withDevices } from "../dialects/cisco-flat-profile/devices/deviceFileEdit";
import { deviceFromDump, deviceFromUserAgent } from "../dialects/cisco-flat-profile/devices/deviceImport";
import type { AddDeviceAnswer, AddDeviceParams } from "../protocol";
import { profileValues } from "./evaluation";

/** The device file with one more device in it; null when nothing tells of a device, or the file cannot be read. */
export function addDeviceAnswer(
  { existing, userAgent, device }: AddDeviceParams,
  dump: { readonly snapshot: Pick<Snapshot, "document"> } | undefined,
): AddDeviceAnswer | null {
  const found = device ?? (userAgent !== undefined ? deviceFromUserAgent(userAgent) : dump && fromDump(dump.snapshot));
  if (!found) return null;
  const { ids } = knownIdentities(existing);
  let id = found.id;
  for (let n = 2; ids.has(id); n++) id = `${found.id}-${n}`;
  const text = withDevices(existing, [{ ...found, id }]);
  return text === undefined ? null : { text, id };
}

function fromDump(dump: Pick<Snapshot, "document">): Device | undefined {
  const values = profileValues(dump);
  return deviceFromDump((parameter) => values(parameter)?.text);
}
