import * as l10n from "@vscode/l10n";
import type { ScriptReport } from "../../../server/src/preview/report";
import { element } from "../shared/element";
import { sign } from "../shared/sign";
import { code, source } from "./parts";
import { answerWords } from "./scriptWords";

// The result of a script: files, settings with what they replaced, and what is not known.

type Set = ScriptReport["settings"][number];

export function filesCell(script: ScriptReport | undefined): Node[] {
  const items = (script?.files ?? []).map((file) => {
    const { text, mood } = answerWords(file);
    const name = file.name === "" ? l10n.t("this file") : file.name;
    return element("li", {}, sign(mood), element("span", {}, code(name), " ", text));
  });
  return [element("ol", { class: "steps" }, ...items)];
}

/** Names of settings that any of the devices gets, in the order of the files. */
export function namesOf(scripts: readonly (ScriptReport | undefined)[]): readonly string[] {
  return [...new Set(scripts.flatMap((script) => (script?.settings ?? []).map(({ name }) => name)))];
}

export function settingCell(script: ScriptReport | undefined, name: string, differs: boolean): Node[] {
  const found = script?.settings.find((each) => each.name === name);
  if (!found) return [element("span", { class: "note" }, l10n.t("not set"))];
  const { isCertain, before } = found;
  return [
    element(
      "div",
      { class: differs ? "setting differs" : "setting" },
      sign(isCertain ? "good" : "warn"),
      placed(name, found),
      " ",
      code(found.value),
      !isCertain && element("span", { class: "note" }, ` ${l10n.t("or something else: not everything is known")}`),
    ),
    ...before.map((each) =>
      element("div", { class: "note replaced" }, l10n.t("replaces"), " ", placed(each.value, each)),
    ),
  ];
}

/** A text that leads to its line, or says in which file it is. */
function placed(text: string, { span, file }: Pick<Set, "span" | "file">): Node {
  if (span) return source(text, span);
  return element("span", {}, text, file !== undefined && element("span", { class: "note" }, ` (${file})`));
}
