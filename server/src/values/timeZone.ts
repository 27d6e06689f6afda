import * as l10n from "@vscode/l10n";
import type { EffectiveParameter } from "../schema/model";
import type { Problem } from "../text/span";
import { choice } from "./choice";
import { whole } from "./number";
import type { ValueType } from "./valueType";
import { namesOfZone, type ZoneNames, zonesNamed } from "./zoneNames";

// GMT with a signed offset of two and two digits, from the phone's list.

/** Zones that share an abbreviation: `CST` is American and Chinese. */
const maxZones = 4;
/** Countries that are named beside a zone. */
const maxPlaces = 2;

export const timeZone: ValueType = {
  ...choice,
  id: "TimeZone",
  check(text, at) {
    if (at.options.length === 0 || at.options.includes(text) || text === at.default) return [];
    const meant = zoneName(text);
    if (meant === undefined || !at.options.includes(meant)) return named(text, at) ?? choice.check(text, at);
    return [
      {
        code: "value/not-an-option",
        severity: "warning",
        message: l10n.t("Unknown option `{0}`. Did you mean `{1}`?", text, meant),
        span: whole(text),
        fixes: [{ title: l10n.t("Replace with `{0}`", meant), edits: [{ span: whole(text), text: meant }] }],
      },
    ];
  },
  describe: (text) => {
    const zone = zoneOf(text);
    return zone && inWords(zone, zone.places.length);
  },
  complete: (text, offset, at) =>
    (choice.complete?.(text, offset, at) ?? []).map((item) => {
      const zone = zoneOf(item.label);
      if (!zone) return item;
      const filter = [item.label, ...zone.abbreviations, ...zone.places].join(" ");
      const detail = [...(item.detail ? [item.detail] : []), inWords(zone)].join(" · ");
      return { ...item, filter, detail };
    }),
};

/** A zone by the name of its country or its abbreviation, which may be that of several. */
function named(text: string, at: EffectiveParameter): Problem[] | undefined {
  const zones = zonesNamed(text).flatMap((zone) => {
    const option = optionOf(zone, at);
    return option === undefined ? [] : [{ option, words: inWords(zone) }];
  });
  if (zones.length === 0) return undefined;
  return [
    {
      code: "value/not-an-option",
      severity: "warning",
      message: l10n.t(
        "`{0}` is not a time zone of the phone. Use an offset from GMT, such as `{1}`.",
        text,
        zones[0]?.option ?? "",
      ),
      span: whole(text),
      fixes: zones.slice(0, maxZones).map(({ option, words }) => ({
        title: l10n.t("Replace with `{0}` ({1})", option, words),
        edits: [{ span: whole(text), text: option }],
        ...(zones.length > 1 && { isGuess: true }),
      })),
    },
  ];
}

function optionOf({ offset }: ZoneNames, { options }: EffectiveParameter): string | undefined {
  const option = offset === "+00:00" ? "GMT" : `GMT${offset}`;
  return options.includes(option) ? option : undefined;
}

function zoneOf(option: string): ZoneNames | undefined {
  return namesOfZone(option === "GMT" ? "+00:00" : option.slice("GMT".length));
}

/** Its abbreviation and the first of its countries. */
function inWords({ abbreviations: [first], places }: ZoneNames, max = maxPlaces): string {
  return [...(first === undefined ? [] : [first]), ...places.slice(0, max)].join(", ");
}

/** An offset from Greenwich in the spelling of the phones: `GMT+3`, `UTC +3:00`, `+0300`, `GMT+3.5`. */
function zoneName(text: string): string | undefined {
  const folded = text.replace(/\s+/g, "").replace(/[\u2212\u2013]/g, "-");
  const match = /^(?:GMT|UTC|Z)?(?:([+-])(\d{1,2})(?:[:.h]?([0-5]\d)|(\.5))?)?$/i.exec(folded);
  if (!match || folded === "") return undefined;
  const [, sign = "+", hours = "0", minutes = "00", half] = match;
  const offset = `${hours.padStart(2, "0")}:${half ? "30" : minutes}`;
  return offset === "00:00" ? "GMT" : `GMT${sign}${offset}`;
}
