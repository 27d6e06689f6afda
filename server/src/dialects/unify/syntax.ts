import * as l10n from "@vscode/l10n";
import type { Dialect } from "../dialect";
import { indexed, itemOf } from "./items";
import { fixedKeys, keyItems, keyPlace } from "./keys";
import { format } from "./policy";

/** Attributes of an item with their meaning; the index of a key says which key it is. */
export const syntaxAt: NonNullable<Dialect["syntaxAt"]> = (setting, inside) => {
  const found = format.syntaxAt(setting, inside);
  const { base, index } = itemOf(setting);
  const text = setting.segment.text.slice(found?.span.start, found?.span.end);
  const isKey = keyItems.includes(base) || /^(?:stimulus|blf|select-dial|repertory)/.test(base);
  if (!found || !text.startsWith("index") || !isKey || index === undefined) return found;
  const words = keyInWords(Number(index));
  return words === undefined ? found : { ...found, page: `**${indexed(base, index)}** — ${words}` };
};

/** Undefined for a number that no key has. */
function keyInWords(number: number): string | undefined {
  if (number > fixedKeys) return l10n.t("fixed key {0}", number);
  const place = keyPlace(number);
  if (!place) return undefined;
  const { unit, level, key } = place;
  if (unit === 0)
    return level === 2
      ? l10n.t("key {0} of the phone, second level (after the shift key)", key)
      : l10n.t("key {0} of the phone", key);
  return level === 2
    ? l10n.t("key {0} of key module {1}, second level (after the shift key)", key, unit)
    : l10n.t("key {0} of key module {1}", key, unit);
}
