import type { Device } from "../../../devices/device";
import { sampleDevices, typicalSample } from "../../../devices/samples";
import type { Preview } from "../../../preview/preview";
import type { Catalogue } from "../../../schema/catalogue";
import { covered } from "../../../secrets/mask";
import { reportOf } from "./report";

/** Which files phones ask for, and what they take of one. */
export const preview: Preview = {
  ruleNames: [],
  samples,
  typicalDevice: ({ catalogue, device }) => typicalSample(samples(catalogue), device),
  report: reportOf,
  templatedRules: () => [],
  run: (source, device) => ({
    name: device.label ?? device.id,
    resultOf: () => undefined,
    hintOf: () => undefined,
    expandedText: () => covered(source.text, { start: 0, end: source.text.length }, source.secretSpans()),
  }),
  partAt: () => undefined,
  deviceFromUserAgent(text) {
    // Cisco-CP7942G/9.4.2
    const [, model, firmware] = /\bCisco-CP(\d{4})\w*\/(\d+(?:\.\d+)+)/i.exec(text) ?? [];
    return model === undefined || firmware === undefined ? undefined : { id: model, model, firmware };
  },
  deviceFromDump: () => undefined,
};

/** One phone for each model. */
function samples(catalogue: Catalogue): readonly Device[] {
  return sampleDevices(catalogue, (model) => ({ id: `sample-unified-cm-${model}`, label: `${model} (Unified CM)` }));
}
