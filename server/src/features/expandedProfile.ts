import type { Device } from "../devices/device";
import type { ExpandedAnswer } from "../protocol";
import type { OpenFile } from "./feature";
import { previewSource } from "./previewRun";

/** The file as one phone sees it: with values in the place of macros, and secrets masked; null without a preview. */
export function expandedAnswer({ snapshot, version }: OpenFile, given: Device | undefined): ExpandedAnswer | null {
  const { preview } = snapshot.dialect;
  if (!preview) return null;
  const source = previewSource(snapshot);
  const run = preview.run(source, given ?? preview.typicalDevice(source));
  return { version, device: run.name, text: snapshot.document.form === "foreign" ? "" : run.expandedText() };
}
