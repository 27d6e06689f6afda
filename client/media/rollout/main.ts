import * as l10n from "@vscode/l10n";
import { rolloutFormats } from "../../../server/src/rollout/formats";
import type { RolloutReport, TreeReport } from "../../../server/src/rollout/report";
import { type Section, sectionsOf } from "../../../server/src/rollout/sections";
import { phones } from "../../../server/src/rollout/words";
import { headingsOf, hint, section } from "../shared/compared";
import { element } from "../shared/element";
import { keepingFocus } from "../shared/focus";
import { connect, keep, kept, send } from "../shared/host";
import { tableHead } from "../shared/table";
import { tool } from "../shared/tool";
import type { FromPanel, RolloutShown, ToPanel } from "./messages";
import { treePicture } from "./treePicture";

// The page of a rollout. Which tree is drawn is kept; everything else comes with each message.

/** Rows of a table that are shown, and trees that can be drawn. */
const maxRows = 200;

interface Kept {
  /** Site, subnet, model, load, wave and file of the tree that is drawn. */
  readonly tree: string;
}

interface Drawn {
  readonly key: string;
  readonly tree: TreeReport;
  readonly file: TreeReport["files"][number];
}

const panel = document.getElementById("panel") ?? document.body;
const title = element("h1", {}, l10n.t("Firmware Rollout"));
const state = element("p", { class: "state", role: "status" });
const tools = element(
  "div",
  { class: "tools", role: "toolbar", "aria-label": l10n.t("Firmware Rollout") },
  tool("markdown", l10n.t("Copy as Markdown")),
  tool("csv", l10n.t("Copy as CSV")),
);
const content = element("div", {});
let shown: RolloutShown | undefined;
let chosen = kept<Kept>().tree ?? "";

panel.replaceChildren(element("header", {}, title, tools, state), content);

function show(message: ToPanel): void {
  if (message.kind === "failed") {
    state.textContent = l10n.t("The rollout could not be computed. See the output of Flat Profile.");
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
  state.textContent = "";
  tools.hidden = answer.kind !== "report";
  keepingFocus(panel, () =>
    content.replaceChildren(
      ...(answer.kind === "report"
        ? [...answer.faults.map((fault) => element("p", { class: "problem" }, fault)), ...reportView(answer.report)]
        : [hint(answer.message)]),
    ),
  );
}

function reportView(report: RolloutReport): HTMLElement[] {
  const [summary, ...others] = sectionsOf(report, maxRows);
  return [...(summary ? [sectionView(summary, 0)] : []), ...pictureView(report), ...others.map(sectionView)];
}

function sectionView({ title: heading, table, lines }: Section, index: number): HTMLElement {
  const used = table?.head.map((_, at) => table.rows.some((row) => row[at] !== "")) ?? [];
  const cells = <T>(row: readonly T[]) => row.flatMap((cell, at) => (used[at] ? [[cell, at] as const] : []));
  return section(
    `section-${index}-${heading}`,
    [heading],
    table !== undefined &&
      table.rows.length > 0 &&
      element(
        "table",
        {},
        tableHead(
          ...cells(table.head).map(([text, at]) =>
            table.numbers.has(at) ? element("div", { class: "number" }, text) : text,
          ),
        ),
        element(
          "tbody",
          {},
          ...table.rows.map((row) =>
            element(
              "tr",
              {},
              ...cells(row).map(([text, at], i) =>
                i === 0 && table.head[at] === ""
                  ? element("th", { scope: "row" }, text)
                  : element("td", table.numbers.has(at) ? { class: "number" } : {}, text),
              ),
            ),
          ),
        ),
      ),
    ...lines.map((line) => element("p", { class: "line" }, line)),
  );
}

function pictureView({ trees }: RolloutReport): HTMLElement[] {
  const all = trees.slice(0, maxRows).flatMap((tree) =>
    tree.files.map((file): Drawn => {
      const { site, subnet, model, load = "", wave = "" } = tree;
      return { key: JSON.stringify([site, subnet, model, load, wave, file.name]), tree, file };
    }),
  );
  const drawn = all.find(({ key }) => key === chosen) ?? all[0];
  if (!drawn) return [];
  const select = element(
    "select",
    { "aria-label": l10n.t("Tree"), "data-focus": "tree", "data-choice": "tree" },
    ...all.map(({ key, tree, file }) =>
      element("option", { value: key, selected: key === drawn.key }, labelOf(tree, file.name)),
    ),
  );
  return [
    section(
      "picture",
      [l10n.t("How {0} is passed on", drawn.file.name)],
      element("p", {}, select),
      treePicture(drawn.tree, drawn.file),
      element(
        "p",
        { class: "note" },
        l10n.t("The phones agree which of them fetches the file. A phone passes it on when it has all of it."),
      ),
    ),
  ];
}

function labelOf({ site, subnet, model, load, wave, phones: count }: TreeReport, file: string): string {
  const facts = [site, subnet, model, load, wave, file, phones(count)];
  return facts.filter((fact) => fact !== undefined && fact !== "").join(" · ");
}

panel.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLSelectElement) || target.dataset.choice !== "tree") return;
  chosen = target.value;
  keep({ tree: chosen } satisfies Kept);
  paint();
});

panel.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element) || shown?.answer.kind !== "report") return;
  const { action } = target.closest<HTMLElement>("button")?.dataset ?? {};
  const format = rolloutFormats.find(({ name }) => name === action);
  if (format) send<FromPanel>({ kind: "copy", text: format.write(shown.answer.report) });
});

connect(show);
