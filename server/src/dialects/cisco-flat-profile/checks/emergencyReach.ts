import * as l10n from "@vscode/l10n";
import type { ProfileCheckContext, Report } from "../../../checks/check";
import type { Setting } from "../../../profile/setting";
import { dial, type Fate, fateOf } from "../../../values/dialPlan/simulate";
import type { Followed } from "./dialling";

// Whether emergency numbers get out through a plan at all, and soon enough.

/** Seconds after the last key from which a person in need gives up; a timer without its number is as long. */
export const longDelay = 5;

/** What becomes of a number on one kind of phone. */
type Way = { readonly kind: "goes" } | { readonly kind: "late"; readonly seconds: number } | { readonly kind: "fails" };

/** What the plan makes of all numbers together; undefined when each gets out in time on some phone. */
export function reachReport(
  numbers: readonly string[],
  followed: readonly Followed[],
  setting: Setting,
  context: ProfileCheckContext,
): (Report & { readonly isDelay: boolean }) | undefined {
  if (followed.some(({ automaton }) => !automaton.hasKeys)) return undefined;
  const [first] = numbers;
  if (first === undefined) return undefined;
  const ways = numbers.map((number) => ({ number, ways: followed.map((one) => wayOf(number, one)) }));
  const span = setting.valueSpan;
  if (ways.every((one) => one.ways.every(({ kind }) => kind === "fails"))) {
    const list = numbers.join(", ");
    const prefixed = withPrefix(numbers, followed);
    if (prefixed !== undefined)
      return {
        message: l10n.t("This plan sends no emergency number ({0}) without a prefix. {1} works.", list, prefixed),
        severity: "info",
        span,
        isDelay: false,
      };
    return {
      message: l10n.t(
        "This plan rejects all emergency numbers ({0}). Add a sequence such as `{1}`.",
        list,
        `${first}S0`,
      ),
      span,
      isDelay: false,
      fixes: dialedAtOnce([first], setting, context.write),
    };
  }
  const late = ways.filter((one) => one.ways.every(({ kind }) => kind !== "goes") && one.ways.some(isLate));
  const [slow] = late;
  if (!slow) return undefined;
  const list = late.map(({ number }) => number).join(", ");
  const seconds = Math.min(...late.flatMap((one) => one.ways.flatMap((way) => (isLate(way) ? [way.seconds] : []))));
  const isRejectedToo = late.some((one) => one.ways.some(({ kind }) => kind === "fails"));
  const message = isRejectedToo
    ? l10n.t(
        "MPP phones send {0} only {1} s after the last key. SPA phones and adapters reject it. Add a sequence such as `{2}`.",
        list,
        seconds,
        `${slow.number}S0`,
      )
    : l10n.t(
        "The phone sends {0} only {1} s after the last key. Add a sequence such as `{2}`.",
        list,
        seconds,
        `${slow.number}S0`,
      );
  const fixes = dialedAtOnce(
    late.map(({ number }) => number),
    setting,
    context.write,
  );
  return { message, span, isDelay: true, fixes };
}

function wayOf(number: string, { automaton, settings }: Followed): Way {
  const { outcome, seconds, dialled }: Fate = fateOf(automaton, number, settings);
  if (dialled !== number) return { kind: "fails" };
  if (outcome.kind === "partial") return { kind: "late", seconds };
  if (outcome.kind !== "dials") return { kind: "fails" };
  return seconds < longDelay ? { kind: "goes" } : { kind: "late", seconds };
}

function isLate(way: Way): way is Extract<Way, { kind: "late" }> {
  return way.kind === "late";
}

/** One of the numbers after a key for an outside line, where that sends it on every phone. */
function withPrefix(numbers: readonly string[], followed: readonly Followed[]): string | undefined {
  for (const number of numbers)
    for (const prefix of "0123456789") {
      const keys = prefix + number;
      const isSent = followed.every(({ automaton, settings }) => {
        const { outcome, dialled } = fateOf(automaton, keys, settings);
        if (dialled !== keys || outcome.kind !== "dials") return false;
        const sent = outcome.winner.number ?? "";
        return sent === number || (sent === keys && dial(automaton, prefix).playsTone);
      });
      if (isSent) return keys;
    }
  return undefined;
}

/** Sequences of their own in front of all others. */
export function dialedAtOnce(
  numbers: readonly string[],
  setting: Setting,
  write: ProfileCheckContext["write"],
): NonNullable<Report["fixes"]> {
  const open = setting.text.indexOf("(") + 1;
  if (open === 0) return [];
  const span = setting.value.toSource({ start: open, end: open });
  const text = numbers.map((number) => `${number}S0|`).join("");
  return [
    {
      title: l10n.t("Dial {0} at once", numbers.join(", ")),
      edits: [{ span, text: write.encode(text, setting) }],
    },
  ];
}
