import * as l10n from "@vscode/l10n";
import type { RuleKind } from "../../../preview/report";
import type { Suggestion } from "../../../values/valueType";
import { insideBrackets } from "./macro";
import { macroTable } from "./macroTable";
import { optionTable } from "./options";

/** Macros after a `$`; undefined if none is being typed. */
export function macroSuggestions(text: string, offset: number): Suggestion[] | undefined {
  const typed = /\$(\(?)([A-Za-z0-9_]*)$/.exec(text.slice(Math.max(0, offset - 100), offset));
  if (!typed) return undefined;
  const start = offset - typed[0].length;
  const isOpen = typed[1] === "(";
  const closes = isOpen && text[offset] !== ")" ? ")" : "";
  const bracketed = insideBrackets(text, start);
  return macroTable
    .filter(({ secret }) => bracketed || !secret)
    .map(({ name, meaning }, i) => ({
      label: `$${isOpen ? "(" : ""}${name}${isOpen ? ")" : ""}`,
      insert: `$${isOpen ? "(" : ""}${name}${closes}`,
      kind: "macro" as const,
      detail: meaning(),
      replace: { start, end: offset },
      rank: i,
    }));
}

const operators: readonly (readonly [string, () => string])[] = [
  ["eq", () => l10n.t("is")],
  ["ne", () => l10n.t("is not")],
  ["lt", () => l10n.t("is less than")],
  ["le", () => l10n.t("is at most")],
  ["gt", () => l10n.t("is greater than")],
  ["ge", () => l10n.t("is at least")],
];

/** What a condition from `from` can contain after the words typed so far. */
export function conditionSuggestions(text: string, offset: number, from: number): Suggestion[] {
  const before = text.slice(from, offset);
  const macros = macroSuggestions(text, offset);
  if (macros) return macros;
  if ((before.match(/"/g)?.length ?? 0) % 2 === 1) return [];
  // One comparison: the patterns below look for their end at every place.
  const near = before.slice(-300);
  const word = /[A-Za-z]*$/.exec(near)?.[0] ?? "";
  const replace = { start: offset - word.length, end: offset };
  const rest = near.slice(0, near.length - word.length);
  const keyword = (label: string, detail: string, insert = label): Suggestion => ({
    label,
    detail,
    insert,
    kind: "operator",
    replace,
  });
  if (/(?:eq|ne|lt|le|gt|ge|[=<>!])\s*(?:"[^"]*"|[^\s"=<>!]+)\s+$/.test(rest))
    return [keyword("and", l10n.t("and another comparison"))];
  if (/(?:^|\band\s)\s*(?:"[^"]*"|[^\s"=<>!]+)\s+$/i.test(rest))
    return operators.map(([label, detail]) => keyword(label, detail(), `${label} `));
  if (/(?:^|\band|[=<>!]|\b(?:eq|ne|lt|le|gt|ge))\s*$/i.test(rest) && word === "")
    return macroTable
      .filter(({ secret }) => !secret)
      .map(({ name, meaning }) => ({
        label: `$${name}`,
        kind: "macro" as const,
        detail: meaning(),
        replace,
      }));
  return [];
}

export function ruleSuggestions(text: string, offset: number, kind: RuleKind): Suggestion[] {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf("|") + 1;
  const own = before.slice(start);
  if (insideBrackets(text, offset - 1) && own.includes("[")) {
    const macros = macroSuggestions(text, offset);
    if (macros) return macros;
    const word = /-{0,2}[A-Za-z]*$/.exec(own.slice(-50))?.[0] ?? "";
    return optionTable
      .filter(({ reportOnly }) => kind === "report" || !reportOnly)
      .map(({ name, argument, meaning }) => ({
        label: name,
        insert: argument === "none" ? name : `${name} `,
        kind: "keyword" as const,
        detail: meaning(),
        replace: { start: offset - word.length, end: offset },
      }));
  }
  const open = own.lastIndexOf("(");
  const isMacro = own[open - 1] === "$";
  if (open >= 0 && !isMacro && !own.slice(open).includes(")"))
    return conditionSuggestions(text, offset, start + open + 1);
  const macros = macroSuggestions(text, offset);
  if (macros) return macros;
  return own.trim() === "" ? beginnings(offset, kind) : [];
}

function beginnings(offset: number, kind: RuleKind): Suggestion[] {
  const replace = { start: offset, end: offset };
  const snippet = (label: string, insert: string, detail: string): Suggestion => ({
    label,
    insert,
    detail,
    kind: "snippet",
    replace,
  });
  const schemes = ["https://", "http://", "tftp://"].map((label) => ({ label, kind: "value" as const, replace }));
  if (kind === "report")
    return [snippet("[--delta] URL", "[--delta] https://$1/$2", l10n.t("report only the last changes")), ...schemes];
  return [
    snippet("( … )?", "($1)? $2", l10n.t("only if a condition is true")),
    ...(kind === "upgrade"
      ? []
      : [
          snippet("[--key … ]", "[--key $1] $2", l10n.t("encrypted file")),
          snippet("( … )!", '($1 = "$2";)! $3', l10n.t("set parameters first")),
        ]),
    ...schemes,
  ];
}
