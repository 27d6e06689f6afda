import * as l10n from "@vscode/l10n";
import type { Group, GroupChange, LandingGroup, LeftBehindGroup, PlanReport } from "../../../server/src/impact/groups";
import { dangers, isChange, type Kind, kinds } from "../../../server/src/impact/kinds";
import type { ImpactAnswer } from "../../../server/src/protocol/site";
import type { Mood } from "../shared/mood";
import { number } from "../shared/number";

// What the page says. Which phones are in which group, and in which order, the command line and this page share.

export function phones(count: number): string {
  return count === 1 ? l10n.t("1 phone") : l10n.t("{0} phones", number(count));
}

export function moodOf(kind: Kind): Mood {
  if (dangers.has(kind)) return "bad";
  if (kind === "undecided" || kind === "restart only" || kind === "left behind" || kind === "downgrade") return "warn";
  return kind === "recovered" ? "good" : "none";
}

export function titleOf(kind: Kind, count: number): string {
  return count === 1 ? titleOfOne(kind) : titleOfMany(kind, number(count));
}

function titleOfOne(kind: Kind): string {
  switch (kind) {
    case "stranded":
      return l10n.t("1 phone will never ask again by itself");
    case "failing":
      return l10n.t("1 phone asks for a file that it does not get");
    case "upgrade loop":
      return l10n.t("1 phone changes its firmware again and again");
    case "loop":
      return l10n.t("1 phone changes its settings again and again");
    case "invalid":
      return l10n.t("1 phone gets a value that it rejects");
    case "undecided":
      return l10n.t("1 phone depends on something unknown");
    case "downgrade":
      return l10n.t("1 phone takes an older firmware");
    case "upgrade":
      return l10n.t("1 phone takes another firmware");
    case "restart":
      return l10n.t("1 phone restarts");
    case "restart only":
      return l10n.t("1 phone will ask only at a restart");
    case "settings":
      return l10n.t("1 phone changes settings");
    case "addresses":
      return l10n.t("1 phone asks at other addresses");
    case "recovered":
      return l10n.t("1 phone works again");
    case "left behind":
      return l10n.t("1 phone keeps what you deleted");
    case "none":
      return l10n.t("1 phone stays as it is");
  }
}

function titleOfMany(kind: Kind, count: string): string {
  switch (kind) {
    case "stranded":
      return l10n.t("{0} phones will never ask again by themselves", count);
    case "failing":
      return l10n.t("{0} phones ask for a file that they do not get", count);
    case "upgrade loop":
      return l10n.t("{0} phones change their firmware again and again", count);
    case "loop":
      return l10n.t("{0} phones change their settings again and again", count);
    case "invalid":
      return l10n.t("{0} phones get a value that they reject", count);
    case "undecided":
      return l10n.t("{0} phones depend on something unknown", count);
    case "downgrade":
      return l10n.t("{0} phones take an older firmware", count);
    case "upgrade":
      return l10n.t("{0} phones take another firmware", count);
    case "restart":
      return l10n.t("{0} phones restart", count);
    case "restart only":
      return l10n.t("{0} phones will ask only at a restart", count);
    case "settings":
      return l10n.t("{0} phones change settings", count);
    case "addresses":
      return l10n.t("{0} phones ask at other addresses", count);
    case "recovered":
      return l10n.t("{0} phones work again", count);
    case "left behind":
      return l10n.t("{0} phones keep what you deleted", count);
    case "none":
      return l10n.t("{0} phones stay as they are", count);
  }
}

/** A word for the summary. */
export function labelOf(kind: Kind): string {
  switch (kind) {
    case "stranded":
      return l10n.t("never ask again");
    case "failing":
      return l10n.t("failing");
    case "upgrade loop":
      return l10n.t("firmware loop");
    case "loop":
      return l10n.t("settings loop");
    case "invalid":
      return l10n.t("rejected values");
    case "undecided":
      return l10n.t("undecided");
    case "downgrade":
      return l10n.t("downgrade");
    case "upgrade":
      return l10n.t("upgrade");
    case "restart":
      return l10n.t("restart");
    case "restart only":
      return l10n.t("only at a restart");
    case "settings":
      return l10n.t("settings");
    case "addresses":
      return l10n.t("addresses");
    case "recovered":
      return l10n.t("work again");
    case "left behind":
      return l10n.t("left behind");
    case "none":
      return l10n.t("unchanged");
  }
}

/** Kinds that some phone is of, the worst first. */
export function kindsOf({ totals }: PlanReport): readonly Kind[] {
  return kinds.filter((kind) => kind !== "none" && totals[kind] > 0);
}

/** What happens to phones as a whole. */
export function sentenceOf({ devices, totals }: PlanReport, changed: number): string {
  if (devices === 0) return l10n.t("The list has no phone.");
  if (changed === 0 && totals["left behind"] === 0) return l10n.t("No phone changes.");
  if (changed === 0) return l10n.t("No deployed phone changes, but new phones will differ.");
  return l10n.t("{0} of {1} change", number(changed), phones(devices));
}

/** Something happens to a phone of this group that is deployed. */
export const isChanged = (kind: Kind) => isChange([kind]);

/** What a group says beside its settings. */
export function factOf({ kind, rule, url, class: of, reason, fetches, firmware, urls }: Group): readonly string[] {
  if (kind === "failing") {
    const rest =
      fetches === "some"
        ? l10n.t("Another file is still fetched, so the phone can be mended from there.")
        : l10n.t("Nothing else is fetched, so only a file at that address mends the phone.");
    const why =
      reason === "404"
        ? l10n.t("The server does not have it (404).")
        : l10n.t("The request fails: {0} (class {1}).", reason ?? "", of ?? "C");
    return [`${rule ?? ""} → ${url ?? ""}`, `${why} ${rest}`];
  }
  if (kind === "stranded") return [strandedInWords(reason ?? "")];
  if (firmware) return [`${firmware.from ?? l10n.t("unknown")} → ${firmware.to ?? l10n.t("unknown")}`];
  if (urls) return [...urls.removed.map((each) => `− ${each}`), ...urls.added.map((each) => `+ ${each}`)];
  return [];
}

function strandedInWords(reason: string): string {
  switch (reason) {
    case "switched off":
      return l10n.t("Provisioning is switched off.");
    case "no rule":
      return l10n.t("No profile rule has an address.");
    case "no schedule":
      return l10n.t("No timer runs, and a restart does not ask either.");
    case "blocked by triggers":
      return l10n.t("The triggers are never true.");
    case "no allowed server":
      return l10n.t("Every address is outside the allowed domains.");
    default:
      return reason;
  }
}

export function valueInWords(value: string | null | undefined): string {
  if (value === null || value === undefined) return l10n.t("(unknown)");
  return value === "" ? l10n.t("(empty)") : value;
}

/** What a change is, where it is not two values. */
export function changeInWords({ secret, different }: GroupChange): string | undefined {
  if (different !== undefined) return l10n.t("{0} different values", number(different));
  return secret ? l10n.t("changes (a secret)") : undefined;
}

export function leftBehindInWords({ name, deployed, fresh, secret }: LeftBehindGroup): string {
  if (secret) return l10n.t("{0} stays as it is. New phones get another value.", name);
  if (fresh === "" || fresh === null || fresh === undefined)
    return l10n.t("{0} stays {1}. New phones get none.", name, valueInWords(deployed));
  return l10n.t("{0} stays {1}. New phones get {2}.", name, valueInWords(deployed), valueInWords(fresh));
}

export function landingInWords({ when, ...landing }: LandingGroup): string {
  if (landing.cause === "never") return l10n.t("never by itself");
  if (!("needs" in landing)) return when;
  return landing.needs === "restart" ? l10n.t("only at a restart") : l10n.t("only when a trigger becomes true");
}

/** `Berlin: 12, Hamburg: 3` */
export function byInWords({ by }: Pick<Group, "by">): string {
  return Object.values(by)
    .flatMap((counts) => {
      const all = Object.entries(counts);
      const named = all.slice(0, 4).map(([text, count]) => `${text === "" ? l10n.t("other") : text}: ${number(count)}`);
      return all.length > 4 ? [...named, l10n.t("{0} more", all.length - 4)] : named;
    })
    .join(", ");
}

export interface Hint {
  readonly text: string;
  /** What to do. */
  readonly todo: string;
  readonly action?: { readonly what: "configuration" | "source control" | "trust"; readonly title: string };
}

/** Why nothing is compared, and how to go on. */
export function hintOf(answer: Extract<ImpactAnswer, { readonly kind: "none" }>): Hint {
  switch (answer.reason) {
    case "no site":
      return {
        text: l10n.t("This file does not belong to a site."),
        todo: l10n.t(
          "A site map in flat-profile.config.json says which URL leads to which file, so that phones can be followed through the files.",
        ),
        action: { what: "configuration", title: l10n.t("Write a Site Map") },
      };
    case "site fault":
      return {
        text: l10n.t("The site map cannot be read: {0}", answer.detail ?? ""),
        todo: l10n.t("Correct flat-profile.config.json."),
        action: { what: "configuration", title: l10n.t("Open the Configuration") },
      };
    case "no phones":
      return {
        text: l10n.t("There are no phones to compare."),
        todo: l10n.t(
          "Name a list of phones as inventory of the site in flat-profile.config.json, or add phones to the Devices view.",
        ),
        action: { what: "configuration", title: l10n.t("Open the Configuration") },
      };
    case "no git":
      return {
        text: l10n.t("Git is not available in this window, so there is no last commit to compare with."),
        todo: l10n.t("Install Git and reload the window, or compare unsaved edits with the saved files."),
      };
    case "no repository":
      return {
        text: l10n.t("The folder is not in a Git repository, so there is no last commit to compare with."),
        todo: l10n.t("Initialize a repository and commit the files, or compare unsaved edits with the saved files."),
        action: { what: "source control", title: l10n.t("Open Source Control") },
      };
    case "no commit":
      return {
        text: l10n.t("The repository has no commit to compare with."),
        todo: l10n.t("Commit the files once, or compare unsaved edits with the saved files."),
        action: { what: "source control", title: l10n.t("Open Source Control") },
      };
    case "untrusted":
      return {
        text: l10n.t("Git does not run in a folder that you do not trust."),
        todo: l10n.t("Trust the folder, or compare unsaved edits with the saved files."),
        action: { what: "trust", title: l10n.t("Manage Workspace Trust") },
      };
    case "unchanged":
      return { text: l10n.t("No file is changed."), todo: "" };
  }
}
