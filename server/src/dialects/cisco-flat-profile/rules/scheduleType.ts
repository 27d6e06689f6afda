import * as l10n from "@vscode/l10n";
import type { EffectiveParameter } from "../../../schema/model";
import type { ValueType } from "../../../values/valueType";
import { readSchedule, type Schedule, scheduleInWords } from "./schedule";

/** Waits of resyncs and retries. */
export const scheduleType: ValueType = {
  id: "Schedule",
  check: (text) => [...readSchedule(text).problems],
  describe: (text, at) => words(readSchedule(text), at),
  hint(text, at) {
    const schedule = readSchedule(text);
    // Three waits can be read at a glance.
    return schedule.waits.length > 3 ? undefined : words(schedule, at);
  },
  complete: (text) =>
    [
      ["3600", l10n.t("every hour")],
      ["86400", l10n.t("every day")],
      ["3600+600", l10n.t("every hour, spread over ten minutes")],
      ["1800,3600,7200,14400", l10n.t("longer and longer waits; the last one repeats")],
    ].map(([label = "", detail = ""]) => ({
      label,
      detail,
      kind: "value" as const,
      replace: { start: 0, end: text.length },
    })),
  tokens: (text) =>
    [...text.matchAll(/\d+|[+,]/g)].map((match) => ({
      span: { start: match.index, end: match.index + match[0].length },
      kind: /\d/.test(match[0]) ? ("number" as const) : ("operator" as const),
    })),
  signature(text, offset) {
    const label = l10n.t("wait+spread, wait+spread, …");
    // Words differ by language, the signs between them do not.
    const [plus, comma] = [label.indexOf("+"), label.indexOf(",")];
    if (plus < 0 || comma < plus) return undefined;
    const before = text.slice(text.lastIndexOf(",", offset - 1) + 1, offset);
    return {
      label,
      parts: [
        { span: { start: 0, end: plus }, documentation: l10n.t("seconds to wait; the last wait repeats") },
        {
          span: { start: plus + 1, end: comma },
          documentation: l10n.t("random extra wait, up to this number of seconds"),
        },
      ],
      active: before.includes("+") ? 1 : 0,
    };
  },
};

function words(schedule: Schedule, { name }: Pick<EffectiveParameter, "name">): string | undefined {
  if (schedule.problems.length > 0) return undefined;
  const [only] = schedule.waits;
  if (schedule.waits.length === 1 && only?.seconds === 0 && only.spread === 0)
    return name.includes("Retry") ? l10n.t("no retry") : l10n.t("off");
  return scheduleInWords(schedule);
}
