import { readDeviceFile, secretNamesOf } from "../devices/deviceFile";
import { LineIndex } from "../text/lineIndex";
import { isText, optional } from "./paramShapes";
import type { RequestFeature } from "./requestFeature";

/** The phones that rules can be previewed for: those of the workspace's file, and an invented one of every model. */
export const deviceList: RequestFeature<"flatProfile/devices"> = {
  params: { text: optional(isText) },
  run({ text }, { services }) {
    const { entries, problems } = readDeviceFile(text ?? '{ "devices": [] }', () =>
      services.all().flatMap(({ catalogue }) => secretNamesOf(catalogue)),
    );
    const lines = new LineIndex(text ?? "");
    return {
      own: entries.map(({ device, stored }) => ({ device, stored })),
      samples: services.dialects.flatMap((dialect) => dialect.preview?.samples(services.of(dialect).catalogue) ?? []),
      problems: problems.map(({ message, span }) => ({ message, line: lines.positionAt(span.start).line })),
    };
  },
};
