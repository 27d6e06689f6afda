import * as l10n from "@vscode/l10n";

/** Days of each month at most. */
export const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const weekdays = [
  () => l10n.t("Sunday"),
  () => l10n.t("Monday"),
  () => l10n.t("Tuesday"),
  () => l10n.t("Wednesday"),
  () => l10n.t("Thursday"),
  () => l10n.t("Friday"),
  () => l10n.t("Saturday"),
];

const months = [
  () => l10n.t("January"),
  () => l10n.t("February"),
  () => l10n.t("March"),
  () => l10n.t("April"),
  () => l10n.t("May"),
  () => l10n.t("June"),
  () => l10n.t("July"),
  () => l10n.t("August"),
  () => l10n.t("September"),
  () => l10n.t("October"),
  () => l10n.t("November"),
  () => l10n.t("December"),
];

/** 0 Sunday to 6 Saturday; undefined for other numbers. */
export function weekdayName(weekday: number): string | undefined {
  return weekdays[weekday]?.();
}

/** 1 January to 12 December; undefined for other numbers. */
export function monthName(month: number): string | undefined {
  return months[month - 1]?.();
}
