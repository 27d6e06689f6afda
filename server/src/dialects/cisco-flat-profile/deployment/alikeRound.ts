import type { Answer, Request, SiteFile } from "../../../deployment/exchange";
import type { Occasion, PhoneState, Round, Step } from "../../../deployment/phone";
import type { DeviceSettings, Folds } from "../../../deployment/settings";
import { assigned } from "./assigned";
import type { Applicable, Change } from "./changes";
import {
  type Asked,
  type Course,
  type Courses,
  filled,
  hasOpen,
  type OpenValues,
  openFactsOf,
  type Trace,
  type Traveller,
} from "./courses";
import { type Content, type PhoneKind, valueIn } from "./kind";
import { ownStep } from "./openStep";
import { RoundRun } from "./round";
import { duringRound, isUnknownSetting } from "./roundFacts";
import type { RoundHost } from "./roundHost";

// Rounds as other phones had them.

export function runRound(state: PhoneState, occasion: Occasion, host: RoundHost): Generator<Request, Round, Answer> {
  const { courses } = host;
  return courses && !occasion.keepsHistory
    ? alikeRound(state, occasion, host, courses)
    : new RoundRun(state, occasion, host).run();
}

/** As others did before, as far as the phone goes the same way; from its rules otherwise. */
function* alikeRound(
  state: PhoneState,
  occasion: Occasion,
  host: RoundHost,
  courses: Courses,
): Generator<Request, Round, Answer> {
  const open = openFactsOf(state.device);
  const { number, cause, elapsed, rules } = occasion;
  const isFirst = number === 1 && elapsed === undefined;
  const { attempt } = state;
  const root = `${open.key}\n${isFirst}\n${cause}\n${elapsed}\n${rules}\n${attempt?.url}\n${attempt?.rule}`;
  if (courses.isVain(root)) return yield* new RoundRun(state, occasion, host).run();
  const traveller = new Follower(state, occasion, host, open.values);
  const asked: Asked = { requests: [], answers: [] };
  const { answers } = asked;
  const known = yield* courses.follow(root, traveller, asked);
  if (known) {
    const round = traveller.ended(known, answers);
    host.journeys?.passed(round, { course: known, ...asked });
    return round;
  }
  const trace: Trace = { events: [], values: open.values };
  const run = new RoundRun(state, occasion, host, trace);
  const machine = run.run();
  let step = machine.next();
  for (let i = 0; !step.done; i++) {
    if (i === answers.length) answers.push((yield step.value) as Answer);
    step = machine.next(answers[i] as Answer);
  }
  const { events } = trace;
  const course = courseOf(step.value, run.asked, events.some(isOwn));
  courses.learn(root, events, course);
  const round = filledRound(step.value, open.values);
  const requests = events.flatMap((event) => (event.kind === "ask" ? [event.request] : []));
  host.journeys?.passed(round, { course, requests, answers });
  return round;
}

/** It depends on what is one phone's own. */
function isOwn({ kind }: Trace["events"][number]): boolean {
  return kind === "fact" || kind === "choice" || kind === "other URL";
}

/** The round, for other phones that go the same way. */
function courseOf({ state, steps, failed, ...round }: Round, asked: readonly number[], isOwn: boolean): Course {
  return {
    steps: steps.map((step, i) => ({
      step,
      isOpen: step.urls.some(hasOpen),
      asked: asked[i] ?? -1,
    })),
    failed: failed ? steps.indexOf(failed) : -1,
    round,
    isOwn,
    attempt: round.upgrade?.firmware === undefined ? undefined : state.attempt,
  };
}

/** A round that was learned, as the one of its phone. */
function filledRound(round: Round, values: OpenValues): Round {
  const { steps, failed } = round;
  const own = steps.map(
    (step): Step => (step.urls.some(hasOpen) ? { ...step, urls: step.urls.map((url) => filled(url, values)) } : step),
  );
  const last = failed && own[steps.indexOf(failed)];
  return { ...round, steps: own, ...(last && { failed: last }) };
}

/** A phone on the way of others. */
class Follower implements Traveller {
  settings: DeviceSettings;
  readonly applied: (Applicable | undefined)[] = [];
  readonly kind: PhoneKind;
  readonly #folds: Folds<Change>;

  constructor(
    readonly state: PhoneState,
    readonly occasion: Occasion,
    readonly host: RoundHost,
    readonly values: OpenValues,
  ) {
    this.settings = state.settings;
    this.kind = host.kindOf(state.device);
    this.#folds = this.kind.foldsFor(state.pinned);
  }

  choice(rule: string): string {
    const { settings, kind, host, state, occasion } = this;
    return host.outcomes.choice(rule, "profile", {
      device: duringRound(state.device, occasion),
      read: (name) => valueIn(settings.get(name), () => kind.factory(name)),
      isUnknown: (name) => isUnknownSetting(name, settings.get(name)),
    }).key;
  }

  apply(file: SiteFile, aliases: string | undefined): Content {
    const content = this.kind.read(file, aliases);
    if (content.kind === "changes") {
      this.settings = this.settings.apply(content.content, this.#folds, false);
      this.applied.push(content.content);
    }
    return content;
  }

  assign(rule: string, values: readonly (readonly [name: string, value: string])[]): void {
    this.settings = assigned(this.settings, values, { rule }, this.kind, false);
  }

  ended({ steps, failed, round, attempt }: Course, answers: readonly Answer[]): Round {
    let count = 0;
    const own = steps.map((each): Step => {
      const content = each.step.applied ? this.applied[count++] : undefined;
      return ownStep(each, each.asked < 0 ? undefined : answers[each.asked], content, this.values);
    });
    const { device, failures, successes } = this.state;
    const firmware = round.upgrade?.firmware;
    const last = failed < 0 ? undefined : own[failed];
    const state: PhoneState = {
      ...this.state,
      settings: this.settings,
      ...(firmware !== undefined && { device: { ...device, firmware } }),
      ...(attempt && { attempt }),
      failures: last ? failures + 1 : 0,
      successes: last ? successes : successes + 1,
    };
    return { ...round, state, steps: own, ...(last && { failed: last }) };
  }
}
