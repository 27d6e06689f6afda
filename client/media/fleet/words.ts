import * as l10n from "@vscode/l10n";
import type { FleetOutcome } from "../../../server/src/preview/fleetWords";
import type { Mood } from "../shared/mood";

const good: ReadonlySet<FleetOutcome> = new Set(["upgrade", "already running"]);
const none: ReadonlySet<FleetOutcome> = new Set(["nothing chosen", "same address", "switched off", "no rule"]);
const warn: ReadonlySet<FleetOutcome> = new Set(["below limit", "downgrade", "load taken", "unknown"]);

export function moodOf(outcome: FleetOutcome): Mood {
  if (good.has(outcome)) return "good";
  if (none.has(outcome)) return "none";
  return warn.has(outcome) ? "warn" : "bad";
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
