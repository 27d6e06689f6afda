import * as l10n from "@vscode/l10n";
import type { UpdatedFile, UpdateQuestion, UpdateTrigger } from "../../../server/src/deployment/updates";
import type { UpdatesAnswer } from "../../../server/src/protocol/updates";
import type { Mood } from "../shared/mood";
import type { Lane } from "../shared/timeline";

export function kindWords(kind: UpdatedFile["kind"]): string {
  switch (kind) {
    case "settings":
      return l10n.t("Settings");
    case "firmware":
      return l10n.t("Software");
    case "auxiliary":
      return l10n.t("Other file");
  }
}

export function moodOf(outcome: UpdatedFile["outcome"]): Mood {
  if (outcome === "taken") return "good";
  return outcome === "older" ? "warn" : "none";
}

/** Times of a period that are shown on its line. */
const shownTimes = 4;

/** Starts count from power-up, and so do periods; daily times from midnight. */
export function lanesOf(triggers: readonly Pick<UpdateTrigger, "kind" | "words" | "earliest" | "latest">[]): Lane[] {
  const events = (wanted: UpdateTrigger["kind"], count: number) =>
    triggers
      .filter(({ kind }) => kind === wanted)
      .flatMap(({ words: about, earliest = 0, latest = 0 }) =>
        Array.from({ length: count }, (_, i) => ({ about, earliest: earliest * (i + 1), latest: latest * (i + 1) })),
      );
  return [
    {
      title: l10n.t("After power-up"),
      events: [...events("start", 1), ...events("period", shownTimes)],
      isDaily: false,
    },
    { title: l10n.t("Every day"), events: events("daily", 1), isDaily: true },
  ].filter((lane) => lane.events.length > 0);
}

/** How often devices ask, and what that moves. */
export function loadWords({ checksPerDay, bytesPerDay }: UpdatesAnswer, { devices = 1 }: UpdateQuestion): string[] {
  const number = (value: number) => value.toLocaleString("en-US", { maximumFractionDigits: 1 });
  if (checksPerDay === 0) return [l10n.t("The device asks only when it starts or when a message asks it to.")];
  const checks = l10n.t("Updates by the clock in a day: {0}", number(checksPerDay));
  if (bytesPerDay === undefined) return [checks, l10n.t("Fill in the size of the software to see the bytes in a day.")];
  return [checks, l10n.t("Bytes of software in a day for {0} devices: {1}", number(devices), number(bytesPerDay))];
}
