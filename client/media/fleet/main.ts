import * as l10n from "@vscode/l10n";
import { type FleetRow, type FleetView, rowsOfPage } from "../../../server/src/preview/fleetView";
import type { FleetGroup, FleetReport } from "../../../server/src/protocol/fleet";
import { bar } from "../shared/bar";
import { filterField, headingsOf, hint, nothingMatches, section } from "../shared/compared";
import { element } from "../shared/element";
import { keepingFocus } from "../shared/focus";
import { connect, send } from "../shared/host";
import { number } from "../shared/number";
import { sign } from "../shared/sign";
import { tableHead } from "../shared/table";
import { tool } from "../shared/tool";
import { withCode } from "../shared/withCode";
import type { FleetShown, FromPanel, ToPanel } from "./messages";
import { moodOf, titleOf, valueInWords } from "./words";

// The page of what the phones of a list do. Rows come in pages; what is shown of the list is the extension's to remember.

const none = "·";

const panel = document.getElementById("panel") ?? document.body;
const title = element("h1", {}, l10n.t("Fleet"));
const state = element("p", { class: "state", role: "status" }, l10n.t("The list is evaluated…"));
const filter = filterField(l10n.t("Filter by phone, model, firmware, URL or reason"));
const tools = element(
  "div",
  { class: "tools", role: "toolbar", "aria-label": l10n.t("Fleet") },
  tool("choose", l10n.t("Choose List of Phones…")),
  tool("csv", l10n.t("Save as CSV…")),
  tool("jsonl", l10n.t("Save as JSON Lines…")),
  tool("markdown", l10n.t("Copy as Markdown")),
);
const content = element("div", {});
let shown: FleetShown | undefined;

panel.replaceChildren(element("header", {}, title, tools, filter, state), content);

function show(message: ToPanel): void {
  if (message.kind === "failed") {
    state.textContent = l10n.t("The list could not be evaluated. See the output of Flat Profile.");
    return;
  }
  shown = message;
  paint(message);
  send<FromPanel>({ kind: "shown", id: message.id, titles: headingsOf(content) });
}

function paint({ answer, file, view }: FleetShown): void {
  title.textContent = file;
  // What a person types stays.
  if (document.activeElement !== filter) filter.value = view.text;
  const report = answer.kind === "report" ? answer : undefined;
  filter.hidden = !report;
  for (const each of tools.querySelectorAll<HTMLElement>("[data-action]"))
    each.hidden = each.dataset.action === "choose" ? answer.kind === "none" : !report;
  state.textContent = report ? listInWords(report) : "";
  keepingFocus(panel, () =>
    content.replaceChildren(...(answer.kind === "report" ? reportView(answer, view) : [hint(answer.message)])),
  );
}

function listInWords({ inventory: { name }, phones, shown: count }: FleetReport): string {
  return count === phones
    ? l10n.t("List of phones: {0} ({1})", name, number(phones))
    : l10n.t("List of phones: {0} ({1} of {2})", name, number(count), number(phones));
}

function reportView(report: FleetReport, view: FleetView): HTMLElement[] {
  const { problems, counts, groups } = report;
  return [
    ...problems.map(({ message, line }) =>
      element("p", { class: "problem" }, line !== undefined && lineLink(line), " ", message),
    ),
    element("div", { class: "counts" }, ...counts.map((each) => countsView(each, report, view))),
    ...(groups.length === 0 ? [nothingMatches()] : groups.map(groupView)),
  ];
}

/** Bars that are also buttons: pressed ones are what is shown. */
function countsView(
  { id, values, more }: FleetReport["counts"][number],
  report: FleetReport,
  view: FleetView,
): HTMLElement {
  const picked = new Set(view.picks[id]);
  const rows = values.map(([value, count]) => {
    const isOutcome = id === "outcome";
    const outcome = value as FleetGroup["outcome"];
    return element(
      "li",
      {},
      element(
        "button",
        {
          type: "button",
          class: `bar ${isOutcome ? moodOf(outcome) : ""}`,
          "aria-pressed": String(picked.has(value)),
          "data-facet": id,
          "data-value": value,
          "data-focus": `${id} ${value}`,
        },
        element(
          "span",
          { class: "name" },
          isOutcome && sign(moodOf(outcome), none),
          isOutcome ? report.sentences[value] : valueInWords(id, value),
        ),
        bar(count / report.phones),
        !isOutcome && element("span", { class: "number" }, number(count)),
      ),
    );
  });
  return element(
    "div",
    { class: id === "outcome" ? "chart wide" : "chart", role: "group", "aria-label": titleOf(id) },
    element("h3", {}, titleOf(id)),
    element("ul", { class: "bars" }, ...rows),
    more > 0 && element("p", { class: "note" }, l10n.t("{0} more are not listed.", number(more))),
  );
}

function groupView({ outcome, title: words, count, start, rows }: FleetGroup): HTMLElement {
  const id = `group-${outcome.replaceAll(" ", "-")}`;
  const last = start + rows.length;
  const pages =
    count > rows.length &&
    element(
      "p",
      { class: "pages" },
      pageButton(outcome, Math.max(0, start - rowsOfPage), l10n.t("Previous"), start > 0),
      pageButton(outcome, last, l10n.t("Next"), last < count),
      element("span", { class: "note" }, l10n.t("{0} to {1} of {2}", number(start + 1), number(last), number(count))),
    );
  return section(
    id,
    [sign(moodOf(outcome), none), words],
    element(
      "table",
      {},
      tableHead(l10n.t("Phone"), l10n.t("Rules"), l10n.t("Load"), l10n.t("What happens")),
      element("tbody", {}, ...rows.map(rowView)),
    ),
    pages,
  );
}

function pageButton(outcome: string, start: number, words: string, isOn: boolean): HTMLElement {
  return element(
    "button",
    {
      type: "button",
      class: "tool",
      disabled: !isOn,
      "data-outcome": outcome,
      "data-start": String(start),
      "data-focus": `${outcome} ${words}`,
    },
    words,
  );
}

function rowView({ line, id, label, model, running, fault, rules, reason, load, firmware }: FleetRow): HTMLElement {
  const facts = [label, model, running].filter((fact) => fact !== undefined && fact !== "" && fact !== id);
  return element(
    "tr",
    {},
    element(
      "th",
      { scope: "row" },
      element(
        "button",
        {
          type: "button",
          class: "link",
          title: l10n.t("Preview this phone"),
          "data-preview": String(line),
          "data-focus": `preview ${line}`,
        },
        id,
      ),
      element("div", { class: "note" }, ...facts.flatMap((fact) => [fact ?? "", " · "]), lineLink(line)),
    ),
    element("td", {}, ...rules.filter(({ taken }) => taken > 0).map(ruleView)),
    element(
      "td",
      {},
      load,
      firmware !== undefined && firmware !== load && element("div", { class: "note" }, `→ ${firmware}`),
    ),
    element("td", {}, fault !== undefined && element("p", { class: "problem" }, ...withCode(fault)), reason),
  );
}

function ruleView({ parameter, taken, url }: FleetRow["rules"][number]): HTMLElement {
  return element(
    "div",
    {},
    element("span", { class: "note" }, parameter, " ", String(taken), " "),
    element("code", {}, url),
  );
}

function lineLink(line: number): HTMLElement {
  return element(
    "button",
    { type: "button", class: "link line", "data-line": String(line), "data-focus": `line ${line}` },
    l10n.t("Line {0}", line),
  );
}

function change(more: Partial<FleetView>): void {
  if (!shown) return;
  const view = { ...shown.view, starts: {}, ...more };
  shown = { ...shown, view };
  send<FromPanel>({ kind: "view", view });
}

filter.addEventListener("input", () => change({ text: filter.value }));

panel.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>("button") : null;
  if (!button || !shown) return;
  const { action, facet, value = "", outcome, start, line, preview } = button.dataset;
  const { picks, starts } = shown.view;
  if (facet !== undefined) {
    const picked = picks[facet] ?? [];
    const isPicked = picked.includes(value);
    change({ picks: { ...picks, [facet]: isPicked ? picked.filter((each) => each !== value) : [...picked, value] } });
  } else if (outcome !== undefined) change({ starts: { ...starts, [outcome]: Number(start) } });
  else if (line !== undefined) send<FromPanel>({ kind: "reveal", line: Number(line) });
  else if (preview !== undefined) send<FromPanel>({ kind: "preview", line: Number(preview) });
  else if (action === "choose") send<FromPanel>({ kind: "choose list" });
  else if (action === "markdown") send<FromPanel>({ kind: "copy", format: "markdown" });
  else if (action === "csv" || action === "jsonl") send<FromPanel>({ kind: "save", format: action });
});

connect(show);
