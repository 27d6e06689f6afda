import { readDeviceFile } from "../dialects/cisco-flat-profile/devices/deviceFile";
import { sampleDevices } from "../dialects/cisco-flat-profile/devices/sampleDevices";
import type { DevicesAnswer } from "../protocol";
import type { Catalogue } from "../schema/catalogue";
import { LineIndex } from "../text/lineIndex";

/** The phones that rules can be previewed for: those of the workspace's file, and an invented one of every model. */
export function devicesAnswer(catalogue: Catalogue, text: string | undefined): DevicesAnswer {
  const { entries, problems } = readDeviceFile(text ?? '{ "devices": [] }');
  const lines = new LineIndex(text ?? "");
  return {
    own: entries.map(({ device, stored }) => ({ device, stored })),
    samples: sampleDevices(catalogue),
    problems: problems.map(({ message, span }) => ({ message, line: lines.positionAt(span.start).line })),
  };
}
