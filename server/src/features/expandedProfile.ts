import { isDevice } from "../devices/deviceFile";
import { optional } from "./paramShapes";
import { deviceOf, previewSource } from "./previewRun";
import { type FileRequestFeature, fileParams } from "./requestFeature";

/** The file as one phone sees it: with values in the place of macros, and secrets masked; null without a preview. */
export const expandedProfile: FileRequestFeature<"flatProfile/expand"> = {
  params: { ...fileParams, device: optional(isDevice) },
  empty: null,
  run({ snapshot, version }, { device: asked }) {
    const { preview } = snapshot.dialect;
    if (!preview) return null;
    const source = previewSource(snapshot);
    const run = preview.run(source, deviceOf(snapshot, asked) ?? preview.typicalDevice(source));
    return { version, device: run.name, text: snapshot.document.form === "foreign" ? "" : run.expandedText() };
  },
};
