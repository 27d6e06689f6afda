import type { Device } from "../../../devices/device";
import type { Preview, PreviewSource } from "../../../preview/preview";
import type { Catalogue } from "../../../schema/catalogue";
import { covered } from "../../../secrets/mask";
import { reportOf } from "./report";

/** Which files phones ask for, and what they take of one. */
export const preview: Preview = {
  ruleNames: [],
  samples,
  typicalDevice,
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
  let count = 0;
  return catalogue.families.flatMap((family) =>
    family.models.map(({ model }) => ({
      ...{ id: `sample-unified-cm-${model}`, label: `${model} (Unified CM)`, family: family.id, model },
      ...(family.sample && { firmware: family.sample.firmware }),
      mac: `00:00:5e:00:53:${(++count % 256).toString(16).padStart(2, "0")}`,
    })),
  );
}

function typicalDevice({ catalogue, device }: Pick<PreviewSource, "catalogue" | "device">): Device {
  const all = samples(catalogue);
  return (
    all.find(({ model }) => device.model !== undefined && model === device.model) ??
    all.find(({ family }) => family === device.family) ??
    all[0] ?? { id: "sample" }
  );
}
