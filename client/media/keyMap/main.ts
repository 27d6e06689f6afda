import * as l10n from "@vscode/l10n";
import type { KeyMapAnswer, KeyPageReport, KeyReport } from "../../../server/src/protocol/keyMap";
import { headingsOf, hint, section } from "../shared/compared";
import { element } from "../shared/element";
import { keepingFocus } from "../shared/focus";
import { connect, send } from "../shared/host";
import type { Mood } from "../shared/mood";
import { sign } from "../shared/sign";
import { setStatus } from "../shared/status";
import type { FromPanel, KeyMapShown, ToPanel } from "./messages";

// The picture of the keys of a phone: each is where it is on the phone, in its order, and opens its line.

const panel = document.getElementById("panel") ?? document.body;
const title = element("h1", {}, l10n.t("Key Map"));
const state = element("p", { class: "state", role: "status" });
const model = element("select", { "data-focus": "model", "aria-label": l10n.t("Model") });
const content = element("div", { class: "pages" });

panel.replaceChildren(element("header", {}, title, element("div", { class: "tools" }, model), state), content);

function show(message: ToPanel): void {
  if (message.kind === "failed") {
    setStatus(state, l10n.t("The keys could not be read. See the output of Flat Profile."));
    return;
  }
  paint(message);
  const keys = content.querySelectorAll(".key").length;
  send<FromPanel>({ kind: "shown", id: message.id, titles: headingsOf(content), keys });
}

function paint({ answer, file, chosen }: KeyMapShown): void {
  title.textContent = file;
  model.hidden = answer === undefined;
  const models = answer?.models ?? [];
  model.replaceChildren(
    element("option", { value: "", selected: chosen === "" }, l10n.t("Model of the file")),
    ...models.map((each) => element("option", { value: each, selected: each === chosen }, each)),
  );
  setStatus(state, answer ? stateOf(answer) : "");
  keepingFocus(panel, () =>
    content.replaceChildren(...(answer ? pagesOf(answer) : [hint(l10n.t("Open a file with settings of keys."))])),
  );
}

function stateOf({ model: found, pages }: KeyMapAnswer): string {
  const keys = pages.flatMap((page) => page.keys);
  const set = keys.filter(({ line }) => line !== undefined).length;
  const wrong = keys.filter((key) => moodOf(key) === "bad" || moodOf(key) === "warn").length;
  return [
    found === undefined
      ? l10n.t("The model is not known. The keys that the file sets are shown.")
      : l10n.t("{0} of {1} keys of the {2} are set.", set, keys.length, found),
    wrong === 0 ? "" : wrong === 1 ? l10n.t("1 key has a problem.") : l10n.t("{0} keys have problems.", wrong),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function pagesOf({ pages }: KeyMapAnswer): HTMLElement[] {
  if (pages.every(({ keys }) => keys.length === 0)) return [hint(l10n.t("The file sets no key."))];
  return pages.map((page, index) => pageView(page, index));
}

function pageView({ title: heading, keys }: KeyPageReport, index: number): HTMLElement {
  return section(
    `page-${index}`,
    [heading],
    element("ol", { class: "unit", role: "list" }, ...keys.map((key) => element("li", {}, keyView(key)))),
  );
}

function moodOf({ problems: [worst], line }: KeyReport): Mood {
  if (worst?.severity === "error") return "bad";
  if (worst?.severity === "warning" || worst?.severity === "info") return "warn";
  return line === undefined ? "none" : "good";
}

function keyView(key: KeyReport): HTMLElement {
  const { number, label, does, more, problems, line } = key;
  const mood = moodOf(key);
  const parts = [
    element("span", { class: "number" }, number),
    element(
      "span",
      { class: "cap" },
      element("span", { class: "label" }, label ?? (line === undefined ? l10n.t("Empty") : l10n.t("No label"))),
      ...[does ?? (line === undefined ? undefined : l10n.t("No function"))]
        .filter((words) => words !== undefined)
        .map((words) => element("span", { class: "does" }, words)),
      ...more.map(({ name, value }) => element("span", { class: "more" }, `${name}: ${value}`)),
      ...problems.map(({ message }) =>
        element("span", { class: "fault" }, sign(mood === "bad" ? "bad" : "warn"), message),
      ),
    ),
    element("span", { class: `lamp ${mood}`, "aria-hidden": "true" }),
  ];
  if (line === undefined) return element("div", { class: "key empty" }, ...parts);
  return element(
    "button",
    {
      type: "button",
      class: `key ${mood}`,
      "data-line": String(line),
      "data-focus": `key-${number}`,
      title: l10n.t("Open line {0}", line),
    },
    ...parts,
  );
}

model.addEventListener("change", () => send<FromPanel>({ kind: "model", model: model.value }));

content.addEventListener("click", ({ target }) => {
  const line = target instanceof Element ? target.closest<HTMLElement>("[data-line]")?.dataset.line : undefined;
  if (line !== undefined) send<FromPanel>({ kind: "reveal", line: Number(line) });
});

/** Arrows go from key to key; Tab does too. */
content.addEventListener("keydown", (event) => {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const keys = [...content.querySelectorAll<HTMLElement>("button.key")];
  const at = keys.indexOf(document.activeElement as HTMLElement);
  if (step === 0 || at < 0) return;
  event.preventDefault();
  keys[Math.min(Math.max(at + step, 0), keys.length - 1)]?.focus();
});

connect(show);
