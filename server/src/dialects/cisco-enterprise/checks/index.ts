import type { Check } from "../../../checks/check";
import { defaultNotRead, neverAsked } from "./fileNames";
import { otherModelsLoad, otherProtocolsLoad } from "./loads";
import { sharingNotOnModel, sharingPortInRange } from "./sharing";

/** Every check of settings and files. What is not known is not reported: files have many more elements than manuals. */
export const checks: readonly Check[] = [
  otherModelsLoad,
  otherProtocolsLoad,
  sharingNotOnModel,
  sharingPortInRange,
  defaultNotRead,
  neverAsked,
];
