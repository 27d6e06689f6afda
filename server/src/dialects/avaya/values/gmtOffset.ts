import * as l10n from "@vscode/l10n";
import { whole } from "../../../values/number";
import type { ValueType } from "../../../values/valueType";
import { isUnjudged, replaceWith } from "./problems";

// offset = ["+" / "-"] 1*2DIGIT ":" 2DIGIT ; 0 to 12 hours, 00 to 59 minutes

/** Minutes east of Greenwich; undefined where the form is wrong. */
export function readGmtOffset(text: string): number | undefined {
  const match = /^([+-]?)(\d{1,2}):([0-5]\d)$/.exec(text);
  if (!match) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === "-" && minutes > 0 ? -minutes : minutes;
}

/** As these phones write it. */
export function gmtOffsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const pad = String(size % 60).padStart(2, "0");
  return `${minutes < 0 ? "-" : minutes > 0 ? "+" : ""}${Math.floor(size / 60)}:${pad}`;
}

const maxMinutes = 12 * 60 + 59;
const usual = [-480, -420, -360, -300, -240, -180, 0, 60, 120, 180, 240, 330, 480, 540, 600, 720];

export const gmtOffset: ValueType = {
  id: "GmtOffset",
  check(text) {
    if (isUnjudged(text)) return [];
    const minutes = readGmtOffset(text);
    if (minutes !== undefined && Math.abs(minutes) <= maxMinutes) return [];
    const meant = minutes === undefined ? meantBy(text) : undefined;
    return [
      {
        code: "time/offset-form",
        severity: "warning",
        message:
          minutes !== undefined
            ? l10n.t("`{0}` is too far from UTC. Use 0 to 12 hours.", text)
            : meant === undefined
              ? l10n.t("`{0}` is not an offset from UTC. Write it as `-5:00`.", text)
              : l10n.t("`{0}` is not an offset from UTC. Did you mean `{1}`?", text, meant),
        span: whole(text),
        ...(meant !== undefined && replaceWith(whole(text), meant)),
      },
    ];
  },
  describe(text) {
    const minutes = readGmtOffset(text);
    if (minutes === undefined) return undefined;
    const clock = `${String(Math.floor(Math.abs(minutes) / 60)).padStart(2, "0")}:${String(Math.abs(minutes) % 60).padStart(2, "0")}`;
    if (minutes === 0) return l10n.t("UTC");
    return minutes < 0 ? l10n.t("{0} earlier than UTC", clock) : l10n.t("{0} later than UTC", clock);
  },
  complete: (text) =>
    usual.map((minutes, rank) => ({ label: gmtOffsetText(minutes), kind: "value", replace: whole(text), rank })),
  tokens: (text) => [{ span: whole(text), kind: "number" }],
};

/** `-5`, `-0500`, `GMT-05:00`, `+5.30` */
function meantBy(text: string): string | undefined {
  const match = /^(?:GMT|UTC)?\s*([+\u2212-]?)(\d{1,2})(?:[:.h]?(\d{2}))?$/i.exec(text.trim());
  if (!match) return undefined;
  const [, sign = "", hours = "", minutes = "00"] = match;
  const written = `${sign === "\u2212" ? "-" : sign}${Number(hours)}:${minutes}`;
  const read = readGmtOffset(written);
  return read !== undefined && Math.abs(read) <= maxMinutes ? written : undefined;
}
