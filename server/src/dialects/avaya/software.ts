import { type Device, identified } from "../../devices/device";
import { type Catalogue, isListed } from "../../schema/catalogue";
import { traitsOf } from "../../schema/effectiveParameter";
import { parseRelease } from "../../schema/firmware";
import type { FamilyId, Parameter } from "../../schema/model";

// Which software a device may run, and the first file that it asks for.

/** Other software that models of a family run: of the other signaling, or an application on the device. */
const otherSoftware: Readonly<Record<FamilyId, readonly FamilyId[]>> = {
  avaya96x0h323: ["avaya96x0sip"],
  avaya96x1h323: ["avaya96x1sip"],
  avayaj159: ["avayaj100h323"],
  avayaj169: ["avayaj100h323"],
  avayaj189: ["avayaj100h323"],
  avayavantage: ["avayavantageconnect", "avayaworkplace"],
};

/** The template lists few parameters of the oldest phones, and their guides more. */
const hardlyListed = "avaya16xx";

/** The families, with those of other software that their models run. */
export function softwareOf(families: readonly FamilyId[]): readonly FamilyId[] {
  return families.flatMap((id) => [id, ...(otherSoftware[id] ?? [])]);
}

/** Models of these families may have the parameter, with one software or another; one of no family may have any. */
export function mayHave(families: readonly FamilyId[], parameter: Parameter): boolean {
  const all = softwareOf(families);
  return all.length === 0 || all.some((id) => id === hardlyListed || isListed(parameter, id));
}

export type Signaling = "sip" | "itu";

/** The signaling of the software that runs; a model alone does not say it where there is software of both. */
export function signalingOf(given: Device, catalogue: Catalogue): Signaling | undefined {
  const stated = statedSignaling(given);
  if (stated) return stated;
  if (given.family !== undefined) return signalingOfFamily(given.family, catalogue);
  const { family } = identified(given, catalogue);
  if (!family) return undefined;
  const all = softwareOf([family.id]);
  const release = given.firmware === undefined ? undefined : parseRelease(given.firmware, catalogue);
  const major = release && `${release.numbers[0]}.x`;
  const possible = all.filter((id) => major === undefined || catalogue.family(id)?.firmware.includes(major));
  const found = new Set(possible.map((id) => signalingOfFamily(id, catalogue)));
  return found.size === 1 ? [...found][0] : undefined;
}

/** As the variables of the device say it. */
export function statedSignaling({ settings: { SIG, SIG_IN_USE } = {} }: Device): Signaling | undefined {
  if (SIG === "1" || SIG_IN_USE?.toUpperCase() === "H323") return "itu";
  return SIG === "2" || SIG_IN_USE?.toUpperCase() === "SIP" ? "sip" : undefined;
}

function signalingOfFamily(id: FamilyId, catalogue: Catalogue): Signaling | undefined {
  const family = catalogue.family(id);
  const traits = family && traitsOf(family.generation, catalogue);
  return traits?.has("speaks-sip") ? "sip" : traits?.has("speaks-itu") ? "itu" : undefined;
}

// Sources: guides of the 1600 and 9600 Series, the template of settings files (`SIG`), upgrade files of the vendor.

const either = (name: string) => ({ sip: name, itu: name, unknown: name });
const bySignaling = (product: string) => ({ sip: `${product}Supgrade.txt`, itu: `${product}Hupgrade.txt` });

const firstFiles: Readonly<Record<string, Partial<Record<Signaling | "unknown", string>>>> = {
  Avaya1600: either("16xxupgrade.txt"),
  Avaya9600H323: either("96xxupgrade.txt"),
  Avaya9600SIP: either("96xxupgrade.txt"),
  Avaya96x1H323: bySignaling("96x1"),
  Avaya96x1SIP: bySignaling("96x1"),
  AvayaB189: either("B189Hupgrade.txt"),
  AvayaJ100: bySignaling("J100"),
  AvayaJ100H323: bySignaling("J100"),
};

/** The upgrade script that a device asks for first; undefined when that is not known. */
export function firstFileOf(
  { family }: Device,
  signaling: Signaling | undefined,
  catalogue: Catalogue,
): string | undefined {
  const generation = catalogue.family(family)?.generation ?? "";
  return Object.hasOwn(firstFiles, generation) ? firstFiles[generation]?.[signaling ?? "unknown"] : undefined;
}
