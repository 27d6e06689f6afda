import type { DialectServices } from "../analysis/dialectServices";
import { readDeviceFile } from "../devices/deviceFile";
import type { DevicesAnswer } from "../protocol";
import { LineIndex } from "../text/lineIndex";

/** The phones that rules can be previewed for: those of the workspace's file, and an invented one of every model. */
export function devicesAnswer(pools: DialectServices, text: string | undefined): DevicesAnswer {
  const { entries, problems } = readDeviceFile(text ?? '{ "devices": [] }');
  const lines = new LineIndex(text ?? "");
  return {
    own: entries.map(({ device, stored }) => ({ device, stored })),
    samples: pools.dialects.flatMap((dialect) => dialect.preview?.samples(pools.of(dialect).catalogue) ?? []),
    problems: problems.map(({ message, span }) => ({ message, line: lines.positionAt(span.start).line })),
  };
}
