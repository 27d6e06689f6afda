import type { DeviceAnswer } from "../protocol";
import type { OpenFile } from "./feature";

/** The phone a file is checked for, and those it could be checked for. */
export function deviceAnswer({ snapshot }: OpenFile): DeviceAnswer {
  const { device, catalogue } = snapshot;
  return {
    family: device.family,
    label: catalogue.family(device.family)?.label,
    certainty: device.certainty,
    reason: device.reason,
    families: catalogue.families.map(({ id, label }) => ({ id, label })),
  };
}
