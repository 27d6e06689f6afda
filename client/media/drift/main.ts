import * as l10n from "@vscode/l10n";
import type { DriftParameter } from "../../../server/src/deployment/driftReport";
import { counted, listed, type Status } from "../../../server/src/deployment/driftStatus";
import type { DriftAnswer } from "../../../server/src/protocol/site";
import {
  countedSection,
  filterField,
  headingsOf,
  hint,
  nothingMatches,
  secretCell,
  section,
  summaryList,
  valueCell,
} from "../shared/compared";
import { element } from "../shared/element";
import { hasWords, wordsOf } from "../shared/filter";
import { goTo, keepingFocus } from "../shared/focus";
import { connect, keep, kept, send } from "../shared/host";
import { sourceButton } from "../shared/source";
import { tableHead } from "../shared/table";
import { tool } from "../shared/tool";
import type { DriftShown, FromPanel, ToPanel } from "./messages";
import { certaintyOf, hintOf, meaningOf, moodOf, remarkOf, sentenceOf, titleOf } from "./words";

// The page that compares a dump with the files. The filter is kept; everything else comes with each message.

interface Kept {
  readonly filter: string;
}

type Report = Extract<DriftAnswer, { readonly kind: "report" }>;

const panel = document.getElementById("panel") ?? document.body;
const filter = filterField(l10n.t("Filter by setting, value or file"), kept<Kept>().filter);
const title = element("h1", {}, l10n.t("Phone Dump and Files"));
const against = element("p", { class: "facts" });
const state = element("p", { class: "state", role: "status" });
const content = element("div", {});
const choose = tool("choose file", l10n.t("Compare with a File…"));
const useSite = tool("use site", l10n.t("Compare with the Site"));
let shown: DriftShown | undefined;

panel.replaceChildren(
  element(
    "header",
    {},
    title,
    element("div", { class: "tools", role: "toolbar", "aria-label": l10n.t("Phone Dump and Files") }, choose, useSite),
    filter,
    state,
  ),
  against,
  content,
);

/** The sign of a status that is neither good nor bad. */
const none = "·";
const idOf = (status: Status) => `status-${status.replaceAll(" ", "-")}`;

function show(message: ToPanel): void {
  if (message.kind === "failed") {
    state.textContent = l10n.t("The dump could not be compared. See the output of Flat Profile.");
    return;
  }
  shown = message;
  paint();
}

function paint(): void {
  if (!shown) return;
  const { answer, file } = shown;
  title.textContent = file;
  filter.hidden = answer?.kind !== "report";
  useSite.hidden = shown.against === undefined;
  state.textContent = answer ? "" : l10n.t("Comparing…");
  against.replaceChildren(...(answer?.kind === "report" ? factsOf(answer, shown.against) : []));
  keepingFocus(panel, () =>
    content.replaceChildren(
      ...(answer?.kind === "report" ? reportView(answer) : []),
      ...(answer?.kind === "none" ? [hint(hintOf(answer))] : []),
    ),
  );
  send<FromPanel>({
    kind: "shown",
    id: shown.id,
    isAnswered: answer !== undefined,
    headings: headingsOf(content),
  });
}

function factsOf({ report, revisions }: Report, file: string | undefined): (Node | string)[] {
  const { id, label, model, family, firmware, mac } = report.device;
  const facts = [label ?? id, model ?? family, mac, firmware].filter((fact) => fact !== undefined && fact !== "");
  return [
    ...[...new Set(facts)].flatMap((fact, i) => [...(i > 0 ? [" · "] : []), element("code", {}, fact ?? "")]),
    element("br"),
    file === undefined ? l10n.t("Compared with what the phone fetches.") : l10n.t("Compared with {0}.", file),
    " ",
    revisions === undefined
      ? l10n.t("Earlier revisions are not known here.")
      : revisions === 1
        ? l10n.t("1 earlier revision was looked at.")
        : l10n.t("{0} earlier revisions were looked at.", revisions),
  ];
}

function reportView({ report }: Report): HTMLElement[] {
  const { parameters, problems, suggest = [], counts } = report;
  const words = wordsOf(filter.value);
  const isWanted = ({ name, expected, found, file, revision }: DriftParameter) =>
    hasWords([name, expected, found, file, revision].join("\n"), words);
  const differences = parameters.filter(({ status }) => moodOf(status) === "bad").length;
  const sections = listed.flatMap((status) => {
    const rows = parameters.filter((each) => each.status === status && isWanted(each));
    return rows.length > 0 ? [sectionOf(status, rows)] : [];
  });
  return [
    ...problems.map(({ message }) => element("p", { class: "problem" }, message)),
    ...(report.isRefused ? [] : [element("p", { class: "sentence" }, sentenceOf(differences, parameters.length))]),
    summaryView(counts),
    ...(sections.length === 0 && words.length > 0 ? [nothingMatches()] : sections),
    ...suggestionView(suggest),
    ...countsView(counts),
  ];
}

function summaryView(counts: Readonly<Record<string, number>>): HTMLElement {
  return summaryList(
    listed
      .filter((status) => counts[status])
      .map((status) => ({
        id: idOf(status),
        key: status,
        mood: moodOf(status),
        count: String(counts[status]),
        label: titleOf(status),
      })),
    none,
  );
}

function sectionOf(status: Status, rows: readonly DriftParameter[]): HTMLElement {
  return countedSection(
    idOf(status),
    [moodOf(status), none],
    titleOf(status),
    rows.length,
    meaningOf(status),
    element(
      "table",
      { class: "settings" },
      tableHead(l10n.t("Setting"), l10n.t("Files"), l10n.t("Phone"), l10n.t("Set in"), l10n.t("Certainty")),
      element("tbody", {}, ...rows.map(rowOf)),
    ),
  );
}

function rowOf(each: DriftParameter): HTMLElement {
  const { name, status, secret, expected, found, factory, file, line, access } = each;
  const place = file === undefined ? undefined : `${file}${line === undefined ? "" : `:${line}`}`;
  const remark = remarkOf(each);
  const isAccess = status === "access differs";
  return element(
    "tr",
    {},
    element(
      "th",
      { scope: "row" },
      sourceButton(name, l10n.t("Show in the dump"), { "data-name": name, "data-focus": `name-${status}-${name}` }),
    ),
    isAccess ? valueCell(access?.expected) : secret ? secretCell() : expectedCell(expected, factory),
    isAccess ? valueCell(access?.found) : secret ? secretCell() : valueCell(found),
    element(
      "td",
      {},
      place !== undefined &&
        sourceButton(place, l10n.t("Show in the file"), {
          "data-place": place,
          "data-focus": `place-${status}-${name}`,
        }),
      remark !== "" && element("div", { class: "note" }, remark),
    ),
    element("td", {}, certaintyOf(each)),
  );
}

/** `factory` is what the phone comes with, shown where no file sets the setting. */
function expectedCell(value: string | undefined, factory: string | undefined): HTMLElement {
  const isFactory = value === undefined && factory !== undefined;
  return valueCell(value ?? factory, isFactory && element("span", { class: "note" }, ` ${l10n.t("(factory)")}`));
}

function suggestionView(lines: readonly string[]): HTMLElement[] {
  if (lines.length === 0) return [];
  const text = lines.join("\n");
  return [
    section(
      "suggestion",
      [l10n.t("Suggestion")],
      element(
        "p",
        { class: "note meaning" },
        l10n.t("Put these lines into a file of the phone. It then gets the values of the files."),
      ),
      element("pre", { tabindex: "0" }, element("code", {}, text)),
      element(
        "button",
        { type: "button", class: "tool", "data-copy": text, "data-focus": "copy" },
        l10n.t("Copy Lines"),
      ),
    ),
  ];
}

function countsView(counts: Readonly<Record<string, number>>): HTMLElement[] {
  const found = counted.filter((status) => counts[status]);
  if (found.length === 0) return [];
  return [
    section(
      "others",
      [l10n.t("Other settings")],
      element(
        "table",
        { class: "counts" },
        element(
          "tbody",
          {},
          ...found.map((status) =>
            element(
              "tr",
              {},
              element("td", {}, String(counts[status])),
              element("th", { scope: "row" }, titleOf(status)),
              element("td", { class: "note" }, meaningOf(status)),
            ),
          ),
        ),
      ),
    ),
  ];
}

panel.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  const { place, name, go, copy, action } = target.closest<HTMLElement>("button")?.dataset ?? {};
  if (place !== undefined) send<FromPanel>({ kind: "reveal", place });
  else if (name !== undefined) send<FromPanel>({ kind: "reveal setting", name });
  else if (copy !== undefined) send<FromPanel>({ kind: "copy text", text: copy });
  else if (action === "choose file" || action === "use site") send<FromPanel>({ kind: action });
  else if (go !== undefined) goTo(go);
});

filter.addEventListener("input", () => {
  keep({ filter: filter.value } satisfies Kept);
  paint();
});

connect(show);
