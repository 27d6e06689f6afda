import type { Gate } from "../../../deployment/gate/gateReport";
import { partInWords } from "./partNumber";

/** `OS_80_SIP_V1_R4_9_0.img`, `OpenStage_40_…`, `CP400_SIP_…`, `cp_200-…`. */
const named =
  /(?:^|[^A-Za-z\d])(?:(?:OS|OpenStage)[ _-]?(15|20E?|40|60|80)|CP[ _-]?(100|110|20[05]|210|400|410|600|700|710))(?![\d])/i;

/** The model that the name of an image is of; `.img` is an image, anything may name a model. */
export function modelOfFile(file: string): string | undefined {
  const [, openStage, cp] = named.exec(file.replace(/^.*[/\\]/, "")) ?? [];
  if (openStage !== undefined) return `OpenStage ${openStage.toUpperCase()}`;
  return cp === undefined ? undefined : `CP${cp}`;
}

export const gate: Gate = { modelOfFile, partInWords };
