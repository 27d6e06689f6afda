import * as l10n from "@vscode/l10n";
import type { UpdateQuestion } from "../../../server/src/deployment/updates";
import type { UpdatesAnswer } from "../../../server/src/protocol/updates";
import { hint, section } from "../shared/compared";
import { deviceSelect } from "../shared/deviceSelect";
import { element } from "../shared/element";
import { keepingFocus } from "../shared/focus";
import { connect, send } from "../shared/host";
import { sign } from "../shared/sign";
import { sourceButton } from "../shared/source";
import { laneView } from "../shared/timelineView";
import { withCode } from "../shared/withCode";
import type { FromPanel, ToPanel, UpdatesShown } from "./messages";
import { kindWords, lanesOf, loadWords, moodOf } from "./words";

// The page of what a device fetches by itself. Everything comes with each message.

type File = UpdatesAnswer["files"][number];

const panel = document.getElementById("panel") ?? document.body;
const title = element("h1", {}, l10n.t("Update Plan"));
const state = element("p", { class: "state", role: "status" });
const choice = element("div", {});
const content = element("div", {});

const fields = {
  mac: field("mac", l10n.t("MAC address"), "00908F123456"),
  firmware: field("firmware", l10n.t("Running software"), "6.60A.100"),
  offered: field("offered", l10n.t("Software on the server"), "6.60A.223"),
  firmwareBytes: field("firmwareBytes", l10n.t("Size of the software in bytes"), "8000000", true),
  devices: field("devices", l10n.t("Number of devices"), "1", true),
} satisfies Record<keyof UpdateQuestion, HTMLInputElement>;

panel.replaceChildren(
  element("header", {}, title, state),
  element(
    "form",
    { class: "fields", "aria-label": l10n.t("Device") },
    choice,
    ...Object.values(fields).map((input) =>
      element("label", {}, element("span", {}, input.dataset.title ?? ""), input),
    ),
  ),
  content,
);

function field(id: string, words: string, example: string, isNumber = false): HTMLInputElement {
  return element("input", {
    ...{ id, "data-focus": id, "data-title": words, placeholder: example, spellcheck: "false", autocomplete: "off" },
    ...(isNumber && { inputmode: "numeric", pattern: "\\d*" }),
  });
}

function show(message: ToPanel): void {
  if (message.kind === "failed") {
    state.textContent = l10n.t("The updates could not be worked out. See the output of Flat Profile.");
    return;
  }
  state.textContent = "";
  paint(message);
  const texts = [...content.querySelectorAll("h2, h3, p, li")].map(({ textContent }) => textContent ?? "");
  send<FromPanel>({ kind: "shown", id: message.id, texts });
}

function paint({ file, devices, key, question, answer }: UpdatesShown): void {
  title.textContent = file;
  for (const [name, input] of Object.entries(fields)) {
    const value = question[name as keyof UpdateQuestion];
    // What a person types in stays.
    if (document.activeElement !== input) input.value = value === undefined ? "" : String(value);
  }
  keepingFocus(panel, () => {
    choice.replaceChildren(...(devices.length > 0 ? [deviceSelect(devices, key, l10n.t("As described here"))] : []));
    content.replaceChildren(
      ...(answer ? planView(answer, question) : [hint(l10n.t("Open a file that turns automatic updates on."))]),
    );
  });
}

function planView(answer: UpdatesAnswer, question: UpdateQuestion): HTMLElement[] {
  const { warnings, triggers, start, files } = answer;
  return [
    ...warnings.map((warning) => element("p", { class: "problem" }, ...withCode(warning))),
    section(
      "when",
      [l10n.t("When it asks")],
      element(
        "ul",
        { class: "triggers" },
        ...triggers.map(({ words, parameter, line }) =>
          element("li", {}, ...withCode(words), ...(parameter !== undefined ? [" ", placeOf(parameter, line)] : [])),
        ),
      ),
      ...lanesOf(triggers).map(laneView),
      element("p", { class: "note" }, ...withCode(start)),
    ),
    section(
      "files",
      [l10n.t("What it fetches")],
      ...files.map(fileView),
      files.length === 0 && element("p", { class: "note" }, l10n.t("The file names no files to fetch.")),
    ),
    section("load", [l10n.t("Load")], ...loadWords(answer, question).map((words) => element("p", {}, words))),
  ];
}

function fileView({ kind, parameter, line, url, isRepeated, newWhen, effect, verdict, outcome }: File): HTMLElement {
  const mood = moodOf(outcome);
  return element(
    "div",
    { class: "file" },
    element("h3", {}, kindWords(kind), " ", placeOf(parameter, line)),
    element("p", {}, element("code", {}, url)),
    element(
      "dl",
      {},
      element("dt", {}, l10n.t("New when")),
      element("dd", {}, element("p", {}, newWhen)),
      element("dt", {}, l10n.t("Then")),
      element("dd", {}, element("p", {}, effect)),
      ...(outcome === "unknown"
        ? []
        : [
            element("dt", {}, l10n.t("Now")),
            element("dd", {}, element("p", { class: `verdict ${mood}` }, sign(mood), verdict)),
          ]),
    ),
    !isRepeated && element("p", { class: "note" }, l10n.t("Only when the device starts.")),
  );
}

function placeOf(parameter: string, line: number | undefined): HTMLElement {
  return line === undefined
    ? element("code", {}, parameter)
    : sourceButton(parameter, l10n.t("Show in the file"), {
        ...{ "data-line": String(line), "data-focus": `${parameter} ${line}` },
      });
}

panel.addEventListener("click", ({ target }) => {
  const line = target instanceof Element ? target.closest<HTMLElement>("[data-line]")?.dataset.line : undefined;
  if (line !== undefined) send<FromPanel>({ kind: "reveal", line: Number(line) });
});

panel.addEventListener("submit", (event) => event.preventDefault());

panel.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLSelectElement) send<FromPanel>({ kind: "device", key: target.value });
});

panel.addEventListener("input", ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return;
  const texts = ["mac", "firmware", "offered"] as const;
  const numbers = ["firmwareBytes", "devices"] as const;
  const question = {
    ...Object.fromEntries(
      texts.flatMap((id) => (fields[id].value.trim() === "" ? [] : [[id, fields[id].value.trim()]])),
    ),
    ...Object.fromEntries(
      numbers.flatMap((id) => (/^\d{1,12}$/.test(fields[id].value) ? [[id, Number(fields[id].value)]] : [])),
    ),
  };
  send<FromPanel>({ kind: "ask", question });
});

connect(show);
