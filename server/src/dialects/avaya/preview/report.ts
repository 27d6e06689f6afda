import * as l10n from "@vscode/l10n";
import { type DeviceReport, emptyReport, type ScriptReport, type UpgradeReport } from "../../../preview/report";
import type { Catalogue } from "../../../schema/catalogue";
import { covered, hidden } from "../../../secrets/mask";
import { shownValue } from "../../../secrets/shownValue";
import type { Span } from "../../../text/span";
import type { Rounds } from "../flow/firmware";
import { programOf, type Step, spanOf } from "../flow/program";
import type { Value } from "../flow/settings";
import { secrets } from "../secrets";
import type { Assignment } from "../statement";
import type { ScriptRun } from "./scriptRun";

export function reportOf(run: ScriptRun): DeviceReport {
  return {
    ...emptyReport(run.device),
    upgrade: upgradeOf(run.rounds, run.source.catalogue),
    script: scriptOf(run),
  };
}

function scriptOf(run: ScriptRun): ScriptReport {
  const { outcome, source } = run;
  const { catalogue } = source;
  const place = ({ origin: { step, file } }: Value) => {
    const isOwn = source.document.segments.includes(step.segment);
    return isOwn ? { span: spanOf(step) } : { file: secrets.shown(file) };
  };
  return {
    files: outcome.asked.map(({ name, answer }, i) => ({
      name: secrets.shown(name),
      answer: i === 0 ? "start" : answer,
    })),
    settings: [...outcome.settings].map(([name, value]) => ({
      ...{ name, value: shownText(value, catalogue), isCertain: value.others === undefined },
      ...place(value),
      before: historyOf(value).map((each) => ({ value: shownText(each, catalogue), ...place(each) })),
    })),
    skipped: skippedIn(run),
    unknown: [...outcome.unknown.variables].map((name) => `$${name}`),
  };
}

/** Values that were replaced, the last one first. */
function historyOf(value: Value): Value[] {
  const found: Value[] = [];
  for (let each = value.before; each; each = each.before) found.push(each);
  return found;
}

/** Values before that are shown, at most, and characters of each. */
const maxLength = 2000;

const kept = new WeakMap<Value, string>();

/** What is shown of a value; of a list that grew, each part by itself. */
export function shownText(value: Value, catalogue: Catalogue): string {
  if (value.text !== "" && secrets.isSecret(assignmentOf(value).setting, catalogue)) return hidden;
  const grown: Value[] = [];
  let text: string | undefined;
  for (let each: Value | undefined = value; each && text === undefined; each = grownFrom(each)) {
    text = kept.get(each);
    if (text === undefined) grown.push(each);
  }
  for (const each of grown.reverse()) {
    const own = ownText(assignmentOf(each), catalogue);
    text = secrets.shown(text === undefined ? own : `${text},${own}`).slice(0, maxLength);
    kept.set(each, text);
  }
  return text ?? "";
}

function assignmentOf({ origin }: Value): Assignment {
  return origin.step.statement as Assignment;
}

function grownFrom(value: Value): Value | undefined {
  return value.text === assignmentOf(value).value ? undefined : value.before;
}

/** A value with what follows it in its line: a remark may be another setting, with a secret in it. */
function ownText({ setting, span, value }: Assignment, catalogue: Catalogue): string {
  if (value === setting.text) return shownValue(setting, secrets, catalogue);
  const { segment, parts } = setting;
  const quotes = (span.end - parts.valueStart - value.length) / 2;
  const place = { start: parts.valueStart + quotes, end: span.end - quotes };
  const places = secrets
    .places(value)
    .map(({ start, end }) => ({ start: place.start + start, end: place.start + end }))
    .concat(secrets.inSegment(segment, catalogue).spans)
    .sort((a, b) => a.start - b.start);
  return covered(segment.text, place, places);
}

/** Parts of the file that the device does not reach. */
function skippedIn(run: ScriptRun): Span[] {
  const { steps } = programOf(run.source.document);
  const { visits } = run;
  const spans: Span[] = [];
  let first: Step | undefined;
  let last: Step | undefined;
  const end = () => {
    if (first && last) spans.push({ start: spanOf(first).start, end: spanOf(last).end });
    first = undefined;
  };
  for (const [i, step] of steps.entries()) {
    if (visits[i] !== 0) end();
    else {
      first ??= step;
      last = step;
    }
  }
  end();
  return spans;
}

export function upgradeOf({ rounds, loops }: Rounds, catalogue: Catalogue): UpgradeReport {
  const texts = new Map(
    rounds.flatMap(({ verdict: { setBy } }) => (setBy ? [[setBy.text, shownText(setBy, catalogue)]] : [])),
  );
  const shown = (name: string) => texts.get(name) ?? secrets.shown(name);
  const steps = rounds.flatMap(({ verdict: { action, file, running } }): UpgradeReport["steps"] => {
    const names = {
      ...(running !== undefined && { running: shown(running) }),
      ...(file !== undefined && { load: shown(file) }),
    };
    switch (action) {
      case "download":
        return [{ outcome: "load taken", reason: l10n.t("`APPNAME` differs from the running software."), ...names }];
      case "keep":
        return [{ outcome: "already running", reason: l10n.t("`APPNAME` names the running software."), ...names }];
      case "unknown":
        return [
          {
            outcome: "unknown",
            reason: l10n.t("The value of `APPNAME` or the running software is unknown."),
            ...names,
          },
        ];
      default:
        return [];
    }
  });
  const [last] = rounds.slice(-1);
  const firmware = loops ? undefined : last?.running.application;
  return { steps, loops, ...(firmware !== undefined && { firmware: shown(firmware) }) };
}
