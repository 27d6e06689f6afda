import * as l10n from "@vscode/l10n";
import type { PreviewPart, PreviewSource } from "../../../preview/preview";
import type { ComparisonReport, NamedValue, OperandReport, RuleReport } from "../../../preview/report";
import type { Setting } from "../../../profile/setting";
import { codeSpan, escapeMarkdown } from "../../../text/markdown";
import { contains, type Span } from "../../../text/span";
import { replacements } from "../rules/expansion";
import { findMacros, type MacroUse } from "../rules/macro";
import { macroFacts } from "../rules/macroTable";
import { optionFacts } from "../rules/options";
import { parameterOfMacro } from "../rules/secretPlaces";
import type { RuleStep } from "./deviceRun";
import type { PhoneRun } from "./phoneRun";

// What a rule, or the macro, comparison or option at the cursor, comes to on the chosen device. Secrets are masked.

/** Types of values in which macros of provisioning are expanded. */
export const macroTypes: ReadonlySet<string> = new Set([
  "ProvisioningRuleSyntax",
  "ProvisioningCondition",
  "ReportRule",
  "MacroText",
]);

/** The macro, comparison or option at `offset` of the file. */
export function partAtCursor(
  source: PreviewSource,
  setting: Setting,
  offset: number,
  phone: PhoneRun | undefined,
): PreviewPart | undefined {
  const start = source.document.startOf(setting.segment);
  if (!macroTypes.has(source.factsOf(setting).type?.id ?? "") || setting.text.trimStart().startsWith("#"))
    return undefined;
  const at = setting.value.fromSource(offset - start);
  if (at === undefined) return undefined;
  const step = phone?.stepOf(setting);
  const own = step && !phone?.isReplaced(setting, step.trace) ? step : undefined;
  const use = findMacros(setting.text).find(({ span, name }) => name !== "" && at >= span.start && at < span.end);
  const lines: string[] = [];
  let span: Span | undefined;
  if (use && macroFacts(use.name)) {
    const source = setting.value.toSource(use.span);
    span = { start: source.start + start, end: source.end + start };
    lines.push(macroLine(use, setting.text));
    const value = phone && macroValue(use, span, setting, own, phone);
    if (value !== undefined) lines.push(value);
  }
  if (phone && own) {
    const part = partAt(phone.reportOf(own), offset);
    if (part) {
      span ??= part.span;
      lines.push(part.text);
    }
  }
  return span && { span, text: lines.join("\n\n") };
}

/** What the whole rule comes to. */
export function ruleResult(setting: Setting, phone: PhoneRun | undefined): string | undefined {
  const step = phone?.stepOf(setting);
  if (phone && step) {
    const verdict = ruleVerdict(phone.reportOf(step));
    if (verdict === undefined) return undefined;
    const lines = [l10n.t("On {0}: {1}", `**${escapeMarkdown(phone.name)}**`, verdict.markdown)];
    if (step.kind === "upgrade") lines.push(upgradeLines(phone));
    if (phone.isReplaced(setting, step.trace))
      lines.push(l10n.t("The phone uses another value: {0}", codeSpan(phone.reportOf(step).typed)));
    return lines.join("\n\n");
  }
  if (!phone) return undefined;
  const replaced = phone.replacement(setting);
  const message = phone.messageOf(setting);
  if (replaced !== undefined && !message)
    return l10n.t(
      "On {0}: {1}",
      `**${escapeMarkdown(phone.name)}**`,
      replaced === "" ? l10n.t("empty") : codeSpan(replaced),
    );
  if (!message || phone.isReplaced(setting, message)) return undefined;
  const { text } = message.expanded;
  const shown = phone.showing.text(phone.showing.typed(text, { start: 0, end: text.length }));
  return text === setting.text
    ? undefined
    : l10n.t("On {0}: {1}", `**${escapeMarkdown(phone.name)}**`, codeSpan(shown));
}

export interface Verdict {
  /** A few words or an address. */
  readonly words: string;
  readonly markdown: string;
}

/** What a rule comes to; undefined when it is empty or switched off. */
export function ruleVerdict(rule: RuleReport): Verdict | undefined {
  const plain = (words: string): Verdict => ({ words, markdown: words });
  if (rule.skipped) return undefined;
  if (rule.problems.length > 0 && rule.taken === 0) return plain(l10n.t("cannot be read"));
  if (rule.kind === "trigger") return plain(rule.taken > 0 ? l10n.t("true") : l10n.t("false"));
  if (rule.taken === 0) return plain(l10n.t("no alternative applies"));
  if (rule.unusable) return plain(l10n.t("the phone cannot use the URL"));
  if (rule.fetches === undefined) return plain(l10n.t("applies, but has no URL"));
  const { fetches } = rule;
  const address = codeSpan(fetches);
  const does = rule.kind === "report" ? l10n.t("sends to {0}", address) : l10n.t("fetches {0}", address);
  const which =
    rule.alternatives.length > 1 ? ` (${l10n.t("alternative {0} of {1}", rule.taken, rule.alternatives.length)})` : "";
  return { words: fetches, markdown: `${does}${which}` };
}

/** What becomes of the load, step by step. */
function upgradeLines(phone: PhoneRun): string {
  const { steps, loops } = phone.upgrade();
  const shown = (text: string) => phone.showing.text(text);
  const lines = steps.map(({ reason, load }) => {
    const name = load === undefined ? "" : `${codeSpan(shown(load))}: `;
    return `- ${name}${escapeMarkdown(shown(reason))}`;
  });
  if (loops) lines.push(`- **${l10n.t("The upgrade repeats without end.")}**`);
  return lines.join("\n");
}

function macroLine({ span, name }: MacroUse, text: string): string {
  return `${codeSpan(text.slice(span.start, span.end))}: ${escapeMarkdown(macroFacts(name)?.meaning() ?? "")}`;
}

function macroValue(
  { name }: MacroUse,
  span: Span,
  setting: Setting,
  step: RuleStep | undefined,
  phone: PhoneRun,
): string | undefined {
  const written = step?.trace ?? phone.messageOf(setting);
  if (!written || phone.isReplaced(setting, written)) return undefined;
  const { source, expanded } = written;
  const found = replacements(source, expanded).find(({ source }) => source.start === span.start);
  const value = found && expanded.text.slice(found.span.start, found.span.end);
  const shown =
    value === undefined
      ? l10n.t("not replaced")
      : value === ""
        ? l10n.t("empty")
        : codeSpan(phone.showing.value(name === "MPWD" ? "GPP_SA" : (parameterOfMacro(name) ?? ""), value));
  return l10n.t("On {0}: {1}", `**${escapeMarkdown(phone.name)}**`, shown);
}

function partAt({ alternatives }: RuleReport, offset: number): PreviewPart | undefined {
  for (const { comparisons, options, assignments } of alternatives) {
    const comparison = comparisons.find(({ span }) => contains(span, offset));
    if (comparison) return { span: comparison.span, text: comparisonLine(comparison) };
    const option = options.find(({ span }) => contains(span, offset));
    if (option) return { span: option.span, text: optionLine(option) };
    const assignment = assignments.find(({ span }) => contains(span, offset));
    if (assignment)
      return { span: assignment.span, text: l10n.t("sets {0}", codeSpan(`${assignment.name}=${assignment.value}`)) };
  }
  return undefined;
}

function comparisonLine({ left, operator, right, outcome, reason }: ComparisonReport): string {
  const result =
    outcome === "true" ? l10n.t("true") : outcome === "false" ? l10n.t("false") : l10n.t("error, treated as false");
  const side = (operand: OperandReport) =>
    `${operand.typed === "" ? l10n.t("running firmware") : codeSpan(operand.expanded)} (${understoodAs(operand)})`;
  const why = reason === undefined ? "" : ` – ${escapeMarkdown(reason)}`;
  return `${side(left)} **${escapeMarkdown(operator)}** ${side(right)}: **${result}**${why}`;
}

function understoodAs({ understood }: OperandReport): string {
  if (understood === "string") return l10n.t("text");
  if (understood === "integer") return l10n.t("number");
  if (understood === "version") return l10n.t("version");
  return l10n.t("not readable");
}

function optionLine({ name, value }: NamedValue): string {
  const meaning = optionFacts(`--${name}`)?.meaning();
  const written = codeSpan(value === "" ? `--${name}` : `--${name} ${value}`);
  return meaning === undefined ? written : `${written}: ${escapeMarkdown(meaning)}`;
}
