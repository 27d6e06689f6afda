import * as l10n from "@vscode/l10n";
import type { Setpoint } from "../schema/model";
import type { Signature, ValueLink, ValueType } from "../values/valueType";
import type { RuleKind } from "./ast";
import { macroProblems } from "./macroProblems";
import { readReportRule, readRule } from "./rule";
import { conditionSuggestions, macroSuggestions, ruleSuggestions } from "./ruleCompletion";
import { conditionInWords, ruleInWords } from "./ruleInWords";
import { ruleProblems } from "./ruleProblems";
import { macroTokens, ruleTokens } from "./ruleTokens";
import { scheduleType } from "./scheduleType";

function kindOf({ name }: Pick<Setpoint, "name">): RuleKind {
  return name === "Upgrade_Rule" ? "upgrade" : "profile";
}

/** Profile_Rule and the parameters that are written like it. */
const provisioningRule: ValueType = {
  id: "ProvisioningRuleSyntax",
  check: (text, at) => ruleProblems(readRule(text, kindOf(at)), text, kindOf(at), at.generation),
  describe: (text, at) => ruleInWords(readRule(text, kindOf(at)), kindOf(at)),
  complete: (text, offset, at) => ruleSuggestions(text, offset, kindOf(at)),
  tokens: ruleTokens,
  signature: (text, offset, at) => ruleSignature(text, offset, kindOf(at)),
  links: ruleLinks,
};

const provisioningCondition: ValueType = {
  id: "ProvisioningCondition",
  check(text, at) {
    const opening = /^\s*\(/.exec(text);
    const closing = closingOf(text);
    if (opening && closing !== undefined)
      return [
        {
          code: "rule/trigger-parentheses",
          severity: "error",
          message: l10n.t("a trigger is a condition without parentheses and question mark; the phone cannot read it"),
          span: { start: 0, end: text.length },
          // Several pairs hold several conditions.
          ...(!/[()]/.test(bare(text.slice(opening[0].length, closing))) && {
            fixes: [
              {
                title: l10n.t("Remove the parentheses"),
                safe: true,
                edits: [
                  { span: { start: 0, end: opening[0].length }, text: "" },
                  { span: { start: closing, end: text.length }, text: "" },
                ],
              },
            ],
          }),
        },
      ];
    return ruleProblems(readRule(text, "trigger"), text, "trigger", at.generation);
  },
  describe(text) {
    const [only] = readRule(text, "trigger").alternatives;
    return only?.condition ? l10n.t("When {0}", conditionInWords(only.condition)) : undefined;
  },
  complete: (text, offset) => conditionSuggestions(text, offset, 0),
  tokens: ruleTokens,
};

const reportRule: ValueType = {
  id: "ReportRule",
  check: (text, at) => ruleProblems(readReportRule(text), text, "report", at.generation),
  describe: (text) => ruleInWords(readReportRule(text), "report"),
  complete: (text, offset) => ruleSuggestions(text, offset, "report"),
  tokens: ruleTokens,
  links: ruleLinks,
};

/** Texts in which macros are expanded when they are sent. */
const macroText: ValueType = {
  id: "MacroText",
  check: macroProblems,
  complete: (text, offset) => macroSuggestions(text, offset) ?? [],
  tokens: macroTokens,
};

/** Types of values that know macros and rules. */
export const ruleValueTypes: readonly ValueType[] = [
  provisioningRule,
  provisioningCondition,
  reportRule,
  macroText,
  scheduleType,
];

/** Without texts in quotes and macros, which may hold parentheses. */
function bare(text: string): string {
  return text.replace(/"[^"]*"|\$\([^()]*\)/g, "");
}

/** Where the `)` or `)?` at the end of the text begins. */
function closingOf(text: string): number | undefined {
  const whole = text.trimEnd();
  const inner = whole.endsWith("?") ? whole.slice(0, -1).trimEnd() : whole;
  return inner.endsWith(")") ? inner.length - 1 : undefined;
}

function ruleLinks(text: string): ValueLink[] {
  return [...text.matchAll(/\bhttps?:\/\/[^\s|"<>[\]]+/gi)]
    .filter((match) => !match[0].includes("$") && !/:\/\/[^/]*@/.test(match[0]))
    .map((match) => ({ span: { start: match.index, end: match.index + match[0].length }, target: match[0] }));
}

/** Which part of an alternative the cursor is in. */
function ruleSignature(text: string, offset: number, kind: RuleKind): Signature | undefined {
  const parts: readonly (readonly [string, string])[] = [
    [l10n.t("(condition)?"), l10n.t("taken only when this is true; comparisons joined by and")],
    [l10n.t("(assignments)!"), l10n.t('parameters set before the download, as in c = "$MA";')],
    ...(kind === "upgrade"
      ? []
      : ([[l10n.t("[options]"), l10n.t("--key, --uid, --pwd, --post, --alias, --srv")]] as const)),
    [l10n.t("URL"), l10n.t("scheme, host and path; tftp when there is no scheme")],
    [l10n.t("| next alternative"), l10n.t("tried when the condition is false")],
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
  const url = spans.length - 2;
  const before = here ? text.slice(here.span.start, offset) : "";
  const opened = before.lastIndexOf("(");
  let active = url;
  if (here?.optionsSpan && offset > here.optionsSpan.start && offset < here.optionsSpan.end) active = 2;
  else if (opened >= 0 && before[opened - 1] !== "$" && !before.slice(opened).includes(")"))
    active = /=\s*"[^"]*"\s*;/.test(text.slice(here?.span.start, here?.span.end)) && before.includes(")?") ? 1 : 0;
  else if (before.trim() === "") active = 0;
  return { label, parts: spans, active };
}
