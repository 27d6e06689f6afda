import * as l10n from "@vscode/l10n";
import type { KeyMaps, KeyPage, MappedKey } from "../../preview/keyMap";
import type { Setting } from "../../profile/setting";
import type { Catalogue } from "../../schema/catalogue";
import { labelOf } from "../../values/choice";
import { indexed, itemOf, modelOf } from "./items";
import { companions, fixedKeys, functionItem, keyItems, keyPlace, keysOf, labelItems } from "./keys";

/** More keys than a phone with modules has. */
const maxKeys = 500;

/** Items with the number of a key. */
const keyed: ReadonlySet<string> = new Set([...keyItems, ...Object.values(companions)]);
const alsoOfKeys = /^(?:stimulus-|blf-|locked-function-keys$)/;

export const keyMaps: KeyMaps = {
  models: (catalogue) =>
    catalogue.families.flatMap(({ models }) => models.flatMap(({ model, lineKeys }) => (lineKeys ? [model] : []))),
  of(document, device, catalogue) {
    const [profile] = document.profiles;
    const model = profile ? modelOf(profile, device) : device.certainty === "stated" ? device.model : undefined;
    const runs = keysOf(model, catalogue);
    const set = profile
      ? settingsByKey(profile.settings(), (setting) => profile.inEffect(setting.name) === setting)
      : [];
    const found = new Map(set);
    const key = (number: number) => keyOf(number, found.get(number) ?? [], catalogue);
    const pages: KeyPage[] = [];
    const shown = new Set<number>();
    for (const { unit, level, first, last } of runs ?? []) {
      const numbers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
      for (const number of numbers) shown.add(number);
      // A module may not be there.
      if (unit > 0 && !numbers.some((number) => found.has(number))) continue;
      pages.push({ title: pageTitle(unit, level), keys: numbers.map(key) });
    }
    const others = [...found.keys()].filter((number) => !shown.has(number)).sort((a, b) => a - b);
    return {
      ...(runs && model !== undefined && { model }),
      pages: [...pages, ...otherPages(others, key, runs !== undefined)],
    };
  },
};

/** Keys that the model does not have, fixed keys, and all keys of an unknown model. */
function otherPages(
  numbers: readonly number[],
  key: (number: number) => MappedKey,
  isKnown: boolean,
): readonly KeyPage[] {
  const pages = new Map<string, number[]>();
  for (const number of numbers) {
    const place = keyPlace(number);
    const title =
      number > fixedKeys
        ? l10n.t("Fixed keys")
        : isKnown || !place
          ? l10n.t("Keys that the phone does not have")
          : pageTitle(place.unit, place.level);
    const found = pages.get(title);
    if (found) found.push(number);
    else pages.set(title, [number]);
  }
  return [...pages].map(([title, found]) => ({ title, keys: found.map(key) }));
}

function pageTitle(unit: number, level: number): string {
  if (unit === 0) return level === 1 ? l10n.t("Phone") : l10n.t("Phone, second level");
  return level === 1 ? l10n.t("Key module {0}", unit) : l10n.t("Key module {0}, second level", unit);
}

function settingsByKey(
  settings: Iterable<Setting>,
  isInEffect: (setting: Setting) => boolean,
): readonly (readonly [number: number, settings: readonly Setting[]])[] {
  const keys = new Map<number, Setting[]>();
  for (const setting of settings) {
    const { base, index } = itemOf(setting);
    if (index === undefined || !/^\d{1,4}$/.test(index) || !(keyed.has(base) || alsoOfKeys.test(base))) continue;
    if (setting.isStatus || !isInEffect(setting)) continue;
    const number = Number(index);
    const found = keys.get(number);
    if (found) found.push(setting);
    else if (keys.size < maxKeys) keys.set(number, [setting]);
  }
  return [...keys];
}

function keyOf(number: number, settings: readonly Setting[], catalogue: Catalogue): MappedKey {
  const named = (name: string) => settings.find((setting) => itemOf(setting).base === name);
  const setting = named(functionItem);
  const isUsed = setting !== undefined && !setting.isEmpty && setting.text !== "0";
  const label = labelItems.map(named).find((found) => found !== undefined && (found.templated || !found.isEmpty));
  const isLost = label !== undefined && !isUsed && !label.templated;
  return {
    number: String(number),
    ...(label && { label }),
    ...(setting && !setting.isEmpty && { does: { setting, words: functionInWords(setting, catalogue) } }),
    more: settings.flatMap((each) =>
      each === setting || each === label ? [] : [{ name: itemOf(each).base, setting: each }],
    ),
    ...(isLost && { lacks: l10n.t("The key has a label and no function.") }),
  };
}

/** `59 · busy lamp (BLF)` */
function functionInWords(setting: Setting, catalogue: Catalogue): string {
  const parameter = catalogue.findPattern(indexed(functionItem, 1))?.parameter;
  const words = parameter && labelOf(setting.text, parameter);
  return words === undefined ? setting.text : `${setting.text} · ${words}`;
}
