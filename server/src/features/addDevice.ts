import type { AddDeviceAnswer, AddDeviceParams } from "../protocol";
import type { Device } from "../rules/device";
import { readDeviceFile } from "../rules/deviceFile";
import { deviceFromDump, deviceFromUserAgent } from "../rules/deviceImport";
import { readJson } from "../text/json";
import { profileValues } from "./evaluation";
import type { OpenFile } from "./feature";

/** The device file with one more device in it; null when nothing tells of a device, or the file cannot be read. */
export function addDeviceAnswer(
  { existing, userAgent, device }: AddDeviceParams,
  dump: OpenFile | undefined,
): AddDeviceAnswer | null {
  const found = device ?? (userAgent !== undefined ? deviceFromUserAgent(userAgent) : dump && fromDump(dump));
  if (!found) return null;
  const file = existing?.trim() ? existing : '{\n  "devices": []\n}\n';
  const ids = new Set(readDeviceFile(file).entries.map((entry) => entry.device.id));
  let id = found.id;
  for (let n = 2; ids.has(id); n++) id = `${found.id}-${n}`;
  const text = withDevice(file, { ...found, id });
  return text === undefined ? null : { text, id };
}

function fromDump({ snapshot }: OpenFile): Device | undefined {
  const values = profileValues(snapshot);
  return deviceFromDump((parameter) => values(parameter)?.text);
}

/** What stands in the file stays as it is, with its comments. */
function withDevice(text: string, device: Device): string | undefined {
  const { root, problems } = readJson(text);
  const list = root?.kind === "object" ? root.members.find(({ key }) => key === "devices")?.value : root;
  if (problems.length > 0 || list?.kind !== "array") return undefined;
  const entry = JSON.stringify(device, undefined, 2).replace(/^/gm, "    ");
  const last = list.items.at(-1);
  if (!last) return `${text.slice(0, list.span.start)}[\n${entry}\n  ]${text.slice(list.span.end)}`;
  return `${text.slice(0, last.span.end)},\n${entry}${text.slice(last.span.end)}`;
}
