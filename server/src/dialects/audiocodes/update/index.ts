import * as l10n from "@vscode/l10n";
import type { ReplacedSetting, UpdateAnswer, UpdatedFile, Updates } from "../../../deployment/updates";
import type { Setting } from "../../../profile/setting";
import type { Catalogue } from "../../../schema/catalogue";
import { isSecretElement } from "../../../schema/secretName";
import { hidden } from "../../../secrets/mask";
import { isOn } from "../roles";
import { secrets } from "../secrets";
import {
  bytesPerDay,
  effectInWords,
  newWhen,
  type PlannedFile,
  updatePlan,
  type Verdict,
  verdictInWords,
} from "./plan";
import { keepsAbsent, partsOfName, placesOf, replacement, rowOf, settingsOf } from "./replacement";
import { shownTrigger } from "./triggers";

/** Automatic updates of these devices, and what a new ini takes from them. */
export const updates: Updates = {
  plan(document, catalogue, { mac, firmware, offered, firmwareBytes, devices = 1 }): UpdateAnswer {
    const [profile] = document.profiles;
    const server = offered === undefined ? {} : { firmware: offered };
    const plan = profile && updatePlan(profile, catalogue, { mac, firmware }, server);
    const start = startInWords(profile?.text("DHCPEnable"));
    if (!profile || !plan)
      return { triggers: [], start, files: [], checksPerDay: 0, bytesPerDay: undefined, warnings: [] };
    const how = {
      checksIni: /^0*[1-9]/.test(profile.text("AUPDCheckIfIniChanged") ?? ""),
      keepsAbsent: keepsAbsent(settingsOf(document), catalogue),
    };
    const placeOf = ({ segment, parts }: Setting) => document.startOf(segment) + parts.start;
    return {
      triggers: plan.triggers.map((trigger) => shownTrigger(trigger, placeOf)),
      start,
      files: plan.files.map((file) => shownFile(file, placeOf(file.setting), how)),
      checksPerDay: plan.checksPerDay,
      bytesPerDay: firmwareBytes === undefined ? undefined : bytesPerDay(plan, firmwareBytes, devices),
      warnings: plan.warnings,
    };
  },
  replace(running, fresh, catalogue) {
    const [before, after] = [settingsOf(running), settingsOf(fresh)];
    const found = replacement(before, after, catalogue);
    const [oldPlaces, places] = [placesOf(running), placesOf(fresh)];
    const shown = (name: string, value: string) => shownValue(name, value, catalogue);
    const placed = (setting: ReplacedSetting): ReplacedSetting => {
      const key = setting.name.toUpperCase();
      const [old, now] = [oldPlaces.get(key), places.get(key)];
      // Of a name that the catalogue does not have only upper case is known.
      const name = setting.name === key ? ((now ?? old)?.typed ?? setting.name) : setting.name;
      return { ...setting, name, ...(old && { beforeAt: old.at }), ...(now && { afterAt: now.at }) };
    };
    const lost = new Map<string, string[]>(found.rowsLost.map((row) => [row, []]));
    for (const [name, value] of before) lost.get(rowOf(name) ?? "")?.push(shown(name, value));
    const isUnknown = new Set(found.unknown);
    const added = found.added.filter(({ name }) => !isUnknown.has(name));
    const list: ReplacedSetting[] = [
      ...found.changed.map(({ name, before, after }) => ({
        ...{ name, fate: "changed" as const, before: shown(name, before), after: shown(name, after) },
      })),
      ...found.backToDefault.map(({ name, before, after }) => ({
        ...{ name, fate: "back to default" as const, before: shown(name, before) },
        ...(after !== undefined && { after: shown(name, after) }),
      })),
      ...[...lost].map(([name, cells]) => ({ name, fate: "row lost" as const, before: cells.join(", ") })),
      ...found.keptWhenAbsent.map(({ name }) => ({
        ...{ name, fate: "kept when absent" as const, before: shown(name, before.get(name) ?? "") },
      })),
      ...found.unknown.map((name) => ({
        ...{ name, fate: "unknown" as const, after: shown(name, after.get(name) ?? "") },
      })),
      ...added.map(({ name, after }) => ({ name, fate: "added" as const, after: shown(name, after) })),
      ...found.kept.map((name) => ({ name, fate: "same" as const, before: shown(name, before.get(name) ?? "") })),
    ];
    return list.map(placed);
  },
};

/** How a device gets its address before it fetches files. */
function startInWords(dhcp: string | undefined): string {
  const rest = l10n.t("It reads its configuration before its software.");
  if (!/^\d+$/.test(dhcp ?? ""))
    return `${l10n.t("At the start the device asks by BootP, then by DHCP when nothing answered and `DHCPEnable` is 1.")} ${rest}`;
  return isOn(dhcp)
    ? `${l10n.t("At the start the device asks by BootP, then by DHCP when nothing answered, as `DHCPEnable` is 1.")} ${rest}`
    : `${l10n.t("At the start the device asks by BootP, and not by DHCP, as `DHCPEnable` is 0.")} ${rest}`;
}

const kinds = { ini: "settings", firmware: "firmware", auxiliary: "auxiliary" } as const;

const outcomes: Readonly<Record<Verdict, UpdatedFile["outcome"]>> = {
  "not modified": "left",
  loaded: "taken",
  "same version": "left",
  upgrade: "taken",
  downgrade: "older",
  "other version": "taken",
  "not asked": "left",
  unknown: "unknown",
};

function shownFile(
  { kind, parameter, url, isRepeated, verdict }: PlannedFile,
  at: number,
  { checksIni, keepsAbsent }: { readonly checksIni: boolean; readonly keepsAbsent: boolean },
): UpdatedFile {
  return {
    ...{ kind: kinds[kind], parameter, at, url: secrets.shown(url), isRepeated },
    ...{ newWhen: newWhen(kind, checksIni), effect: effectInWords(kind, keepsAbsent) },
    ...{ verdict: verdictInWords(verdict), outcome: outcomes[verdict] },
  };
}

/** The name of a cell is its row and its column. */
function shownValue(name: string, value: string, catalogue: Catalogue): string {
  if (value === "") return "";
  const { name: own, path } = partsOfName(name);
  return isSecretElement(own, path, value, catalogue) ? hidden : secrets.shown(value);
}
