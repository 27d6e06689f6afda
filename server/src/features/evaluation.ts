import type { Snapshot } from "../analysis/snapshot";
import type { Device } from "../dialects/cisco-flat-profile/devices/device";
import { sampleFor } from "../dialects/cisco-flat-profile/devices/sampleDevices";
import { evaluatedRules, type ProfileValues } from "../dialects/cisco-flat-profile/preview/deviceRun";
import { deviceStory } from "../dialects/cisco-flat-profile/preview/deviceStory";
import type { Setting } from "../profile/setting";
import type { EvaluationAnswer } from "../protocol";
import { MappedText } from "../text/mappedText";
import { shift } from "../text/span";
import type { OpenFile } from "./feature";

/** What all rules of the file make a device do; of an invented one of the file's family when none is given. */
export function evaluationAnswer({ version, snapshot }: OpenFile, given: Device | undefined): EvaluationAnswer {
  const device = given ?? typicalDevice(snapshot);
  return {
    version,
    isSample: given === undefined,
    ...deviceStory(device, profileValues(snapshot), snapshot.catalogue),
    templated: templatedRules(snapshot.document),
  };
}

/** Rules that a template fills in later; nothing can be said of them. */
export function templatedRules({ profiles }: Snapshot["document"]): EvaluationAnswer["templated"] {
  const last = profiles.at(-1);
  return evaluatedRules.flatMap(([parameter, kind]) => (last?.last(parameter)?.templated ? [{ parameter, kind }] : []));
}

/** An invented phone of the family, model and firmware that a file is for. */
export function typicalDevice({ catalogue, device: { family, model, firmware } }: Snapshot): Device {
  const sample = sampleFor(catalogue, family ?? "mpp88xx", model);
  return {
    ...(sample ?? { id: "sample" }),
    ...(firmware !== undefined && /\d-\d|^\d+\.\d+\.\d/.test(firmware) && { firmware }),
  };
}

/** Values of a file's parameters, with spans of the file; of several profiles the last that sets one counts. */
export function profileValues({ document }: Pick<Snapshot, "document">): ProfileValues {
  const found = new Map<string, MappedText | undefined>();
  return (parameter) => {
    if (!found.has(parameter)) found.set(parameter, valueIn(document, parameter));
    return found.get(parameter);
  };
}

function valueIn(document: Snapshot["document"], parameter: string): MappedText | undefined {
  const setting = settingOf(document, parameter);
  return setting && mappedValue(setting, document);
}

/** The element that counts for a parameter. */
export function settingOf(document: Snapshot["document"], parameter: string): Setting | undefined {
  for (let i = document.profiles.length - 1; i >= 0; i--) {
    const setting = document.profiles[i]?.last(parameter);
    if (setting && !setting.templated) return setting;
  }
  return undefined;
}

/** A value with the way back to the file. */
export function mappedValue(setting: Setting, document: Snapshot["document"]): MappedText {
  const start = document.startOf(setting.segment);
  const pieces = setting.value.slice({ start: 0, end: setting.text.length });
  return new MappedText(pieces.map((piece) => ({ ...piece, source: shift(piece.source, start) })));
}
