import * as l10n from "@vscode/l10n";
import type { GateCounts, GateRow } from "./gateReport";

// What the gate says, for text, Markdown and the editor.

/** Outcomes in the order in which a person looks at them. */
export const outcomes = ["reject", "unknown", "override", "accept"] as const;

export type Outcome = (typeof outcomes)[number];

/** Taken because of Override is an outcome of its own. */
export function outcomeOf({ verdict, because }: GateRow): Outcome {
  return because === "override" ? "override" : verdict;
}

export function outcomeTitle(outcome: Outcome): string {
  switch (outcome) {
    case "reject":
      return l10n.t("Rejected");
    case "unknown":
      return l10n.t("Not known");
    case "override":
      return l10n.t("Accepted by Override");
    case "accept":
      return l10n.t("Accepted");
  }
}

/** The rule that decided, or would decide. */
export function ruleInWords({ rule }: GateRow): string {
  if (rule === 1) return l10n.t("1, hardware level");
  return rule === 2 ? l10n.t("2, version") : "";
}

/** What happens to the device. */
export function effectInWords({ after, version }: GateRow): string {
  if (after === "new image")
    return version === undefined
      ? l10n.t("The phone updates and restarts.")
      : l10n.t("The phone updates to {0} and restarts.", version);
  if (after === "original application")
    return l10n.t("The phone abandons the update and returns to its original application, without a restart.");
  return l10n.t("What the phone does is not known.");
}

export function countsInWords({ accept, override, reject, unknown }: GateCounts): string {
  return l10n.t("{0} accepted ({1} by Override), {2} rejected, {3} unknown", accept, override, reject, unknown);
}
