import type { DialectServices } from "../analysis/dialectServices";
import type { Device } from "../devices/device";
import { isDevice } from "../devices/deviceFile";
import { knownIdentities, withDevices } from "../devices/deviceFileEdit";
import type { AddDeviceParams } from "../protocol";
import type { OpenFile } from "./feature";
import { isDocument, isText, optional } from "./paramShapes";
import type { RequestFeature, Server } from "./requestFeature";

/** The device file with one more device; null when nothing identifies a device, or the file cannot be read. */
export const addDevice: RequestFeature<"flatProfile/addDevice"> = {
  params: {
    existing: optional(isText),
    device: optional(isDevice),
    userAgent: optional(isText),
    textDocument: optional(isDocument),
    dump: optional(isText),
  },
  async run({ existing, ...given }, server) {
    const found = await deviceOf(given, server);
    if (!found) return null;
    const { ids } = knownIdentities(existing);
    let id = found.id;
    for (let n = 2; ids.has(id); n++) id = `${found.id}-${n}`;
    const text = withDevices(existing, [{ ...found, id }]);
    return text === undefined ? null : { text, id };
  },
};

/** By the one way that was asked for: a text that identifies no device does not fall back to the file. */
async function deviceOf(
  { device, userAgent, dump, textDocument }: Omit<AddDeviceParams, "existing">,
  server: Server,
): Promise<Device | undefined> {
  const { services } = server;
  if (device) return device;
  if (userAgent !== undefined) return fromUserAgent(userAgent, services);
  if (dump !== undefined) return fromDump(dump, services);
  return textDocument && fromFile(await server.file(textDocument.uri));
}

function fromUserAgent(text: string, { dialects }: DialectServices) {
  for (const { preview } of dialects) {
    const device = preview?.deviceFromUserAgent(text);
    if (device) return device;
  }
  return undefined;
}

function fromDump(text: string, services: DialectServices) {
  const recognized = services.forFile({ name: "", head: text });
  for (const { dialect, catalogue } of recognized ? [recognized] : services.all()) {
    const device = dialect.preview?.deviceFromDump(dialect.read(text, catalogue));
    if (device) return device;
  }
  return undefined;
}

function fromFile(file: OpenFile | undefined) {
  return file?.snapshot.dialect.preview?.deviceFromDump(file.snapshot.document);
}
