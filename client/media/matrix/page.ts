import * as l10n from "@vscode/l10n";
import { csvLines } from "../../../server/src/preview/matrixCsv";
import { checkBox, labeled } from "../shared/checkBox";
import { filterField } from "../shared/compared";
import { deviceSelect } from "../shared/deviceSelect";
import { element } from "../shared/element";
import { keepingFocus } from "../shared/focus";
import { GridKeys } from "../shared/gridKeys";
import { setStatus } from "../shared/status";
import { tool } from "../shared/tool";
import type { FromPanel, MatrixShown, ToPanel, Which } from "./messages";
import { type Choice, tableView } from "./table";
import { countWords, sentenceOf } from "./words";

/** Filters that a person set. */
export type Kept = Omit<Choice, "rows">;

interface Outside {
  keep(state: Kept): void;
  send(message: FromPanel): void;
}

/** Rows that are shown at first, and with each further step: a cell is an element of the page. */
const rowStep = 200;

/** Builds the page once and fills its parts anew with each message, so that a person can type on in the filter. */
export class MatrixPage {
  #shown: MatrixShown | undefined;
  #choice: Choice;
  readonly #title = element("h1", {}, l10n.t("Compare models"));
  readonly #tools = element("div", { class: "tools", role: "toolbar", "aria-label": l10n.t("Compare models") });
  readonly #which = element("select", { "data-focus": "which", "aria-label": l10n.t("Devices to compare") });
  readonly #since = element("select", { "data-focus": "since", "aria-label": l10n.t("What to compare") });
  readonly #two = element("span", { class: "two" });
  readonly #filter: HTMLInputElement;
  readonly #differences: HTMLInputElement;
  readonly #joined: HTMLInputElement;
  readonly #problems = element("div", {});
  readonly #sentence = element("p", { class: "sentence", role: "status" });
  readonly #count = element("p", { class: "state", role: "status" });
  readonly #table = element("div", { class: "scrolled" });
  readonly #keys: GridKeys;

  constructor(
    readonly panel: HTMLElement,
    kept: Partial<Kept>,
    readonly outside: Outside,
  ) {
    this.#choice = { filter: "", differences: true, joined: true, ...kept, rows: rowStep };
    this.#filter = filterField(l10n.t("Filter by setting, value or file"), this.#choice.filter);
    this.#differences = checkBox("differences", this.#choice.differences);
    this.#joined = checkBox("joined", this.#choice.joined);
    this.#tools.append(
      this.#which,
      this.#two,
      this.#since,
      tool("copy", l10n.t("Copy as CSV")),
      tool("devices", l10n.t("Edit Devices")),
    );
    panel.replaceChildren(
      element(
        "header",
        {},
        this.#title,
        this.#tools,
        this.#filter,
        element(
          "div",
          { class: "tools" },
          labeled(this.#differences, l10n.t("Only differences")),
          labeled(this.#joined, l10n.t("Join devices that are alike")),
        ),
        this.#count,
      ),
      this.#problems,
      this.#sentence,
      this.#table,
    );
    this.#keys = new GridKeys(this.#table);
    this.#listen();
  }

  show(message: ToPanel): void {
    if (message.kind === "failed") {
      this.#sentence.textContent = l10n.t("The file could not be compared. See the output of Flat Profile.");
      return;
    }
    this.#shown = message;
    const settings = keepingFocus(this.panel, () => this.#paint(message));
    this.outside.send({ kind: "shown", id: message.id, sentence: this.#sentence.textContent ?? "", settings });
  }

  /** How many settings are shown. */
  #paint(message: MatrixShown): number {
    const { file, devices, which, keys, sinceSaved, problems } = message;
    this.#title.textContent = file;
    const hasOwn = devices.some(({ group }) => group !== "sample");
    options(this.#which, which, [
      ["models", l10n.t("All models")],
      ...(hasOwn ? [["own", l10n.t("Devices of this workspace")] as const] : []),
      ["two", l10n.t("Two devices")],
    ]);
    options(this.#since, sinceSaved ? "saved" : "now", [
      ["now", l10n.t("What they get")],
      ["saved", l10n.t("What unsaved edits change")],
    ]);
    const select = (key: string, side: number) =>
      deviceSelect(devices, key, undefined, {
        "data-side": String(side),
        "data-focus": `device-${side}`,
        "aria-label": side === 0 ? l10n.t("First device") : l10n.t("Second device"),
      });
    this.#two.replaceChildren(...(which === "two" ? keys.map(select) : []));
    this.#joined.disabled = which === "two";
    this.#problems.replaceChildren(...problems.map((problem) => element("p", { class: "problem" }, problem)));
    setStatus(this.#sentence, sentenceOf(message));
    return this.#showTable();
  }

  #showTable(): number {
    if (!this.#shown) return 0;
    const { table, count, of, more } = tableView(this.#shown, {
      ...this.#choice,
      joined: this.#choice.joined && this.#shown.which !== "two",
    });
    this.#table.replaceChildren(
      ...(table ? [table] : []),
      ...(more > 0
        ? [
            element(
              "button",
              { type: "button", class: "tool more", "data-action": "more", "data-focus": "more" },
              l10n.t("Show {0} More", Math.min(more, rowStep)),
            ),
          ]
        : []),
    );
    this.#keys.renew();
    setStatus(this.#count, countWords(count, of, this.#shown, this.#choice));
    return count;
  }

  #listen(): void {
    const { panel, outside } = this;
    panel.addEventListener("click", ({ target }) => {
      if (!(target instanceof Element)) return;
      const { line, file } = target.closest<HTMLElement>("[data-line]")?.dataset ?? {};
      const action = target.closest<HTMLElement>("[data-action]")?.dataset.action;
      if (line !== undefined) outside.send({ kind: "reveal", line: Number(line), ...(file !== undefined && { file }) });
      else if (action === "devices") outside.send({ kind: "edit devices" });
      else if (action === "copy") this.#copy();
      else if (action === "more") this.#choose({ rows: this.#choice.rows + rowStep });
    });
    panel.addEventListener("change", ({ target }) => {
      if (target === this.#which) outside.send({ kind: "which", which: this.#which.value as Which });
      else if (target === this.#since) outside.send({ kind: "since saved", on: this.#since.value === "saved" });
      else if (target instanceof HTMLSelectElement)
        outside.send({ kind: "choose", side: Number(target.dataset.side), key: target.value });
      else if (target === this.#differences) this.#choose({ differences: this.#differences.checked, rows: rowStep });
      else if (target === this.#joined) this.#choose({ joined: this.#joined.checked });
    });
    this.#filter.addEventListener("input", () => this.#choose({ filter: this.#filter.value, rows: rowStep }));
  }

  #copy(): void {
    if (!this.#shown?.answer) return;
    const { answer, sinceSaved } = this.#shown;
    this.outside.send({ kind: "copy", text: [...csvLines(answer.matrix, sinceSaved)].join("") });
  }

  #choose(choice: Partial<Choice>): void {
    this.#choice = { ...this.#choice, ...choice };
    const { rows: _, ...kept } = this.#choice;
    this.outside.keep(kept);
    keepingFocus(this.panel, () => this.#showTable());
  }
}

function options(select: HTMLSelectElement, value: string, all: readonly (readonly [string, string])[]): void {
  select.replaceChildren(...all.map(([id, words]) => element("option", { value: id, selected: id === value }, words)));
}
