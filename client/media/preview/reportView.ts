import * as l10n from "@vscode/l10n";
import type { DeviceReport, RuleGroup, RuleReport } from "../../../server/src/preview/report";
import type { EvaluationAnswer } from "../../../server/src/protocol";
import { element } from "../shared/element";
import type { Folds } from "../shared/folds";
import { sign } from "../shared/sign";
import { laneView } from "../shared/timelineView";
import { code, fold, source } from "./parts";
import { ruleView } from "./ruleView";
import { filesCell, namesOf, settingCell } from "./scriptView";
import { lanesOf, rulesOf, ruleVerdict, scheduleNotes, templatedNotes, upgradeMood, upgradeWord } from "./words";

/** The sections of the page; each row of a section has one cell for each device. */
export function reportView(reports: readonly EvaluationAnswer[], folds: Folds): HTMLElement[] {
  if (reports.some(({ script }) => script)) return scriptSections(reports);
  const rules = (group: RuleGroup) => [...ruleRows(reports, group, folds), ...templatedRows(reports, group)];
  return [
    section(l10n.t("Triggers"), rules("triggers")),
    section(l10n.t("Profile rules"), rules("profile"), l10n.t("The file has no profile rule.")),
    section(l10n.t("Upgrade"), [...rules("upgrade"), row(reports.map(upgradeCell))]),
    section(l10n.t("When"), [row(reports.map(scheduleCell))]),
    section(l10n.t("Other rules"), rules("others")),
    section(l10n.t("Messages"), messageRows(reports)),
    section(l10n.t("Macros"), [row(reports.map((report) => [macroCell(report, folds)]))]),
  ].flat();
}

/** The results of statements: nothing else is in such files. */
function scriptSections(reports: readonly EvaluationAnswer[]): HTMLElement[] {
  const scripts = reports.map(({ script }) => script);
  const settings = namesOf(scripts).map((name) => {
    const values = scripts.map((script) => script?.settings.find((each) => each.name === name)?.value);
    const differs = new Set(values).size > 1;
    return row(scripts.map((script) => settingCell(script, name, differs)));
  });
  const unknown = scripts.map((script) => [element("span", {}, (script?.unknown ?? []).join(", "))]);
  return [
    section(l10n.t("Files"), [row(scripts.map(filesCell))]),
    section(
      l10n.t("Software"),
      reports.every(({ upgrade }) => upgrade.steps.length === 0) ? [] : [row(reports.map(upgradeCell))],
    ),
    section(l10n.t("Settings"), settings, l10n.t("The device gets no settings.")),
    section(l10n.t("Unknown variables"), scripts.some((script) => script?.unknown.length) ? [row(unknown)] : []),
  ].flat();
}

function section(title: string, rows: readonly HTMLElement[], empty?: string): HTMLElement[] {
  if (rows.length === 0 && empty === undefined) return [];
  const content = rows.length > 0 ? rows : [element("p", { class: "note" }, empty)];
  return [element("section", {}, element("h2", {}, title), ...content)];
}

function row(cells: readonly (readonly Node[])[]): HTMLElement {
  return element("div", { class: "row" }, ...cells.map((content) => element("div", { class: "cell" }, ...content)));
}

function ruleRows(reports: readonly DeviceReport[], group: RuleGroup, folds: Folds): HTMLElement[] {
  const found = reports.map((report) => rulesOf(report, group));
  const parameters = [...new Set(found.flat().map(({ parameter }) => parameter))];
  return parameters.map((parameter) => {
    const rules = found.map((list) => list.find((rule) => rule.parameter === parameter));
    const differs = new Set(rules.map((rule, i) => resultOf(rule, reports[i]))).size > 1;
    const isOpen = (rule: RuleReport) => folds[parameter] ?? (differs || isWorthOpening(rule));
    return row(rules.map((rule) => (rule ? [ruleView(rule, isOpen(rule), differs)] : [])));
  });
}

/** All phones have the same file, so the same placeholders. */
function templatedRows([report]: readonly EvaluationAnswer[], group: RuleGroup): HTMLElement[] {
  return report ? templatedNotes(report, group).map((note) => element("p", { class: "note" }, note)) : [];
}

/** Values that differ on every phone; a difference means nothing. */
const identity = ["MAC", "MAU", "MA", "SN", "IP"];

/** Two devices do the same when the same alternative is taken, and the address differs by their identity alone. */
function resultOf(rule: RuleReport | undefined, report: DeviceReport | undefined): string {
  if (!rule || !report) return "";
  let result = ruleVerdict(rule).text;
  for (const name of identity) {
    const value = report.macros[name];
    if (value) result = result.split(value).join(`$${name}`);
  }
  return `${rule.taken} ${result}`;
}

/** A plain address says everything in its heading. */
function isWorthOpening({ alternatives, problems }: RuleReport): boolean {
  return (
    problems.length > 0 || alternatives.length > 1 || alternatives.some(({ comparisons }) => comparisons.length > 0)
  );
}

function upgradeCell({ upgrade: { steps, loops, firmware } }: DeviceReport): Node[] {
  const items = steps.map(({ outcome, reason, running, load }) =>
    element(
      "li",
      {},
      sign(upgradeMood(outcome)),
      element(
        "span",
        {},
        element("strong", {}, upgradeWord(outcome)),
        ": ",
        reason,
        running !== undefined &&
          element(
            "div",
            { class: "versions" },
            code(running),
            load !== undefined && " → ",
            load !== undefined && code(load),
          ),
      ),
    ),
  );
  const end = loops
    ? [element("p", { class: "problem" }, sign("bad"), l10n.t("The upgrades never end: each load leads to the next."))]
    : steps.length > 1 && firmware !== undefined
      ? [element("p", { class: "note" }, l10n.t("At the end, {0} runs.", firmware))]
      : [];
  return [element("ol", { class: "steps" }, ...items), ...end];
}

function scheduleCell(report: DeviceReport): Node[] {
  const notes = scheduleNotes(report).map((note) => element("li", {}, note));
  return [...lanesOf(report).map(laneView), element("ul", { class: "notes" }, ...notes)];
}

function messageRows(reports: readonly DeviceReport[]): HTMLElement[] {
  if (reports.every(({ messages }) => messages.length === 0)) return [];
  const cell = ({ messages }: DeviceReport) => [
    element(
      "dl",
      { class: "written" },
      ...messages.flatMap(({ parameter, expanded, span }) => [
        element("dt", {}, source(parameter, span)),
        element("dd", {}, code(expanded)),
      ]),
    ),
  ];
  return [row(reports.map(cell))];
}

function macroCell({ macros }: DeviceReport, folds: Folds): HTMLElement {
  const filled = Object.entries(macros).filter(([, value]) => value !== "");
  const list = filled.flatMap(([name, value]) => [element("dt", {}, code(`$${name}`)), element("dd", {}, code(value))]);
  return fold(
    "macros",
    folds.macros ?? false,
    [l10n.t("Values of the macros after all assignments")],
    element("dl", { class: "written macros" }, ...list),
  );
}
