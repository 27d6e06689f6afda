import * as l10n from "@vscode/l10n";
import type { DialectServices } from "../analysis/dialectServices";
import type { FindSettingsAnswer, FindSettingsParams, FoundPlace } from "../protocol/settingSearch";
import { nameShape, nearShape } from "../schema/nameShape";
import { LinearPattern } from "../text/linearPattern";
import { type OpenFile, rangeOf } from "./feature";
import { isText, optional } from "./paramShapes";
import { namesOf } from "./policyWords";
import type { RequestFeature } from "./requestFeature";
import { type FoundSetting, faultOfValue, type SettingSearch, settingChange, settingsFound } from "./settingSearch";

const maxPlaces = 5_000;
/** Documents that our extension shows: they are no files, or encrypted ones. */
const ownScheme = /^flat-profile-/;

/** The settings of the workspace that a person looks for, and the edits that change them. */
export const findSettings: RequestFeature<"flatProfile/findSettings"> = {
  params: { parameter: isText, matches: optional(isText), newValue: optional(isText) },
  async run(params, server, token) {
    const search = searchOf(params, server.services);
    if (typeof search === "string") return { fault: search, places: [], leftAlone: 0, isCut: false };
    const places: FoundPlace[] = [];
    let leftAlone = 0;
    for await (const file of server.workspaceFiles()) {
      if (token.isCancellationRequested || places.length > maxPlaces) break;
      if (ownScheme.test(file.uri)) continue;
      const found = placesIn(file, search, params.newValue);
      places.push(...found.places);
      leftAlone += found.leftAlone;
    }
    return { places: places.slice(0, maxPlaces), leftAlone, isCut: places.length > maxPlaces };
  },
};

/** Every name that can be looked for. */
export const parameterNames: RequestFeature<"flatProfile/names"> = {
  params: {},
  run: (_, { services }) => services.all().flatMap(namesOf),
};

/** What is looked for, or why it cannot be. */
function searchOf(
  { parameter, matches, newValue }: FindSettingsParams,
  services: DialectServices,
): SettingSearch | string {
  const all = services.all();
  if (!all.some(({ catalogue }) => nameShape(parameter, catalogue))) {
    const [near] = all.flatMap(({ catalogue }) => nearShape(parameter, catalogue) ?? []);
    if (near !== undefined) return l10n.t("Unknown parameter `{0}`. Did you mean `{1}`?", parameter, near);
  }
  const pattern = matches ? LinearPattern.read(matches) : undefined;
  if (pattern && !(pattern instanceof LinearPattern)) return pattern.message;
  const search: SettingSearch = { parameter, ...(pattern && { matches: pattern }) };
  return (newValue === undefined ? undefined : faultOfValue(search, newValue, all)) ?? search;
}

function placesIn(
  { uri, snapshot, lines }: OpenFile,
  search: SettingSearch,
  newValue: string | undefined,
): Pick<FindSettingsAnswer, "places" | "leftAlone"> {
  const place = ({ setting }: FoundSetting, edits: FoundPlace["edits"]): FoundPlace => ({
    uri,
    range: rangeOf(snapshot.spanOf(setting, setting.span), lines),
    name: setting.name,
    edits,
  });
  if (newValue === undefined) {
    const places = settingsFound(snapshot, search).map((found) => place(found, []));
    return { places, leftAlone: 0 };
  }
  const { changed, templated, fault } = settingChange(snapshot, search, newValue);
  const places = changed.map(({ found, edits }) =>
    place(
      found,
      edits.map(({ span, text }) => ({ range: rangeOf(span, lines), newText: text })),
    ),
  );
  return { places, leftAlone: templated + (fault === undefined ? 0 : 1) };
}
