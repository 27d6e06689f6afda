import * as l10n from "@vscode/l10n";
import type { ProfileDocument } from "../profile/profileDocument";
import type { Segment, Setting } from "../profile/setting";
import type { Catalogue } from "../schema/catalogue";
import { familyOf } from "../schema/identity";
import type { DeviceChoice, FamilyId } from "../schema/model";
import { directivesIn } from "./directives";

// Which phone a file is for: a directive in the file, then what a person chose elsewhere, then a
// guess from the file. A guess orders completions and words hovers; it never makes a value wrong.

/** What a person chose outside the file; all undefined for "find out". */
export interface StatedDevice {
  readonly family?: string;
  readonly model?: string;
  readonly firmware?: string;
  /** Where it was chosen, for the status item. */
  readonly reason?: string;
}

export const unknownDevice: DeviceChoice = {
  certainty: "unknown",
  get reason() {
    return l10n.t("No setting of the file identifies the phone.");
  },
};

/** Minimum number of known names for a guess by parameter names. */
const minNames = 6;

export function chooseDevice(document: ProfileDocument, catalogue: Catalogue, stated: StatedDevice): DeviceChoice {
  return stateDevice(document, catalogue, stated) ?? guess(document, catalogue);
}

/** The phone that the file or a person names; undefined when neither does. */
export function stateDevice(
  document: ProfileDocument,
  catalogue: Catalogue,
  stated: StatedDevice,
): DeviceChoice | undefined {
  return (
    fromDirective(document, catalogue) ??
    fromWords(stated, catalogue, stated.reason ?? l10n.t("The phone was chosen in the settings."))
  );
}

function fromDirective(document: ProfileDocument, catalogue: Catalogue): DeviceChoice | undefined {
  for (const { directive } of directivesIn(document)) {
    if (directive.verb !== "device") continue;
    const words = new Map(
      directive.words.map((word) => [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)]),
    );
    const device: StatedDevice = {
      ...(words.has("family") && { family: words.get("family") as string }),
      ...(words.has("model") && { model: words.get("model") as string }),
      ...(words.has("firmware") && { firmware: words.get("firmware") as string }),
    };
    const choice = fromWords(device, catalogue, l10n.t("A comment in the file names the phone."));
    if (choice) return choice;
  }
  return undefined;
}

function fromWords(words: StatedDevice, catalogue: Catalogue, reason: string): DeviceChoice | undefined {
  const identified =
    (words.model && familyOf({ model: words.model, pn: words.model }, catalogue)) ||
    (words.firmware && familyOf({ firmware: words.firmware }, catalogue)) ||
    undefined;
  const family = words.family && catalogue.family(words.family) ? words.family : identified?.family.id;
  if (!family) return undefined;
  return {
    family,
    ...(words.model && { model: words.model }),
    ...(words.firmware && { firmware: words.firmware }),
    certainty: "stated",
    reason,
  };
}

/** What one segment shows about the phone. */
interface Evidence {
  /** A device name in a value: model, load file, PSN path. */
  readonly named: FamilyId | undefined;
  readonly namedBy: string;
  /** How many known names each family has, by family index. */
  readonly counts: Int32Array;
  readonly known: number;
}

const firmwareFiles = new WeakMap<Catalogue, RegExp>();

/** Finds the name of a firmware file in a text. */
function firmwareFile(catalogue: Catalogue): RegExp {
  let pattern = firmwareFiles.get(catalogue);
  if (!pattern) {
    const ends = new Set(catalogue.families.flatMap((family) => family.firmwareFiles ?? []));
    pattern =
      ends.size === 0
        ? /(?!)/
        : new RegExp(`[\\w.-]+(?:${[...ends].map((end) => end.replaceAll(".", "\\.")).join("|")})\\b`);
    firmwareFiles.set(catalogue, pattern);
  }
  return pattern;
}

/** The family that a setting's value names outright: the model, or a firmware load. */
function namedIn(setting: Setting, catalogue: Catalogue): FamilyId | undefined {
  if (setting.templated) return undefined;
  const { name, text } = setting;
  if (catalogue.hasRole(name, "product-name")) return familyOf({ pn: text }, catalogue)?.family.id;
  if (catalogue.hasRole(name, "firmware")) return familyOf({ firmware: text }, catalogue)?.family.id;
  if (!catalogue.hasRole(name, "firmware-rule")) return undefined;
  const load = firmwareFile(catalogue).exec(text);
  return load ? familyOf({ firmware: load[0] }, catalogue)?.family.id : undefined;
}

const evidenceOf = new WeakMap<Catalogue, WeakMap<Segment, Evidence>>();

function guess(document: ProfileDocument, catalogue: Catalogue): DeviceChoice {
  let cache = evidenceOf.get(catalogue);
  if (!cache) {
    cache = new WeakMap();
    evidenceOf.set(catalogue, cache);
  }
  const total = new Int32Array(catalogue.families.length);
  let known = 0;
  for (const segment of document.segments) {
    let evidence = cache.get(segment);
    if (!evidence) {
      evidence = weigh(segment, catalogue);
      cache.set(segment, evidence);
    }
    if (evidence.named)
      return {
        family: evidence.named,
        certainty: "guessed",
        reason: l10n.t("The value of `{0}` names the phone.", evidence.namedBy),
      };
    known += evidence.known;
    for (let i = 0; i < total.length; i++) total[i] = (total[i] as number) + (evidence.counts[i] as number);
  }
  return byCounts(total, known, catalogue);
}

function weigh(segment: Segment, catalogue: Catalogue): Evidence {
  const counts = new Int32Array(catalogue.families.length);
  let known = 0;
  for (const setting of segment.settings) {
    const named = namedIn(setting, catalogue);
    if (named) return { named, namedBy: setting.name, counts, known };
    const found = catalogue.find(setting.name, setting.path);
    if (!found) continue;
    known++;
    const mask = catalogue.familyMask(found.parameter);
    for (let i = 0; i < counts.length; i++) if (mask & (1 << i)) counts[i] = (counts[i] as number) + 1;
  }
  return { named: undefined, namedBy: "", counts, known };
}

function byCounts(total: Int32Array, known: number, catalogue: Catalogue): DeviceChoice {
  let best = 0;
  let second = -1;
  for (let i = 1; i < total.length; i++) {
    if ((total[i] as number) > (total[best] as number)) {
      second = best;
      best = i;
    } else if (second < 0 || (total[i] as number) > (total[second] as number)) second = i;
  }
  const most = total[best] ?? 0;
  const next = second < 0 ? 0 : (total[second] ?? 0);
  const family = catalogue.families[best];
  if (!family || known < minNames || most < known * 0.95 || most - next < Math.max(1, known * 0.01))
    return unknownDevice;
  return {
    family: family.id,
    certainty: "guessed",
    reason: l10n.t("This phone family has the parameters of the file."),
  };
}
