import * as l10n from "@vscode/l10n";
import type { Catalogue } from "../schema/catalogue";
import type { PreviewFleet } from "./preview";
import type { FleetAnswer, UpgradeOutcome } from "./report";

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

export function outcomeNames({ roles }: Pick<Catalogue, "roles">): OutcomeNames {
  return {
    rule: roles["firmware-rule"]?.[0] ?? l10n.t("the upgrade rule"),
    limit: roles["firmware-limit"]?.[0] ?? l10n.t("the limit"),
  };
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

/** `shown` is the number as its reader writes it. */
export function outcomeInWords(outcome: FleetOutcome, count: number, names: OutcomeNames, shown: string): string {
  if (outcome.startsWith("url ")) return unusable(count, shown, outcome.slice("url ".length));
  const { one, many } = sentences[outcome as keyof typeof sentences];
  return count === 1 ? one(names) : many(shown, names);
}

const bad: ReadonlySet<UpgradeOutcome> = new Set(["other phone", "no firmware", "unusable address"]);
/** Beginnings of addresses that are remembered. */
const maxKnown = 1000;

/** The step of an upgrade that decides what is said of it. */
export function decisiveStep({ steps }: FleetAnswer["upgrade"]): FleetAnswer["upgrade"]["steps"][number] | undefined {
  return steps.find(({ outcome }) => bad.has(outcome)) ?? steps[0];
}

/** Which outcomes the answers for one file have. */
export class FleetOutcomes {
  readonly #known = new Map<string, boolean>();

  constructor(
    readonly fleet: Pick<PreviewFleet, "isUsable" | "hasRule">,
    readonly catalogue: Pick<Catalogue, "hasRole">,
  ) {}

  /** Rows that are invalid are not known here. */
  of({ device, rules, upgrade }: FleetAnswer): FleetOutcome[] {
    const found: FleetOutcome[] = [];
    let isAsked = false;
    let isTaken = false;
    for (const { parameter, taken, url } of rules) {
      if (!this.catalogue.hasRole(parameter, "profile-rule")) continue;
      if (taken > 0) {
        isTaken = true;
        if (url !== "" && !this.#isUsable(url)) found.push(`url ${parameter}`);
      } else if (!isAsked) isAsked = this.fleet.hasRule(device, parameter);
    }
    if (isAsked && !isTaken) found.push("no profile");
    const outcome = upgrade.loops ? "loop" : decisiveStep(upgrade)?.outcome;
    if (outcome) found.push(outcome);
    return found;
  }

  /** The path varies from phone to phone and decides nothing. */
  #isUsable(url: string): boolean {
    const scheme = url.indexOf("://");
    const slash = scheme < 0 ? -1 : url.indexOf("/", scheme + 3);
    const head = slash < 0 ? url : url.slice(0, slash + 1);
    let isUsable = this.#known.get(head);
    if (isUsable === undefined) {
      // What DHCP has not named is shown as `?`.
      isUsable = this.fleet.isUsable(head.replace("://?", "://h"));
      if (this.#known.size >= maxKnown) this.#known.clear();
      this.#known.set(head, isUsable);
    }
    return isUsable;
  }
}
