import type { DialectPools } from "../analysis/dialectPools";
import { knownIdentities, withDevices } from "../devices/deviceFileEdit";
import type { AddDeviceAnswer, AddDeviceParams } from "../protocol";
import type { OpenFile } from "./feature";

/** The device file with one more device; null when nothing identifies a device, or the file cannot be read. */
export function addDeviceAnswer(
  { existing, userAgent, device, dump }: AddDeviceParams,
  file: OpenFile | undefined,
  pools: DialectPools,
): AddDeviceAnswer | null {
  const found = device ?? fromUserAgent(userAgent, pools) ?? fromDump(dump, pools) ?? fromFile(file);
  if (!found) return null;
  const { ids } = knownIdentities(existing);
  let id = found.id;
  for (let n = 2; ids.has(id); n++) id = `${found.id}-${n}`;
  const text = withDevices(existing, [{ ...found, id }]);
  return text === undefined ? null : { text, id };
}

function fromUserAgent(text: string | undefined, { dialects }: DialectPools) {
  if (text === undefined) return undefined;
  for (const { preview } of dialects) {
    const device = preview?.deviceFromUserAgent(text);
    if (device) return device;
  }
  return undefined;
}

function fromDump(text: string | undefined, pools: DialectPools) {
  if (text === undefined) return undefined;
  const { dialect, catalogue } = pools.forFile({ name: "", head: text });
  return dialect.preview?.deviceFromDump(dialect.read(text, catalogue));
}

function fromFile(file: OpenFile | undefined) {
  return file?.snapshot.dialect.preview?.deviceFromDump(file.snapshot.document);
}
