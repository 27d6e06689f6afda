import { serviceOfPhone } from "../analysis/phones";
import { resolveReport } from "../deployment/report";
import type { SettingReport } from "../deployment/settingReports";
import { addressIn } from "../deployment/site/tree";
import { isDevice } from "../devices/deviceFile";
import type { EffectiveAnswer, EffectiveGroup, EffectiveSetting } from "../protocol";
import type { Catalogue } from "../schema/catalogue";
import { webLabel } from "../schema/elementName";
import { webPlace } from "../schema/webPlace";
import { type EffectiveRun, effectiveRun } from "./effectiveRun";
import { isDocument, oneOf, optional } from "./paramShapes";
import type { RequestFeature } from "./requestFeature";

/** What a device ends up with by the files of the site that a file belongs to. */
export const effective: RequestFeature<"flatProfile/effective"> = {
  params: { textDocument: isDocument, device: optional(isDevice), all: optional(oneOf(true, false)) },
  async run({ textDocument: { uri }, device, all = false }, server) {
    const site = await server.site(uri);
    if (!site) return nothing;
    const { config, fault } = site;
    const found = { ...nothing, config, watched: [config] };
    if (fault !== undefined) return { ...found, reason: fault };
    if (!device) return found;
    const file = await server.file(uri);
    const run = await effectiveRun(site, device, server, file?.snapshot.dialect.id);
    if (typeof run === "string") return { ...found, reason: run };
    return { ...found, ...reportOf(run, all, serviceOfPhone(run.phone).catalogue) };
  },
};

const nothing: EffectiveAnswer = { files: {}, watched: [] };

function reportOf(
  { site, phone, settled, problems, files, asked }: EffectiveRun,
  all: boolean,
  catalogue: Catalogue,
): Partial<EffectiveAnswer> {
  const { settings, ...report } = resolveReport(phone, settled, problems, { show: all ? "all" : "set", why: [] });
  const shown = phone.shown([settled.start, settled.end]);
  const inventory = site.site.inventory === undefined ? [] : [addressIn(site.folder, site.site.inventory)];
  return {
    report,
    groups: grouped(settings, catalogue),
    // A name that contains a secret is masked in the report, and leads nowhere.
    files: Object.fromEntries([...files].filter(([name]) => shown.text(name) === name)),
    watched: [site.config, ...inventory, ...asked],
  };
}

/** By tab and section of the web page, in the order that the settings have. */
function grouped(settings: readonly SettingReport[], catalogue: Catalogue): readonly EffectiveGroup[] {
  const groups = new Map<string, { tab: string; section: string; settings: EffectiveSetting[] }>();
  for (const { history: _, ...setting } of settings) {
    const { tab, section, label } = placeOf(setting.name, catalogue);
    const key = `${tab}\n${section}`;
    const group = groups.get(key) ?? { tab, section, settings: [] };
    groups.set(key, group);
    group.settings.push({ ...setting, label });
  }
  return [...groups.values()];
}

function placeOf(full: string, catalogue: Catalogue): Pick<EffectiveGroup, "tab" | "section"> & { label: string } {
  const at = full.lastIndexOf("/");
  const [path, name] = [full.slice(0, Math.max(at, 0)), full.slice(at + 1)];
  const found = catalogue.find(name, path);
  if (!found) return { tab: path, section: "", label: "" };
  const label = webLabel(found.parameter, catalogue);
  return path === ""
    ? { ...webPlace(found.parameter, found.indexes, catalogue), label }
    : { tab: path, section: "", label };
}
