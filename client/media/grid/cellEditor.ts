import { element } from "../shared/element";

interface Edited {
  readonly text: string;
  /** For screen readers. */
  readonly name: string;
  readonly isSecret: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Where a key leads that ends typing. */
const leads: Readonly<Record<string, string>> = { Enter: "ArrowDown", "Shift+Enter": "ArrowUp" };
const tabs: Readonly<Record<string, string>> = { Tab: "ArrowRight", "Shift+Tab": "ArrowLeft" };

/** The field in one cell of a table, while a person types in it. */
export class CellEditor {
  #input: HTMLInputElement | undefined;

  constructor(
    /** Undefined: as it was. */
    readonly done: (cell: HTMLTableCellElement, text: string | undefined) => void,
    readonly go: (cell: HTMLTableCellElement, key: string | undefined) => void,
  ) {}

  isIn(cell: HTMLElement): boolean {
    return this.#input !== undefined && cell.contains(this.#input);
  }

  open(cell: HTMLTableCellElement, { text, name, isSecret, options }: Edited): void {
    const input = element("input", {
      ...{ type: isSecret ? "password" : "text", class: "cell", "aria-label": name, spellcheck: "false" },
      ...{ autocomplete: "off", list: options.length > 0 ? "values" : undefined },
    });
    input.value = text;
    this.#input = input;
    const values = element("datalist", { id: "values" });
    values.append(...options.map(({ value, label }) => element("option", { value }, label)));
    cell.replaceChildren(input, ...(options.length > 0 ? [values] : []));
    input.focus();
    input.setSelectionRange(text.length === 1 ? 1 : 0, text.length);
    input.addEventListener("keydown", (event) => {
      const key = `${event.shiftKey ? "Shift+" : ""}${event.key}`;
      const lead = leads[key] ?? tabs[key];
      if (event.isComposing || (lead === undefined && event.key !== "Escape")) return;
      event.preventDefault();
      event.stopPropagation();
      this.#close(cell, lead !== undefined);
      this.go(cell, lead);
    });
    input.addEventListener("blur", () => this.#close(cell, true));
  }

  #close(cell: HTMLTableCellElement, isTaken: boolean): void {
    const input = this.#input;
    if (!input) return;
    // Taking the field away takes its focus, which ends typing too.
    this.#input = undefined;
    this.done(cell, isTaken ? input.value : undefined);
  }
}
