import type { PreviewFleet } from "../../../preview/preview";
import { parseRelease } from "../../../schema/firmware";
import { isFirmwareFile } from "../flow/firmware";
import { softwareAlone } from "../flow/run";
import { upgradeOf } from "./report";
import { ScriptRun, type Source } from "./scriptRun";

/** Which software each phone of a list would load. There are no rules: what phones fetch is in their settings. */
export function fleet(source: Source): PreviewFleet {
  const { catalogue } = source;
  return {
    rules: () => [],
    answer(device) {
      return { device, rules: [], upgrade: upgradeOf(new ScriptRun(source, device, softwareAlone).rounds, catalogue) };
    },
    hasRule: () => false,
    isUsable: () => true,
    isFirmware: (text) => parseRelease(text, catalogue) !== undefined || isFirmwareFile(text),
  };
}
