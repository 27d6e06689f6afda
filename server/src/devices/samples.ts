import type { Catalogue } from "../schema/catalogue";
import type { DeviceChoice } from "../schema/model";
import type { Device } from "./device";

// Invented phones to try files with. Their addresses are those kept for documents (RFC 7042).

/** One phone for each model, with the names that a dialect gives it. */
export function sampleDevices(
  { families }: Catalogue,
  nameOf: (model: string) => Pick<Device, "id" | "label">,
): readonly Device[] {
  let count = 0;
  return families.flatMap((family) =>
    family.models.map(({ model }) => ({
      ...nameOf(model),
      family: family.id,
      model,
      ...(family.sample && { firmware: family.sample.firmware }),
      mac: `00:00:5e:00:53:${(++count % 256).toString(16).padStart(2, "0")}`,
    })),
  );
}

/** The sample of the model that a file is for, else of its family, else the first one. */
export function typicalSample(samples: readonly Device[], { family, model }: DeviceChoice): Device {
  return (
    samples.find((sample) => model !== undefined && sample.model === model) ??
    samples.find((sample) => sample.family === family) ??
    samples[0] ?? { id: "sample" }
  );
}
