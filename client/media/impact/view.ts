import * as l10n from "@vscode/l10n";
import type { Group, GroupChange, LeftBehindGroup, PlanReport } from "../../../server/src/impact/groups";
import type { Kind } from "../../../server/src/impact/kinds";
import type { ImpactAnswer } from "../../../server/src/protocol/site";
import { bar } from "../shared/bar";
import { hint, nothingMatches, section, summaryList } from "../shared/compared";
import { element } from "../shared/element";
import { hasWords } from "../shared/filter";
import type { Folds } from "../shared/folds";
import { number } from "../shared/number";
import { sign } from "../shared/sign";
import { tableHead } from "../shared/table";
import {
  byInWords,
  changeInWords,
  factOf,
  hintOf,
  kindsOf,
  labelOf,
  landingInWords,
  leftBehindInWords,
  moodOf,
  phones,
  titleOf,
  valueInWords,
} from "./words";

/** The sign of a kind that is neither good nor bad. */
const none = "~";

/** Groups of phones, the worst first; a summary leads to each of them. */
export function reportView(
  { report, files }: Extract<ImpactAnswer, { readonly kind: "report" }>,
  folds: Folds,
  words: readonly string[],
): HTMLElement[] {
  const shown = kindsOf(report).flatMap((kind) => {
    const rows = rowsOf(kind, report, folds, words);
    return rows.length > 0 || words.length === 0 ? [sectionOf(kind, report, rows)] : [];
  });
  return [
    ...(shown.length === 0 && words.length > 0 ? [nothingMatches()] : shown),
    ...(report.more > 0 ? [element("p", { class: "note" }, moreInWords(report.more))] : []),
    ...landingView(report),
    ...filesView(files),
  ];
}

function moreInWords(more: number): string {
  return more === 1
    ? l10n.t("1 more group is not listed. The command line lists it: flat-profile plan --limit.")
    : l10n.t("{0} more groups are not listed. The command line lists them: flat-profile plan --limit.", number(more));
}

/** Leads from each count to its section. */
export function summaryView(report: PlanReport): HTMLElement {
  return summaryList(
    kindsOf(report).map((kind) => ({
      id: idOf(kind),
      key: kind,
      mood: moodOf(kind),
      count: number(report.totals[kind]),
      label: labelOf(kind),
    })),
    none,
  );
}

const idOf = (kind: Kind) => `kind-${kind.replace(" ", "-")}`;

function sectionOf(kind: Kind, report: PlanReport, rows: readonly HTMLElement[]): HTMLElement {
  return section(idOf(kind), [sign(moodOf(kind), none), titleOf(kind, report.totals[kind])], ...rows);
}

function rowsOf(kind: Kind, report: PlanReport, folds: Folds, words: readonly string[]): readonly HTMLElement[] {
  if (kind === "left behind")
    return report.leftBehind.filter((each) => hasWords(textOfLeft(each), words)).map(leftBehindView);
  const groups = report.groups.filter((group) => group.kind === kind);
  const wanted = groups.filter((group) => hasWords(textOf(group), words));
  const rows = wanted.map((group) => groupView(group, folds, wanted.length === 1 || words.length > 0));
  if (kind !== "undecided") return rows;
  const reasons = report.undecided.filter((each) => hasWords(`${each.url ?? ""} ${each.reason}`, words));
  return [...rows, ...(reasons.length > 0 ? [undecidedView(reasons)] : [])];
}

function textOf(group: Group): string {
  const { changes, invalid = [], devices, place } = group;
  return [
    ...changes.flatMap(({ name, from, to, place }) => [name, from ?? "", to ?? "", place ?? ""]),
    ...invalid.flatMap(({ name, message, place }) => [name, message, place ?? ""]),
    ...devices,
    ...factOf(group),
    byInWords(group),
    place ?? "",
  ].join("\n");
}

function textOfLeft({ name, deployed, fresh, devices }: LeftBehindGroup): string {
  return [name, deployed ?? "", fresh ?? "", ...devices].join("\n");
}

function groupView(group: Group, folds: Folds, isAlone: boolean): HTMLElement {
  const { changes, invalid = [], kind, count } = group;
  const key = JSON.stringify([kind, changes.map(({ name }) => name), group.reason, group.url, group.firmware]);
  const names = changes.map(({ name }) => name);
  const about = kind === "invalid" ? invalid.map(({ name }) => name) : names;
  const by = byInWords(group);
  const fact = factOf(group);
  const isOpen = folds[key] ?? (isAlone || moodOf(kind) === "bad");
  return element(
    "details",
    { "data-key": key, open: isOpen },
    element(
      "summary",
      { "data-focus": `fold-${key}` },
      element("strong", {}, phones(count)),
      (about.length > 0 || fact.length > 0) &&
        element("span", { class: "about" }, about.length > 0 ? inShort(about) : (fact[0] ?? "")),
      by !== "" && element("span", { class: "by" }, by),
    ),
    element(
      "div",
      { class: "folded" },
      ...(fact.length > 0 ? [factView(group, fact)] : []),
      ...invalid.map(({ name, message, place }) =>
        element(
          "p",
          { class: "fault" },
          element("code", {}, name),
          message === "" ? ": " : `: ${message} `,
          place !== undefined && placeView(place),
        ),
      ),
      changes.length > 0 && changesView(changes),
      phonesView(group),
    ),
  );
}

function inShort(names: readonly string[]): string {
  const first = names.slice(0, 4).join(", ");
  return names.length > 4 ? l10n.t("{0} and {1} more", first, number(names.length - 4)) : first;
}

function factView({ kind, place }: Group, fact: readonly string[]): HTMLElement {
  const [first = "", ...rest] = fact;
  const isSentence = kind === "stranded";
  return element(
    "div",
    { class: "fact" },
    element(
      "p",
      {},
      isSentence ? first : element("code", {}, first),
      place !== undefined && " ",
      place !== undefined && placeView(place),
    ),
    ...rest.map((line) => element("p", {}, line)),
  );
}

/** Leads to the line that does it. */
function placeView(place: string): HTMLElement {
  return element(
    "button",
    { type: "button", class: "source", title: l10n.t("Show in the file"), "data-place": place, "data-focus": place },
    place,
  );
}

function changesView(changes: readonly GroupChange[]): HTMLElement {
  return element(
    "table",
    {},
    tableHead(l10n.t("Setting"), l10n.t("Before"), l10n.t("After"), l10n.t("Set in")),
    element("tbody", {}, ...changes.flatMap(changeRows)),
  );
}

function changeRows(change: GroupChange): HTMLElement[] {
  const { name, from, to, access, place } = change;
  const words = changeInWords(change);
  const isValue = words !== undefined || from !== undefined || to !== undefined;
  const rows: HTMLElement[] = [];
  const row = (label: string, cells: readonly HTMLElement[]) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, element("code", {}, label)),
      ...cells,
      element("td", {}, place !== undefined && placeView(place)),
    );
  if (isValue)
    rows.push(
      row(
        name,
        words === undefined
          ? [valueCell(from, "from"), valueCell(to, "to")]
          : [element("td", { colspan: "2", class: "note" }, words)],
      ),
    );
  if (access)
    rows.push(
      row(`${name} ua`, [
        valueCell(access.from ?? l10n.t("(unknown)"), "from"),
        valueCell(access.to ?? l10n.t("(unknown)"), "to"),
      ]),
    );
  return rows;
}

function valueCell(value: string | null | undefined, side: "from" | "to"): HTMLElement {
  const isText = value !== null && value !== undefined && value !== "";
  return element(
    "td",
    { class: side },
    isText ? element("code", {}, value) : element("span", { class: "note" }, valueInWords(value)),
  );
}

/** The first phones by name; the count of the others. */
function phonesView({ devices, count }: Pick<Group, "devices" | "count">): HTMLElement {
  const rest = count - devices.length;
  return element(
    "p",
    { class: "phones" },
    element("span", { class: "note" }, `${l10n.t("Phones:")} `),
    ...devices.flatMap((id, i) => [...(i > 0 ? [", "] : []), element("code", {}, id)]),
    rest > 0 && " ",
    rest > 0 && element("span", { class: "note" }, l10n.t("and {0} more", number(rest))),
  );
}

function leftBehindView(each: LeftBehindGroup): HTMLElement {
  const { count, clear } = each;
  return element(
    "div",
    { class: "left" },
    element("p", {}, element("strong", {}, phones(count)), ": ", leftBehindInWords(each)),
    clear !== undefined &&
      element(
        "p",
        {},
        element("span", { class: "note" }, l10n.t("To change it, write")),
        " ",
        element("code", {}, clear),
        " ",
        element(
          "button",
          { type: "button", class: "link", "data-copy": clear, "data-focus": `copy-${clear}` },
          l10n.t("Copy"),
        ),
      ),
    phonesView(each),
  );
}

function undecidedView(reasons: PlanReport["undecided"]): HTMLElement {
  return element(
    "ul",
    { class: "notes" },
    ...reasons.map(({ count, url, reason }) =>
      element(
        "li",
        {},
        `${phones(count)}: ${reason}`,
        url !== undefined && " ",
        url !== undefined && element("code", {}, url),
      ),
    ),
  );
}

/** Bars that compare how many phones get the change when. */
function landingView({ lands }: PlanReport): HTMLElement[] {
  if (lands.length === 0) return [];
  const all = lands.reduce((sum, { count }) => sum + count, 0);
  return [
    section(
      "lands",
      [l10n.t("When phones get it")],
      element(
        "table",
        { class: "lands" },
        element(
          "tbody",
          {},
          ...lands.map((landing) =>
            element(
              "tr",
              {},
              element("th", { scope: "row" }, landingInWords(landing)),
              element("td", {}, phones(landing.count)),
              element("td", { class: "bar" }, bar(landing.count / all)),
            ),
          ),
        ),
      ),
      element("p", { class: "note" }, l10n.t("The schedule that phones have before the change decides.")),
    ),
  ];
}

function filesView(files: Extract<ImpactAnswer, { readonly kind: "report" }>["files"]): HTMLElement[] {
  if (files.length === 0) return [];
  return [
    section(
      "files",
      [l10n.t("Changed files")],
      element(
        "table",
        {},
        tableHead(l10n.t("File"), l10n.t("Fetched by"), l10n.t("Of these change"), l10n.t("Left behind")),
        element(
          "tbody",
          {},
          ...files.map(({ name, phones: all, changed, leftBehind }) =>
            element(
              "tr",
              {},
              element("th", { scope: "row" }, placeView(name)),
              element("td", {}, phones(all)),
              element("td", {}, number(changed)),
              element("td", {}, number(leftBehind)),
            ),
          ),
        ),
      ),
    ),
  ];
}

/** Why there is nothing to show, and what to do. */
export function hintView(answer: Extract<ImpactAnswer, { readonly kind: "none" }>): HTMLElement {
  const { text, todo, action } = hintOf(answer);
  return hint(
    text,
    todo !== "" && element("p", {}, todo),
    action &&
      element(
        "button",
        { type: "button", class: "tool", "data-open": action.what, "data-focus": "hint" },
        action.title,
      ),
  );
}
