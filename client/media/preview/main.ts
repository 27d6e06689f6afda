import * as l10n from "@vscode/l10n";
import type { DeviceChoice } from "../shared/deviceChoice";
import { deviceSelect } from "../shared/deviceSelect";
import { element } from "../shared/element";
import { keepingFocus } from "../shared/focus";
import { type Folds, onFold } from "../shared/folds";
import { connect, keep, kept, send } from "../shared/host";
import { tool } from "../shared/tool";
import { asMarkdown } from "./markdown";
import type { FromPanel, Side, ToPanel } from "./messages";
import { reportView } from "./reportView";

// The page of the preview. It keeps what is folded; everything else comes with each message.

interface Kept {
  readonly folds: Folds;
}

const panel = document.getElementById("panel") ?? document.body;
let folds: Folds = kept<Kept>().folds ?? {};
let shown: ToPanel | undefined;

function show(message: ToPanel): void {
  shown = message;
  const reports = message.sides.flatMap(({ answer }) => (answer ? [answer] : []));
  panel.className = message.sides.length > 1 ? "compared" : "";
  keepingFocus(panel, () =>
    panel.replaceChildren(
      header(message),
      ...message.problems.map((problem) => element("p", { class: "problem", role: "status" }, problem)),
      element("div", { class: "row devices" }, ...message.sides.map((side, i) => deviceCell(side, i, message.devices))),
      ...(reports.length === 0
        ? [element("p", { class: "note" }, l10n.t("Open a flat-profile file to preview what a phone does with it."))]
        : reportView(reports, folds)),
    ),
  );
  const rules = reports.flatMap((report) => report.rules.map(({ parameter }) => parameter));
  send<FromPanel>({ kind: "shown", id: message.id, rules });
}

function header({ file, sides, hasMatrix }: ToPanel): HTMLElement {
  const isCompared = sides.length > 1;
  return element(
    "header",
    {},
    element("h1", {}, file),
    element(
      "div",
      { class: "tools", role: "toolbar", "aria-label": l10n.t("Preview") },
      tool("compare", isCompared ? l10n.t("Show One Device") : l10n.t("Compare Two Devices")),
      ...(hasMatrix ? [tool("models", l10n.t("Compare All Models"))] : []),
      tool("expand", isCompared ? l10n.t("Compare Expanded Profiles") : l10n.t("Show Expanded Profile")),
      tool("copy", l10n.t("Copy as Markdown")),
      tool("devices", l10n.t("Edit Devices")),
    ),
  );
}

function deviceCell({ key, answer }: Side, side: number, devices: readonly DeviceChoice[]): HTMLElement {
  const select = deviceSelect(devices, key, l10n.t("Typical phone for this file"), {
    "data-side": String(side),
    "data-focus": `device-${side}`,
  });
  const device = answer?.device;
  const facts = device ? [device.model, answer?.macros.MAC, device.firmware] : [];
  return element(
    "div",
    { class: "cell" },
    select,
    element(
      "p",
      { class: "facts" },
      ...facts.filter((fact) => fact !== undefined).map((fact) => element("code", {}, fact)),
    ),
  );
}

function act(action: string | undefined): void {
  if (!shown) return;
  if (action === "compare") send<FromPanel>({ kind: "compare", on: shown.sides.length === 1 });
  if (action === "models") send<FromPanel>({ kind: "compare models" });
  if (action === "expand") send<FromPanel>({ kind: "expand" });
  if (action === "devices") send<FromPanel>({ kind: "edit devices" });
  if (action === "copy") {
    const reports = shown.sides.flatMap(({ answer }) => (answer ? [answer] : []));
    send<FromPanel>({ kind: "copy", text: asMarkdown(shown.file, reports) });
  }
}

panel.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  const place = target.closest<HTMLElement>("[data-start]");
  if (place) {
    const { start, end } = place.dataset;
    send<FromPanel>({ kind: "reveal", span: { start: Number(start), end: Number(end) } });
  } else act(target.closest<HTMLElement>("[data-action]")?.dataset.action);
});

panel.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLSelectElement)
    send<FromPanel>({ kind: "choose", side: Number(target.dataset.side), key: target.value });
});

// Both devices fold together.
onFold(panel, (key, isOpen) => {
  folds = { ...folds, [key]: isOpen };
  keep({ folds } satisfies Kept);
  for (const other of panel.querySelectorAll<HTMLDetailsElement>("details"))
    if (other.dataset.key === key) other.open = isOpen;
});

connect(show);
