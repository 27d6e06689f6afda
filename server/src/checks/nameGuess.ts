import type { Setting } from "../profile/setting";
import type { Catalogue } from "../schema/catalogue";
import { type IndexSlip, indexSlip } from "../schema/indexSlip";
import type { DeviceChoice } from "../schema/model";
import { isNameSlip } from "../schema/nameSlip";
import { caseVariant, nearestName } from "../schema/nearestName";
import { wordForm } from "../schema/wordForms";
import { readBool } from "../values/bool";

// What a name that the catalogue does not have was probably meant to be.

export interface Guess {
  /** `slip` and `similar`: other letters, of which the latter may be the name of another product. */
  readonly kind: IndexSlip["kind"] | "slip" | "similar";
  readonly name: string;
}

export function guessOf(setting: Setting, device: DeviceChoice, catalogue: Catalogue): Guess | undefined {
  const { name, path } = setting;
  if (catalogue.findPattern(name, path)) return undefined;
  const slip = indexSlip(name, device, catalogue, path);
  if (slip) return isFit(setting, slip.name, catalogue) ? slip : undefined;
  const nearest = isNameLike(name) ? nearestName(name, device, catalogue, path) : undefined;
  // Where case does not matter, names are compared in capitals.
  const near = nearest === undefined ? undefined : catalogue.spelling(nearest, path);
  const isFitting = near !== undefined && isFit(setting, near, catalogue);
  if (isFitting && nearest !== undefined && isNameSlip(name, nearest)) return { kind: "slip", name: near };
  const form = isNameLike(name) ? wordForm(name, device, catalogue, path) : undefined;
  if (form && isFit(setting, form.name, catalogue))
    return { kind: form.kind === "order" ? "similar" : form.kind, name: form.name };
  return isFitting ? { kind: "similar", name: near } : undefined;
}

/** The name is a slip of a known one, and has a warning that says so. */
export function isMisspelled(setting: Setting, device: DeviceChoice, catalogue: Catalogue): boolean {
  if (isWrongCase(setting.name, setting.path, catalogue)) return true;
  const guess = guessOf(setting, device, catalogue);
  return guess !== undefined && guess.kind !== "similar";
}

/** A value that is neither yes nor no, such as a host, was never meant for a switch. */
function isFit({ text, path }: Setting, near: string, catalogue: Catalogue): boolean {
  const type = catalogue.find(near, path)?.parameter.type;
  return text === "" || type !== "Bool" || readBool(text) !== undefined;
}

/** Short words are near to too many others. */
function isNameLike(name: string): boolean {
  return name.length >= 6;
}

export function isWrongCase(name: string, path: string, catalogue: Catalogue): boolean {
  return caseVariant(name, {}, catalogue, path) !== undefined;
}
