import type { LastRound, Next, PhoneState } from "../../../deployment/phone";
import type { ReadParameter } from "../devices/macroValues";
import { profileRules } from "../preview/deviceRun";
import { Schedules } from "../preview/timeline";
import { triggerEffect } from "../preview/triggerEffect";
import { isNo } from "../preview/upgradeVerdict";
import { duringRound, isUnknownSetting } from "./roundFacts";
import type { RuleOutcomes } from "./ruleOutcome";

// What makes a phone ask again: specification sections 6.2 to 6.4.

const day = 86400;
/** What a phone takes for the time since the last round when it is unknown. */
const usualElapsed = 3600;

export function nextRound(
  state: PhoneState,
  last: LastRound | undefined,
  read: ReadParameter,
  outcomes: RuleOutcomes,
  traits: ReadonlySet<string>,
): Next {
  if (isNo(read("Provision_Enable"))) return { never: "switched off" };
  if (profileRules.every((rule) => isOff(read(rule)) && !state.settings.get(rule)?.isUnknown))
    return { never: "no rule" };
  const schedules = new Schedules(traits, read, state.device.firmware);
  const scheduled = scheduledRound(state, last, schedules, read);
  const triggers = ["Resync_Trigger_1", "Resync_Trigger_2"].filter((name) => !isOff(read(name)));
  if (triggers.length === 0) return scheduled;
  const isOpenAfter = (elapsed: number) => openAfter(elapsed, state, triggers, read, outcomes);
  const texts = triggers.map((name) => read(name) ?? "");
  if (triggerEffect(traits) !== "gate") return withSource(scheduled, isOpenAfter, texts);
  const next = gated(scheduled, isOpenAfter, texts);
  const comesOnce = !("never" in scheduled) && scheduled.cause !== "periodic" && scheduled.needs === undefined;
  // A retry, or the round after an upgrade, that no trigger allows starts the interval again.
  return comesOnce && "never" in next ? gated(scheduledRound(state, {}, schedules, read), isOpenAfter, texts) : next;
}

function isOff(rule: string | undefined): boolean {
  return rule === undefined || /^\s*(?:#|$)/.test(rule);
}

function scheduledRound(
  { failures, successes }: PhoneState,
  last: LastRound | undefined,
  schedules: Schedules,
  read: ReadParameter,
): Next {
  if (!last) return { cause: "power-up", earliest: 0, latest: schedules.delay, elapsed: usualElapsed };
  if (last.upgrade?.firmware !== undefined && !isNo(read("Resync_After_Upgrade_Attempt")))
    return { cause: "after upgrade", earliest: 0, latest: schedules.delay, elapsed: 0 };
  const retry = last.failed && schedules.wait("Resync_Error_Retry_Delay", Math.max(1, failures));
  if (retry) {
    const { seconds, spread } = retry;
    return { cause: "retry", earliest: seconds, latest: seconds + spread, elapsed: seconds };
  }
  const daily = schedules.daily();
  if (daily) {
    const { earliest, latest } = daily;
    return {
      cause: "periodic",
      earliest: 0,
      latest: day + latest - earliest,
      elapsed: day,
      daily: { earliest, latest },
    };
  }
  const periodic = schedules.wait("Resync_Periodic", Math.max(1, successes));
  if (periodic) {
    const { seconds, spread } = periodic;
    return { cause: "periodic", earliest: seconds, latest: seconds + spread + schedules.delay, elapsed: seconds };
  }
  if (isNo(read("Resync_On_Reset"))) return { never: "no schedule" };
  return { cause: "power-up", earliest: 0, latest: 0, elapsed: usualElapsed, needs: "restart" };
}

type IsOpen = (elapsed: number) => boolean | undefined;

/** A trigger is true so many seconds after the last round; undefined when it depends on something unknown. */
function openAfter(
  elapsed: number,
  state: PhoneState,
  triggers: readonly string[],
  read: ReadParameter,
  outcomes: RuleOutcomes,
): boolean | undefined {
  const device = duringRound(state.device, { number: 2, cause: "periodic", elapsed });
  const asked = { device, read, isUnknown: (name: string) => isUnknownSetting(name, state.settings.get(name)) };
  const found = triggers.map((name) => {
    const { isUndecided, taken } = outcomes.outcome(read(name) ?? "", "trigger", asked);
    return isUndecided ? undefined : taken > 0;
  });
  return found.includes(true) ? true : found.includes(undefined) ? undefined : false;
}

/** Times at which a condition on a timer may change: around every number in it. */
function timesIn(texts: readonly string[]): readonly number[] {
  const numbers = texts.flatMap((text) => text.match(/\b\d{1,9}\b/g) ?? []).map(Number);
  return [...new Set(numbers.flatMap((n) => [n, n + 1]))].sort((a, b) => a - b);
}

/** An interval starts a round only while a trigger is true. */
function gated(scheduled: Next, isOpenAfter: IsOpen, texts: readonly string[]): Next {
  if ("never" in scheduled) return scheduled;
  const { earliest, latest, elapsed, cause, needs } = scheduled;
  if (needs === "restart") {
    // It may come at any time after the last round.
    const found = [elapsed, ...timesIn(texts)].map(isOpenAfter);
    if (found.includes(true)) return scheduled;
    return { never: found.includes(undefined) ? "undecided triggers" : "blocked by triggers" };
  }
  let isUnsure = false;
  // The interval starts again as long as no trigger is true, and the timer of the rule goes on.
  const step = Math.max(1, elapsed);
  const repeats = cause === "periodic" ? timesIn(texts).map((time) => Math.ceil(time / step)) : [];
  for (const times of [1, ...repeats.filter((n) => n > 1)]) {
    const isOpen = isOpenAfter(elapsed * times);
    if (isOpen)
      return times === 1
        ? scheduled
        : {
            ...scheduled,
            elapsed: elapsed * times,
            earliest: earliest + elapsed * (times - 1),
            latest: latest + elapsed * (times - 1),
          };
    if (isOpen === undefined) isUnsure = true;
  }
  return { never: isUnsure ? "undecided triggers" : "blocked by triggers" };
}

/** A trigger that becomes true starts a round by itself. */
function withSource(scheduled: Next, isOpenAfter: IsOpen, texts: readonly string[]): Next {
  const isScheduled = !("never" in scheduled) && scheduled.needs === undefined;
  if (isScheduled && scheduled.cause !== "periodic") return scheduled;
  const limit = isScheduled ? scheduled.elapsed : Number.POSITIVE_INFINITY;
  for (const elapsed of [0, ...timesIn(texts)])
    if (elapsed > 0 && elapsed < limit && isOpenAfter(elapsed) && !isOpenAfter(0))
      return { cause: "trigger", earliest: elapsed, latest: elapsed, elapsed };
  return scheduled;
}
