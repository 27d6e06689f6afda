import type { Preview } from "../../../preview/preview";
import { deviceFromDump, deviceFromUserAgent } from "../devices/deviceImport";
import { sampleDevices } from "../devices/sampleDevices";
import { fileSecrets } from "../rules/segmentSecrets";
import { deviceReport } from "./deviceReport";
import { evaluatedRules } from "./deviceRun";
import { fleetPreview } from "./fleetPreview";
import { CiscoPreviewRun } from "./previewRun";
import { partAtCursor } from "./previewWords";
import { profileValues, templatedRules, typicalDevice } from "./profileValues";

/** Rules, macros, upgrades and schedules of the phones that read flat-profile files. */
export const preview: Preview = {
  ruleNames: evaluatedRules.map(([parameter]) => parameter),
  samples: sampleDevices,
  typicalDevice,
  report: (source, device) =>
    deviceReport(
      device,
      profileValues(source),
      source.catalogue,
      "masked",
      fileSecrets(source.document, source.catalogue).registers,
    ),
  templatedRules,
  run: (source, device) => new CiscoPreviewRun(source, device),
  fleet: fleetPreview,
  partAt: (source, setting, offset, run) =>
    partAtCursor(source, setting, offset, run instanceof CiscoPreviewRun ? run.phone : undefined),
  deviceFromUserAgent,
  deviceFromDump(document) {
    const values = profileValues({ document });
    return deviceFromDump((parameter) => values(parameter)?.text);
  },
};
