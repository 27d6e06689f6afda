import { isDevice } from "../devices/deviceFile";
import { optional } from "./paramShapes";
import { previewSource } from "./previewRun";
import { type FileRequestFeature, fileParams } from "./requestFeature";

/** What all rules of the file make a device do, or an invented one when none is given; null without a preview. */
export const evaluation: FileRequestFeature<"flatProfile/evaluate"> = {
  params: { ...fileParams, device: optional(isDevice) },
  empty: null,
  run({ version, snapshot }, { device: given }) {
    const { preview } = snapshot.dialect;
    if (!preview) return null;
    const device = given ?? preview.typicalDevice(previewSource(snapshot));
    return {
      version,
      isSample: given === undefined,
      ...preview.report(snapshot, device),
      templated: preview.templatedRules(snapshot.document),
    };
  },
};
