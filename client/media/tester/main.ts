import * as l10n from "@vscode/l10n";
import type { DiallingFacts } from "../../../server/src/protocol";
import { parenthesized } from "../../../server/src/values/dialPlan/form";
import { currentKind, olderKind } from "../../../server/src/values/dialPlan/simulate";
import { element } from "../shared/element";
import { connect, keep, kept, send } from "../shared/host";
import type { FromScriptPanel, ScriptShown } from "../shared/scriptMessages";
import { tableHead } from "../shared/table";
import { type DialTest, type Row, tryPlan } from "./dialTester";

const padKeys = "123456789*0#";
const maxRows = 300;
const marks = { taken: "✓", complete: "◆", alive: "●", beaten: "◇", out: "✕" } as const;
const stateWords = {
  taken: l10n.t("taken"),
  complete: l10n.t("complete"),
  alive: l10n.t("possible"),
  beaten: l10n.t("not chosen"),
  out: l10n.t("ruled out"),
} as const;

interface State {
  readonly keys: string;
}

const ignoredFacts: DiallingFacts = {
  short: 3,
  long: 10,
  form: parenthesized,
  family: "",
  xIsAnyKey: undefined,
  comment: "{0}",
  kinds: { current: "", older: "" },
  starCodes: [],
};

let shown: ScriptShown["script"] = null;
let subject = "";

const title = element("h1");
const note = element("p", { class: "note" });
const field = element("input", {
  id: "keys",
  type: "text",
  inputmode: "tel",
  autocomplete: "off",
  spellcheck: "false",
  placeholder: "9 1 1 …",
  "aria-describedby": "verdict",
});
const current = element("option", { value: "current" }, l10n.t("x is a digit"));
const older = element("option", { value: "older" }, l10n.t("x is any key"));
const phone = element("select", { id: "phone" }, current, older);
const short = timer("short");
const long = timer("long");
const verdict = element("div", { id: "verdict", role: "status", "aria-live": "polite" });
const steps = element("ol", { class: "steps", "aria-label": l10n.t("Key by key") });
const rows = element("tbody");
const problems = element("ul", { class: "problems", hidden: true });
const copy = element("button", { type: "button", class: "quiet" }, l10n.t("Copy as Test"));
const erase = element("button", { type: "button", class: "quiet" }, l10n.t("Hang Up"));

lay();
field.value = kept<State>().keys ?? "";
connect<ScriptShown>(({ script, file }) => {
  const wasOther = script?.name !== shown?.name || subject !== file;
  shown = script;
  subject = file;
  if (wasOther && script?.dialling) {
    const { kinds, xIsAnyKey } = script.dialling;
    current.textContent = l10n.t("{0}: x is a digit", kinds.current);
    older.textContent = l10n.t("{0}: x is any key", kinds.older);
    phone.value = xIsAnyKey ? "older" : "current";
    short.value = String(script.dialling.short);
    long.value = String(script.dialling.long);
  }
  show();
});

function lay(): void {
  const pad = element(
    "div",
    { class: "pad", role: "group", "aria-label": l10n.t("Keys of the phone") },
    [...padKeys].map((key) => {
      const button = element("button", { type: "button", "aria-label": nameOf(key) }, key);
      button.addEventListener("click", () => press(key));
      return button;
    }),
  );
  document
    .getElementById("panel")
    ?.append(
      element("header", {}, title, note),
      element(
        "section",
        { class: "phone" },
        element(
          "div",
          { class: "dial" },
          element("label", { for: "keys" }, l10n.t("Dialed keys")),
          element("div", { class: "line" }, field, erase),
          pad,
        ),
        element("div", { class: "outcome" }, verdict, steps, element("div", { class: "line" }, copy)),
      ),
      element(
        "details",
        { class: "circumstances" },
        element("summary", {}, l10n.t("Phone and timers")),
        element(
          "div",
          { class: "line" },
          element("label", {}, `${l10n.t("Phone")} `, phone),
          element("label", {}, `${l10n.t("Short timer")} `, short, ` ${l10n.t("s")}`),
          element("label", {}, `${l10n.t("Long timer")} `, long, ` ${l10n.t("s")}`),
        ),
      ),
      problems,
      element(
        "table",
        {},
        tableHead(
          element("span", { class: "unseen" }, l10n.t("State")),
          l10n.t("Sequence"),
          l10n.t("Meaning"),
          l10n.t("Now"),
        ),
        rows,
      ),
    );
  for (const input of [field, phone, short, long]) input.addEventListener("input", show);
  erase.addEventListener("click", () => {
    field.value = "";
    show();
    field.focus();
  });
  // Keys that are typed beside the field count as well.
  document.addEventListener("keydown", (event) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[0-9*#+A-D]$/.test(event.key)) press(event.key);
    else if (event.key === "Backspace") {
      field.value = field.value.slice(0, -1);
      show();
    }
  });
  field.focus();
}

function timer(name: string): HTMLInputElement {
  return element("input", { type: "number", min: "0", max: "64", step: "0.5", name, value: "3" });
}

function press(key: string): void {
  field.value += key;
  show();
}

function nameOf(key: string): string {
  return key === "*" ? l10n.t("star") : key === "#" ? l10n.t("pound") : key;
}

function show(): void {
  const keys = field.value.replace(/[^0-9*#+A-D]/g, "");
  keep({ keys } satisfies State);
  const { name, text, dialling = ignoredFacts } = shown ?? { name: "", text: "" };
  title.textContent = shown ? name : l10n.t("No dial plan selected");
  note.textContent = shown
    ? [subject, dialling.family].filter((part) => part !== "").join(" · ")
    : l10n.t("Place the cursor in the value of a dial plan.");
  const settings = {
    short: seconds(short, dialling.short),
    long: seconds(long, dialling.long),
    ...(phone.value === "older" ? olderKind : currentKind),
  };
  const trial = tryPlan(text, keys, settings, dialling.starCodes, dialling.kinds, dialling.form);
  document.body.classList.toggle("empty", shown === null);
  showVerdict(trial, keys);
  copy.onclick = () =>
    send<FromScriptPanel>({ kind: "copy", text: dialling.comment.replace("{0}", () => trial.expectation) });
  copy.disabled = keys === "";
  problems.hidden = trial.problems.length === 0;
  problems.replaceChildren(...trial.problems.slice(0, 5).map((words) => element("li", {}, words)));
  const hidden = trial.rows.length - maxRows;
  rows.replaceChildren(
    ...trial.rows.slice(0, maxRows).map(rowOf),
    ...(hidden > 0 ? [element("tr", {}, element("td", { colspan: "4" }, l10n.t("{0} more", hidden)))] : []),
  );
}

function seconds({ value }: HTMLInputElement, otherwise: number): number {
  const number = Number(value);
  return value !== "" && number >= 0 ? number : otherwise;
}

function showVerdict({ verdict: now, keys, ignored, elsewhere }: DialTest, dialled: string): void {
  verdict.className = now.kind;
  verdict.replaceChildren(
    element("strong", {}, now.title),
    element("span", {}, now.detail),
    ...(ignored === ""
      ? []
      : [element("span", {}, l10n.t("Keys after the decision, ignored: {0} of {1}", ignored, dialled))]),
    ...(elsewhere === undefined ? [] : [element("span", { class: "elsewhere" }, elsewhere)]),
  );
  steps.replaceChildren(...keys.map(({ key, words }) => element("li", {}, element("kbd", {}, key), ` ${words}`)));
  steps.lastElementChild?.scrollIntoView({ block: "nearest" });
}

function rowOf({ text, words, example, state, why }: Row): HTMLTableRowElement {
  const dial = element(
    "button",
    { type: "button", class: "sequence", title: l10n.t("Dial {0}", example) },
    element("code", {}, text),
  );
  dial.addEventListener("click", () => {
    field.value = example;
    show();
  });
  return element(
    "tr",
    { class: state },
    element("td", { class: "mark" }, element("span", { role: "img", "aria-label": stateWords[state] }, marks[state])),
    element("td", {}, dial),
    element("td", {}, ...inline(words)),
    element("td", { class: "why" }, why),
  );
}

/** Code and bold of one line of Markdown. */
function inline(markdown: string): (Node | string)[] {
  return markdown
    .split(/(`[^`]*`|\*\*[^*]*\*\*)/)
    .map((part) =>
      part.startsWith("`") && part.length > 1
        ? element("code", {}, part.slice(1, -1))
        : part.startsWith("**") && part.length > 3
          ? element("b", {}, part.slice(2, -2))
          : part,
    );
}
