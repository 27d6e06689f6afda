import * as l10n from "@vscode/l10n";
import { completeDevice, type Device, identified } from "../../../devices/device";
import type { PreviewSource } from "../../../preview/preview";
import { type DeviceReport, emptyReport, type SettingReport, type UpgradeReport } from "../../../preview/report";
import type { Setting } from "../../../profile/setting";
import { shownValue } from "../../../secrets/shownValue";
import { fileEnding, readLoad } from "../load";
import { secrets } from "../secrets";
import { requestsOf } from "./requests";

type Source = Pick<PreviewSource, "document" | "catalogue" | "neighbors">;

/** The files that a phone asks for, and what it takes of this one. */
export function reportOf(source: Source, given: Device): DeviceReport {
  const device = completeDevice(given, source.catalogue);
  const { files, readsOwn } = requestsOf(source, device);
  return {
    ...emptyReport(device),
    upgrade: { steps: readsOwn ? stepsOf(source, device) : [], loops: false },
    script: { files, settings: readsOwn ? settingsOf(source) : [], skipped: [], unknown: [] },
  };
}

/** Settings that are listed, at most. */
const maxSettings = 500;

function settingsOf({ document, catalogue }: Source): readonly SettingReport[] {
  const found: SettingReport[] = [];
  const [profile] = document.profiles;
  for (const setting of profile?.settings() ?? []) {
    if (found.length === maxSettings) break;
    const key = keyOf(setting);
    if (setting.isEmpty || profile?.inEffect(key) !== setting) continue;
    found.push({
      name: key,
      value: shownValue(setting, secrets, catalogue),
      span: document.inFile(setting.segment, setting.nameSpan),
      isCertain: !setting.templated,
      before: [],
    });
  }
  return found;
}

function keyOf({ name, path }: Setting): string {
  return path === "" ? name : `${path}/${name}`;
}

/** Whether the phone fetches the load that the file names. */
function stepsOf({ document, catalogue }: Source, device: Device): UpgradeReport["steps"] {
  const { model } = identified(device, catalogue);
  const [profile] = document.profiles;
  const names = ["loadInformation", ...(model?.typeNumbers ?? []).map((number) => `loadInformation${number}`)];
  const load = names.map((name) => profile?.text(name)?.trim()).find((text) => text !== undefined && text !== "");
  if (load === undefined) return [{ outcome: "no rule", reason: l10n.t("The file names no load for the phone.") }];
  const shown = { load, ...(device.firmware !== undefined && { running: device.firmware }) };
  const read = readLoad(load, catalogue);
  if (read && model && !read.models.includes(model.model))
    return [{ outcome: "other phone", reason: l10n.t("The load is for {0}.", read.models.join(", ")), ...shown }];
  if (device.firmware === undefined)
    return [{ outcome: "unknown", reason: l10n.t("It is not known which firmware runs."), ...shown }];
  const plain = (text: string) => text.trim().toLowerCase().replace(fileEnding, "");
  return plain(load) === plain(device.firmware)
    ? [{ outcome: "already running", reason: l10n.t("The load is the one that runs."), ...shown }]
    : [{ outcome: "load taken", reason: l10n.t("The load differs from the running load."), ...shown }];
}
