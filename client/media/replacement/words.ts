import * as l10n from "@vscode/l10n";
import type { ReplacedLine } from "../../../server/src/deployment/updateLines";
import type { Fate } from "../../../server/src/deployment/updates";
import type { ReplacementAnswer } from "../../../server/src/protocol/updates";
import { csvLine } from "../../../server/src/text/csv";
import type { Mood } from "../shared/mood";

/** In the order of the page: what is lost comes first. */
export const fates: readonly Fate[] = [
  "back to default",
  "row lost",
  "changed",
  "unknown",
  "kept when absent",
  "added",
  "same",
];

export function moodOf(fate: Fate): Mood {
  if (fate === "back to default" || fate === "row lost") return "bad";
  if (fate === "changed" || fate === "unknown") return "warn";
  return fate === "same" ? "good" : "none";
}

export function titleOf(fate: Fate): string {
  switch (fate) {
    case "back to default":
      return l10n.t("Back to default");
    case "row lost":
      return l10n.t("Table rows lost");
    case "changed":
      return l10n.t("Changed");
    case "unknown":
      return l10n.t("Unknown names");
    case "kept when absent":
      return l10n.t("Kept");
    case "added":
      return l10n.t("Added");
    case "same":
      return l10n.t("Same");
  }
}

export function meaningOf(fate: Fate): string {
  switch (fate) {
    case "back to default":
      return l10n.t(
        "The device runs these settings, and the new file leaves them out. They go back to their defaults.",
      );
    case "row lost":
      return l10n.t("The device has these rows, and the new file does not.");
    case "changed":
      return l10n.t("The new file sets another value.");
    case "unknown":
      return l10n.t("The catalogue does not have these names. The device ignores names that it does not know.");
    case "kept when absent":
      return l10n.t("The new file leaves these settings out, and the device keeps them.");
    case "added":
      return l10n.t("The export of the device does not have these settings.");
    case "same":
      return l10n.t("The value stays: the new file sets it, or its default is the same.");
  }
}

export function sentenceOf(settings: readonly ReplacedLine[]): string {
  const count = (...wanted: readonly Fate[]) => settings.filter(({ fate }) => wanted.includes(fate)).length;
  const lost = count("back to default", "row lost");
  const changed = count("changed");
  if (lost === 0 && changed === 0) return l10n.t("The new file takes nothing from the device.");
  if (lost === 0) return l10n.t("The new file changes {0} settings, and nothing is lost.", changed);
  return l10n.t("The new file takes {0} settings or rows from the device, and changes {1}.", lost, changed);
}

export function reasonOf({ reason }: Extract<ReplacementAnswer, { readonly kind: "none" }>): string {
  switch (reason) {
    case "not known":
      return l10n.t("It is not known what a new file takes from devices of this kind.");
    case "not read":
      return l10n.t("The export of the device cannot be read.");
    case "other format":
      return l10n.t("The two files are of different formats.");
  }
}

export function asCsv(settings: readonly ReplacedLine[]): string {
  const lines = settings.map(({ name, fate, before = "", after = "", beforeLine = "", afterLine = "" }) =>
    csvLine([name, fate, before, after, String(beforeLine), String(afterLine)]),
  );
  return [csvLine(["setting", "fate", "running", "new", "running line", "new line"]), ...lines].join("");
}
