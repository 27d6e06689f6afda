import * as l10n from "@vscode/l10n";
import type { ReplacedSetting, UpdateAnswer, UpdatedFile, Updates } from "../../../deployment/updates";
import type { Catalogue } from "../../../schema/catalogue";
import { isSecretElement } from "../../../schema/secretName";
import { hidden } from "../../../secrets/mask";
import { secrets } from "../secrets";
import { bytesPerDay, newWhen, type PlannedFile, type Trigger, updatePlan, verdictInWords } from "./plan";
import { replacement, settingsOf } from "./replacement";

/** Automatic updates of these devices, and what a new ini takes from them. */
export const updates: Updates = {
  plan(document, catalogue, { mac, firmware, offered, firmwareBytes, devices = 1 }): UpdateAnswer {
    const [profile] = document.profiles;
    const server = offered === undefined ? {} : { firmware: offered };
    const plan = profile && updatePlan(profile, catalogue, { mac, firmware }, server);
    const start = l10n.t(
      "At the start the device asks by BootP, then by DHCP when nothing answered and `DHCPEnable` is 1. It reads its configuration before its software.",
    );
    if (!profile || !plan)
      return { triggers: [], start, files: [], checksPerDay: 0, bytesPerDay: undefined, warnings: [] };
    const checksIni = /^0*[1-9]/.test(profile.text("AUPDCheckIfIniChanged") ?? "");
    return {
      triggers: plan.triggers.map(triggerInWords),
      start,
      files: plan.files.map((file) => shownFile(file, checksIni)),
      checksPerDay: plan.checksPerDay,
      bytesPerDay: firmwareBytes === undefined ? undefined : bytesPerDay(plan, firmwareBytes, devices),
      warnings: plan.warnings,
    };
  },
  replace(running, fresh, catalogue) {
    const found = replacement(settingsOf(running), settingsOf(fresh), catalogue);
    const shown = (name: string, value: string) => shownValue(name, value, catalogue);
    const list: ReplacedSetting[] = [
      ...found.changed.map(({ name, before, after }) => ({
        ...{ name, fate: "changed" as const, before: shown(name, before), after: shown(name, after) },
      })),
      ...found.backToDefault.map(({ name, before, after }) => ({
        ...{ name, fate: "back to default" as const, before: shown(name, before) },
        ...(after !== undefined && { after: shown(name, after) }),
      })),
      ...found.rowsLost.map((name) => ({ name, fate: "row lost" as const })),
      ...found.keptWhenAbsent.map(({ name }) => ({ name, fate: "kept when absent" as const })),
      ...found.unknown.map((name) => ({ name, fate: "unknown" as const })),
      ...found.added.map(({ name, after }) => ({ name, fate: "added" as const, after: shown(name, after) })),
    ];
    return list;
  },
};

const kinds = { ini: "settings", firmware: "firmware", auxiliary: "auxiliary" } as const;

function shownFile({ kind, parameter, url, isRepeated, verdict }: PlannedFile, checksIni: boolean): UpdatedFile {
  return {
    ...{ kind: kinds[kind], parameter, url: secrets.shown(url), isRepeated },
    newWhen: newWhen(kind, checksIni),
    verdict: verdictInWords(verdict),
  };
}

/** The name of a cell is its row and its column. */
function shownValue(name: string, value: string, catalogue: Catalogue): string {
  const [table = "", , column] = name.split(" ");
  const isSecret = isSecretElement(column ?? name, column === undefined ? "" : table, value, catalogue);
  return isSecret ? hidden : secrets.shown(value);
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
