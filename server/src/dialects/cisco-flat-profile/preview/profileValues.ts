import type { Device } from "../../../devices/device";
import type { Preview, PreviewSource } from "../../../preview/preview";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Setting } from "../../../profile/setting";
import { MappedText } from "../../../text/mappedText";
import { shift } from "../../../text/span";
import { sampleFor } from "../devices/sampleDevices";
import { evaluatedRules, groupOf, type ProfileValues } from "./deviceRun";

/** Rules that a template fills in later; nothing can be said of them. */
export function templatedRules({ profiles }: ProfileDocument): ReturnType<Preview["templatedRules"]> {
  const last = profiles.at(-1);
  return evaluatedRules.flatMap(([parameter, kind]) =>
    last?.inEffect(parameter)?.templated ? [{ parameter, kind, group: groupOf(parameter, kind) }] : [],
  );
}

/** An invented phone of the family, model and firmware that a file is for. */
export function typicalDevice({
  catalogue,
  device: { family, model, firmware },
}: Pick<PreviewSource, "catalogue" | "device">): Device {
  const sample = sampleFor(catalogue, family ?? "mpp88xx", model);
  return {
    ...(sample ?? { id: "sample" }),
    ...(firmware !== undefined && /\d-\d|^\d+\.\d+\.\d/.test(firmware) && { firmware }),
  };
}

/** Values of a file's parameters, with spans of the file; of several profiles the last that sets one counts. */
export function profileValues({ document }: Pick<PreviewSource, "document">): ProfileValues {
  const found = new Map<string, MappedText | undefined>();
  return (parameter) => {
    if (!found.has(parameter)) found.set(parameter, valueIn(document, parameter));
    return found.get(parameter);
  };
}

function valueIn(document: ProfileDocument, parameter: string): MappedText | undefined {
  const setting = settingOf(document, parameter);
  return setting && mappedValue(setting, document);
}

/** The element that counts for a parameter. */
export function settingOf(document: ProfileDocument, parameter: string): Setting | undefined {
  for (let i = document.profiles.length - 1; i >= 0; i--) {
    const setting = document.profiles[i]?.inEffect(parameter);
    if (setting && !setting.templated) return setting;
  }
  return undefined;
}

/** A value with the way back to the file. */
export function mappedValue(setting: Setting, document: ProfileDocument): MappedText {
  const start = document.startOf(setting.segment);
  const pieces = setting.value.slice({ start: 0, end: setting.text.length });
  return new MappedText(pieces.map((piece) => ({ ...piece, source: shift(piece.source, start) })));
}
