import * as l10n from "@vscode/l10n";
import type {
  AlternativeReport,
  NamedValue,
  RuleGroup,
  RuleReport,
  ScriptReport,
} from "../../../server/src/preview/report";
import type { EvaluationAnswer } from "../../../server/src/protocol";
import { codeSpan, escapeMarkdown } from "../../../server/src/text/markdown";
import { eventTime } from "../shared/timeline";
import { answerWords } from "./scriptWords";
import {
  deviceTitle,
  fateVerdict,
  lanesOf,
  operandTyped,
  outcomeVerdict,
  rulesOf,
  ruleVerdict,
  scheduleNotes,
  templatedNotes,
  understoodAs,
  upgradeWord,
} from "./words";

/** The report of each device, one after the other, masked as it was sent. */
export function asMarkdown(file: string, reports: readonly EvaluationAnswer[]): string {
  return [`# ${escapeMarkdown(file)}`, ...reports.flatMap(reportLines)].join("\n\n").concat("\n");
}

function reportLines(report: EvaluationAnswer): string[] {
  const { device, upgrade, messages } = report;
  const facts = [device.model, device.family, device.firmware].filter((fact) => fact !== undefined);
  const blocks = [
    `## ${escapeMarkdown(deviceTitle(device))}`,
    ...(facts.length > 0 ? [facts.map(codeSpan).join(" · ")] : []),
  ];
  if (report.script) blocks.push(...scriptBlocks(report.script));
  const rules = (title: string, group: RuleGroup) => {
    const found = [...rulesOf(report, group).map(ruleBlock), ...templatedNotes(report, group)];
    if (found.length > 0) blocks.push(`### ${title}`, ...found);
  };
  rules(l10n.t("Triggers"), "triggers");
  rules(l10n.t("Profile rules"), "profile");
  rules(l10n.t("Upgrade"), "upgrade");
  if (upgrade.steps.length > 0)
    blocks.push(
      [
        ...upgrade.steps.map(({ outcome, reason, running, load }) => {
          const versions = [running, load].filter((text) => text !== undefined).map(codeSpan);
          return `- **${upgradeWord(outcome)}**${versions.length > 0 ? ` (${versions.join(" → ")})` : ""}: ${escapeMarkdown(reason)}`;
        }),
        ...(upgrade.loops ? [`- **${l10n.t("The upgrades never end: each load leads to the next.")}**`] : []),
      ].join("\n"),
    );
  if (report.script) return blocks;
  blocks.push(`### ${l10n.t("When")}`);
  const lanes = lanesOf(report).map(
    ({ title, events, isDaily }) => `- ${title}: ${events.map((event) => eventTime(event, isDaily)).join(", ")}`,
  );
  blocks.push([...lanes, ...scheduleNotes(report).map((note) => `- ${escapeMarkdown(note)}`)].join("\n"));
  rules(l10n.t("Other rules"), "others");
  if (messages.length > 0)
    blocks.push(
      `### ${l10n.t("Messages")}`,
      messages.map(({ parameter, expanded }) => `- ${codeSpan(parameter)}: ${codeSpan(expanded)}`).join("\n"),
    );
  return blocks;
}

function scriptBlocks({ files, settings, unknown }: ScriptReport): string[] {
  const asked = files.map((file) => {
    const { text } = answerWords(file);
    return `- ${fileName(file)}${text === "" ? "" : `: ${escapeMarkdown(text)}`}`;
  });
  const set = settings.map(({ name, value, isCertain, before }) => {
    const replaced = before.map((each) => codeSpan(each.value)).join(", ");
    return [
      `- ${codeSpan(name)}: ${codeSpan(value)}`,
      ...(isCertain ? [] : [`  - ${l10n.t("or something else: not everything is known")}`]),
      ...(replaced === "" ? [] : [`  - ${l10n.t("replaces")} ${replaced}`]),
    ].join("\n");
  });
  return [
    ...[`### ${l10n.t("Files")}`, asked.join("\n"), `### ${l10n.t("Settings")}`, set.join("\n")],
    ...(unknown.length === 0 ? [] : [`### ${l10n.t("Unknown variables")}`, unknown.map(codeSpan).join(", ")]),
  ];
}

const fileName = ({ name }: { readonly name: string }) => (name === "" ? l10n.t("this file") : codeSpan(name));

function ruleBlock(rule: RuleReport): string {
  const lines = [`- ${codeSpan(rule.parameter)}: ${escapeMarkdown(ruleVerdict(rule).text)}`];
  for (const [i, alternative] of rule.alternatives.entries()) lines.push(...alternativeLines(alternative, i + 1, rule));
  for (const { message } of rule.problems) lines.push(`  - ${escapeMarkdown(message)}`);
  return lines.join("\n");
}

function alternativeLines(alternative: AlternativeReport, number: number, { kind }: RuleReport): string[] {
  // A trigger is a bare condition.
  const what = alternative.url === "" || kind === "trigger" ? "" : ` ${codeSpan(alternative.url)}`;
  const named = (list: readonly NamedValue[], prefix: string) =>
    list.map(({ name, value }) => `     - ${codeSpan(value === "" ? prefix + name : `${prefix}${name} ${value}`)}`);
  return [
    `  ${number}.${what} – ${fateVerdict(alternative).text}`,
    ...alternative.comparisons.map((comparison) => {
      const { left, operator, right, reason } = comparison;
      const side = (operand: typeof left) =>
        `${codeSpan(operandTyped(operand))} = ${codeSpan(operand.expanded)} (${understoodAs(operand)})`;
      const why = reason === undefined ? "" : ` – ${escapeMarkdown(reason)}`;
      return `     - ${side(left)} **${escapeMarkdown(operator)}** ${side(right)}: ${outcomeVerdict(comparison).text}${why}`;
    }),
    ...alternative.skipped.map((typed) => `     - ${codeSpan(typed)}: ${l10n.t("not evaluated")}`),
    ...named(alternative.assignments, ""),
    ...named(alternative.options, "--"),
  ];
}
