import { element } from "./element";

export function checkBox(id: string, checked: boolean): HTMLInputElement {
  return element("input", { type: "checkbox", id, "data-focus": id, checked });
}

/** The words beside a box, which check it too. */
export function labeled(box: HTMLInputElement, words: string): HTMLElement {
  return element("label", {}, box, " ", words);
}
