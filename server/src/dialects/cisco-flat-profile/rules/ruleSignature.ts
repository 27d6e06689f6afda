import * as l10n from "@vscode/l10n";
import type { RuleKind } from "../../../preview/report";
import type { Signature } from "../../../values/valueType";
import { insideBrackets } from "./macro";
import { readRule } from "./rule";

/** Which part of an alternative the cursor is in. */
export function ruleSignature(text: string, offset: number, kind: RuleKind): Signature | undefined {
  const parts: readonly (readonly [string, string])[] = [
    [l10n.t("(condition)?"), l10n.t("taken only if the condition is true; join comparisons with and")],
    [l10n.t("(assignments)!"), l10n.t('parameters to set before the download, such as c = "$MA";')],
    ...(kind === "upgrade"
      ? []
      : ([[l10n.t("[options]"), l10n.t("--key, --uid, --pwd, --post, --alias, --srv")]] as const)),
    [l10n.t("URL"), l10n.t("scheme, host and path; tftp if there is no scheme")],
    [l10n.t("| next alternative"), l10n.t("used if the condition is false")],
  ];
  const { alternatives, isComment } = readRule(text, kind);
  if (isComment) return undefined;
  const here = alternatives.find(({ span }) => offset >= span.start && offset <= span.end);
  let label = "";
  const spans = parts.map(([word, documentation]) => {
    const start = label === "" ? 0 : label.length + 1;
    label = label === "" ? word : `${label} ${word}`;
    return { span: { start, end: start + word.length }, documentation };
  });
  const before = here ? text.slice(here.span.start, offset) : "";
  return { label, parts: spans, active: partAt(before, kind, spans.length - 2) };
}

/** The part that the text `before` the cursor ends in; the options may still lack their bracket. */
function partAt(before: string, kind: RuleKind, url: number): number {
  if (kind !== "upgrade" && insideBrackets(before, before.length)) return 2;
  const opened = before.lastIndexOf("(");
  if (opened >= 0 && before[opened - 1] !== "$" && !before.slice(opened).includes(")"))
    return /\)\s*\?/.test(before.slice(0, opened)) || /^\(\s*[\w.-]+\s*=\s*"[^"]*"\s*;/.test(before.slice(opened))
      ? 1
      : 0;
  return before.trim() === "" ? 0 : url;
}
