import type { MappedKey } from "../preview/keyMap";
import type { Setting } from "../profile/setting";
import type { KeyReport } from "../protocol/keyMap";
import { familyOf } from "../schema/identity";
import type { DeviceChoice } from "../schema/model";
import type { Severity } from "../text/span";
import type { OpenFile } from "./feature";
import { isText, optional } from "./paramShapes";
import { type FileRequestFeature, fileParams } from "./requestFeature";

const worstFirst: readonly Severity[] = ["error", "warning", "info", "hint"];

/** The keys of a phone as the file programs them, with what is wrong at each. */
export const keyMap: FileRequestFeature<"flatProfile/keyMap"> = {
  params: { ...fileParams, model: optional(isText) },
  empty: null,
  run(file, { model }) {
    const { snapshot, version } = file;
    const { dialect, document, catalogue } = snapshot;
    if (!dialect.keyMaps || document.form === "foreign") return null;
    const map = dialect.keyMaps.of(document, deviceFor(file, model), catalogue);
    return {
      version,
      ...(map.model !== undefined && { model: map.model }),
      models: dialect.keyMaps.models(catalogue),
      pages: map.pages.map(({ title, keys }) => ({ title, keys: keys.map((key) => reportOf(key, file)) })),
    };
  },
};

function deviceFor({ snapshot }: OpenFile, model: string | undefined): DeviceChoice {
  const found = model === undefined ? undefined : familyOf({ model }, snapshot.catalogue);
  if (!found) return snapshot.device;
  const chosen = { family: found.family.id, ...(found.model && { model: found.model.model }) };
  return { ...chosen, certainty: "stated", reason: snapshot.device.reason };
}

function reportOf({ number, label, does, more, lacks }: MappedKey, { snapshot, lines }: OpenFile): KeyReport {
  const { document } = snapshot;
  const settings = [does?.setting, label, ...more.map(({ setting }) => setting)].filter(
    (setting) => setting !== undefined,
  );
  const spans = settings.map(({ segment, span }) => document.inFile(segment, span));
  const start = spans.length > 0 ? Math.min(...spans.map((span) => span.start)) : undefined;
  const found = snapshot
    .problems()
    .filter(({ span }) => spans.some((each) => span.start >= each.start && span.start < each.end))
    .map(({ severity, message }) => ({ severity, message }));
  const problems = found.length === 0 && lacks !== undefined ? [{ severity: "info" as const, message: lacks }] : found;
  const shown = (setting: Setting) => snapshot.shownText(setting);
  return {
    number,
    ...(label && { label: shown(label) }),
    ...(does && { does: does.words }),
    more: more.map(({ name, setting }) => ({ name, value: shown(setting) })),
    problems: problems.sort((a, b) => worstFirst.indexOf(a.severity) - worstFirst.indexOf(b.severity)),
    ...(start !== undefined && { line: lines.positionAt(start).line + 1 }),
  };
}
