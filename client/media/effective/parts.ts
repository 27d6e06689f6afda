import * as l10n from "@vscode/l10n";
import { element } from "../shared/element";

/** Where something is written; a button where the file can be opened. */
export function place(
  { file, line, rule }: Readonly<Record<string, unknown>>,
  files: ReadonlySet<string>,
): HTMLElement {
  if (typeof file !== "string") return element("span", {}, typeof rule === "string" ? rule : "");
  const words = typeof line === "number" ? `${file}:${line}` : file;
  if (!files.has(file)) return code(words);
  return element(
    "button",
    {
      type: "button",
      class: "source",
      title: l10n.t("Show in the file"),
      "data-focus": words,
      "data-file": file,
      "data-line": typeof line === "number" ? String(line) : undefined,
    },
    words,
  );
}

export function code(text: string): HTMLElement {
  return element("code", {}, text);
}
