import * as l10n from "@vscode/l10n";
import type { ShownValue } from "../../../server/src/deployment/settingReports";
import type { EffectiveGroup, EffectiveSetting } from "../../../server/src/protocol";
import { element } from "../shared/element";
import { hasWords, wordsOf } from "../shared/filter";
import type { Shown } from "./messages";
import { code, place } from "./parts";
import { howInWords, whyInWords } from "./words";

/** Which settings a person wants to see. */
export interface Choice {
  readonly filter: string;
  readonly overridden: boolean;
}

/** Rows that are shown at most: a page of thousands is slow, and the filter finds the others. */
const maxRows = 600;

interface SettingsView {
  readonly rows: readonly HTMLElement[];
  readonly count: number;
  /** How many there are. */
  readonly words: string;
}

/** The settings that fit the choice, by web page. */
export function settingsView({ answer, files }: Shown, choice: Choice): SettingsView {
  const open = new Set(files);
  const groups = (answer.groups ?? [])
    .map((group) => ({ ...group, settings: group.settings.filter((each) => fits(each, group, choice)) }))
    .filter(({ settings }) => settings.length > 0);
  const count = groups.reduce((sum, { settings }) => sum + settings.length, 0);
  const total = (answer.groups ?? []).reduce((sum, { settings }) => sum + settings.length, 0);
  const rows: HTMLElement[] = [];
  let left = maxRows;
  for (const group of groups) {
    if (left <= 0) break;
    rows.push(groupView({ ...group, settings: group.settings.slice(0, left) }, open));
    left -= group.settings.length;
  }
  if (left < 0) rows.push(element("p", { class: "note" }, l10n.t("{0} more settings. Use the filter.", -left)));
  return { rows, count, words: countInWords(count, total, answer.report?.overridden ?? 0) };
}

function countInWords(count: number, total: number, overridden: number): string {
  if (count < total) return l10n.t("{0} of {1} settings", count, total);
  return total === 1
    ? l10n.t("1 setting, {0} overridden", overridden)
    : l10n.t("{0} settings, {1} overridden", total, overridden);
}

function fits(setting: EffectiveSetting, { tab, section }: EffectiveGroup, { filter, overridden }: Choice): boolean {
  if (overridden && !isOverriding(setting)) return false;
  const words = wordsOf(filter);
  if (words.length === 0) return true;
  const texts = [setting.name, setting.label, tab, section, textOf(setting), String(setting.from?.file ?? "")];
  for (const each of setting.over ?? []) texts.push(textOf(each), String(each.file ?? ""));
  return hasWords(texts.join("\n"), words);
}

function isOverriding({ over = [] }: EffectiveSetting): boolean {
  return over.some(({ why }) => why !== "same value again");
}

function textOf(value: ShownValue): string {
  return "value" in value ? value.value : "";
}

function groupView({ tab, section, settings }: EffectiveGroup, files: ReadonlySet<string>): HTMLElement {
  const title = [tab, section].filter((word) => word !== "").join(" › ") || l10n.t("Other settings");
  return element(
    "section",
    { class: "group" },
    element("h3", {}, title),
    element(
      "dl",
      {},
      ...settings.map((setting) =>
        element(
          "div",
          { class: isOverriding(setting) ? "setting overriding" : "setting" },
          element(
            "dt",
            {},
            code(setting.name),
            addsWords(setting) && element("span", { class: "label" }, setting.label),
          ),
          ...valueViews(setting, files),
        ),
      ),
    ),
  );
}

/** The words of the web page are others than those of the name. */
function addsWords({ name, label }: EffectiveSetting): boolean {
  const words = name
    .slice(name.lastIndexOf("/") + 1)
    .replace(/(?:_\d+)*_*$/, "")
    .replace(/_+/g, " ");
  return label !== "" && label.toLowerCase() !== words.toLowerCase();
}

/** The value in effect, and those that it replaced. */
function valueViews(setting: EffectiveSetting, files: ReadonlySet<string>): HTMLElement[] {
  const how = howInWords(setting);
  const { over = [], from } = setting;
  return [
    element(
      "dd",
      {},
      valueView(setting),
      from?.file !== undefined && place(from, files),
      how !== "" && element("span", { class: "remark" }, how),
    ),
    ...over.map((each) =>
      element(
        "dd",
        { class: "over" },
        each.why === "same value again" ? valueView(each) : element("s", {}, valueView(each)),
        each.file !== undefined && place(each, files),
        element("span", { class: "remark" }, whyInWords(each.why)),
      ),
    ),
  ];
}

function valueView(value: ShownValue): HTMLElement {
  if ("value" in value)
    return value.value === "" ? element("em", { class: "quiet" }, l10n.t("empty")) : code(value.value);
  return "secret" in value
    ? element("em", { class: "quiet", title: l10n.t("Secrets are not shown.") }, l10n.t("secret"))
    : element("em", { class: "unknown" }, l10n.t("unknown: a program fills it in"));
}
