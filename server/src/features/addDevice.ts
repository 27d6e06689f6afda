import type { Snapshot } from "../analysis/snapshot";
import { knownIdentities, withDevices } from "../devices/deviceFileEdit";
import type { Preview } from "../preview/preview";
import type { AddDeviceAnswer, AddDeviceParams } from "../protocol";

/** The device file with one more device in it; null when nothing tells of a device, or the file cannot be read. */
export function addDeviceAnswer(
  { existing, userAgent, device }: AddDeviceParams,
  dump: { readonly snapshot: Pick<Snapshot, "document"> } | undefined,
  preview: Preview | undefined,
): AddDeviceAnswer | null {
  const found =
    device ??
    (userAgent !== undefined
      ? preview?.deviceFromUserAgent(userAgent)
      : dump && preview?.deviceFromDump(dump.snapshot.document));
  if (!found) return null;
  const { ids } = knownIdentities(existing);
  let id = found.id;
  for (let n = 2; ids.has(id); n++) id = `${found.id}-${n}`;
  const text = withDevices(existing, [{ ...found, id }]);
  return text === undefined ? null : { text, id };
}
