import { readDeviceFile } from "../devices/deviceFile";
import type { Preview } from "../preview/preview";
import type { DevicesAnswer } from "../protocol";
import type { Catalogue } from "../schema/catalogue";
import { LineIndex } from "../text/lineIndex";

/** The phones that rules can be previewed for: those of the workspace's file, and an invented one of every model. */
export function devicesAnswer(
  catalogue: Catalogue,
  preview: Preview | undefined,
  text: string | undefined,
): DevicesAnswer {
  const { entries, problems } = readDeviceFile(text ?? '{ "devices": [] }');
  const lines = new LineIndex(text ?? "");
  return {
    own: entries.map(({ device, stored }) => ({ device, stored })),
    samples: preview?.samples(catalogue) ?? [],
    problems: problems.map(({ message, span }) => ({ message, line: lines.positionAt(span.start).line })),
  };
}
