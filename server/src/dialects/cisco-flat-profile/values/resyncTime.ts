import * as l10n from "@vscode/l10n";
import type { ValueType } from "../../../values/valueType";

// HHmm: specification section 6.2.

/** Resync_At: four digits; 2400 is the end of the day. Anything else is ignored by the phone. */
export function readResyncAt(text: string): { hour: number; minute: number } | "invalid-ignored" {
  const match = /^(\d{2})(\d{2})$/.exec(text);
  const hour = Number(match?.[1]);
  const minute = Number(match?.[2]);
  if (!match || minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return "invalid-ignored";
  return { hour, minute };
}

export const resyncTime: ValueType = {
  id: "ResyncTime",
  check(text) {
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
  },
  hint(text) {
    const read = readResyncAt(text);
    return read === "invalid-ignored" ? undefined : l10n.t("Daily at {0}", clock(read));
  },
  describe(text, at) {
    return resyncTime.hint?.(text, at);
  },
  tokens: (text) => [{ span: { start: 0, end: text.length }, kind: "number" }],
};

function clock({ hour, minute }: { hour: number; minute: number }): string {
  return `${String(hour % 24).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
