import * as l10n from "@vscode/l10n";
import { notOfType } from "./number";
import type { ValueType } from "./valueType";

// HHmm, HH:mm or HH/mm: specification sections 6.2 and 9.3.

/** Resync_At: four digits; 2400 is the end of the day. Anything else is ignored by the phone. */
export function readResyncAt(text: string): { hour: number; minute: number } | "invalid-ignored" {
  const match = /^(\d{2})(\d{2})$/.exec(text);
  const hour = Number(match?.[1]);
  const minute = Number(match?.[2]);
  if (!match || minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return "invalid-ignored";
  return { hour, minute };
}

export const timeOfDay: ValueType = {
  id: "TimeOfDay",
  check(text, at) {
    if (at.name.startsWith("Resync_At")) {
      if (readResyncAt(text) !== "invalid-ignored") return [];
      const meant = text.replace(/^(\d{1,2})[:.]?(\d{2})$/, "$1$2").padStart(4, "0");
      return [
        {
          code: "resync/bad-time",
          severity: "warning",
          message: l10n.t(
            "`{0}` is not a valid time of day. Use four digits from `0000` to `2400`. The phone ignores the value.",
            text,
          ),
          span: { start: 0, end: text.length },
          ...(readResyncAt(meant) !== "invalid-ignored" && {
            fixes: [
              {
                title: l10n.t("Replace with `{0}`", meant),
                edits: [{ span: { start: 0, end: text.length }, text: meant }],
              },
            ],
          }),
        },
      ];
    }
    const match = /^-?(\d{1,2})[:/]?(\d{2})(?:[:/](\d{2}))?(?:\s*[ap]m)?$/i.exec(text);
    if (match && Number(match[1]) <= 24 && Number(match[2]) <= 59 && Number(match[3] ?? 0) <= 59) return [];
    return [notOfType(text, at, l10n.t("`{0}` is not a valid time of day. Use a form such as `01:30`.", text))];
  },
  hint(text, at) {
    const read = at.name.startsWith("Resync_At") ? readResyncAt(text) : "invalid-ignored";
    return read === "invalid-ignored" ? undefined : l10n.t("Daily at {0}", clock(read));
  },
  describe(text, at) {
    return timeOfDay.hint?.(text, at);
  },
  tokens: (text) => [{ span: { start: 0, end: text.length }, kind: "number" }],
};

function clock({ hour, minute }: { hour: number; minute: number }): string {
  return `${String(hour % 24).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** Router clock zone: offset in hours and two numbers. The guide prints the words of the web page: `(GMT-08:00) …`. */
export const ataTimeZone: ValueType = {
  id: "AtaTimeZone",
  check(text, at) {
    return /^\(GMT/i.test(text) ||
      /^[+-]?\d{1,2}(?:\.\d{1,2})? \d{1,2} \d{1,2}$/.test(text) ||
      at.options.includes(text)
      ? []
      : [
          {
            ...notOfType(
              text,
              at,
              l10n.t(
                "`{0}` is not a valid time zone of the router. Use an offset and two numbers, such as `-08 1 1`.",
                text,
              ),
            ),
            severity: "info",
          },
        ];
  },
};
