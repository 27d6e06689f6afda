import * as l10n from "@vscode/l10n";
import { element } from "../shared/element";
import type { Folds } from "../shared/folds";
import { sign } from "../shared/sign";
import type { Shown } from "./messages";
import { afterwards, decidedBy, outcomeInWords, outcomeMood, type Report } from "./words";

/** How it ends, what would decide what is unknown, and what is wrong with the site. */
export function outcomeView({ answer: { config, reason, report }, key }: Shown, folds: Folds): HTMLElement[] {
  if (config === undefined)
    return [
      note(
        l10n.t(
          "No site map is found. Write in `site` of flat-profile.config.json which files answer for which URLs, and open the folder with this file.",
        ),
      ),
    ];
  if (reason !== undefined) return [element("p", { class: "problem", role: "status" }, reason)];
  if (!report) return [note(key === "" ? l10n.t("Choose a device to see what it ends up with.") : "")];
  const mood = outcomeMood(report);
  const after = afterwards(report).map((sentence) => element("p", { class: "note" }, sentence));
  return [
    element("p", { class: `end ${mood}`, role: "status" }, sign(mood), outcomeInWords(report)),
    ...after,
    ...decisions(report),
    ...report.problems.map(({ code, message }) =>
      element("p", { class: "problem" }, element("code", {}, code), " ", message),
    ),
    ...ignoredView(report, folds.ignored ?? false),
  ];
}

function note(words: string): HTMLElement {
  return element("p", { class: "note" }, words);
}

/** Once for each rule and reason, as rounds repeat. */
function decisions({ outcome, rounds }: Report): HTMLElement[] {
  if (outcome !== "undecided") return [];
  const steps = rounds.flatMap((round) => round.steps.filter((step) => step.class === "undecided"));
  const sentences = [...new Set(steps.map(decidedBy))];
  if (sentences.length === 0) return [];
  return [
    element("p", { class: "note", id: "decides" }, l10n.t("This would decide it:")),
    element("ul", { "aria-labelledby": "decides" }, ...sentences.map((sentence) => element("li", {}, sentence))),
  ];
}

function ignoredView({ ignored }: Report, isOpen: boolean): HTMLElement[] {
  if (ignored.length === 0) return [];
  const names = ignored.map((name) => element("li", {}, element("code", {}, name)));
  return [
    element(
      "details",
      { "data-key": "ignored", open: isOpen },
      element(
        "summary",
        { "data-focus": "ignored" },
        ignored.length === 1
          ? l10n.t("1 setting in the files is unknown to this phone")
          : l10n.t("{0} settings in the files are unknown to this phone", ignored.length),
      ),
      element("div", { class: "folded" }, element("ul", { class: "names" }, ...names)),
    ),
  ];
}
