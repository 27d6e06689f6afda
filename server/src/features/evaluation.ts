import type { Device } from "../devices/device";
import type { EvaluationAnswer } from "../protocol";
import type { OpenFile } from "./feature";
import { previewSource } from "./previewRun";

/** What all rules of the file make a device do, or an invented one when none is given; null without a preview. */
export function evaluationAnswer({ version, snapshot }: OpenFile, given: Device | undefined): EvaluationAnswer | null {
  const { preview } = snapshot.dialect;
  if (!preview) return null;
  const device = given ?? preview.typicalDevice(previewSource(snapshot));
  return {
    version,
    isSample: given === undefined,
    ...preview.report(snapshot, device),
    templated: preview.templatedRules(snapshot.document),
  };
}
