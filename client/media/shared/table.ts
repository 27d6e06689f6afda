import { element } from "./element";

export function tableHead(...titles: readonly (Node | string)[]): HTMLElement {
  return element("thead", {}, element("tr", {}, ...titles.map((title) => element("th", { scope: "col" }, title))));
}
