import * as l10n from "@vscode/l10n";
import { gateFormats } from "../../../server/src/deployment/gate/formats";
import {
  effectInWords,
  type Outcome,
  outcomeOf,
  outcomes,
  outcomeTitle,
  ruleInWords,
} from "../../../server/src/deployment/gate/words";
import type { GateAnswer, GateLine, GateProblem } from "../../../server/src/protocol/gate";
import { checkBox, labeled } from "../shared/checkBox";
import { countedSection, filterField, headingsOf, hint, nothingMatches, summaryList } from "../shared/compared";
import { element } from "../shared/element";
import { hasWords, wordsOf } from "../shared/filter";
import { goTo, keepingFocus } from "../shared/focus";
import { connect, keep, kept, send } from "../shared/host";
import type { Mood } from "../shared/mood";
import { tableHead } from "../shared/table";
import { tool } from "../shared/tool";
import type { FromPanel, GateShown, ToPanel } from "./messages";

// The page of the verdicts of phones on images. The filter is kept; everything else comes with each message.

interface Kept {
  readonly filter: string;
}

type Report = Extract<GateAnswer, { readonly kind: "report" }>;

/** Rows of an outcome that are shown. */
const maxRows = 200;
const none = "?";
const moods: Readonly<Record<Outcome, Mood>> = { reject: "bad", unknown: "none", override: "warn", accept: "good" };
const idOf = (outcome: Outcome) => `outcome-${outcome}`;

const panel = document.getElementById("panel") ?? document.body;
const title = element("h1", {}, l10n.t("Firmware Gate"));
const state = element("p", { class: "state", role: "status" });
const override = checkBox("override", false);
const filter = filterField(l10n.t("Filter by phone, model, image or reason"), kept<Kept>().filter);
const tools = element(
  "div",
  { class: "tools", role: "toolbar", "aria-label": l10n.t("Firmware Gate") },
  tool("choose", l10n.t("Choose List of Phones…")),
  tool("markdown", l10n.t("Copy as Markdown")),
  tool("csv", l10n.t("Copy as CSV")),
);
const content = element("div", {});
let shown: GateShown | undefined;

panel.replaceChildren(
  element(
    "header",
    {},
    title,
    tools,
    filter,
    element("div", { class: "tools" }, labeled(override, l10n.t("Override is set"))),
    state,
  ),
  content,
);

function show(message: ToPanel): void {
  if (message.kind === "failed") {
    state.textContent = l10n.t("The verdicts could not be computed. See the output of Flat Profile.");
    return;
  }
  shown = message;
  paint();
  send<FromPanel>({ kind: "shown", id: message.id, titles: headingsOf(content) });
}

function paint(): void {
  if (!shown) return;
  const { answer, file } = shown;
  title.textContent = file;
  state.textContent = answer.kind === "report" ? l10n.t("List of phones: {0}", answer.inventory.name) : "";
  override.checked = shown.override;
  for (const each of tools.querySelectorAll<HTMLElement>("[data-action]"))
    each.hidden = answer.kind !== "report" && each.dataset.action !== "choose";
  filter.hidden = answer.kind !== "report";
  keepingFocus(panel, () =>
    content.replaceChildren(
      ...answer.problems.map(problemView),
      ...(answer.kind === "report"
        ? reportView(answer)
        : [
            hint(
              answer.message,
              answer.lacksInventory &&
                element("p", {}, l10n.t("Choose a list, or name it in the manifest: {0}", '"inventory": "phones.csv"')),
            ),
          ]),
    ),
  );
}

function problemView({ message, line }: GateProblem): HTMLElement {
  return element(
    "p",
    { class: "problem" },
    line === undefined ? message : [link("manifest", line, l10n.t("Line {0}", line)), ` ${message}`],
  );
}

function link(file: "manifest" | "list", line: number, words: string): HTMLElement {
  return element(
    "button",
    {
      type: "button",
      class: "link",
      "data-file": file,
      "data-line": String(line),
      "data-focus": `${file}-${line}-${words}`,
    },
    words,
  );
}

function reportView({ rows, counts, more }: Report): HTMLElement[] {
  const words = wordsOf(filter.value);
  const wanted = rows.filter((row) => hasWords(wordsIn(row), words));
  // Those by Override are part of the accepted ones.
  const count = (outcome: Outcome) => (outcome === "accept" ? counts.accept - counts.override : counts[outcome]);
  const sections = outcomes.flatMap((outcome) => {
    const found = wanted.filter((row) => outcomeOf(row) === outcome);
    return found.length > 0 ? [sectionOf(outcome, found)] : [];
  });
  return [
    summaryList(
      outcomes
        .filter((outcome) => count(outcome) > 0)
        .map((outcome) => ({
          id: idOf(outcome),
          key: outcome,
          mood: moods[outcome],
          count: String(count(outcome)),
          label: outcomeTitle(outcome),
        })),
      none,
    ),
    ...(sections.length === 0 ? [nothingMatches()] : sections),
    ...(more > 0 ? [moreView(more)] : []),
  ];
}

function wordsIn(row: GateLine): string {
  const { id, model, running, file, version, reason, notes } = row;
  return [id, model, running, file, version, reason, ...notes, outcomeTitle(outcomeOf(row))].join("\n");
}

function sectionOf(outcome: Outcome, rows: readonly GateLine[]): HTMLElement {
  const rest = rows.length - maxRows;
  return countedSection(
    idOf(outcome),
    [moods[outcome], none],
    outcomeTitle(outcome),
    rows.length,
    meaningOf(outcome),
    element(
      "table",
      {},
      tableHead(l10n.t("Phone"), l10n.t("Image"), l10n.t("Rule"), l10n.t("Why"), l10n.t("What happens")),
      element("tbody", {}, ...rows.slice(0, maxRows).map(rowOf)),
    ),
    rest > 0 && moreView(rest),
  );
}

const moreView = (count: number) =>
  element("p", { class: "note" }, l10n.t("{0} more phones are not shown. The command line prints all.", count));

function meaningOf(outcome: Outcome): string {
  switch (outcome) {
    case "reject":
      return l10n.t("The check of the phone fails.");
    case "unknown":
      return l10n.t("Something that the check compares is missing in the manifest or in the list.");
    case "override":
      return l10n.t("The check fails or cannot be made. Override takes the image all the same.");
    case "accept":
      return l10n.t("The check of the phone succeeds.");
  }
}

function rowOf(row: GateLine): HTMLElement {
  const { id, model, running, file, version, line, imageLine, reason, notes } = row;
  const about = (...facts: readonly (string | undefined)[]) =>
    element("div", { class: "note" }, facts.filter((fact) => fact !== undefined).join(" · "));
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, link("list", line, id), about(model, running)),
    element("td", {}, link("manifest", imageLine, file), about(version)),
    element("td", {}, ruleInWords(row)),
    element("td", {}, reason),
    element("td", {}, effectInWords(row), ...notes.map((note) => element("div", { class: "note" }, note))),
  );
}

filter.addEventListener("input", () => {
  keep({ filter: filter.value } satisfies Kept);
  paint();
});

override.addEventListener("change", () => send<FromPanel>({ kind: "override", on: override.checked }));

panel.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>("button") : null;
  if (!button || !shown) return;
  const { action, go, file, line } = button.dataset;
  if (go !== undefined) goTo(go);
  else if (action === "choose") send<FromPanel>({ kind: "choose list" });
  else if (line !== undefined)
    send<FromPanel>({ kind: "reveal", file: file === "list" ? "list" : "manifest", line: Number(line) });
  else if (shown.answer.kind === "report") {
    const format = gateFormats.find(({ name }) => name === action);
    if (format) send<FromPanel>({ kind: "copy", text: format.write(shown.answer.rows) });
  }
});

connect(show);
