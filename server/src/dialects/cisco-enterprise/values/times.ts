import * as l10n from "@vscode/l10n";
import type { Problem, Span } from "../../../text/span";
import { weekdayName } from "../../../values/calendar";
import { whole } from "../../../values/number";
import type { ValueType } from "../../../values/valueType";

// Dates and times of files that Unified CM makes.

const template = /^([DMY]{1,2})([./-])([DMY]{1,2})\2([DMY]{1,2})([Aa]?)$/;

const letters: Readonly<Record<string, string>> = { D: "31", DD: "31", M: "12", MM: "12", Y: "26", YY: "2026" };

/** `D.M.Y`, with A for a clock of 12 hours. */
export const dateTemplate: ValueType = {
  id: "DateTemplate",
  check(text) {
    if (isTemplate(text) || !/^[a-z]+[^a-z]+[a-z]/i.test(text)) return [];
    const message = l10n.t("`{0}` is not a valid date template. Use a form such as `D.M.Y` or `M/D/YA`.", text);
    return [{ code: "value/bad-date-template", severity: "warning", message, span: whole(text) }];
  },
  describe(text) {
    const [, first = "", sign = "", second = "", third = "", hours = ""] = template.exec(text) ?? [];
    if (!isTemplate(text)) return undefined;
    const date = [first, second, third].map((part) => letters[part] ?? part).join(sign);
    return hours === "" ? l10n.t("{0}, clock of 24 hours", date) : l10n.t("{0}, clock of 12 hours", date);
  },
  complete: (text) =>
    ["D.M.Y", "D/M/Y", "M/D/YA", "Y-M-D"].map((label) => ({ label, kind: "value", replace: whole(text) })),
  tokens: (text) => [{ span: whole(text), kind: "keyword" }],
};

function isTemplate(text: string): boolean {
  const [, first = "", , second = "", third = ""] = template.exec(text) ?? [];
  return (
    [first, second, third]
      .map((part) => part[0] ?? "")
      .sort()
      .join("") === "DMY"
  );
}

/** `HH:MM`, a time or a duration. */
export const clockTime: ValueType = {
  id: "ClockTime",
  check(text) {
    const [, hours, minutes] = /^(\d+):(\d+)$/.exec(text) ?? [];
    if (hours === undefined || minutes === undefined) return [];
    return Number(hours) <= 24 && Number(minutes) <= 59 && minutes.length === 2
      ? []
      : [wrongTime(whole(text), l10n.t("`{0}` is not a valid time. Use hours and minutes, such as `08:30`.", text))];
  },
  tokens: (text) => [{ span: whole(text), kind: "number" }],
};

/** `1,7`: Sunday and Saturday. */
export const daysOfWeek: ValueType = {
  id: "DaysOfWeek",
  check(text) {
    if (!/^[\d\s,]+$/.test(text)) return [];
    return [...text.matchAll(/\d+/g)]
      .filter(([day]) => Number(day) < 1 || Number(day) > 7)
      .map(({ 0: day, index }) =>
        wrongTime(
          { start: index, end: index + day.length },
          l10n.t("Day {0} does not exist. Use 1, Sunday, to 7, Saturday.", day),
        ),
      );
  },
  describe(text) {
    const names = text.split(",").map((day) => weekdayName(Number(day.trim()) - 1));
    return names.every((name) => name !== undefined) ? names.join(", ") : undefined;
  },
  tokens: (text) =>
    [...text.matchAll(/\d+/g)].map(({ 0: day, index }) => ({
      span: { start: index, end: index + day.length },
      kind: "number" as const,
    })),
};

function wrongTime(span: Span, message: string): Problem {
  return { code: "value/bad-time", severity: "warning", message, span };
}
