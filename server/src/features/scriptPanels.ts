import * as l10n from "@vscode/l10n";
import type { Snapshot } from "../analysis/snapshot";
import type { SettingFacts } from "../checks/check";
import type { Dialect } from "../dialects/dialect";
import type { ScriptContext } from "../preview/scripts";
import type { Profile } from "../profile/profile";
import type { Setting } from "../profile/setting";
import type { DiallingFacts, PanelKind, ScriptAnswer, ScriptKind, ScriptParams } from "../protocol";
import { resolveParameter, traitsOf } from "../schema/effectiveParameter";
import type { Position } from "../text/lineIndex";
import { parenthesized } from "../values/dialPlan/form";
import { dialKindOf, kindNames } from "../values/dialPlan/simulate";
import { cadence } from "../values/signal/cadence";
import { type OpenFile, rangeOf } from "./feature";
import { LineCursor } from "./lineCursor";
import { isPosition, isText, oneOf, optional } from "./paramShapes";
import { perSegment } from "./perSegment";
import { type FileRequestFeature, fileParams } from "./requestFeature";
import { tableStarts } from "./tables";

/** The parameter types of a kind of script in this dialect. */
function typesOf(kind: ScriptKind, { dialect }: { readonly dialect: Dialect }): readonly string[] {
  const { scripts } = dialect;
  if (!scripts) return none;
  return kind === "sound" ? scripts.sounds : Object.keys(scripts.dialPlans);
}

const none: readonly string[] = [];

const isKind = oneOf("sound", "dial-plan");

/** The script at a place, or the one of a name, or the first of the file, with what is needed to play or try it. */
export const script: FileRequestFeature<"flatProfile/script"> = {
  params: { ...fileParams, kind: isKind, position: optional(isPosition), name: optional(isText) },
  empty: null,
  run(file, params) {
    const { snapshot } = file;
    const found = findScript(file, params);
    const effective = found && snapshot.likelyAnalyzer.facts(found.setting).effective;
    if (!found || !effective) return null;
    const { setting, profile } = found;
    const { type } = effective.parameter;
    const sound = snapshot.dialect.scripts?.soundOf?.(setting, snapshot.document);
    if (sound !== undefined) return { version: file.version, type: "ToneScript", ...sound, isFixed: true };
    return {
      version: file.version,
      name: setting.name,
      type,
      text: setting.isEmpty ? "" : setting.text,
      ...(effective.default !== undefined && effective.default !== "" && { default: effective.default }),
      ...rhythmPart(setting, profile, snapshot),
      ...(typesOf("dial-plan", snapshot).includes(type) && { dialling: diallingFacts(type, profile, snapshot) }),
    };
  },
};

/** Edits that put `text` in the place of the script of that name. */
export const scriptEdits: FileRequestFeature<"flatProfile/scriptEdits"> = {
  params: { ...fileParams, kind: isKind, position: optional(isPosition), name: isText, text: isText },
  empty: null,
  run(file, { text, ...asked }) {
    const { snapshot, version, lines } = file;
    const found = findScript(file, asked);
    if (found?.setting.name !== asked.name) return null;
    // A sound that is put together from several settings is played, not written.
    if (snapshot.dialect.scripts?.soundOf?.(found.setting, snapshot.document) !== undefined) return null;
    const edits = snapshot.dialect.write.setValue(found.setting, text).map((edit) => ({
      range: rangeOf(snapshot.spanOf(found.setting, edit.span), lines),
      newText: edit.text,
    }));
    return { version, edits };
  },
};

/** The rhythm of a ring, as a value of its own. */
export function ringRhythm(
  setting: Setting,
  profile: Profile | undefined,
  { snapshot }: OpenFile,
): { readonly name: string; readonly text: string; readonly facts: SettingFacts } | undefined {
  const { catalogue, device } = snapshot;
  if (setting.templated) return undefined;
  const rhythm = snapshot.dialect.scripts?.rhythmOf(setting, profile, contextOf(snapshot));
  const found = rhythm && catalogue.find(rhythm.name);
  if (!found) return undefined;
  return { ...rhythm, facts: { effective: resolveParameter(found, rhythm.name, device, catalogue), type: cadence } };
}

/** Maximum number of scripts in an answer. */
const maxScripts = 2_000;

/** The scripts of a file that can be played or tried, which empty values cannot, and its tables. */
export const scripts: FileRequestFeature<"flatProfile/scripts"> = {
  params: fileParams,
  empty: null,
  run({ version, snapshot, lines }) {
    const { document, likelyAnalyzer } = snapshot;
    const cursor = new LineCursor(lines);
    const scripts: { kind: PanelKind; position: Position }[] = [];
    for (const start of tableStarts(snapshot).slice(0, maxScripts))
      scripts.push({ kind: "table", position: cursor.positionAt(start) });
    for (const [i, segment] of document.segments.entries()) {
      const base = document.starts[i] ?? 0;
      for (const { kind, at } of placesOf(segment, likelyAnalyzer).slice(0, maxScripts - scripts.length))
        scripts.push({ kind, position: cursor.positionAt(base + at) });
      if (scripts.length === maxScripts) break;
    }
    return { version, scripts };
  },
};

/** A link in a hover that opens the panel for a script, for a client that has panels. */
export function panelLink(setting: Setting, start: number, file: OpenFile): string | undefined {
  const { client, snapshot, uri, lines } = file;
  const type = snapshot.likelyAnalyzer.facts(setting).effective?.parameter.type ?? "";
  const isSound = typesOf("sound", snapshot).includes(type);
  if (!client.pictures || setting.templated || setting.isEmpty) return undefined;
  if (!isSound && !typesOf("dial-plan", snapshot).includes(type)) return undefined;
  const place = [{ uri, position: lines.positionAt(setting.parts.start + start) }];
  const argument = encodeURIComponent(JSON.stringify(place)).replace(
    /[()]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
  return isSound
    ? `[${l10n.t("Play")}](command:flatProfile.playTone?${argument})`
    : `[${l10n.t("Test")}](command:flatProfile.testDialPlan?${argument})`;
}

const placesOf = perSegment((segment, analyzer): readonly { readonly kind: ScriptKind; readonly at: number }[] =>
  segment.settings.flatMap((setting): { kind: ScriptKind; at: number }[] => {
    const type = analyzer.facts(setting).effective?.parameter.type ?? "";
    if (setting.templated || setting.isEmpty) return [];
    const at = setting.parts.start;
    if (typesOf("sound", analyzer).includes(type)) return [{ kind: "sound", at }];
    return typesOf("dial-plan", analyzer).includes(type) ? [{ kind: "dial-plan", at }] : [];
  }),
);

interface FoundScript {
  readonly setting: Setting;
  readonly profile: Profile | undefined;
}

function findScript(
  { snapshot, lines }: OpenFile,
  { kind, position, name }: Omit<ScriptParams, "textDocument">,
): FoundScript | undefined {
  const { document, likelyAnalyzer } = snapshot;
  const isScript = (setting: Setting | undefined): setting is Setting => {
    if (!setting || setting.templated || snapshot.shownText(setting) !== setting.text) return false;
    const { effective } = likelyAnalyzer.facts(setting);
    return effective !== undefined && typesOf(kind, snapshot).includes(effective.parameter.type);
  };
  if (position) {
    const offset = lines.offsetAt(position);
    const here = document.settingAt(offset)?.setting;
    if (isScript(here)) return { setting: here, profile: document.profileAt(offset) };
    const around = kind === "sound" ? snapshot.dialect.scripts?.soundAt?.(document, offset) : undefined;
    if (isScript(around)) return { setting: around, profile: document.profileAt(offset) };
  }
  for (const profile of [...document.profiles].reverse()) {
    const named = name === undefined ? undefined : profile.inEffect(name);
    if (isScript(named)) return { setting: named, profile };
  }
  for (const profile of document.profiles)
    for (const setting of profile.settings()) if (isScript(setting)) return { setting, profile };
  return undefined;
}

function rhythmPart(
  setting: Setting,
  profile: Profile | undefined,
  snapshot: Snapshot,
): Pick<ScriptAnswer, "cadence"> | undefined {
  const cadence = snapshot.dialect.scripts?.rhythmOf(setting, profile, contextOf(snapshot));
  return cadence && { cadence };
}

function diallingFacts(type: string, profile: Profile | undefined, snapshot: Snapshot): DiallingFacts | undefined {
  const family = snapshot.catalogue.family(snapshot.device.family);
  const { scripts } = snapshot.dialect;
  if (!scripts) return undefined;
  return {
    ...scripts.dialing(profile, contextOf(snapshot)),
    form: scripts.dialPlans[type] ?? parenthesized,
    family: family?.label ?? "",
    xIsAnyKey: family && dialKindOf(traitsOf(family.generation, snapshot.catalogue)).xIsAnyKey,
    comment: snapshot.dialect.comment("{0}"),
    kinds: kindNames(snapshot.catalogue.generations),
  };
}

function contextOf({ catalogue, device, likelyAnalyzer }: Snapshot): ScriptContext {
  return { catalogue, device, facts: (setting) => likelyAnalyzer.facts(setting) };
}
