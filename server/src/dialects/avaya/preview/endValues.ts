import { completeDevice, type Device } from "../../../devices/device";
import type { EndValue, EndValues } from "../../../preview/matrix";
import { AlikeRuns } from "../flow/alikeRuns";
import { type Step, spanOf } from "../flow/program";
import type { Settings, Value } from "../flow/settings";
import { secrets } from "../secrets";
import { signalingOf } from "../software";
import { factsOf, runningOn } from "./phoneFacts";
import { shownText } from "./report";
import type { Source } from "./scriptRun";

/** What the first round leaves on each device, with the software that runs now. */
export function endValues(source: Source, devices: readonly Device[]): readonly EndValues[] {
  const { document, catalogue, neighbors } = source;
  const runs = new AlikeRuns(neighbors?.own ?? "", document, { fetch: (name) => neighbors?.read(name) });
  const own = new Set(document.segments);
  const known = new Map<Settings, EndValues>();
  const values = new Map<Step, Map<string, EndValue>>();
  return devices.map((given) => {
    const device = completeDevice(given, catalogue);
    const settings = runs.settingsOf(factsOf(device, catalogue, signalingOf(given, catalogue))(runningOn(device)));
    let found = known.get(settings);
    if (!found) {
      found = new Map([...settings].map(([name, value]) => [name, endValue(value)]));
      known.set(settings, found);
    }
    return found;
  });

  function endValue(value: Value): EndValue {
    const { file, step } = value.origin;
    const ofStep = values.get(step) ?? new Map<string, EndValue>();
    values.set(step, ofStep);
    const text = everyText(value);
    let found = ofStep.get(text);
    if (!found) {
      const isOwn = own.has(step.segment);
      const from = isOwn ? document : neighbors?.read(file);
      const origin = { document: from ?? document, offset: spanOf(step).start };
      found = {
        ...{ text, shown: shownText(value, catalogue), isCertain: value.others === undefined },
        origin: isOwn ? origin : { ...origin, file: secrets.shown(file) },
      };
      ofStep.set(text, found);
    }
    return found;
  }
}

/** With all that it may be, where that is unknown. */
function everyText({ text, others }: Value): string {
  return others ? JSON.stringify([text, ...others.map((other) => other?.text ?? null)]) : text;
}
