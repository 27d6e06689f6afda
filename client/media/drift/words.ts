import * as l10n from "@vscode/l10n";
import type { DriftParameter } from "../../../server/src/deployment/driftReport";
import { failing, quiet, type Status } from "../../../server/src/deployment/driftStatus";
import type { DriftAnswer } from "../../../server/src/protocol/site";
import type { Mood } from "../shared/mood";

// Texts of the page for each status. The specification's table decides which one a setting has.

export function moodOf(status: Status): Mood {
  if (failing.drift.has(status)) return "bad";
  if (status === "left behind" || status === "unexplained" || status === "not yet fetched") return "warn";
  return quiet.has(status) ? "good" : "none";
}

export function titleOf(status: Status): string {
  switch (status) {
    case "drift":
      return l10n.t("Differs");
    case "missing":
      return l10n.t("Missing");
    case "back to default":
      return l10n.t("Back to default");
    case "a later step did not arrive":
      return l10n.t("A later step did not arrive");
    case "access differs":
      return l10n.t("Access differs");
    case "not yet fetched":
      return l10n.t("Not yet fetched");
    case "left behind":
      return l10n.t("Left behind");
    case "unexplained":
      return l10n.t("Unexplained");
    case "changed by the user":
      return l10n.t("Changed by the user");
    case "probably changed by the user":
      return l10n.t("Probably changed by the user");
    case "kept for the user":
      return l10n.t("Kept for the user");
    case "new":
      return l10n.t("Not in the catalogue");
    case "undecided":
      return l10n.t("Undecided");
    case "unknown default":
      return l10n.t("Unknown default");
    case "unsupported":
      return l10n.t("Not on this phone");
    case "secret":
      return l10n.t("Secret");
    case "never shown":
      return l10n.t("Never shown");
    case "default":
      return l10n.t("Default");
    case "same":
      return l10n.t("As in the files");
  }
}

export function meaningOf(status: Status): string {
  switch (status) {
    case "drift":
      return l10n.t("The phone has another value than the files set, and nothing explains it.");
    case "missing":
      return l10n.t("The files set it, and the dump does not have it.");
    case "back to default":
      return l10n.t(
        "The phone has the factory value: a reset, a file that failed, or the default of another firmware.",
      );
    case "a later step did not arrive":
      return l10n.t("The phone has the value of an earlier file; the one that replaces it did not arrive.");
    case "access differs":
      return l10n.t("On the phone, users have other access to it than in the files.");
    case "not yet fetched":
      return l10n.t("The phone has the value of an earlier revision of the files.");
    case "left behind":
      return l10n.t("No file sets it any more, and phones keep what is not mentioned.");
    case "unexplained":
      return l10n.t("No file sets it: set on the web page, by another file, or another default.");
    case "changed by the user":
      return l10n.t("The phone marks it as changed by its user.");
    case "probably changed by the user":
      return l10n.t("Its user may change it, and this phone does not mark what users change.");
    case "kept for the user":
      return l10n.t("The files let the phone keep what its user chooses.");
    case "new":
      return l10n.t("The dump has settings that the catalogue does not have. Learn Parameters from a Dump adds them.");
    case "undecided":
      return l10n.t("What the files make of it is unknown.");
    case "unknown default":
      return l10n.t("No file sets it, and its factory value is not known.");
    case "unsupported":
      return l10n.t("The files set it, and this model or firmware does not have it.");
    case "secret":
      return l10n.t("The phone does not show it. It cannot be compared.");
    case "never shown":
      return l10n.t("Dumps never have it.");
    case "default":
      return l10n.t("It has its factory value, and no file sets it.");
    case "same":
      return l10n.t("It has the value of the files.");
  }
}

export function certaintyOf({ certainty }: DriftParameter): string {
  return certainty === "certain" ? l10n.t("certain") : l10n.t("likely");
}

/** What else is known of one setting. */
export function remarkOf({ revision, step, status }: DriftParameter): string {
  if (revision !== undefined)
    return status === "left behind" ? l10n.t("set in {0}", revision) : l10n.t("as in {0}", revision);
  if (step) {
    const words = [step.rule, step.file].filter((word) => word !== undefined).join(" ");
    return l10n.t("not arrived: {0}", words);
  }
  return "";
}

export function sentenceOf(differences: number, all: number): string {
  if (all === 0) return l10n.t("There is nothing to compare.");
  if (differences === 0) return l10n.t("The phone is as the files say.");
  return differences === 1
    ? l10n.t("1 setting is not as the files say.")
    : l10n.t("{0} settings are not as the files say.", differences);
}

export function hintOf({ reason }: Extract<DriftAnswer, { readonly kind: "none" }>): string {
  switch (reason) {
    case "not a dump":
      return l10n.t("This file is not a dump or report of a phone. Save http://PHONE/admin/cfg.xml and open it.");
    case "no site":
      return l10n.t("This file does not belong to a site with a site map. Choose a file to compare with.");
    case "not open":
      return l10n.t("The dump is not open any more.");
    case "not a profile":
      return l10n.t("The file to compare with cannot be read as settings.");
  }
}
