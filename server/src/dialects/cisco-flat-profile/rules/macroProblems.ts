import * as l10n from "@vscode/l10n";
import type { Fix, Problem, Span } from "../../../text/span";
import { bracketTest, findMacros, type MacroUse } from "./macro";
import { isKnownMacro, macroFacts, prefixMacros } from "./macroTable";

/** What is wrong with the macros of a text; unknown names stay on the phone as they are typed. */
export function macroProblems(text: string): Problem[] {
  if (!text.includes("$")) return [];
  const problems: Problem[] = [];
  const isBracketed = bracketTest(text);
  for (const use of findMacros(text)) {
    if (use.form === "escape") continue;
    const problem = isKnownMacro(use.name) ? misplaced(use, isBracketed) : unknown(use, text);
    if (problem) problems.push(problem);
  }
  for (const match of text.matchAll(/(\$\$)|\$\{(\w*)\}?|\$\((?![A-Za-z]\w*(?::\d+){0,2}\))/g)) {
    if (match[1] !== undefined) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    problems.push(match[0].startsWith("${") ? braces(match[2] ?? "", span) : unclosed(span));
  }
  return problems;
}

function misplaced({ name, span }: MacroUse, isBracketed: (at: number) => boolean): Problem | undefined {
  if (!macroFacts(name)?.secret || isBracketed(span.start)) return undefined;
  return {
    code: "rule/secret-outside-options",
    severity: "warning",
    message: l10n.t("`{0}` is only expanded inside `[ … ]`. The phone leaves it unchanged.", `$${name}`),
    span,
  };
}

function unknown({ name, span, nameSpan, form }: MacroUse, text: string): Problem | undefined {
  const gpp = /^GPP_(S?[A-P])$/i.exec(name);
  if (gpp) {
    const short = (gpp[1] ?? "").toUpperCase();
    return {
      code: "rule/gpp-name",
      severity: "warning",
      message: l10n.t(
        "Unknown macro `{2}`. Write `{1}` for the content of `{0}`. The phone leaves `{2}` unchanged.",
        name,
        `$${short}`,
        `$${name}`,
      ),
      span,
      fixes: [replacing(nameSpan, short, `$${short}`)],
    };
  }
  const upper = name.toUpperCase();
  if (upper !== name && isKnownMacro(upper))
    return {
      code: "rule/macro-case",
      severity: "warning",
      message: l10n.t("Macros must be upper case. The phone leaves `{0}` unchanged.", `$${name}`),
      span,
      fixes: [replacing(nameSpan, upper, `$${upper}`)],
    };
  const prefixes = form === "plain" ? prefixMacros(name) : [];
  if (prefixes.length > 0)
    return {
      code: "rule/macro-boundary",
      severity: "warning",
      message: l10n.t(
        "Unknown macro `{0}`. All letters, digits and `_` after `$` belong to the name. The phone leaves it unchanged.",
        `$${name}`,
      ),
      span,
      fixes: prefixes.map((prefix) => {
        const meant = `$(${prefix})${name.slice(prefix.length)}`;
        return replacing(span, meant, meant);
      }),
    };
  // A program that writes the file may know it.
  if (/^[a-z]/.test(name) || text[span.end] === "$") return undefined;
  return {
    code: "rule/unknown-macro",
    severity: "info",
    message: l10n.t("Unknown macro `{0}`. The phone leaves it unchanged.", `$${name}`),
    span,
  };
}

function braces(name: string, span: Span): Problem {
  return {
    code: "rule/braces",
    severity: "warning",
    message: l10n.t("A macro cannot have braces. The phone leaves the text unchanged."),
    span,
    ...(isKnownMacro(name) && { fixes: [replacing(span, `$(${name})`, `$(${name})`)] }),
  };
}

function unclosed(span: Span): Problem {
  return {
    code: "rule/macro-form",
    severity: "warning",
    message: l10n.t(
      "A macro must have the form `$(NAME)`, `$(NAME:from)` or `$(NAME:from:length)`. The phone leaves the text unchanged.",
    ),
    span,
  };
}

function replacing(span: Span, text: string, shown: string): Fix {
  return { title: l10n.t("Replace with `{0}`", shown), edits: [{ span, text }] };
}
