import * as l10n from "@vscode/l10n";
import type { Span } from "../../../server/src/text/span";
import { element } from "../shared/element";
import { sign } from "../shared/sign";
import { sourceButton } from "../shared/source";
import type { Verdict } from "./words";

// Small parts of the page.

/** A sign and words: color alone is not accessible. */
export function verdictMark({ text, mood }: Verdict, ...more: readonly Node[]): HTMLElement {
  return element("span", { class: `verdict ${mood}` }, sign(mood), element("span", {}, text), ...more);
}

/** Text of the file that leads to its place. */
export function source(text: string, { start, end }: Span): HTMLElement {
  return sourceButton(text, l10n.t("Show in the file"), {
    "data-start": String(start),
    "data-end": String(end),
    "data-focus": `${start}-${end}-${text.length}`,
  });
}

export function code(text: string): HTMLElement {
  return element("code", {}, text);
}

/** A part that can be folded; what a person chose is kept by its key. */
export function fold(
  key: string,
  isOpen: boolean,
  heading: readonly (Node | string)[],
  ...content: readonly Node[]
): HTMLElement {
  return element(
    "details",
    { "data-key": key, open: isOpen },
    element("summary", { "data-focus": `fold-${key}` }, ...heading),
    element("div", { class: "folded" }, ...content),
  );
}
