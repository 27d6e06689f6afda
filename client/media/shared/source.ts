import { element } from "./element";

/** Text that leads to its place in a file; `data` is what the page reads when it is clicked. */
export function sourceButton(
  text: string,
  title: string,
  data: Readonly<Record<`data-${string}`, string>>,
): HTMLButtonElement {
  return element("button", { type: "button", class: "source", title, ...data }, text);
}
