import type { Device } from "../devices/device";
import { isDevice } from "../devices/deviceFile";
import { changesOf, matrixOf } from "../preview/matrix";
import type { Neighbors } from "../profile/neighbors";
import type { MatrixAnswer } from "../protocol/matrix";
import type { OpenFile } from "./feature";
import { isFlag, listOf, optional } from "./paramShapes";
import { deviceOf } from "./previewRun";
import { fileParams, type RequestFeature } from "./requestFeature";

/** Devices that are compared, at most: a person reads the columns. */
const maxDevices = 200;

/** What the file makes each of the devices end up with, or how the edits change that. */
export const matrix: RequestFeature<"flatProfile/matrix"> = {
  params: { ...fileParams, devices: optional(listOf(isDevice)), sinceSaved: optional(isFlag) },
  async run({ textDocument, devices, sinceSaved = false }, server) {
    const file = await server.file(textDocument.uri);
    if (!file?.snapshot.dialect.preview?.endValues) return null;
    return matrixFor(file, devices, sinceSaved ? ((await server.saved(file)) ?? "unsaved") : undefined);
  },
};

/** `since`: the folder as it is saved, for what changes. */
export function matrixFor(
  { snapshot, version }: OpenFile,
  given?: readonly Device[],
  since?: Neighbors | "unsaved",
): MatrixAnswer | null {
  const { catalogue, dialect, document, neighbors } = snapshot;
  const { preview } = dialect;
  if (!preview?.endValues || document.form === "foreign") return null;
  const all = (given ?? preview.samples(catalogue)).filter((device) => deviceOf(snapshot, device));
  const devices = all.slice(0, maxDevices);
  const now = preview.endValues({ document, catalogue, neighbors }, devices);
  const answer = { version, more: all.length - devices.length };
  if (!since) return { ...answer, matrix: matrixOf(devices, now) };
  const saved = since === "unsaved" ? undefined : since.read(since.own);
  if (since === "unsaved" || !saved) return { ...answer, matrix: changesOf(devices, now, now), isUnsaved: true };
  const before = preview.endValues({ document: saved, catalogue, neighbors: since }, devices);
  return { ...answer, matrix: changesOf(devices, before, now) };
}
