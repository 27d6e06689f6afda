import type { Cause, LastRound, Next, PhoneState } from "../../../deployment/phone";
import type { ReadParameter } from "../devices/macroValues";
import { profileRules } from "../preview/deviceRun";
import { Schedules } from "../preview/timeline";
import { triggerEffect } from "../preview/triggerEffect";
import { isNo } from "../preview/upgradeVerdict";
import { duringRound, isUnknownSetting, varies } from "./roundFacts";
import type { Asked, RuleOutcomes } from "./ruleOutcome";

// What makes a phone ask again: specification sections 6.2 to 6.4.

const triggerNames: readonly string[] = ["Resync_Trigger_1", "Resync_Trigger_2"];

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
  // Read as well, so that what depends on it is remembered for such a state alone.
  const isUnknown = (name: string) => read(name) === undefined && state.settings.get(name)?.isUnknown === true;
  if (isUnknown("Provision_Enable")) return { never: "undecided" };
  if (isNo(read("Provision_Enable"))) return { never: "switched off" };
  if (!profileRules.some((rule) => mayFetch(rule, state, read, outcomes))) return { never: "no rule" };
  const schedules = new Schedules(traits, read, state.device.firmware);
  const scheduled = scheduledRound(state, last, schedules, read);
  const triggers = triggerNames.filter((name) => isUnknown(name) || !isOff(read(name)));
  if (triggers.length === 0) return scheduled;
  const asked = new Triggers(triggers, state, read, outcomes);
  if (triggerEffect(traits) !== "gate") return withSource(scheduled, asked);
  const next = gated(scheduled, asked);
  const comesOnce = !("never" in scheduled) && scheduled.cause !== "periodic" && scheduled.needs === undefined;
  // A retry, or the round after an upgrade, that no trigger allows starts the interval again.
  const later = comesOnce && "never" in next ? gated(scheduledRound(state, {}, schedules, read), asked) : next;
  if (!("never" in later) || later.never !== "blocked by triggers" || "never" in scheduled) return later;
  // False for values that are all known, of which some change.
  if (!isNo(read("Resync_On_Reset")) && asked.isOpen({ cause: "power-up" })) return atRestart;
  return asked.mayOpen() ? { ...scheduled, needs: "trigger" } : later;
}

/** Whether the phone asks for a file because of the rule, now or when a value of its own has changed. */
function mayFetch(rule: string, state: PhoneState, read: ReadParameter, outcomes: RuleOutcomes): boolean {
  const text = read(rule);
  if (state.settings.get(rule)?.isUnknown) return true;
  if (text === undefined || isOff(text)) return false;
  // Of nearly all rules it is plain, and they are remembered for phones of which they ask something else.
  if (isPlainAddress(text)) return true;
  const asked = askedLater(
    state,
    read,
    { cause: "periodic" },
    (name) => /^PRV/.test(name) || varies(name, state.device),
  );
  const { isUndecided, alternative, assignments } = outcomes.choice(text, "profile", asked).outcome;
  if (isUndecided || (alternative && alternative.url !== "")) return true;
  // What a rule sets may be what another one waits for.
  return assignments.some(([name, value]) => read(name) !== value);
}

/** What rules and triggers see in a later round. */
function askedLater(
  { device, settings }: PhoneState,
  read: ReadParameter,
  { cause, elapsed = usualElapsed }: { readonly cause: Cause; readonly elapsed?: number },
  changing?: (macro: string) => boolean,
): Asked {
  return {
    device: duringRound(device, { number: 2, cause, elapsed }),
    read,
    isUnknown: (name) => isUnknownSetting(name, settings.get(name)),
    ...(changing && { varies: changing }),
  };
}

/** What it says when the phone asks again depends on facts of the phone beside the values that were read. */
export function asksForFacts(name: string, text: string | undefined): boolean {
  const isEvaluated = triggerNames.includes(name) || (profileRules.includes(name) && !isPlainAddress(text ?? ""));
  return isEvaluated && /\$\(?(?:MA|SN)/.test(text ?? "");
}

/** An address without a condition, as far as the beginning of the rule shows. */
function isPlainAddress(text: string): boolean {
  return /^\s*(?:\[[^\]]*\]\s*)?(?:\w+:\/\/|\/)[^\s?]/.test(text);
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
  return isNo(read("Resync_On_Reset")) ? { never: "no schedule" } : atRestart;
}

const atRestart: Next = { cause: "power-up", earliest: 0, latest: 0, elapsed: usualElapsed, needs: "restart" };

/** The triggers of a phone that are not switched off. */
class Triggers {
  /** Undefined for one that is unknown. */
  readonly #texts: readonly (string | undefined)[];

  constructor(
    names: readonly string[],
    readonly state: PhoneState,
    readonly read: ReadParameter,
    readonly outcomes: RuleOutcomes,
  ) {
    this.#texts = names.map((name) => read(name));
  }

  /** Times at which a condition on a timer may change: around every number in it. */
  get times(): readonly number[] {
    const numbers = this.#texts.flatMap((text) => text?.match(/\b\d{1,9}\b/g) ?? []).map(Number);
    return [...new Set(numbers.flatMap((n) => [n, n + 1]))].sort((a, b) => a - b);
  }

  /** One is true so many seconds after the last round; undefined when it depends on something unknown. */
  isOpenAfter(elapsed: number): boolean | undefined {
    return this.isOpen({ cause: "periodic", elapsed });
  }

  isOpen(
    occasion: { readonly cause: Cause; readonly elapsed?: number },
    changing?: (macro: string) => boolean,
  ): boolean | undefined {
    const asked = askedLater(this.state, this.read, occasion, changing);
    const found = this.#texts.map((text) => {
      if (text === undefined) return undefined;
      const { isUndecided, taken } = this.outcomes.outcome(text, "trigger", asked);
      return isUndecided ? undefined : taken > 0;
    });
    return found.includes(true) ? true : found.includes(undefined) ? undefined : false;
  }

  /** One that is false becomes true when a value of the phone changes by itself. */
  mayOpen(): boolean {
    return this.isOpen({ cause: "periodic" }, (name) => varies(name, this.state.device)) === undefined;
  }
}

/** An interval starts a round only while a trigger is true. */
function gated(scheduled: Next, triggers: Triggers): Next {
  if ("never" in scheduled) return scheduled;
  const { earliest, latest, elapsed, cause, needs } = scheduled;
  if (needs === "restart") {
    // It may come at any time after the last round.
    const found = [
      ...[elapsed, ...triggers.times].map((time) => triggers.isOpenAfter(time)),
      triggers.isOpen({ cause, elapsed }),
    ];
    if (found.includes(true)) return scheduled;
    return { never: found.includes(undefined) ? "undecided triggers" : "blocked by triggers" };
  }
  let isUnsure = false;
  // The interval starts again as long as no trigger is true, and the timer of the rule goes on.
  const step = Math.max(1, elapsed);
  const repeats = cause === "periodic" ? triggers.times.map((time) => Math.ceil(time / step)) : [];
  for (const times of [1, ...repeats.filter((n) => n > 1)]) {
    const isOpen = triggers.isOpenAfter(elapsed * times);
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
function withSource(scheduled: Next, triggers: Triggers): Next {
  const isScheduled = !("never" in scheduled) && scheduled.needs === undefined;
  if (isScheduled && scheduled.cause !== "periodic") return scheduled;
  const limit = isScheduled ? scheduled.elapsed : Number.POSITIVE_INFINITY;
  for (const elapsed of triggers.times)
    if (elapsed > 0 && elapsed < limit && triggers.isOpenAfter(elapsed) && !triggers.isOpenAfter(0))
      return { cause: "trigger", earliest: elapsed, latest: elapsed, elapsed };
  if (!("never" in scheduled) || !triggers.mayOpen()) return scheduled;
  return { cause: "trigger", earliest: 0, latest: 0, elapsed: usualElapsed, needs: "trigger" };
}
