import * as l10n from "@vscode/l10n";
import type { Profile } from "../../../profile/profile";
import type { Setting } from "../../../profile/setting";
import type { Catalogue } from "../../../schema/catalogue";
import { compareReleases } from "../release";
import { isOn, settingWith } from "../roles";

// What a device fetches by itself, when, and what makes a file new. Everything here follows the chapter on automatic
// updates of the manual of 6.6: an ini by its time stamp, software after it was downloaded, other files once for each URL.

export type FileKind = "ini" | "firmware" | "auxiliary";

/** What the server has, as far as it is known. */
export interface ServerFacts {
  /** Whether the ini is newer than the last one that was loaded. */
  readonly iniModified?: "newer" | "same";
  /** The version of the software file. */
  readonly firmware?: string;
  /** The text of the URL when a file was loaded last, by parameter. */
  readonly loaded?: Readonly<Record<string, string>>;
}

export type Verdict =
  /** The server says that nothing changed: nothing is downloaded. */
  | "not modified"
  | "loaded"
  /** Downloaded, and then left. */
  | "same version"
  | "upgrade"
  | "downgrade"
  /** Another version, of which it is not known whether it is newer. */
  | "other version"
  /** Not even asked for. */
  | "not asked"
  | "unknown";

export interface PlannedFile {
  readonly kind: FileKind;
  readonly setting: Setting;
  readonly parameter: string;
  /** With the address of the device filled in. */
  readonly url: string;
  /** Updates by the clock fetch it too, not only a start. */
  readonly isRepeated: boolean;
  readonly verdict: Verdict;
}

/** What starts an update, with the setting that turns it on. */
export type Trigger = { readonly setting?: Setting | undefined } & (
  | { readonly kind: "start" | "secure start" | "notify" }
  | { readonly kind: "daily"; readonly time: string }
  | { readonly kind: "period"; readonly minutes: number }
);

export interface UpdatePlan {
  readonly files: readonly PlannedFile[];
  readonly triggers: readonly Trigger[];
  /** Updates by the clock in a day. */
  readonly checksPerDay: number;
  /** The device restarts at each check, as far as is known. */
  readonly restartsEachTime: boolean;
  /** Sentences about what may go wrong. */
  readonly warnings: readonly string[];
}

export interface PlanDevice {
  readonly mac?: string | undefined;
  readonly firmware?: string | undefined;
}

/** What `profile` makes a device do. */
export function updatePlan(
  profile: Profile,
  catalogue: Catalogue,
  device: PlanDevice,
  server: ServerFacts = {},
): UpdatePlan {
  const files: PlannedFile[] = [];
  const isSet = (role: string) => isOn(settingWith(profile, role, catalogue)?.text);
  const add = (role: string, kind: FileKind) => {
    for (const parameter of catalogue.roles[role] ?? []) {
      const setting = profile.inEffect(parameter);
      if (!setting || setting.isEmpty || setting.templated) continue;
      const isRepeated = kind !== "firmware" || isSet("firmware-switch") || !isPlainCmp(parameter);
      files.push({
        ...{ kind, setting, parameter: setting.name, url: urlFor(setting.text, device.mac), isRepeated },
        verdict: verdictOf(kind, setting, device, server),
      });
    }
  };
  add("ini-url", "ini");
  add("ini-template-url", "ini");
  add("firmware-url", "firmware");
  add("auxiliary-url", "auxiliary");
  const triggers = triggersOf(profile, catalogue);
  const checksPerDay = triggers.reduce((sum, trigger) => sum + checksOf(trigger), 0);
  const restarts = isSet("restart-now") && !isOn(profile.text("AUPDCheckIfIniChanged"));
  const restartsEachTime = restarts && checksPerDay > 0 && files.some(({ kind }) => kind === "ini");
  return {
    ...{ files, triggers, checksPerDay, restartsEachTime },
    warnings: warningsOf(profile, catalogue, files, restartsEachTime),
  };
}

/** `<MAC>` is the address without separators; in which letter case is not documented: as the device is listed. */
export function urlFor(text: string, mac: string | undefined): string {
  const digits = mac?.replace(/[^0-9a-f]/gi, "");
  return digits?.length === 12 ? text.replaceAll("<MAC>", digits) : text;
}

/** Later software has a parameter of its own for updates by the clock. */
function isPlainCmp(parameter: string): boolean {
  return /^CmpFileURL$/i.test(parameter);
}

function verdictOf(kind: FileKind, { name, text }: Setting, device: PlanDevice, server: ServerFacts): Verdict {
  switch (kind) {
    case "ini":
      return server.iniModified === undefined ? "unknown" : server.iniModified === "same" ? "not modified" : "loaded";
    case "firmware":
      return firmwareVerdict(device.firmware, server.firmware);
    case "auxiliary": {
      const before = Object.entries(server.loaded ?? {}).find(([key]) => key.toUpperCase() === name.toUpperCase())?.[1];
      return before === undefined ? "unknown" : before === text ? "not asked" : "loaded";
    }
  }
}

/** What a device does with software that it downloaded: any other version is taken, an older one too. */
export function firmwareVerdict(running: string | undefined, offered: string | undefined): Verdict {
  if (running === undefined || offered === undefined) return "unknown";
  if (running.trim() === offered.trim()) return "same version";
  const order = compareReleases(offered, running);
  return order === undefined || order === 0 ? "other version" : order > 0 ? "upgrade" : "downgrade";
}

function triggersOf(profile: Profile, catalogue: Catalogue): Trigger[] {
  const triggers: Trigger[] = [{ kind: "start" }];
  const time = settingWith(profile, "update-time", catalogue);
  if (time && /^\d\d:\d\d$/.test(time.text)) triggers.push({ kind: "daily", time: time.text, setting: time });
  const minutes = settingWith(profile, "update-period", catalogue);
  const seconds = settingWith(profile, "update-period-seconds", catalogue);
  const byMinutes = Number(minutes?.text ?? 0);
  const period = byMinutes > 0 ? byMinutes : Number(seconds?.text ?? 0) / 60;
  if (period > 0) triggers.push({ kind: "period", minutes: period, setting: byMinutes > 0 ? minutes : seconds });
  const add = (kind: "secure start" | "notify", parameter: string) => {
    if (isOn(profile.text(parameter))) triggers.push({ kind, setting: profile.inEffect(parameter) });
  };
  add("secure start", "EnableSecureStartup");
  add("notify", "EnableSIPRemoteReset");
  return triggers;
}

function checksOf(trigger: Trigger): number {
  if (trigger.kind === "daily") return 1;
  return trigger.kind === "period" ? (24 * 60) / trigger.minutes : 0;
}

/** Bytes that a number of devices download in a day by the clock: software is downloaded each time, whatever comes of it. */
export function bytesPerDay({ files, checksPerDay }: UpdatePlan, firmwareBytes: number, devices: number): number {
  const times = files.filter(({ kind, isRepeated }) => kind === "firmware" && isRepeated).length;
  return Math.round(firmwareBytes * devices * checksPerDay * times);
}

function warningsOf(
  profile: Profile,
  catalogue: Catalogue,
  files: readonly PlannedFile[],
  restartsEachTime: boolean,
): string[] {
  const warnings: string[] = [];
  if (restartsEachTime)
    warnings.push(
      l10n.t("The device may restart at each update: `ResetNow` is 1, and `AUPDCheckIfIniChanged` is not set."),
    );
  for (const { kind, isRepeated, verdict, parameter } of files) {
    if (kind === "firmware" && !isRepeated)
      warnings.push(l10n.t("Updates by the clock leave `{0}` out: `AutoUpdateCmpFile` is not 1.", parameter));
    if (verdict === "downgrade")
      warnings.push(l10n.t("The file of `{0}` is older than the running software. The device takes it.", parameter));
  }
  const dhcp = settingWith(profile, "kept-when-absent", catalogue);
  if (dhcp)
    warnings.push(
      l10n.t("`{0}` keeps its value when a later file leaves it out, and needs a cold restart.", dhcp.name),
    );
  return warnings;
}

/** What makes a file new, in a sentence. */
export function newWhen(kind: FileKind, checksIni: boolean): string {
  switch (kind) {
    case "ini":
      return checksIni
        ? l10n.t(
            "Downloaded when its time stamp is later than the last successful update, and loaded when its checksum changed.",
          )
        : l10n.t("Loaded when its time stamp is later than the last successful update.");
    case "firmware":
      return l10n.t(
        "Downloaded first. Then its version is compared with the one in flash memory: any other is new, an older one too. Some products compare checksums.",
      );
    case "auxiliary":
      return l10n.t("Loaded once for each text of the URL. Change the URL to load it again.");
  }
}

/** What happens with a file that is new. */
export function effectInWords(kind: FileKind, keepsAbsent: boolean): string {
  switch (kind) {
    case "ini":
      return keepsAbsent
        ? l10n.t("Its settings are loaded. What it leaves out keeps its value.")
        : l10n.t("Its settings are loaded. What it leaves out goes back to its default.");
    case "firmware":
      return l10n.t("It is burnt to flash memory, and the device restarts.");
    case "auxiliary":
      return l10n.t("It is loaded, and the same URL is not asked for again.");
  }
}

/** What a verdict means, in a sentence. */
export function verdictInWords(verdict: Verdict): string {
  const words: Readonly<Record<Verdict, string>> = {
    "not modified": l10n.t("304: keep"),
    loaded: l10n.t("loaded"),
    "same version": l10n.t("downloaded, version equal: not burnt"),
    upgrade: l10n.t("downloaded, newer: burnt, then a restart"),
    downgrade: l10n.t("downloaded, older: burnt, then a restart"),
    "other version": l10n.t("downloaded, another version: burnt, then a restart"),
    "not asked": l10n.t("not fetched: URL unchanged"),
    unknown: l10n.t("unknown"),
  };
  return words[verdict];
}
