import * as l10n from "@vscode/l10n";
import type { ImpactBase } from "../../../server/src/protocol/site";
import { filterField, headingsOf } from "../shared/compared";
import { element } from "../shared/element";
import { wordsOf } from "../shared/filter";
import { goTo, keepingFocus } from "../shared/focus";
import { type Folds, onFold } from "../shared/folds";
import { connect, keep, kept, send } from "../shared/host";
import { number } from "../shared/number";
import { tool } from "../shared/tool";
import type { FromPanel, ImpactShown, ToPanel } from "./messages";
import { hintView, reportView, summaryView } from "./view";
import { phones, sentenceOf } from "./words";

// The page of the impact. It keeps what is folded and the filter; everything else comes with each message.

interface Kept {
  readonly folds: Folds;
  readonly filter: string;
}

const panel = document.getElementById("panel") ?? document.body;
let folds: Folds = kept<Kept>().folds ?? {};
let shown: ImpactShown | undefined;

const bases: readonly (readonly [ImpactBase, () => string])[] = [
  ["commit", () => l10n.t("Last commit")],
  ["branch", () => l10n.t("Where the branch began")],
  ["saved", () => l10n.t("Saved files")],
];

const filter = filterField(l10n.t("Filter by phone, setting, value or file"), kept<Kept>().filter);
const base = element(
  "select",
  { "data-focus": "base", "aria-label": l10n.t("Compare with") },
  ...bases.map(([value, title]) => element("option", { value }, title())),
);
const copy = tool("copy", l10n.t("Copy as Markdown"));
const state = element("p", { class: "state", role: "status" });
const content = element("div", {});

panel.replaceChildren(
  element(
    "header",
    {},
    element("h1", {}, l10n.t("Impact of My Changes")),
    element(
      "div",
      { class: "tools", role: "toolbar", "aria-label": l10n.t("Impact of My Changes") },
      element("label", {}, element("span", {}, l10n.t("Compare with")), base),
      copy,
    ),
    filter,
    state,
  ),
  content,
);

function show(message: ToPanel): void {
  if (message.kind === "progress") {
    state.textContent = l10n.t("{0} of {1} compared", number(message.done), phones(message.of));
    return;
  }
  if (message.kind === "failed") {
    state.textContent = l10n.t("The files could not be compared. See the output of Flat Profile.");
    return;
  }
  shown = message;
  base.value = message.base;
  paint();
}

function paint(): void {
  if (!shown) return;
  const { answer, isStale } = shown;
  const isReport = answer?.kind === "report" && answer.report.devices > 0;
  filter.hidden = !isReport;
  copy.hidden = !isReport;
  state.textContent = isStale
    ? l10n.t("Files were edited since. Comparing again…")
    : answer
      ? ""
      : l10n.t("Comparing…");
  keepingFocus(panel, () => content.replaceChildren(...parts()));
  send<FromPanel>({
    kind: "shown",
    id: shown.id,
    headings: headingsOf(content),
  });
}

function parts(): HTMLElement[] {
  const answer = shown?.answer;
  if (!answer) return [];
  if (answer.kind === "none") return [hintView(answer)];
  if (answer.kind === "large")
    return [
      element(
        "div",
        { class: "hint" },
        element("p", {}, element("strong", {}, l10n.t("{0} are in the list.", phones(answer.phones)))),
        element("p", {}, l10n.t("Lists of this size are not compared while you type.")),
        tool("run", l10n.t("Compare All Phones")),
      ),
    ];
  const { report, changed, problems, inventory } = answer;
  return [
    element(
      "p",
      { class: "facts" },
      element("code", {}, report.base),
      " → ",
      element("code", {}, report.head),
      inventory !== undefined && " · ",
      inventory !== undefined &&
        element(
          "button",
          { type: "button", class: "source", "data-open": "inventory", "data-focus": "inventory" },
          decodeURIComponent(inventory.split("/").at(-1) ?? ""),
        ),
    ),
    element("p", { class: "sentence" }, sentenceOf(report, changed)),
    ...problems.map((problem) => element("p", { class: "problem" }, problem)),
    summaryView(report),
    ...reportView(answer, folds, wordsOf(filter.value)),
  ];
}

panel.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  const { place, go, copy: text, open, action } = target.closest<HTMLElement>("button")?.dataset ?? {};
  if (place !== undefined) send<FromPanel>({ kind: "reveal", place });
  else if (go !== undefined) goTo(go);
  else if (text !== undefined) send<FromPanel>({ kind: "copy text", text });
  else if (open !== undefined)
    send<FromPanel>({ kind: "open", what: open as Extract<FromPanel, { kind: "open" }>["what"] });
  else if (action === "copy" || action === "run") send<FromPanel>({ kind: action });
});

base.addEventListener("change", () => send<FromPanel>({ kind: "base", base: base.value as ImpactBase }));

filter.addEventListener("input", () => {
  keep({ folds, filter: filter.value } satisfies Kept);
  paint();
});

onFold(panel, (key, isOpen) => {
  folds = { ...folds, [key]: isOpen };
  keep({ folds, filter: filter.value } satisfies Kept);
});

connect(show);
