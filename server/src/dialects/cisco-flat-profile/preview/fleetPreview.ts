import type { PreviewFleet, PreviewSource } from "../../../preview/preview";
import { loadVersion } from "../rules/firmwareLoad";
import { readRuleUrl } from "../rules/ruleUrl";
import { fileSecrets } from "../rules/segmentSecrets";
import { readVersion } from "../rules/version";
import { evaluatedRules, type ProfileValues } from "./deviceRun";
import { compileFleet } from "./fleet";
import { fleetShowing } from "./fleetShown";
import { profileValues } from "./profileValues";

/** One profile for a list of phones. */
export function fleetPreview({ document, catalogue }: Pick<PreviewSource, "document" | "catalogue">): PreviewFleet {
  const values = profileValues({ document });
  const answer = compileFleet(values, catalogue);
  const shown = fleetShowing(values, catalogue, fileSecrets(document, catalogue).registers);
  const written = new Set(evaluatedRules.flatMap(([name]) => (isOn(values(name)?.text) ? [name] : [])));
  return {
    rules: (columns) => rulesToExpect(values, columns),
    answer: (device) => shown(answer(device)),
    hasRule({ settings }, parameter) {
      const own = settings?.[parameter];
      return own === undefined ? written.has(parameter) : isOn(own);
    },
    isUsable: (url) => /^gds:\/\//i.test(url) || readRuleUrl(url, "profile") !== undefined,
    isFirmware,
  };
}

/** The rule is neither empty nor switched off. */
function isOn(rule: string | undefined): boolean {
  return rule !== undefined && rule.trim() !== "" && !rule.trimStart().startsWith("#");
}

/** The rules of the profile, those of the list, and those that another rule may set. */
function rulesToExpect(values: ProfileValues, header: readonly string[]): readonly string[] {
  const texts = evaluatedRules.flatMap(([parameter]) => values(parameter)?.text ?? []);
  return evaluatedRules
    .map(([parameter]) => parameter)
    .filter(
      (parameter) =>
        values(parameter) !== undefined ||
        header.includes(parameter) ||
        texts.some((text) => new RegExp(`\\b${parameter}\\s*=`).test(text)),
    );
}

/** A version, the name of a load, or a release with a letter or dot in it. */
function isFirmware(text: string): boolean {
  return Boolean(readVersion(text) ?? loadVersion(text)) || (/\d/.test(text) && !/^[\d\s]*$/.test(text));
}
