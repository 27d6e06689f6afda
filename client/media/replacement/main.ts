import * as l10n from "@vscode/l10n";
import type { ReplacedLine } from "../../../server/src/deployment/updateLines";
import type { Fate } from "../../../server/src/deployment/updates";
import {
  countedSection,
  filterField,
  headingsOf,
  hint,
  nothingMatches,
  summaryList,
  valueCell,
} from "../shared/compared";
import { element } from "../shared/element";
import { hasWords, wordsOf } from "../shared/filter";
import { goTo, keepingFocus } from "../shared/focus";
import { connect, keep, kept, send } from "../shared/host";
import { sourceButton } from "../shared/source";
import { tableHead } from "../shared/table";
import { tool } from "../shared/tool";
import type { FromPanel, ReplacementShown, ToPanel } from "./messages";
import { asCsv, fates, meaningOf, moodOf, reasonOf, sentenceOf, titleOf } from "./words";

// The page that shows what a new file takes from a running device. The filter is kept; everything else comes with each message.

interface Kept {
  readonly filter: string;
}

/** Rows of a section that are shown: a person filters the others. */
const maxRows = 500;
/** The sign of what is neither good nor bad. */
const none = "·";

const panel = document.getElementById("panel") ?? document.body;
const filter = filterField(l10n.t("Filter by setting or value"), kept<Kept>().filter);
const title = element("h1", {}, l10n.t("Replacement"));
const against = element("p", { class: "facts" });
const state = element("p", { class: "state", role: "status" });
const content = element("div", {});
let shown: ReplacementShown | undefined;

panel.replaceChildren(
  element(
    "header",
    {},
    title,
    element(
      "div",
      { class: "tools", role: "toolbar", "aria-label": l10n.t("Replacement") },
      tool("choose", l10n.t("Choose Running Export…")),
      tool("swap", l10n.t("Swap Files")),
      tool("copy", l10n.t("Copy as CSV")),
    ),
    filter,
    state,
  ),
  against,
  content,
);

function show(message: ToPanel): void {
  if (message.kind === "failed") {
    state.textContent = l10n.t("The files could not be compared. See the output of Flat Profile.");
    return;
  }
  shown = message;
  state.textContent = "";
  paint();
  send<FromPanel>({ kind: "shown", id: message.id, headings: headingsOf(content) });
}

function paint(): void {
  if (!shown) return;
  const { answer, file, running } = shown;
  title.textContent = file;
  against.textContent = l10n.t("Replaces what the device runs: {0}.", running);
  filter.hidden = answer.kind !== "report";
  keepingFocus(panel, () =>
    content.replaceChildren(...(answer.kind === "report" ? reportView(answer.settings) : [hint(reasonOf(answer))])),
  );
}

function reportView(settings: readonly ReplacedLine[]): HTMLElement[] {
  const words = wordsOf(filter.value);
  const wanted = settings.filter(({ name, before, after }) => hasWords([name, before, after].join("\n"), words));
  const of = (list: readonly ReplacedLine[], fate: Fate) => list.filter((each) => each.fate === fate);
  const sections = fates.flatMap((fate) => {
    const rows = of(wanted, fate);
    return rows.length > 0 ? [sectionOf(fate, rows)] : [];
  });
  return [
    element("p", { class: "sentence" }, sentenceOf(settings)),
    summaryList(
      fates.flatMap((fate) => {
        const count = of(settings, fate).length;
        return count > 0
          ? [{ id: idOf(fate), key: fate, mood: moodOf(fate), count: String(count), label: titleOf(fate) }]
          : [];
      }),
      none,
    ),
    ...(sections.length === 0 && words.length > 0 ? [nothingMatches()] : sections),
  ];
}

const idOf = (fate: Fate) => `fate-${fate.replaceAll(" ", "-")}`;

function sectionOf(fate: Fate, rows: readonly ReplacedLine[]): HTMLElement {
  const more = rows.length - maxRows;
  return countedSection(
    idOf(fate),
    [moodOf(fate), none],
    titleOf(fate),
    rows.length,
    meaningOf(fate),
    element(
      "table",
      { class: "settings" },
      tableHead(l10n.t("Setting"), l10n.t("Running"), l10n.t("New file")),
      element("tbody", {}, ...rows.slice(0, maxRows).map(rowOf)),
    ),
    more > 0 && element("p", { class: "note" }, l10n.t("{0} more are not shown. Use the filter.", more)),
  );
}

function rowOf({ name, fate, before, after, beforeLine, afterLine }: ReplacedLine): HTMLElement {
  const isDefault = fate === "back to default";
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, element("code", {}, name)),
    valueCell(before, ...lineOf(name, "running", beforeLine)),
    after === undefined && isDefault
      ? element("td", { class: "note" }, l10n.t("default"))
      : valueCell(
          after,
          isDefault && element("span", { class: "note" }, ` ${l10n.t("(default)")}`),
          ...lineOf(name, "new", afterLine),
        ),
  );
}

function lineOf(name: string, side: "running" | "new", line: number | undefined): HTMLElement[] {
  if (line === undefined) return [];
  const button = sourceButton(l10n.t("line {0}", line), l10n.t("Show in the file"), {
    ...{ "data-side": side, "data-line": String(line), "data-focus": `${side} ${name}` },
  });
  return [element("div", { class: "place" }, button)];
}

panel.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  const { side, line, go, action } = target.closest<HTMLElement>("button")?.dataset ?? {};
  if (line !== undefined)
    send<FromPanel>({ kind: "reveal", side: side === "running" ? "running" : "new", line: Number(line) });
  else if (action === "choose" || action === "swap") send<FromPanel>({ kind: action });
  else if (action === "copy" && shown?.answer.kind === "report")
    send<FromPanel>({ kind: "copy", text: asCsv(shown.answer.settings) });
  else if (go !== undefined) goTo(go);
});

filter.addEventListener("input", () => {
  keep({ filter: filter.value } satisfies Kept);
  paint();
});

connect(show);
