import * as l10n from "@vscode/l10n";
import type { DeviceReport, ScriptReport, UpgradeReport } from "../../../preview/report";
import { hidden } from "../../../secrets/mask";
import { shownValue } from "../../../secrets/shownValue";
import type { Span } from "../../../text/span";
import type { Rounds } from "../flow/firmware";
import { programOf, type Step, spanOf } from "../flow/program";
import type { Value } from "../flow/settings";
import { secrets } from "../secrets";
import type { Assignment } from "../statement";
import type { ScriptRun } from "./scriptRun";

export function reportOf(run: ScriptRun): DeviceReport {
  const { id, label, family, model, firmware } = run.device;
  return {
    device: {
      id,
      ...(label !== undefined && { label }),
      ...(family !== undefined && { family }),
      ...(model !== undefined && { model }),
      ...(firmware !== undefined && { firmware }),
    },
    rules: [],
    upgrade: upgradeOf(run.rounds),
    timeline: {
      ...{ regular: [], daily: undefined, retries: [], upgradeRetries: [], reports: [] },
      ...{ triggers: undefined, longestWait: 0, notes: [] },
    },
    messages: [],
    macros: {},
    script: scriptOf(run),
  };
}

function scriptOf(run: ScriptRun): ScriptReport {
  const { outcome, source } = run;
  const place = ({ origin: { step, file } }: Value) => {
    const isOwn = source.document.segments.includes(step.segment);
    return isOwn ? { span: spanOf(step) } : { file };
  };
  return {
    files: outcome.asked.map(({ name, answer }, i) => ({ name, answer: i === 0 ? "start" : answer })),
    settings: [...outcome.settings].map(([name, value]) => ({
      ...{ name, value: shownText(value, run), isCertain: value.others === undefined },
      ...place(value),
      before: historyOf(value).map((each) => ({ value: shownText(each, run), ...place(each) })),
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

export function shownText(value: Value, { source: { catalogue } }: ScriptRun): string {
  const { setting } = value.origin.step.statement as Assignment;
  if (value.text === setting.text) return shownValue(setting, secrets, catalogue).slice(0, maxLength);
  // a list that grew, or a value with a remark
  return secrets.isSecret(setting, catalogue) ? hidden : secrets.shown(value.text).slice(0, maxLength);
}

/** Stretches of the file that the device does not come to. */
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

function upgradeOf({ rounds, loops }: Rounds): UpgradeReport {
  const steps = rounds.flatMap(({ verdict: { action, file, running } }): UpgradeReport["steps"] => {
    const names = { ...(running !== undefined && { running }), ...(file !== undefined && { load: file }) };
    switch (action) {
      case "download":
        return [{ outcome: "load taken", reason: l10n.t("`APPNAME` names other software than what runs."), ...names }];
      case "keep":
        return [{ outcome: "already running", reason: l10n.t("`APPNAME` names what runs."), ...names }];
      case "unknown":
        return [{ outcome: "unknown", reason: l10n.t("It is not known what `APPNAME` is, or what runs."), ...names }];
      default:
        return [];
    }
  });
  const [last] = rounds.slice(-1);
  const firmware = loops ? undefined : last?.running.application;
  return { steps, loops, ...(firmware !== undefined && { firmware }) };
}
