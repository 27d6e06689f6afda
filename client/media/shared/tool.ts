import { element } from "./element";

/** A button of the toolbar. */
export function tool(action: string, title: string): HTMLElement {
  return element("button", { type: "button", class: "tool", "data-action": action, "data-focus": action }, title);
}
