import * as l10n from "@vscode/l10n";
import type { ImpactBase } from "../../../server/src/protocol/site";
import { element } from "../shared/element";
import { connect, keep, kept, send } from "../shared/host";
import type { FromPanel, ImpactShown, ToPanel } from "./messages";
import { type Folds, hintView, reportView, summaryView } from "./view";
import { number, phones, sentenceOf } from "./words";

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

const filter = element("input", {
  type: "search",
  "data-focus": "filter",
  "aria-label": l10n.t("Filter"),
  placeholder: l10n.t("Filter by phone, setting, value or file"),
  value: kept<Kept>().filter ?? "",
});
const base = element(
  "select",
  { "data-focus": "base", "aria-label": l10n.t("Compare with") },
  ...bases.map(([value, title]) => element("option", { value }, title())),
);
const copy = element("button", { type: "button", class: "tool", "data-action": "copy" }, l10n.t("Copy as Markdown"));
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
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.focus : undefined;
  const isReport = answer?.kind === "report" && answer.report.devices > 0;
  filter.hidden = !isReport;
  copy.hidden = !isReport;
  state.textContent = isStale
    ? l10n.t("Files were edited since. Comparing again…")
    : answer
      ? ""
      : l10n.t("Comparing…");
  content.replaceChildren(...parts());
  if (focused !== undefined)
    [...panel.querySelectorAll<HTMLElement>("[data-focus]")].find(({ dataset }) => dataset.focus === focused)?.focus();
  send<FromPanel>({
    kind: "shown",
    id: shown.id,
    headings: [...content.querySelectorAll("h2, .sentence, .hint strong")].map(({ textContent }) => textContent ?? ""),
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
        element("p", {}, l10n.t("That many are not compared while you type.")),
        element(
          "button",
          { type: "button", class: "tool", "data-action": "run", "data-focus": "run" },
          l10n.t("Compare All Phones"),
        ),
      ),
    ];
  const { report, changed, problems, inventory } = answer;
  const words = filter.value
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
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
    ...reportView(answer, folds, words),
  ];
}

panel.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  const { place, go, copy: text, open, action } = target.closest<HTMLElement>("button")?.dataset ?? {};
  if (place !== undefined) send<FromPanel>({ kind: "reveal", place });
  else if (go !== undefined) jump(go);
  else if (text !== undefined) send<FromPanel>({ kind: "copy text", text });
  else if (open !== undefined)
    send<FromPanel>({ kind: "open", what: open as Extract<FromPanel, { kind: "open" }>["what"] });
  else if (action === "copy" || action === "run") send<FromPanel>({ kind: action });
});

function jump(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView({ block: "start" });
  heading?.focus({ preventScroll: true });
}

base.addEventListener("change", () => send<FromPanel>({ kind: "base", base: base.value as ImpactBase }));

filter.addEventListener("input", () => {
  keep({ folds, filter: filter.value } satisfies Kept);
  paint();
});

panel.addEventListener(
  "toggle",
  ({ target }) => {
    const key = target instanceof HTMLDetailsElement ? target.dataset.key : undefined;
    if (!(target instanceof HTMLDetailsElement) || key === undefined || !wasFolded.delete(target)) return;
    folds = { ...folds, [key]: target.open };
    keep({ folds, filter: filter.value } satisfies Kept);
  },
  true,
);

/** Folds that a person has just used: the others are open because their content asks for it. */
const wasFolded = new WeakSet<HTMLDetailsElement>();
panel.addEventListener("click", ({ target }) => {
  const summary = target instanceof Element ? target.closest("summary") : null;
  if (summary?.parentElement instanceof HTMLDetailsElement) wasFolded.add(summary.parentElement);
});

connect(show);
