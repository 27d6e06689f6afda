import * as l10n from "@vscode/l10n";
import type { RoundReport, StepReport } from "../../../server/src/deployment/report";
import type { ShownValue } from "../../../server/src/deployment/settingReports";
import type { EffectiveAnswer, EffectiveSetting } from "../../../server/src/protocol";
import type { Mood } from "../shared/mood";
import { clock, duration } from "../shared/time";

// What the page of the effective configuration says.

export type Report = NonNullable<EffectiveAnswer["report"]>;
type Next = NonNullable<Report["next"]>;

/** The end of all rounds, in a sentence. */
export function outcomeInWords({ outcome, rounds, period = 0 }: Report): string {
  const count = rounds.length;
  switch (outcome) {
    case "stable":
      if (count === 0) return l10n.t("The phone does not ask for anything.");
      return count === 1
        ? l10n.t("Settled after 1 round.")
        : l10n.t("Settled after {0} rounds: another one changes nothing.", count);
    case "loop":
      return l10n.t("The phone goes round in circles: it comes back to the same state every {0} rounds.", period);
    case "failing":
      return l10n.t("Provisioning fails: each round ends in the same failure.");
    case "undecided":
      return l10n.t("Not decided: the outcome depends on something unknown.");
    case "unsettled":
      return l10n.t("Still changing after {0} rounds.", count);
  }
}

export function outcomeMood({ outcome, problems }: Report): Mood {
  if (outcome === "stable") return problems.length === 0 ? "good" : "warn";
  return outcome === "undecided" ? "warn" : "bad";
}

/** What follows the last round, and what is special about the phone. */
export function afterwards({ next, notes }: Report): readonly string[] {
  const sentences = notes.map(noteInWords);
  return next ? [nextInWords(next), ...sentences] : sentences;
}

function nextInWords({ earliest, latest, needs, daily }: Next): string {
  if (needs === "trigger") return l10n.t("The phone asks again only when a trigger becomes true.");
  if (needs !== undefined) return l10n.t("The phone asks again only after a restart.");
  if (daily) {
    const { earliest: from, latest: to } = daily;
    return from === to
      ? l10n.t("The phone asks again every day at {0}.", clock(from))
      : l10n.t("The phone asks again every day between {0} and {1}.", clock(from), clock(to));
  }
  return earliest === latest
    ? l10n.t("The phone asks again after {0}.", duration(earliest))
    : l10n.t("The phone asks again after {0} to {1}.", duration(earliest), duration(latest));
}

function noteInWords(note: string): string {
  const words: Readonly<Record<string, string>> = {
    "switched off": l10n.t("Provisioning is switched off. The phone does not ask again."),
    "no rule": l10n.t("No rule leads to a file. The phone does not ask again."),
    "no schedule": l10n.t("The phone does not ask again by itself."),
    "blocked by triggers": l10n.t("No trigger becomes true. The phone does not ask again."),
    undecided: l10n.t("A template leaves open whether the phone asks."),
    "undecided triggers": l10n.t("It depends on unknown values whether a trigger becomes true."),
    "needs a restart": l10n.t("Some rounds run only after a restart of the phone."),
    "needs a trigger": l10n.t("Some rounds run only when a trigger becomes true."),
  };
  return words[note] ?? note;
}

/** Why a round runs, and when. */
export function causeInWords({ cause, needs }: RoundReport, before: RoundReport | undefined): string {
  const wait = before?.next?.earliest ?? 0;
  const words: Readonly<Record<string, string>> = {
    "power-up": l10n.t("At power-up"),
    "after upgrade": l10n.t("After the upgrade"),
    periodic: l10n.t("By the schedule"),
    retry: l10n.t("Retry after the failure"),
    request: l10n.t("On request"),
    trigger: l10n.t("By a trigger"),
  };
  const why = words[cause] ?? cause;
  if (needs === "trigger") return l10n.t("{0}, when a trigger becomes true", why);
  if (needs !== undefined) return l10n.t("{0}, after a restart", why);
  return wait > 0 ? l10n.t("{0}, {1} later", why, duration(wait)) : why;
}

/** What a rule came to: a word for its sign, and words. */
export function stepInWords(step: StepReport): { readonly mood: Mood; readonly text: string } {
  const { set, reset, kept, ignored, url, reason, credentials } = step;
  if (step.class === undefined) return { mood: "none", text: l10n.t("no alternative applies") };
  if (step.class === "undecided") return { mood: "warn", text: unknownInWords(reason) };
  if (reason !== undefined) {
    const text = failureInWords(reason, credentials);
    return step.countsAsSuccess
      ? { mood: "warn", text: l10n.t("{0}; counts as success", text) }
      : { mood: "bad", text: l10n.t("{0}; the round ends", text) };
  }
  if (url === undefined) return { mood: "good", text: l10n.t("no file is asked for") };
  const parts = [
    l10n.t("{0} set", set),
    ...(reset > 0 ? [l10n.t("{0} back to factory values", reset)] : []),
    ...(kept > 0 ? [l10n.t("{0} kept", kept)] : []),
    ...(ignored.length > 0 ? [l10n.t("{0} unknown to the phone", ignored.length)] : []),
  ];
  return { mood: "good", text: parts.join(" · ") };
}

function failureInWords(reason: string, credentials: StepReport["credentials"]): string {
  if (credentials === "none")
    return l10n.t("HTTP {0}: the server asks for a user name and password, and the rule has none", reason);
  if (credentials === "sent") return l10n.t("HTTP {0}: the server does not accept the user name and password", reason);
  if (reason === "404") return l10n.t("HTTP {0}: not found", reason);
  if (/^\d+$/.test(reason)) return l10n.t("HTTP {0}", reason);
  const words: Readonly<Record<string, string>> = {
    "time-out": l10n.t("the server does not answer"),
    refused: l10n.t("the server refuses the connection"),
    name: l10n.t("the name of the server is unknown"),
    tls: l10n.t("the secure connection fails"),
    tftp: l10n.t("the TFTP server answers with an error"),
    corrupt: l10n.t("the file cannot be decrypted or unpacked"),
    "not a profile": l10n.t("the answer is not a profile"),
    malformed: l10n.t("the file is not well-formed"),
    "unusable address": l10n.t("the URL cannot be used"),
    restricted: l10n.t("the server is outside the allowed domains"),
    "too many redirects": l10n.t("too many redirects"),
  };
  return words[reason] ?? reason;
}

/** What is not known, in a few words. */
function unknownInWords(reason: string | undefined): string {
  const words: Readonly<Record<string, string>> = {
    unmapped: l10n.t("the site map does not have this URL"),
    skipped: l10n.t("the site map skips this server"),
    template: l10n.t("a program fills in this rule or file"),
    key: l10n.t("the key of the file is unknown"),
    "not rendered": l10n.t("a program prints this file"),
    activation: l10n.t("the answer of the activation service is unknown"),
    "unknown value": l10n.t("the rule depends on an unknown value"),
  };
  return words[reason ?? ""] ?? l10n.t("unknown");
}

/** What would decide it. */
export function decidedBy({ rule, url = "", file = "", reason, unknown = [] }: StepReport): string {
  const names = unknown.map((name) => `$${name}`).join(", ");
  switch (reason) {
    case "unmapped":
      return l10n.t("{0}: Add the folder or file that answers for {1} to the site map.", rule, url);
    case "skipped":
      return l10n.t("{0}: Map {1} to a folder or file. The site map skips it.", rule, url);
    case "template":
      return file === ""
        ? l10n.t("{0}: The rule has a placeholder of a template. Map the finished file instead of the template.", rule)
        : l10n.t("{0}: {1} has a placeholder of a template. Map the finished file instead.", rule, file);
    case "key":
      return names === ""
        ? l10n.t("{0}: Give the device the key that opens {1}.", rule, file === "" ? url : file)
        : l10n.t("{0}: Give the device the value of {1}, the key of {2}.", rule, names, file === "" ? url : file);
    case "not rendered":
      return l10n.t(
        "{0}: The editor does not run the program for {1}. Run `flat-profile resolve --render`.",
        rule,
        url,
      );
    case "activation":
      return l10n.t("{0}: What an activation code leads to is not in the files of the site.", rule);
    default:
      return names === ""
        ? l10n.t("{0}: Give the device the values that the rule compares.", rule)
        : l10n.t("{0}: Give the device the value of {1}.", rule, names);
  }
}

/** The firmware that a round leads to. */
export function upgradeInWords({ outcome, reason, load, firmware, isMissing }: Readonly<Record<string, unknown>>): {
  readonly mood: Mood;
  readonly text: string;
} {
  const named = typeof load === "string" ? load : "";
  if (isMissing === true) return { mood: "bad", text: l10n.t("The firmware {0} is not in the site.", named) };
  if (firmware !== undefined) return { mood: "good", text: l10n.t("Installs {0}.", named) };
  if (outcome === "undecided") return { mood: "warn", text: l10n.t("It depends on something unknown.") };
  return { mood: "none", text: typeof reason === "string" ? reason : "" };
}

/** How the value came about, where a place in a file does not say all. */
export function howInWords({ how, from }: EffectiveSetting): string {
  const words: Readonly<Record<string, string>> = {
    factory: l10n.t("factory value"),
    start: l10n.t("from the list of devices"),
    assigned: l10n.t("assigned by {0}", String(from?.rule ?? "")),
    reset: l10n.t("back to the factory value"),
    "kept: preserve": l10n.t("kept: a later file sets it only where there is no value"),
    "kept: user": l10n.t("kept for the user"),
    "kept: pinned": l10n.t("filled in by the server"),
    learned: l10n.t("through an alias"),
    added: l10n.t("a list that later lines add to"),
  };
  return words[how] ?? "";
}

export function whyInWords(why: unknown): string {
  const words: Readonly<Record<string, string>> = {
    "by a later file": l10n.t("overridden by a later file"),
    "later in the same file": l10n.t("overridden later in the same file"),
    "in a later round": l10n.t("overridden in a later round"),
    "same value again": l10n.t("set again to the same value"),
  };
  return words[String(why)] ?? "";
}

/** Undefined without a value to show. */
export function valueInWords(value: ShownValue): string | undefined {
  return "value" in value ? value.value : undefined;
}
