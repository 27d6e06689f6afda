import type { Answer, Request, SiteFile } from "../../../deployment/exchange";
import type { Occasion, PhoneState, Round, Step } from "../../../deployment/phone";
import type { DeviceSettings, Folds } from "../../../deployment/settings";
import { assigned } from "./assigned";
import type { Applicable, Change } from "./changes";
import {
  type Course,
  type CourseStep,
  type Courses,
  filled,
  hasOpen,
  type OpenValues,
  openFactsOf,
  type Trace,
  type Traveller,
} from "./courses";
import { type Content, type PhoneKind, valueIn } from "./kind";
import { type RoundHost, RoundRun } from "./round";
import { duringRound, isUnknownSetting } from "./roundFacts";

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
  const answers: Answer[] = [];
  const course = yield* courses.follow(root, traveller, answers);
  if (course) return traveller.ended(course, answers);
  const trace: Trace = { events: [], values: open.values };
  const run = new RoundRun(state, occasion, host, trace);
  const machine = run.run();
  let step = machine.next();
  for (let i = 0; !step.done; i++) step = machine.next(answers[i] ?? ((yield step.value) as Answer));
  courses.learn(root, trace.events, courseOf(step.value, run.asked));
  return filledRound(step.value, open.values);
}

/** The round, for other phones that go the same way. */
function courseOf({ state, steps, failed, ...round }: Round, asked: readonly number[]): Course {
  return {
    steps: steps.map((step, i) => ({
      step,
      isOpen: step.urls.some(hasOpen),
      asked: asked[i] ?? -1,
    })),
    failed: failed ? steps.indexOf(failed) : -1,
    round,
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
      return this.#step(each, each.asked < 0 ? undefined : answers[each.asked], content);
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

  #step(course: CourseStep, answer: Answer | undefined, content: Applicable | undefined): Step {
    const { step, isOpen, last } = course;
    const file = answer?.kind === "file" ? answer.file : undefined;
    const name = file?.name ?? (answer && "file" in answer ? (answer.file as string | undefined) : undefined);
    if (!isOpen && name === undefined) return step;
    if (!isOpen && file && last?.file === file && last.content === content) return last.step;
    const { file: _, ...rest } = step;
    const own = {
      ...rest,
      urls: isOpen ? step.urls.map((url) => filled(url, this.values)) : step.urls,
      ...(name !== undefined && { file: name }),
      ...(file && { layers: file.layers }),
      ...(content && { applied: content, ignored: content.ignored }),
    };
    if (!isOpen && file) course.last = { file, content, step: own };
    return own;
  }
}
