import * as l10n from "@vscode/l10n";
import type { Problem, Span } from "../../../text/span";
import { monthName, weekdayName } from "../../../values/calendar";
import { pairOf, readPairs } from "../../../values/keyValue";
import { pairTokens } from "../../../values/pairTokens";
import type { ValueType } from "../../../values/valueType";

// start=month/day/weekday[/time];end=…;save=[/][+-]time : specification section 9.2.

export interface When {
  readonly month: number;
  /** Negative: counted from the end of the month. */
  readonly day: number;
  /** 1 Monday to 7 Sunday; 0: exactly the day. */
  readonly weekday: number;
  /** Seconds after midnight. */
  readonly time: number;
}

export interface DaylightRule {
  readonly start: When | undefined;
  readonly end: When | undefined;
  readonly saveSeconds: number | undefined;
  readonly problems: readonly Problem[];
}

export function readDaylightRule(text: string): DaylightRule {
  const problems: Problem[] = [];
  const pairs = readPairs(text);
  const whole = { start: 0, end: text.length };
  const part = (key: string) => {
    const pair = pairOf(pairs, key);
    if (!pair)
      problems.push({
        code: "dst/missing-part",
        severity: "warning",
        message: l10n.t("Missing `{0}=`. The phone keeps standard time.", key),
        span: whole,
      });
    return pair;
  };
  const start = part("start");
  const end = part("end");
  const save = pairOf(pairs, "save");
  for (const pair of pairs) {
    if (!/^(?:start|end|save)$/i.test(pair.key)) {
      problems.push({
        code: "dst/unknown-part",
        severity: "warning",
        message: l10n.t(
          "Unknown part `{0}`. A daylight saving rule has `start=`, `end=` and `save=`.",
          pair.key || pair.value,
        ),
        span: pair.key === "" ? pair.span : pair.keySpan,
      });
    }
  }
  const saved = save && readTime(save.value.replace(/^\//, ""), true);
  if (save && saved === undefined)
    problems.push({
      code: "dst/bad-time",
      severity: "warning",
      message: l10n.t("`{0}` is not a valid time for `save=`. Use hours, such as `1` or `0:30`.", save.value),
      span: save.valueSpan,
    });
  return {
    start: start && readWhen(start.value, start.valueSpan, problems),
    end: end && readWhen(end.value, end.valueSpan, problems),
    saveSeconds: saved ?? (save ? undefined : 3600),
    problems,
  };
}

function readWhen(text: string, span: Span, problems: Problem[]): When | undefined {
  const [month = "", day = "", weekday = "", ...rest] = text.split("/").map((part) => part.trim());
  const time = rest.length === 0 ? 0 : readTime(rest.join("/"), false);
  const bad = (message: string) => {
    problems.push({ code: "dst/bad-date", severity: "warning", message, span });
    return undefined;
  };
  if (!/^\d{1,2}$/.test(month) || Number(month) < 1 || Number(month) > 12)
    return bad(l10n.t("`{0}` is not a valid month. Use 1 to 12.", month));
  if (!/^[+-]?\d{1,2}$/.test(day) || Math.abs(Number(day)) < 1 || Math.abs(Number(day)) > 31)
    return bad(l10n.t("`{0}` is not a valid day. Use 1 to 31, or -1 to -31 to count from the end of the month.", day));
  if (!/^[0-7]$/.test(weekday))
    return bad(l10n.t("`{0}` is not a valid weekday. Use 1 (Monday) to 7 (Sunday), or 0 for the exact day.", weekday));
  if (Number(weekday) === 0 && Number(day) < 0) return bad(l10n.t("The day must be positive when the weekday is 0."));
  if (time === undefined) return bad(l10n.t("`{0}` is not a valid time. Use hours:minutes:seconds.", rest.join("/")));
  return { month: Number(month), day: Number(day), weekday: Number(weekday), time };
}

function readTime(text: string, signed: boolean): number | undefined {
  const match = /^([+-]?)(\d{1,2})(?::(\d{0,2}))?(?::(\d{0,2}))?$/.exec(text.trim());
  if (!match || (match[1] && !signed)) return undefined;
  if (Number(match[2]) > 24 || Number(match[3] || 0) > 59 || Number(match[4] || 0) > 59) return undefined;
  const total = Number(match[2]) * 3600 + Number(match[3] || 0) * 60 + Number(match[4] || 0);
  return match[1] === "-" ? -total : total;
}

/** A local date and time: `2025-03-30 02:00:00`. */
export function whenIn(year: number, when: When): string {
  const day = dayOf(year, when);
  const date = fromDayNumber(dayNumber(year, when.month, 1) + day - 1);
  const pad = (n: number) => String(n).padStart(2, "0");
  return `${date.year}-${pad(date.month)}-${pad(date.day)} ${pad(Math.floor(when.time / 3600))}:${pad(Math.floor(when.time / 60) % 60)}:${pad(when.time % 60)}`;
}

/** A day and time in words: Sunday, 30 March 2025, 02:00. */
export function whenInWords(year: number, when: When): string {
  const { year: itsYear, month, day } = fromDayNumber(dayNumber(year, when.month, 1) + dayOf(year, when) - 1);
  const weekday = weekdayName(weekdayOf(itsYear, month, day) % 7) ?? "";
  return l10n.t("{0}, {1} {2} {3}, {4}", weekday, day, monthName(month) ?? "", itsYear, clockOf(when.time));
}

/** Counted from 1 January of a leap year, roughly where the weekday decides. */
export function dayOfYear({ month, day, weekday }: When): number {
  const first = dayNumber(2024, month, 1) - dayNumber(2024, 1, 1);
  if (weekday === 0) return first + day;
  const middle = day > 0 ? day + 3 : (day === -1 ? daysIn(2024, month) : -day) - 3;
  return first + middle;
}

/** Day of the month, possibly beyond its end when the first such weekday falls into the next one. */
function dayOf(year: number, { month, day, weekday }: When): number {
  if (weekday === 0) return day;
  if (day > 0) {
    const from = weekdayOf(year, month, day);
    return day + ((weekday - from + 7) % 7);
  }
  // -1 means the last one of the month; other negative days the last one on or before that day.
  const last = day === -1 ? daysIn(year, month) : Math.min(-day, daysIn(year, month));
  const from = weekdayOf(year, month, last);
  return last - ((from - weekday + 7) % 7);
}

function daysIn(year: number, month: number): number {
  return dayNumber(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - dayNumber(year, month, 1);
}

/** Days since 1 March of year 0; pure calendar arithmetic without time zones. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
}

function fromDayNumber(days: number): { year: number; month: number; day: number } {
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** 1 Monday to 7 Sunday; 1 March of year 0 was a Wednesday. */
function weekdayOf(year: number, month: number, day: number): number {
  return ((((dayNumber(year, month, day) + 2) % 7) + 7) % 7) + 1;
}

function clockOf(time: number): string {
  const pad = (n: number) => String(n).padStart(2, "0");
  return `${pad(Math.floor(time / 3600))}:${pad(Math.floor(time / 60) % 60)}`;
}

function inWords({ month, day, weekday, time }: When): string {
  const clock = clockOf(time);
  const name = weekdayName(weekday % 7) ?? "";
  if (weekday === 0) return l10n.t("on day {0} of month {1} at {2}", day, month, clock);
  if (day === -1) return l10n.t("on the last {0} of month {1} at {2}", name, month, clock);
  return day > 0
    ? l10n.t("on the first {0} on or after day {1} of month {2} at {3}", name, day, month, clock)
    : l10n.t("on the last {0} on or before day {1} of month {2} at {3}", name, -day, month, clock);
}

export const daylightSaving: ValueType = {
  id: "DaylightSavingRule",
  check: (text) => [...readDaylightRule(text).problems],
  describe(text) {
    const { start, end, saveSeconds } = readDaylightRule(text);
    if (!start || !end) return undefined;
    return l10n.t(
      "Daylight saving time begins {0} and ends {1}. The clock moves by {2} min.",
      inWords(start),
      inWords(end),
      (saveSeconds ?? 3600) / 60,
    );
  },
  complete: (text) =>
    [
      { label: l10n.t("European Union"), insert: "start=3/-1/7/2;end=10/-1/7/3;save=1" },
      { label: l10n.t("United States and Canada"), insert: "start=3/8/7/2;end=11/1/7/2;save=1" },
    ].map((item) => ({
      ...item,
      kind: "snippet" as const,
      detail: item.insert,
      replace: { start: 0, end: text.length },
    })),
  tokens: pairTokens,
};
