import { completeDevice } from "../devices/device";
import type { Catalogue } from "../schema/catalogue";
import { resolveParameter } from "../schema/effectiveParameter";
import { compareReleases, parseRelease } from "../schema/firmware";
import { isSecretElement } from "../schema/secretName";
import type { Secrets } from "../secrets/secrets";
import type { MergedValue, Phone } from "./phone";
import { shownOf } from "./shownStates";

interface Format {
  readonly secrets: Secrets;
  written(name: string, value: string): string;
  merged(values: readonly MergedValue[]): string;
}

type Plain = Pick<
  Phone,
  | "valueOf"
  | "factoryOf"
  | "accessOf"
  | "namesOf"
  | "isSameValue"
  | "isOlder"
  | "typedUrl"
  | "written"
  | "mayRestart"
  | "shown"
  | "merged"
  | "startOfDump"
>;

/** What is alike on devices without rights of users, dumps and rules that are typed into them. */
export function plainPhone(catalogue: Catalogue, { secrets, written, merged }: Format): Plain {
  const factoryOf: Phone["factoryOf"] = (device, name) => {
    const found = catalogue.find(name);
    if (!found) return undefined;
    const { family, model } = completeDevice(device, catalogue);
    const choice = { ...(family !== undefined && { family }), ...(model !== undefined && { model }) };
    const value = resolveParameter(found, name, { ...choice, certainty: "stated", reason: "" }, catalogue).default;
    return value === undefined ? undefined : { value, basis: found.parameter.defaultBasis ?? "inferred" };
  };
  return {
    factoryOf,
    valueOf({ settings, device }, name) {
      const current = settings.get(name);
      return current?.isUnknown ? undefined : (current?.value ?? factoryOf(device, name)?.value);
    },
    accessOf: () => undefined,
    namesOf(device) {
      const { family } = completeDevice(device, catalogue);
      return catalogue.concreteNames(family === undefined ? {} : { family });
    },
    isSameValue: (_name, a, b) => a === b,
    isOlder(a, b) {
      const [one, other] = [parseRelease(a, catalogue), parseRelease(b, catalogue)];
      return one !== undefined && other !== undefined && compareReleases(one, other) < 0;
    },
    typedUrl: () => undefined,
    written: (name, value) => written(name, value ?? ""),
    mayRestart: () => false,
    shown: (states, more) =>
      shownOf(states, secrets, (name, value) => isSecretElement(name, "", value, catalogue), more),
    merged,
    startOfDump: () => undefined,
  };
}
