import type { Device } from "../../../devices/device";
import type { Catalogue } from "../../../schema/catalogue";
import type { Family, FamilyId, Model } from "../../../schema/model";

// Invented phones to try rules with, one for every model. Addresses are those kept for documents.

/** Typical releases of each family; phones print the prefix of their load before it. */
const releases: Readonly<Record<FamilyId, string>> = {
  mpp8831: "9.3.3",
  ata19x: "11-2-4MPP0001-115",
  spa5xx: "7.5.5",
  spa3xx: "7.5.5",
  spa9xx: "6.1.5",
  spa1xx: "1.4.1",
  spa2xx: "5.2.13",
  spa3102: "5.2.13",
  spa8000: "6.1.12",
};
const phoneRelease = "12-0-3MPP0001-87";
const phoneOsRelease = "3-2-1-0104-37";

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
    firmware: firmwareFor(family, model),
    hardware: family.id === "ata19x" ? "4" : "2.0.1",
    ip: `192.0.2.${number % 254}`,
    externalIp: "203.0.113.1",
    certificate: true,
  };
}

function firmwareFor(family: Family, model: Model): string {
  const release = Object.hasOwn(releases, family.id) ? releases[family.id] : undefined;
  if (release) return release;
  const prefix = model.firmwarePrefix?.[0] ?? family.firmwarePrefix?.[0] ?? "";
  return `${prefix}.${prefix.startsWith("PHONEOS") ? phoneOsRelease : phoneRelease}`;
}
