import * as l10n from "@vscode/l10n";
import type { Problem } from "../../../text/span";
import { daysOfMonth, monthName, weekdayName } from "../../../values/calendar";
import { whole } from "../../../values/number";
import type { ValueType } from "../../../values/valueType";
import { isUnjudged, replaceWith } from "./problems";

// day = ordinal weekday month hour zone / date month hour zone
// ordinal = "1" / "2" / "3" / "4" / "L" ; date = 1*2DIGIT / "L" ; hour = DIGIT ; zone = "L" / "U"

export const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
export const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** When daylight saving time begins or ends. */
export interface DaylightDay {
  /** Of the weekday in the month, or the day of the month; `last` of either. */
  readonly ordinal: number | "last";
  /** 0 Sunday to 6 Saturday; undefined for a day of the month. */
  readonly weekday: number | undefined;
  /** 1 to 12. */
  readonly month: number;
  readonly hour: number;
  readonly isUtc: boolean;
}

export function readDaylightDay(text: string): DaylightDay | undefined {
  const match =
    /^(\d{1,2}|L)(Sun|Mon|Tue|Wed|Thu|Fri|Sat)?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(\d)([LU])$/i.exec(
      text,
    );
  if (!match) return undefined;
  const [, first = "", day, month = "", hour = "", zone = ""] = match;
  const monthAt = indexOf(months, month);
  const ordinal = first.toUpperCase() === "L" ? "last" : Number(first);
  const most = day === undefined ? (daysOfMonth[monthAt] ?? 31) : 4;
  if (ordinal !== "last" && (ordinal < 1 || ordinal > most)) return undefined;
  return {
    ...{ ordinal, weekday: day === undefined ? undefined : indexOf(weekdays, day), month: monthAt + 1 },
    ...{ hour: Number(hour), isUtc: zone.toUpperCase() === "U" },
  };
}

function indexOf(words: readonly string[], word: string): number {
  return words.findIndex((each) => each.toLowerCase() === word.toLowerCase());
}

const usual = [
  { first: "DSTSTART", text: "2SunMar2L", where: () => l10n.t("United States and Canada") },
  { first: "DSTSTART", text: "LSunMar2L", where: () => l10n.t("Central Europe") },
  { first: "DSTSTART", text: "LSunMar1U", where: () => l10n.t("European Union") },
  { first: "DSTSTART", text: "1SunOct2L", where: () => l10n.t("South-eastern Australia") },
  { first: "DSTSTOP", text: "1SunNov2L", where: () => l10n.t("United States and Canada") },
  { first: "DSTSTOP", text: "LSunOct3L", where: () => l10n.t("Central Europe") },
  { first: "DSTSTOP", text: "LSunOct1U", where: () => l10n.t("European Union") },
  { first: "DSTSTOP", text: "1SunApr3L", where: () => l10n.t("South-eastern Australia") },
];

/** `2SunMar2L`, `25Mar2L` */
export const daylightDay: ValueType = {
  id: "DaylightSavingDay",
  check(text) {
    if (isUnjudged(text) || readDaylightDay(text)) return [];
    const meant = meantBy(text);
    const problem: Problem = {
      code: "time/daylight-form",
      severity: "warning",
      message:
        meant === undefined
          ? l10n.t("`{0}` is not a day of daylight saving time. Write it as `2SunMar2L` or `25Mar2L`.", text)
          : l10n.t("`{0}` is outside of the documented form. Did you mean `{1}`?", text, meant),
      span: whole(text),
    };
    return [meant === undefined ? problem : { ...problem, ...replaceWith(whole(text), meant) }];
  },
  describe(text) {
    const day = readDaylightDay(text);
    return day && inWords(day);
  },
  hint(text) {
    const day = readDaylightDay(text);
    if (!day) return undefined;
    const month = months[day.month - 1] ?? "";
    const clock = clockOf(day);
    if (day.weekday === undefined)
      return `${day.ordinal === "last" ? l10n.t("last day") : day.ordinal} ${month} ${clock}`;
    return `${ordinals[String(day.ordinal)]?.() ?? ""} ${weekdays[day.weekday]} ${month} ${clock}`;
  },
  complete: (text, _offset, at) =>
    usual
      .filter(({ first }) => first === at.parameter.name)
      .map(({ text: label, where }) => ({ label, kind: "value", replace: whole(text), detail: where() })),
  tokens(text) {
    const match = /^(\d{1,2}|L)(\D{3})?(\D{3})(\d)([LU])$/i.exec(text);
    if (!match) return [];
    let at = 0;
    const kinds = ["number", "keyword", "keyword", "number", "operator"] as const;
    return match.slice(1).flatMap((part, i) => {
      if (part === undefined) return [];
      const span = { start: at, end: at + part.length };
      at = span.end;
      return [{ span, kind: kinds[i] ?? "keyword" }];
    });
  },
};

const ordinals: Readonly<Record<string, () => string>> = {
  1: () => l10n.t("1st"),
  2: () => l10n.t("2nd"),
  3: () => l10n.t("3rd"),
  4: () => l10n.t("4th"),
  last: () => l10n.t("last"),
};

function inWords(day: DaylightDay): string {
  const month = monthName(day.month) ?? "";
  const clock = day.isUtc ? l10n.t("{0} UTC", clockOf(day)) : l10n.t("{0} local", clockOf(day));
  if (day.weekday !== undefined) {
    const weekday = weekdayName(day.weekday) ?? "";
    return l10n.t("{0} {1} of {2}, {3}", ordinals[String(day.ordinal)]?.() ?? "", weekday, month, clock);
  }
  return day.ordinal === "last"
    ? l10n.t("last day of {0}, {1}", month, clock)
    : l10n.t("{0} {1}, {2}", day.ordinal, month, clock);
}

function clockOf({ hour }: DaylightDay): string {
  return `0${hour}:00`;
}

/** A fifth weekday is the last one; hours have one digit, and the letter may be missing. */
function meantBy(text: string): string | undefined {
  const match =
    /^(\d|L|last)?\s*(Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*\s*(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s*0?(\d)(?::00)?\s*([LU])?$/i.exec(
      text,
    );
  if (!match) return undefined;
  const [, ordinal = "", weekday = "", month = "", hour = "", zone = "L"] = match;
  if (ordinal === "") return undefined;
  const first = /^[1-4]$/.test(ordinal) ? ordinal : "L";
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
  const written = `${first}${capital(weekday)}${capital(month)}${hour}${zone.toUpperCase()}`;
  return readDaylightDay(written) ? written : undefined;
}
