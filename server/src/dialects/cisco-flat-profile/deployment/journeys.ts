import type { Answer, Request, SiteFile } from "../../../deployment/exchange";
import type { Next, PhoneState, Round, Step } from "../../../deployment/phone";
import type { Recipe, Written } from "../../../deployment/settings";
import { type Journeys, type Settled, type SettledRound, urlsOf } from "../../../deployment/settle";
import type { Applicable } from "./changes";
import { answerKey, type Course, type OpenValues, openFactsOf, requestOf } from "./courses";
import type { PhoneKind } from "./kind";
import { ownStep } from "./openStep";
import { ShapedContent } from "./shapedFile";

// Whole runs of phones, from the factory to the end. A phone that is given the same shared files, and a file of its own
// that differs from another phone's only in texts that decide nothing, ends as that one did: its rounds need not be run.

/** One round, with what was asked for in it. */
interface Leg {
  readonly course: Course;
  /** What is one phone's own is open. */
  readonly requests: readonly Request[];
  readonly answers: readonly Answer[];
}

/** What the next phone may be given here, and where it goes then. */
interface Stop {
  readonly request: Request;
  /** Files that several phones get. */
  readonly shared: Map<SiteFile, Node>;
  readonly others: Map<string, Node>;
  readonly own: OwnFiles[];
}
type Node = Stop | Journey;

/** Files of single phones that are made from one template. */
interface OwnFiles {
  readonly shape: object;
  /** The elements whose texts decide something. */
  readonly deciding: readonly number[];
  readonly byTexts: Map<string, Node>;
}

/** What a phone was given at one stop. */
interface Given {
  readonly answer: Answer;
  /** Of a file of its own. */
  readonly content?: ShapedContent;
}

/** As one phone went, for others. */
class Journey {
  constructor(
    readonly settled: Settled,
    readonly legs: readonly Leg[],
    /** For each round, the numbers of the stops at which its requests were answered. */
    readonly stops: readonly (readonly number[])[],
    readonly given: readonly Given[],
  ) {}

  ended(start: PhoneState, values: OpenValues, given: readonly Given[]): Settled {
    const { settled, legs, stops } = this;
    const exchanged = new Map<Recipe<Written>, Applicable>();
    for (const [i, { content }] of this.given.entries()) {
      const own = given[i]?.content;
      if (content && own) exchanged.set(content, own);
    }
    const stateOf = (state: PhoneState): PhoneState => {
      const { firmware } = state.device;
      const device = firmware === start.device.firmware ? start.device : { ...start.device, firmware };
      return { ...state, device: device as PhoneState["device"], settings: state.settings.exchanged(exchanged) };
    };
    const roundOf = (round: SettledRound, i: number): SettledRound => {
      const { course } = legs[i] as Leg;
      const answers = (stops[i] ?? []).map((stop) => given[stop]?.answer);
      const steps = round.steps.map((step, at): Step => {
        const each = course.steps[at];
        if (!each) return step;
        const applied = step.applied as Applicable | undefined;
        const content = (applied && exchanged.get(applied)) ?? applied;
        return ownStep(each, each.asked < 0 ? undefined : answers[each.asked], content, values);
      });
      const failed = round.failed && steps[round.steps.indexOf(round.failed)];
      return { ...round, state: stateOf(round.state), steps, urls: urlsOf({ steps }), ...(failed && { failed }) };
    };
    let rounds: readonly SettledRound[] | undefined;
    return {
      ...settled,
      start,
      end: stateOf(settled.end),
      // Few ask for them.
      get rounds() {
        rounds ??= settled.rounds.map(roundOf);
        return rounds;
      },
    };
  }
}

/** Journeys that are remembered. */
const maxJourneys = 2_000;
/** Journeys that are learned before it is judged whether other phones take them. */
const minLearned = 100;

export class CiscoJourneys implements Journeys {
  /** By the facts of phones. */
  readonly #roots = new Map<string, { node?: Node }>();
  /** By the steps of a round. */
  readonly #legs = new WeakMap<readonly Step[], Leg>();
  readonly #ownNext = new WeakSet<Next>();
  readonly #deciding = new Set<string>();
  #learned = 0;
  #followed = 0;
  #size = 0;

  constructor(
    readonly factory: object,
    readonly kindOf: (device: PhoneState["device"]) => PhoneKind,
  ) {}

  /** What a round came to, and what decided it. */
  passed({ steps, consulted }: Round, leg: Leg): void {
    this.#legs.set(steps, leg);
    this.decides(consulted);
  }

  /** Values of these settings decide something. */
  decides(names: Iterable<string>): void {
    for (const name of names) this.#deciding.add(name);
  }

  /** It depends on facts that are one phone's own. */
  isOwn(next: Next): void {
    this.#ownNext.add(next);
  }

  *follow(start: PhoneState): Generator<Request, Settled | undefined, Answer> {
    if (!this.#isNew(start)) return undefined;
    const { key, values } = openFactsOf(start.device);
    let node = this.#roots.get(key)?.node;
    const given: Given[] = [];
    while (node && !(node instanceof Journey)) {
      const answer: Answer = yield requestOf(node.request, values);
      const each = this.#given(answer, start);
      if (!each) return undefined;
      given.push(each);
      node = nodeAfter(node, each);
    }
    if (!node) return undefined;
    this.#followed++;
    return node.ended(start, values, given);
  }

  learn(settled: Settled): void {
    const { start, end, rounds, next } = settled;
    // Where each phone goes a way of its own, there is nothing to follow.
    const isVain = this.#learned >= minLearned && this.#followed < this.#learned;
    if (isVain || !this.#isNew(start) || [...rounds, { next }].some((each) => this.#ownNext.has(each.next))) return;
    const legs = rounds.map(({ steps }) => this.#legs.get(steps));
    const states = [...rounds.map(({ state }) => state), end];
    // What files change of each other depends on their values.
    if (states.some(({ settings }) => settings.parts.own.size > 0)) return;
    const given: Given[] = [];
    const requests = new Map<string, { readonly number: number; readonly request: Request }>();
    const stops: number[][] = [];
    for (const leg of legs) {
      if (!leg || leg.course.isOwn) return;
      const numbers: number[] = [];
      for (const [i, request] of leg.requests.entries()) {
        const key = JSON.stringify(request);
        let known = requests.get(key);
        if (!known) {
          const each = this.#given(leg.answers[i] as Answer, start);
          if (!each) return;
          known = { number: given.push(each) - 1, request };
          requests.set(key, known);
        }
        numbers.push(known.number);
      }
      stops.push(numbers);
    }
    // Each file of its own has names that nothing else sets.
    const { apart } = end.settings.parts;
    const contents = given.flatMap(({ content }) => content ?? []);
    if (apart.length !== contents.length || contents.some((each) => !apart.includes(each))) return;
    this.#learned++;
    if (++this.#size > maxJourneys) this.#forget();
    const journey = new Journey(settled, legs as Leg[], stops, given);
    this.#add(openFactsOf(start.device).key, [...requests.values()], given, journey);
  }

  #add(key: string, requests: readonly { request: Request }[], given: readonly Given[], journey: Journey): void {
    const root = this.#roots.get(key) ?? {};
    this.#roots.set(key, root);
    let put: (node: Node) => void = (node) => {
      root.node = node;
    };
    let node = root.node;
    for (const [i, { request }] of requests.entries()) {
      if (!node || node instanceof Journey) {
        node = { request, shared: new Map(), others: new Map(), own: [] };
        put(node);
      }
      const each = given[i] as Given;
      const stop: Stop = node;
      node = nodeAfter(stop, each);
      put = (next) => this.#putAfter(stop, each, next);
    }
    put(journey);
  }

  #putAfter(stop: Stop, { answer, content }: Given, next: Node): void {
    if (content) {
      const { shape } = content.shape;
      const deciding = shape.elements.flatMap(({ change }, i) => (this.#deciding.has(change.name) ? [i] : []));
      const same = stop.own.find((each) => each.shape === content.shape && `${each.deciding}` === `${deciding}`);
      const files = same ?? { shape: content.shape, deciding, byTexts: new Map() };
      if (!same) stop.own.push(files);
      files.byTexts.set(content.decidingTexts(deciding), next);
    } else if (answer.kind === "file") stop.shared.set(answer.file, next);
    else stop.others.set(keyOf(answer), next);
  }

  #isNew({ settings, failures, successes, pinned, rule, attempt, begin }: PhoneState): boolean {
    return (
      settings === this.factory && failures + successes === 0 && !pinned && !attempt && !begin && rule === undefined
    );
  }

  /** Undefined for a file that cannot be compared with those of other phones. */
  #given(answer: Answer, { device }: PhoneState): Given | undefined {
    if (answer.kind !== "file" || answer.file.isShared) return { answer };
    const found = this.kindOf(device).read(answer.file, undefined);
    const content = found.kind === "changes" ? found.content : undefined;
    return content instanceof ShapedContent && content.isPlain ? { answer, content } : undefined;
  }

  #forget(): void {
    this.#roots.clear();
    this.#size = 0;
  }
}

function nodeAfter({ shared, others, own }: Stop, { answer, content }: Given): Node | undefined {
  if (content) {
    for (const { shape, deciding, byTexts } of own) {
      const found = shape === content.shape ? byTexts.get(content.decidingTexts(deciding)) : undefined;
      if (found) return found;
    }
    return undefined;
  }
  return answer.kind === "file" ? shared.get(answer.file) : others.get(keyOf(answer));
}

function keyOf(answer: Answer): string {
  return `${answer.kind}\u0000${answerKey(answer)}`;
}
