import { isDevice } from "../devices/deviceFile";
import { optional } from "./paramShapes";
import { deviceOf, previewSource } from "./previewRun";
import { type FileRequestFeature, fileParams } from "./requestFeature";

/** What all rules of the file make a device do, or an invented one when none is given; null for other files. */
export const evaluation: FileRequestFeature<"flatProfile/evaluate"> = {
  params: { ...fileParams, device: optional(isDevice) },
  empty: null,
  run({ version, snapshot, lines }, { device: asked }) {
    const { preview } = snapshot.dialect;
    if (!preview || snapshot.document.form === "foreign") return null;
    const given = deviceOf(snapshot, asked);
    const device = given ?? preview.typicalDevice(previewSource(snapshot));
    const report = preview.report(snapshot, device);
    const startOf = (offset: number) => {
      const found = snapshot.document.settingAt(offset);
      return found ? found.start + found.setting.span.start : offset;
    };
    return {
      version,
      isSample: given === undefined,
      ...report,
      starts: report.rules.map(({ span }) => lines.positionAt(startOf(span.start))),
      templated: preview.templatedRules(snapshot.document),
    };
  },
};
