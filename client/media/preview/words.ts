import * as l10n from "@vscode/l10n";
import type {
  AlternativeReport,
  ComparisonReport,
  DeviceReport,
  OperandReport,
  RuleGroup,
  RuleReport,
  TimelineEvent,
  UpgradeOutcome,
} from "../../../server/src/preview/report";
import type { EvaluationAnswer } from "../../../server/src/protocol";
import type { Mood } from "../shared/mood";
import { duration } from "../shared/time";
import type { Lane } from "../shared/timeline";

// What the page says, also as Markdown.

export interface Verdict {
  readonly text: string;
  readonly mood: Mood;
}

export function deviceTitle({ label, model, id }: DeviceReport["device"]): string {
  return label ?? model ?? id;
}

/** What one rule comes to, in a line. */
export function ruleVerdict(rule: RuleReport): Verdict {
  if (rule.skipped === "empty") return { text: l10n.t("empty"), mood: "none" };
  if (rule.skipped === "switched off") return { text: l10n.t("switched off by #"), mood: "none" };
  if (rule.problems.length > 0 && rule.taken === 0) return { text: l10n.t("cannot be read"), mood: "bad" };
  if (rule.kind === "trigger")
    return rule.taken > 0 ? { text: l10n.t("true"), mood: "good" } : { text: l10n.t("false"), mood: "none" };
  if (rule.taken === 0) return { text: l10n.t("no alternative applies"), mood: "none" };
  if (rule.unusable) return { text: l10n.t("the URL cannot be used"), mood: "bad" };
  if (rule.fetches === undefined) return { text: l10n.t("taken, without a URL"), mood: "good" };
  if (rule.kind === "report") return { text: l10n.t("sends to {0}", rule.fetches), mood: "good" };
  return { text: l10n.t("fetches {0}", rule.fetches), mood: "good" };
}

export function fateVerdict({ fate }: AlternativeReport): Verdict {
  if (fate === "taken") return { text: l10n.t("taken"), mood: "good" };
  if (fate === "condition false") return { text: l10n.t("condition is false"), mood: "bad" };
  if (fate === "condition unreadable")
    return { text: l10n.t("condition cannot be read and counts as false"), mood: "warn" };
  return { text: l10n.t("not evaluated: an earlier alternative is taken"), mood: "none" };
}

export function outcomeVerdict({ outcome }: ComparisonReport): Verdict {
  if (outcome === "true") return { text: l10n.t("true"), mood: "good" };
  if (outcome === "false") return { text: l10n.t("false"), mood: "bad" };
  return { text: l10n.t("error, counts as false"), mood: "warn" };
}

export function understoodAs({ understood }: OperandReport): string {
  if (understood === "string") return l10n.t("text");
  if (understood === "integer") return l10n.t("number");
  if (understood === "version") return l10n.t("version");
  return l10n.t("not readable");
}

/** The left side of the old form is the firmware that runs. */
export function operandTyped(operand: OperandReport): string {
  return operand.typed === "" ? l10n.t("the running firmware") : operand.typed;
}

export function upgradeMood(outcome: UpgradeOutcome): Mood {
  if (outcome === "upgrade" || outcome === "load taken") return "good";
  if (outcome === "downgrade" || outcome === "same address" || outcome === "unknown") return "warn";
  if (outcome === "other phone" || outcome === "no firmware" || outcome === "unusable address") return "bad";
  return "none";
}

export function upgradeWord(outcome: UpgradeOutcome): string {
  const words: Readonly<Record<UpgradeOutcome, string>> = {
    upgrade: l10n.t("upgrades"),
    downgrade: l10n.t("downgrades"),
    "load taken": l10n.t("takes the load"),
    "no rule": l10n.t("stays"),
    "switched off": l10n.t("stays"),
    "nothing chosen": l10n.t("stays"),
    "unusable address": l10n.t("cannot fetch the load"),
    "other phone": l10n.t("refuses the load"),
    "no firmware": l10n.t("finds no firmware"),
    "already running": l10n.t("stays"),
    "below limit": l10n.t("refuses the load"),
    "same address": l10n.t("stays"),
    unknown: l10n.t("unknown"),
  };
  return words[outcome];
}

export function lanesOf({ timeline }: DeviceReport): readonly Lane[] {
  const { regular, daily, retries, upgradeRetries, reports } = timeline;
  const lanes = [
    { title: l10n.t("After power-up"), events: regular, isDaily: false },
    { title: l10n.t("Every day"), events: daily ? [daily] : [], isDaily: true },
    { title: l10n.t("After a resync fails"), events: retries, isDaily: false },
    { title: l10n.t("After an upgrade fails"), events: upgradeRetries, isDaily: false },
    { title: l10n.t("Reports"), events: reports, isDaily: false },
  ];
  return lanes.flatMap(({ events, ...lane }) => (events.length > 0 ? [{ ...lane, events: events.map(placed) }] : []));
}

function placed({ parameter, reason, earliest, latest }: TimelineEvent): Lane["events"][number] {
  return { about: `${parameter}: ${reason}`, earliest, latest };
}

/** What else is to be said of when the phone asks. */
export function scheduleNotes({ timeline: { triggers, longestWait, notes } }: DeviceReport): readonly string[] {
  return [
    ...(triggers === "gate" ? [l10n.t("An interval starts a resync only while a trigger is true.")] : []),
    ...(triggers === "source" ? [l10n.t("A trigger that becomes true starts a resync.")] : []),
    ...notes,
    ...(longestWait > 0 ? [l10n.t("A resync waits up to {0} for calls to end.", duration(longestWait))] : []),
  ];
}

/** Rules in the groups of the page. */
export function rulesOf({ rules }: DeviceReport, group: RuleGroup): readonly RuleReport[] {
  return rules.filter((rule) => rule.group === group);
}

/** Rules whose result is unknown. */
export function templatedNotes({ templated }: EvaluationAnswer, group: RuleGroup): readonly string[] {
  return templated
    .filter((rule) => rule.group === group)
    .map(({ parameter }) => l10n.t("{0} contains a template placeholder. Its result is unknown.", parameter));
}
