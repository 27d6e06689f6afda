import type { Device } from "../../../devices/device";
import type { Catalogue } from "../../../schema/catalogue";
import type { Family, FamilyId, Model } from "../../../schema/model";

// Invented phones to try rules with, one for every model. Addresses are those kept for documents.

export function sampleDevices(catalogue: Catalogue): readonly Device[] {
  return catalogue.families.flatMap((family, i) =>
    family.models.map((model, j) => sampleDevice(family, model, i * 16 + j + 1)),
  );
}

/** The first sample of a family, or of a model of it. */
export function sampleFor(catalogue: Catalogue, family: FamilyId | undefined, model?: string): Device | undefined {
  const samples = sampleDevices(catalogue);
  return (
    samples.find((sample) => sample.family === family && sample.model === model) ??
    samples.find((sample) => sample.family === family)
  );
}

function sampleDevice(family: Family, model: Model, number: number): Device {
  const tail = (number % 256).toString(16).padStart(2, "0");
  return {
    id: `sample-${model.model.toLowerCase()}`,
    label: model.pn ?? model.model,
    family: family.id,
    model: model.model,
    ...(model.pn !== undefined && { pn: model.pn }),
    ...(model.psn !== undefined && { psn: model.psn }),
    mac: `00005e0053${tail}`,
    serial: `FCH${String(number).padStart(8, "0")}`,
    ...sampleVersions(family, model),
    ip: `192.0.2.${number % 254}`,
    externalIp: "203.0.113.1",
    certificate: true,
  };
}

function sampleVersions({ sample, firmwarePrefix }: Family, model: Model): Pick<Device, "firmware" | "hardware"> {
  if (!sample) return {};
  const load = model.firmwarePrefix?.[0] ?? firmwarePrefix?.[0] ?? "";
  return {
    firmware: sample.firmware.replace("{load}", load),
    ...(sample.hardware !== undefined && { hardware: sample.hardware }),
  };
}
