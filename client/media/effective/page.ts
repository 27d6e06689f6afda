import * as l10n from "@vscode/l10n";
import { checkBox, labeled } from "../shared/checkBox";
import { deviceSelect } from "../shared/deviceSelect";
import { element } from "../shared/element";
import { keepingFocus } from "../shared/focus";
import { type Folds, onFold } from "../shared/folds";
import { setStatus } from "../shared/status";
import { tool } from "../shared/tool";
import type { FromPanel, Shown } from "./messages";
import { outcomeView } from "./outcomeView";
import { roundsView } from "./roundsView";
import { type Choice, settingsView } from "./settingsView";

export interface Kept extends Choice {
  readonly folds: Folds;
}

interface Outside {
  keep(state: Kept): void;
  send(message: FromPanel): void;
}

/** Builds the page once and fills its parts anew with each message, so that a person can type on in the filter. */
export class EffectivePage {
  #shown: Shown | undefined;
  #kept: Kept;
  readonly #device = element("div", { class: "device" });
  readonly #problems = element("div", {});
  readonly #outcome = element("div", { class: "outcome" });
  readonly #rounds = element("section", { "aria-label": l10n.t("Requests") });
  readonly #settings = element("div", {});
  readonly #count = element("p", { class: "count", role: "status" });
  readonly #filter: HTMLInputElement;
  readonly #overridden: HTMLInputElement;
  readonly #all: HTMLInputElement;
  readonly #whole: HTMLElement;

  constructor(
    readonly panel: HTMLElement,
    kept: Partial<Kept>,
    readonly outside: Outside,
  ) {
    this.#kept = { filter: "", overridden: false, folds: {}, ...kept };
    const { filter, overridden } = this.#kept;
    this.#filter = element("input", {
      type: "search",
      id: "filter",
      value: filter,
      placeholder: l10n.t("Filter by name, value or file"),
      "aria-label": l10n.t("Filter the settings"),
    });
    this.#overridden = checkBox("overridden", overridden);
    this.#all = checkBox("all", false);
    const settings = element(
      "section",
      {},
      element("h2", {}, l10n.t("Settings")),
      element(
        "div",
        { class: "filters" },
        this.#filter,
        labeled(this.#overridden, l10n.t("Overridden only")),
        labeled(this.#all, l10n.t("With factory values")),
      ),
      this.#count,
      this.#settings,
    );
    this.#whole = element("div", { class: "whole" }, this.#outcome, this.#rounds, settings);
    panel.replaceChildren(header(), this.#device, this.#problems, this.#whole);
    this.#listen();
  }

  show(message: Shown): void {
    this.#shown = message;
    const settings = keepingFocus(this.panel, () => this.#paint(message));
    this.outside.send({ kind: "shown", id: message.id, outcome: message.answer.report?.outcome ?? "", settings });
  }

  /** How many settings are shown. */
  #paint(message: Shown): number {
    const { devices, key, problems, answer } = message;
    this.#device.replaceChildren(deviceSelect(devices, key, l10n.t("Choose a device…")), facts(message));
    this.#problems.replaceChildren(...problems.map((problem) => element("p", { class: "problem" }, problem)));
    this.#all.checked = message.all;
    const { report } = answer;
    this.#outcome.replaceChildren(...outcomeView(message, this.#kept.folds));
    this.#rounds.hidden = !report;
    this.#rounds.nextElementSibling?.toggleAttribute("hidden", !report);
    this.#rounds.replaceChildren(...(report ? roundsView(report, message.files, this.#kept.folds) : []));
    return this.#showSettings();
  }

  #showSettings(): number {
    if (!this.#shown) return 0;
    const { rows, count, words } = settingsView(this.#shown, this.#kept);
    this.#settings.replaceChildren(...rows);
    setStatus(this.#count, words);
    return count;
  }

  #listen(): void {
    const { panel, outside } = this;
    panel.addEventListener("click", ({ target }) => {
      if (!(target instanceof Element)) return;
      const place = target.closest<HTMLElement>("[data-file]")?.dataset;
      const action = target.closest<HTMLElement>("[data-action]")?.dataset.action;
      if (place) {
        const { file = "", line } = place;
        outside.send({ kind: "open", file, ...(line !== undefined && { line: Number(line) }) });
      } else if (action === "site map") outside.send({ kind: "site map" });
      else if (action === "devices") outside.send({ kind: "edit devices" });
    });
    panel.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLSelectElement) outside.send({ kind: "choose", key: target.value });
      else if (target === this.#all) outside.send({ kind: "all", on: this.#all.checked });
      else if (target === this.#overridden) this.#choose({ overridden: this.#overridden.checked });
    });
    this.#filter.addEventListener("input", () => this.#choose({ filter: this.#filter.value }));
    onFold(panel, (key, isOpen) => {
      this.#kept = { ...this.#kept, folds: { ...this.#kept.folds, [key]: isOpen } };
      outside.keep(this.#kept);
    });
  }

  #choose(choice: Partial<Choice>): void {
    this.#kept = { ...this.#kept, ...choice };
    this.outside.keep(this.#kept);
    this.#showSettings();
  }
}

function header(): HTMLElement {
  return element(
    "header",
    {},
    element("h1", {}, l10n.t("Effective configuration")),
    element(
      "div",
      { class: "tools", role: "toolbar", "aria-label": l10n.t("Effective configuration") },
      tool("site map", l10n.t("Open Site Map")),
      tool("devices", l10n.t("Edit Devices")),
    ),
  );
}

function facts({ answer: { report } }: Shown): HTMLElement {
  const { model, mac } = report?.device ?? {};
  const shown = [model, mac, report?.firmware].filter((fact) => fact !== undefined);
  return element("p", { class: "facts" }, ...shown.map((fact) => element("code", {}, fact)));
}
