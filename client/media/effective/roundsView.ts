import * as l10n from "@vscode/l10n";
import type { RoundReport, StepReport } from "../../../server/src/deployment/report";
import { element } from "../shared/element";
import type { Folds } from "../shared/folds";
import type { Mood } from "../shared/mood";
import { sign } from "../shared/sign";
import { code, place } from "./parts";
import { causeInWords, type Report, stepInWords, upgradeInWords } from "./words";

/** What the phone asks for, round by round. */
export function roundsView({ rounds }: Report, files: readonly string[], folds: Folds): HTMLElement[] {
  if (rounds.length === 0) return [];
  const open = new Set(files);
  const isRepeated = (i: number) => isRepetition(rounds[i - 1], rounds[i]);
  // The last one with something new shows what the phone asks for from then on.
  const last = rounds.reduce((found, _, i) => (isRepeated(i) ? found : i), 0);
  return [
    element("h2", {}, l10n.t("Requests")),
    ...rounds.map((round, i) => roundView(round, rounds[i - 1], open, folds[`round ${round.number}`] ?? i === last)),
  ];
}

function roundView(
  round: RoundReport,
  before: RoundReport | undefined,
  files: ReadonlySet<string>,
  isOpen: boolean,
): HTMLElement {
  const key = `round ${round.number}`;
  const remark = isRepetition(before, round)
    ? l10n.t("the same requests, nothing changes")
    : round.changed
      ? l10n.t("settings change")
      : l10n.t("nothing changes");
  return element(
    "details",
    { "data-key": key, open: isOpen },
    element(
      "summary",
      { "data-focus": key },
      element("span", { class: "round" }, l10n.t("Round {0}", round.number)),
      element("span", {}, causeInWords(round, before)),
      element("span", { class: "remark" }, remark),
    ),
    element(
      "div",
      { class: "folded" },
      element(
        "ol",
        { class: "steps" },
        ...round.steps.map((step) => stepView(step, files)),
        round.upgrade && upgradeView(round.upgrade),
      ),
    ),
  );
}

function isRepetition(a: RoundReport | undefined, b: RoundReport | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    !b.changed &&
    a.steps.length === b.steps.length &&
    a.steps.every(({ url, reason }, i) => url === b.steps[i]?.url && reason === b.steps[i]?.reason)
  );
}

function stepView(step: StepReport, files: ReadonlySet<string>): HTMLElement {
  const { rule, url, redirects = [], file, layers = [], assigned = [], setBy, warnings = [] } = step;
  const { mood, text } = stepInWords(step);
  return requestView(
    mood,
    rule,
    url === undefined ? redirects : [...redirects, url],
    element(
      "div",
      { class: "came" },
      file !== undefined && place({ file }, files),
      element("span", {}, text),
      layers.length > 0 && element("span", {}, l10n.t("opened: {0}", layers.join(", "))),
    ),
    redirects.length > 0 &&
      remark(
        redirects.length === 1
          ? l10n.t("The server redirects the phone.")
          : l10n.t("The server redirects the phone {0} times.", redirects.length),
      ),
    assigned.length > 0 && remark(l10n.t("The rule assigns {0}.", assigned.join(", "))),
    setBy !== undefined && remark(l10n.t("The rule was set in this round:"), place(setBy, files)),
    warnings.includes("location-macro") &&
      remark(l10n.t("The redirect has macros. No document says that phones expand them.")),
    warnings.includes("location-unusable") && remark(l10n.t("The redirect leads to no usable URL.")),
  );
}

function remark(words: string, ...more: readonly Node[]): HTMLElement {
  return element("div", { class: "remark" }, words, ...more.flatMap((node) => [" ", node]));
}

function upgradeView(upgrade: NonNullable<RoundReport["upgrade"]>): HTMLElement {
  const { mood, text } = upgradeInWords(upgrade);
  const { url } = upgrade;
  const urls = typeof url === "string" ? [url] : [];
  return requestView(mood, l10n.t("Firmware"), urls, element("div", { class: "came" }, text));
}

/** What asks, the URLs in turn, and what came of it. */
function requestView(
  mood: Mood,
  title: string,
  urls: readonly string[],
  ...content: readonly (Node | false)[]
): HTMLElement {
  return element(
    "li",
    {},
    sign(mood),
    element(
      "div",
      { class: "step" },
      element("div", {}, element("strong", {}, title), ...urls.flatMap((url) => [" → ", code(url)])),
      ...content,
    ),
  );
}
