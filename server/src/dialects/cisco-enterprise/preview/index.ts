import type { Device } from "../../../devices/device";
import { sampleDevices, typicalSample } from "../../../devices/samples";
import type { Preview, PreviewSource } from "../../../preview/preview";
import type { Catalogue } from "../../../schema/catalogue";
import { covered } from "../../../secrets/mask";
import { addressIn } from "../fileName";
import { reportOf } from "./report";

/** Which files phones ask for, and what they take of one. */
export const preview: Preview = {
  ruleNames: [],
  samples,
  typicalDevice: ({ catalogue, device }) => typicalSample(samples(catalogue), device),
  report: (source, device) => reportOf(source, withAddressOf(source, device)),
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

/** Invented phones have the address of the file's name, so that one of them asks for the file. */
function withAddressOf(
  { catalogue, neighbors }: Pick<PreviewSource, "catalogue" | "neighbors">,
  device: Device,
): Device {
  const mac = neighbors && addressIn(neighbors.own);
  const sample = mac === undefined ? undefined : samples(catalogue).find(({ id }) => id === device.id);
  return sample && sample.mac === device.mac ? { ...device, ...(mac !== undefined && { mac }) } : device;
}

/** One phone for each model. */
function samples(catalogue: Catalogue): readonly Device[] {
  return sampleDevices(catalogue, (model) => ({ id: `sample-unified-cm-${model}`, label: `${model} (Unified CM)` }));
}
