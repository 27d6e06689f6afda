import type { Device } from "../devices/device";
import type { Answer, Request } from "./exchange";
import { isUndecided, type Next, type Occasion, type Phone, type PhoneState, type Round, type Step } from "./phone";

// Rounds of one device until nothing changes any more, or it is clear that it never will.

export type Outcome =
  /** The last round asked for the same and changed nothing, or no round follows. */
  | "stable"
  /** It comes back to where it was, with other states between. */
  | "loop"
  /** Two rounds fail in the same place. */
  | "failing"
  /** Something that matters is unknown. */
  | "undecided"
  /** It still changes after the last round that is looked at. */
  | "unsettled";

export interface SettledRound extends Round {
  readonly number: number;
  readonly cause: Occasion["cause"];
  readonly elapsed: number | undefined;
  /** The round runs only after this happened. */
  readonly needs?: "restart" | "trigger";
  readonly urls: readonly string[];
  /** A value, its access or the firmware is another than before. */
  readonly isChanged: boolean;
  /** What starts the next round. */
  readonly next: Next;
}

export interface Settled {
  readonly outcome: Outcome;
  readonly start: PhoneState;
  readonly end: PhoneState;
  readonly rounds: readonly SettledRound[];
  /** Of a loop, in rounds. */
  readonly period?: number;
  /** The URLs of the end, with what is the device's own left open; for runs that are known from another device. */
  readonly openUrls?: ReadonlySet<string>;
  /** A loop in which the firmware changes. */
  readonly isUpgradeLoop?: boolean;
  /** What comes after the last round. */
  readonly next: Next;
}

export interface SettleOptions {
  /** Rounds at most. */
  readonly rounds?: number;
  readonly keepsHistory?: boolean;
  readonly rules?: Occasion["rules"];
  /** The device runs already: its schedule decides when it asks, and whether it does. */
  readonly isDeployed?: boolean;
}

export const maxRounds = 16;

/** What starts the first round; a device that runs already may have failed in its last one. */
export function firstOf(phone: Phone, start: PhoneState, isDeployed: boolean): Next {
  return phone.next(start, isDeployed ? { ...(start.failures > 0 && { failed: true }) } : undefined);
}

export function* settle(
  phone: Phone,
  start: PhoneState,
  { rounds: limit = maxRounds, keepsHistory = false, rules = "in turn", isDeployed = false }: SettleOptions = {},
): Generator<Request, Settled, Answer> {
  const rounds: SettledRound[] = [];
  let state = start;
  let next = firstOf(phone, start, isDeployed);
  const ended = (outcome: Outcome, more: Partial<Settled> = {}): Settled => ({
    outcome: rounds.some(({ isUndecided }) => isUndecided) ? "undecided" : outcome,
    start,
    end: state,
    rounds,
    next,
    ...more,
  });
  while (!("never" in next)) {
    if (rounds.length >= limit) return ended("unsettled");
    const previous = rounds.at(-1);
    const { cause, needs } = next;
    const elapsed = previous || isDeployed ? next.elapsed : undefined;
    const round = yield* phone.round(state, { number: rounds.length + 1, cause, elapsed, keepsHistory, rules });
    const isChanged = !isSameState(state, round.state);
    state = round.state;
    next = phone.next(state, round);
    const settled: SettledRound = {
      ...round,
      number: rounds.length + 1,
      cause,
      elapsed,
      ...(needs && { needs }),
      urls: urlsOf(round),
      isChanged,
      next,
    };
    rounds.push(settled);
    if (previous && !isChanged && isAlike(previous, settled)) return ended(round.failed ? "failing" : "stable");
    const period = periodOf(rounds);
    if (period > 0)
      return ended("loop", {
        period,
        isUpgradeLoop: rounds.slice(-period).some((each) => !isSameDevice(each.state.device, state.device)),
      });
  }
  if (isUndecided(next)) return { ...ended("undecided"), outcome: "undecided" };
  return ended(rounds.at(-1)?.failed ? "failing" : "stable");
}

/** Runs that devices went alike: from the factory to the end, and from there over other files. */
export interface Journeys {
  /** The same as all rounds come to; undefined where they have to be run. Asks for what the device asks for. */
  follow(start: PhoneState, isDeployed: boolean): Generator<Request, Settled | undefined, Answer>;
  /** `first` is what starts the first round. */
  learn(settled: Settled, isDeployed: boolean, first: Next): void;
}

/** A phone that may remember them. */
export interface RememberingPhone extends Phone {
  /** Absent where each device is run round by round. */
  readonly journeys?: Journeys;
}

/** As other devices of a list did before, as far as the device goes the same way. */
export function* settleAlike(
  phone: RememberingPhone,
  start: PhoneState,
  isDeployed = false,
): Generator<Request, Settled, Answer> {
  const { journeys } = phone;
  const known = journeys && (yield* journeys.follow(start, isDeployed));
  if (known) return known;
  const settled = yield* settle(phone, start, { isDeployed });
  journeys?.learn(settled, isDeployed, firstOf(phone, start, isDeployed));
  return settled;
}

/** URLs of a round in the end; of a loop, those of all its rounds. */
export function lastUrls({
  rounds,
  period = 1,
}: Pick<Settled, "period"> & { rounds: readonly Pick<SettledRound, "urls">[] }) {
  return new Set(rounds.slice(-period).flatMap(({ urls }) => urls));
}

/** Every URL that was asked for settings; of redirects the last. */
export function urlsOf({ steps }: Pick<Round, "steps">): readonly string[] {
  return steps.flatMap(({ urls }) => urls.at(-1) ?? []);
}

function isSameState(a: PhoneState, b: PhoneState): boolean {
  return isSameDevice(a.device, b.device) && a.settings.equals(b.settings);
}

/** The same software runs on it; formats in which its version is not all have the rest among the device's own settings. */
function isSameDevice(a: Device, b: Device): boolean {
  if (a === b) return true;
  if (a.firmware !== b.firmware) return false;
  const [one, other] = [a.settings ?? {}, b.settings ?? {}];
  return [...Object.keys(one), ...Object.keys(other)].every((name) => one[name] === other[name]);
}

/** Two rounds one after the other asked for the same, and failed in the same place if they failed. */
function isAlike(a: SettledRound, b: SettledRound): boolean {
  return (
    isSameFailure(a.failed, b.failed) && a.urls.length === b.urls.length && a.urls.every((url, i) => url === b.urls[i])
  );
}

function isSameFailure(a: Step | undefined, b: Step | undefined): boolean {
  return a?.rule === b?.rule && a?.urls.at(-1) === b?.urls.at(-1);
}

/** How many rounds ago all was as it is now, with something else between; 0 for never. */
function periodOf(rounds: readonly SettledRound[]): number {
  const now = rounds.at(-1);
  if (!now) return 0;
  const isNow = (round: SettledRound) =>
    causeOf(round.next) === causeOf(now.next) &&
    isSameFailure(round.failed, now.failed) &&
    isSameState(round.state, now.state);
  for (let i = rounds.length - 3; i >= 0; i--) {
    const round = rounds[i] as SettledRound;
    if (isNow(round) && rounds.slice(i + 1, -1).some((between) => !isNow(between))) return rounds.length - 1 - i;
  }
  return 0;
}

function causeOf(next: Next): string {
  return "never" in next ? next.never : next.cause;
}

/** Runs a machine with answers that are there at once. */
export function drive<T>(machine: Generator<Request, T, Answer>, answer: (request: Request) => Answer): T {
  let step = machine.next();
  while (!step.done) step = machine.next(answer(step.value));
  return step.value;
}

/** Runs a machine with answers that may take time. */
export async function driveSlowly<T>(
  machine: Generator<Request, T, Answer>,
  answer: (request: Request) => Answer | Promise<Answer>,
): Promise<T> {
  let step = machine.next();
  while (!step.done) {
    const given = answer(step.value);
    step = machine.next(given instanceof Promise ? await given : given);
  }
  return step.value;
}
