import * as l10n from "@vscode/l10n";
import type { UpgradeOutcome } from "./report";

// What phones of a list do that is counted, in sentences, the worst first.

/** `url` and a parameter: what its rule comes to cannot be fetched. */
export type FleetOutcome = "bad row" | `url ${string}` | "no profile" | "loop" | UpgradeOutcome;

/** What a run can fail on, by the words of `--fail-on`. */
export const failures = ["bad-row", "loop", "other-phone", "no-firmware", "bad-address", "no-match"] as const;
export type Failure = (typeof failures)[number];

const failureOf: Readonly<Record<string, Failure>> = {
  "bad row": "bad-row",
  "no profile": "no-match",
  loop: "loop",
  "other phone": "other-phone",
  "no firmware": "no-firmware",
  "unusable address": "bad-address",
};

export function failureBy(outcome: FleetOutcome): Failure | undefined {
  return outcome.startsWith("url ") ? "bad-address" : failureOf[outcome];
}

/** Names of parameters that sentences mention. */
export interface OutcomeNames {
  readonly rule: string;
  readonly limit: string;
}

/** Sentences about one phone, and about a number of them. */
interface Sentences {
  one(names: OutcomeNames): string;
  many(count: string, names: OutcomeNames): string;
}

/** The order is that of the list. */
const sentences: Readonly<Record<Exclude<FleetOutcome, `url ${string}`>, Sentences>> = {
  "bad row": {
    one: () => l10n.t("1 row of the list is invalid."),
    many: (count) => l10n.t("{0} rows of the list are invalid.", count),
  },
  "no profile": {
    one: () => l10n.t("1 phone fetches no profile: no alternative of a profile rule applies."),
    many: (count) => l10n.t("{0} phones fetch no profile: no alternative of a profile rule applies.", count),
  },
  loop: {
    one: () => l10n.t("1 phone would upgrade again and again."),
    many: (count) => l10n.t("{0} phones would upgrade again and again.", count),
  },
  "other phone": {
    one: () => l10n.t("1 phone would fetch firmware for another model."),
    many: (count) => l10n.t("{0} phones would fetch firmware for another model.", count),
  },
  "no firmware": {
    one: () => l10n.t("1 phone would fetch a file that is not firmware."),
    many: (count) => l10n.t("{0} phones would fetch a file that is not firmware.", count),
  },
  "unusable address": {
    one: ({ rule }) => unusable(1, "1", rule),
    many: (count, { rule }) => unusable(2, count, rule),
  },
  "below limit": {
    one: ({ limit }) => l10n.t("1 phone would refuse firmware below {0}.", limit),
    many: (count, { limit }) => l10n.t("{0} phones would refuse firmware below {1}.", count, limit),
  },
  downgrade: {
    one: () => l10n.t("1 phone would downgrade."),
    many: (count) => l10n.t("{0} phones would downgrade.", count),
  },
  "load taken": {
    one: () => l10n.t("1 phone would install firmware that cannot be compared with the running firmware."),
    many: (count) =>
      l10n.t("{0} phones would install firmware that cannot be compared with the running firmware.", count),
  },
  upgrade: {
    one: () => l10n.t("1 phone would upgrade."),
    many: (count) => l10n.t("{0} phones would upgrade.", count),
  },
  "already running": {
    one: () => l10n.t("1 phone already runs the firmware of the rule."),
    many: (count) => l10n.t("{0} phones already run the firmware of the rule.", count),
  },
  "nothing chosen": {
    one: ({ rule }) => l10n.t("1 phone keeps its firmware: no alternative of {0} applies.", rule),
    many: (count, { rule }) => l10n.t("{0} phones keep their firmware: no alternative of {1} applies.", count, rule),
  },
  "same address": {
    one: () => l10n.t("1 phone has already tried the URL of the firmware."),
    many: (count) => l10n.t("{0} phones have already tried the URL of the firmware.", count),
  },
  "switched off": {
    one: () => l10n.t("1 phone has upgrades switched off."),
    many: (count) => l10n.t("{0} phones have upgrades switched off.", count),
  },
  unknown: {
    one: () => l10n.t("1 phone has firmware, or may load firmware, that is not known."),
    many: (count) => l10n.t("{0} phones have firmware, or may load firmware, that is not known.", count),
  },
  "no rule": {
    one: () => l10n.t("1 phone has no upgrade rule."),
    many: (count) => l10n.t("{0} phones have no upgrade rule.", count),
  },
};

function unusable(count: number, shown: string, parameter: string): string {
  return count === 1
    ? l10n.t("1 phone cannot use the URL in {0}.", parameter)
    : l10n.t("{0} phones cannot use the URL in {1}.", shown, parameter);
}

const order: readonly string[] = Object.keys(sentences);

/** Rules that come to URLs without use follow the rows that are invalid. */
function placeOf(outcome: FleetOutcome): number {
  return outcome.startsWith("url ") ? 0.5 : order.indexOf(outcome);
}

/** The worst first. */
export function byOutcome(a: FleetOutcome, b: FleetOutcome): number {
  return placeOf(a) - placeOf(b);
}

export function outcomeInWords(outcome: FleetOutcome, count: number, names: OutcomeNames): string {
  const shown = count.toLocaleString("en");
  if (outcome.startsWith("url ")) return unusable(count, shown, outcome.slice("url ".length));
  const { one, many } = sentences[outcome as keyof typeof sentences];
  return count === 1 ? one(names) : many(shown, names);
}
