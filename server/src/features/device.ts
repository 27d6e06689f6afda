import { type FileRequestFeature, fileParams } from "./requestFeature";

/** The phone a file is checked for, and those it could be checked for. */
export const device: FileRequestFeature<"flatProfile/device"> = {
  params: fileParams,
  empty: null,
  run({ snapshot }) {
    const { device, catalogue, dialect } = snapshot;
    return {
      family: device.family,
      label: catalogue.family(device.family)?.label,
      certainty: device.certainty,
      reason: device.reason,
      directive: dialect.comment("flat-profile-device …"),
      families: catalogue.families.map(({ id, label }) => ({ id, label })),
    };
  },
};
