import * as l10n from "@vscode/l10n";
import { element } from "./element";
import type { Mood } from "./mood";
import { sign } from "./sign";

// Parts of the pages that list what was compared.

export function filterField(placeholder: string, value = ""): HTMLInputElement {
  return element("input", {
    type: "search",
    "data-focus": "filter",
    "aria-label": l10n.t("Filter"),
    placeholder,
    value,
  });
}

interface Count {
  /** Of the heading that it leads to. */
  readonly id: string;
  readonly key: string;
  readonly mood: Mood;
  readonly count: string;
  readonly label: string;
}

/** Leads from each count to its section; `none` is the sign of what is neither good nor bad. */
export function summaryList(counts: readonly Count[], none: string): HTMLElement {
  return element(
    "ul",
    { class: "summary", "aria-label": l10n.t("Summary") },
    ...counts.map(({ id, key, mood, count, label }) =>
      element(
        "li",
        {},
        element(
          "button",
          { type: "button", class: `count ${mood}`, "data-go": id, "data-focus": `go-${key}` },
          sign(mood, none),
          element("strong", {}, count),
          " ",
          label,
        ),
      ),
    ),
  );
}

/** A part with a heading that `goTo` can lead to. */
export function section(
  id: string,
  heading: readonly (Node | string)[],
  ...content: readonly (Node | false)[]
): HTMLElement {
  return element("section", { "aria-labelledby": id }, element("h2", { id, tabindex: "-1" }, ...heading), ...content);
}

/** Settings that are alike in something, how many they are and what that means. */
export function countedSection(
  id: string,
  [mood, none]: readonly [Mood, string],
  title: string,
  count: number,
  meaning: string,
  ...content: readonly (Node | false)[]
): HTMLElement {
  return section(
    id,
    [sign(mood, none), title, element("span", { class: "total" }, String(count))],
    element("p", { class: "note meaning" }, meaning),
    ...content,
  );
}

export function secretCell(): HTMLElement {
  return element("td", { class: "note" }, l10n.t("(secret)"));
}

/** A value, which may be empty or missing. */
export function valueCell(value: string | undefined, ...more: readonly (Node | false)[]): HTMLElement {
  if (value === undefined) return element("td", { class: "note" }, "–", ...more);
  return element(
    "td",
    {},
    value === "" ? element("span", { class: "note" }, l10n.t("(empty)")) : element("code", {}, value),
    ...more,
  );
}

export function nothingMatches(): HTMLElement {
  return element("p", { class: "note", role: "status" }, l10n.t("Nothing matches the filter."));
}

/** A sentence in place of a report, and what to do. */
export function hint(sentence: string, ...more: readonly (Node | false | undefined)[]): HTMLElement {
  return element("div", { class: "hint", role: "status" }, element("p", {}, element("strong", {}, sentence)), ...more);
}

/** Texts that tests of the editor read. */
export function headingsOf(content: HTMLElement): string[] {
  return [...content.querySelectorAll("h2, .sentence, .hint strong")].map(({ textContent }) => textContent ?? "");
}
