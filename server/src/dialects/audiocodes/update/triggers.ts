import * as l10n from "@vscode/l10n";
import type { UpdateTrigger } from "../../../deployment/updates";
import type { Setting } from "../../../profile/setting";
import type { Trigger } from "./plan";

/** Seconds in which a daily update starts: devices do not ask at the same moment. */
const dailySpread = 300;

export function shownTrigger(trigger: Trigger, placeOf: (setting: Setting) => number): UpdateTrigger {
  const { setting } = trigger;
  return {
    ...partsOf(trigger),
    words: triggerInWords(trigger),
    ...(setting && { parameter: setting.name, at: placeOf(setting) }),
  };
}

function partsOf(trigger: Trigger): Pick<UpdateTrigger, "kind" | "earliest" | "latest"> {
  switch (trigger.kind) {
    case "start":
    case "secure start":
      return { kind: "start" };
    case "daily": {
      const [hours = 0, minutes = 0] = trigger.time.split(":").map(Number);
      const earliest = (hours * 60 + minutes) * 60;
      return { kind: "daily", earliest, latest: earliest + dailySpread };
    }
    case "period": {
      const seconds = Math.round(trigger.minutes * 60);
      return { kind: "period", earliest: seconds, latest: seconds };
    }
    case "notify":
      return { kind: "message" };
  }
}

function triggerInWords(trigger: Trigger): string {
  switch (trigger.kind) {
    case "start":
      return l10n.t("when the device starts");
    case "daily":
      return l10n.t("every day at {0}, within five minutes", trigger.time);
    case "period":
      return l10n.t("every {0} minutes", Number(trigger.minutes.toFixed(2)));
    case "secure start":
      return l10n.t("when the device starts, before it works (secure start-up)");
    case "notify":
      return l10n.t("on SIP NOTIFY with `check-sync;reboot=false`");
  }
}
