import type { DialectServices } from "../analysis/dialectServices";
import { knownIdentities, withDevices } from "../devices/deviceFileEdit";
import type { AddDeviceAnswer, AddDeviceParams } from "../protocol";
import type { OpenFile } from "./feature";

/** The device file with one more device; null when nothing identifies a device, or the file cannot be read. */
export function addDeviceAnswer(
  { existing, userAgent, device, dump }: AddDeviceParams,
  file: OpenFile | undefined,
  pools: DialectServices,
): AddDeviceAnswer | null {
  const found = device ?? identified();
  if (!found) return null;
  const { ids } = knownIdentities(existing);
  let id = found.id;
  for (let n = 2; ids.has(id); n++) id = `${found.id}-${n}`;
  const text = withDevices(existing, [{ ...found, id }]);
  return text === undefined ? null : { text, id };

  /** By the one way that was asked for: a text that identifies no device does not fall back to the file. */
  function identified() {
    if (userAgent !== undefined) return fromUserAgent(userAgent, pools);
    return dump === undefined ? fromFile(file) : fromDump(dump, pools);
  }
}

function fromUserAgent(text: string, { dialects }: DialectServices) {
  for (const { preview } of dialects) {
    const device = preview?.deviceFromUserAgent(text);
    if (device) return device;
  }
  return undefined;
}

function fromDump(text: string, pools: DialectServices) {
  const { dialect, catalogue } = pools.forFile({ name: "", head: text });
  return dialect.preview?.deviceFromDump(dialect.read(text, catalogue));
}

function fromFile(file: OpenFile | undefined) {
  return file?.snapshot.dialect.preview?.deviceFromDump(file.snapshot.document);
}
