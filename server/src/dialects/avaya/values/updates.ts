import * as l10n from "@vscode/l10n";
import type { Problem } from "../../../text/span";
import { daysOfMonth } from "../../../values/calendar";
import { whole } from "../../../values/number";
import type { ValueType } from "../../../values/valueType";
import { weekdays } from "./daylight";
import { isUnjudged, partsOf, replaceWith } from "./problems";

// window = hour "," hour ; hour = 0 to 23
// days = day *("," day) ; day = [1 to 5] weekday
// time = YYYY-MM-DDThh:mm

/** Hours between which automatic updates begin. */
export const updateWindow: ValueType = {
  id: "UpdateWindow",
  check(text) {
    if (isUnjudged(text) || readWindow(text)) return [];
    return [
      {
        code: "update/window-form",
        severity: "warning",
        message: l10n.t("`{0}` is not two hours from 0 to 23. The phone uses `2,4`.", text),
        span: whole(text),
      },
    ];
  },
  describe(text) {
    const hours = readWindow(text);
    if (!hours) return undefined;
    const [first, last] = hours;
    if (first === last) return l10n.t("at any time of the day");
    const [from, to] = [clockOf(first), clockOf(last)];
    return last < first
      ? l10n.t("between {0} and {1} of the next day", from, to)
      : l10n.t("between {0} and {1}", from, to);
  },
  complete: (text) => ["2,4", "22,4", "0,0"].map((label) => ({ label, kind: "value", replace: whole(text) })),
  tokens: (text) => partsOf(text, ",").map(({ span }) => ({ span, kind: "number" })),
};

function readWindow(text: string): readonly [number, number] | undefined {
  const match = /^(\d{1,2}),(\d{1,2})$/.exec(text);
  const [first, last] = [Number(match?.[1]), Number(match?.[2])];
  return match && first <= 23 && last <= 23 ? [first, last] : undefined;
}

function clockOf(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}

/** Days of automatic updates. */
export const updateDays: ValueType = {
  id: "UpdateDays",
  check(text) {
    if (isUnjudged(text)) return [];
    const problems: Problem[] = [];
    for (const { text: day, span } of partsOf(text, ",")) {
      if (/^[1-5]?(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)$/i.test(day)) continue;
      const [, number = "", word = ""] = /^([1-5]?)(\w*)$/.exec(day) ?? [];
      const near = weekdays.find(
        (each) => word.length > 1 && word.toLowerCase().startsWith(each.toLowerCase().slice(0, 2)),
      );
      problems.push({
        code: "update/day-form",
        severity: "warning",
        message:
          near === undefined
            ? l10n.t(
                "`{0}` is not a day. Use `Mon`, or `3Mon` for the third Monday of a month. The phone ignores it.",
                day,
              )
            : l10n.t("`{0}` is not a day. Did you mean `{1}`? The phone ignores it.", day, number + near),
        span: span.end > span.start ? span : whole(text),
        ...(near !== undefined && replaceWith(span, number + near)),
      });
    }
    return problems;
  },
  complete(text, offset) {
    const start = text.lastIndexOf(",", offset - 1) + 1;
    const end = text.indexOf(",", offset);
    const replace = { start, end: end < 0 ? text.length : end };
    return weekdays.map((label) => ({ label, kind: "value", replace }));
  },
  tokens: (text) => partsOf(text, ",").map(({ span }) => ({ span, kind: "keyword" })),
};

/** When new software may be installed. */
export const installTime: ValueType = {
  id: "InstallTime",
  check(text) {
    if (isUnjudged(text) || isTime(text)) return [];
    const meant = /^(\d{4}-\d\d-\d\d)[ tT]?(\d\d:\d\d)(?::\d\d)?$/.exec(text);
    const written = meant ? `${meant[1]}T${meant[2]}` : undefined;
    const problem: Problem = {
      code: "update/install-time-form",
      severity: "warning",
      message:
        written !== undefined && isTime(written)
          ? l10n.t("`{0}` is not a date and time. Did you mean `{1}`?", text, written)
          : l10n.t("`{0}` is not a date and time. Write it as `2026-04-12T23:20`.", text),
      span: whole(text),
    };
    return [written !== undefined && isTime(written) ? { ...problem, ...replaceWith(whole(text), written) } : problem];
  },
  describe(text) {
    if (!isTime(text)) return undefined;
    const [date = "", clock = ""] = text.split("T");
    return l10n.t("New software is ignored before {0}, {1} local time.", date, clock);
  },
  tokens: (text) => [{ span: whole(text), kind: "number" }],
};

function isTime(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/.exec(text);
  if (!match) return false;
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [number, number, number, number, number];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const most = month === 2 && !isLeap ? 28 : (daysOfMonth[month - 1] ?? 0);
  return day >= 1 && day <= most && hour <= 23 && minute <= 59;
}
