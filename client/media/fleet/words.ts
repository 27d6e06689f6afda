import * as l10n from "@vscode/l10n";
import { type FleetOutcome, failureBy } from "../../../server/src/preview/fleetWords";
import type { Mood } from "../shared/mood";

export function moodOf(outcome: FleetOutcome): Mood {
  if (failureBy(outcome)) return "bad";
  if (outcome === "upgrade" || outcome === "already running") return "good";
  return outcome === "below limit" || outcome === "downgrade" || outcome === "load taken" || outcome === "unknown"
    ? "warn"
    : "none";
}

/** The name of a parameter is its own title. */
export function titleOf(id: string): string {
  switch (id) {
    case "outcome":
      return l10n.t("Outcome");
    case "load":
      return l10n.t("Load");
    case "model":
      return l10n.t("Model");
    default:
      return id.slice(id.indexOf(" ") + 1);
  }
}

export function valueInWords(id: string, value: string): string {
  if (id === "load") return value === "" ? l10n.t("No load") : value;
  if (id === "model") return value === "" ? l10n.t("Unknown model") : value;
  return value === "0" ? l10n.t("Nothing") : l10n.t("Alternative {0}", value);
}
