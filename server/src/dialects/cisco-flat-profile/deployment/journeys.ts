import { attached } from "../../../deployment/attached";
import type { Answer, Request, SiteFile } from "../../../deployment/exchange";
import type { Next, PhoneState, Round, Step } from "../../../deployment/phone";
import type { Recipe, Written } from "../../../deployment/settings";
import { type Journeys, lastUrls, type Settled, type SettledRound, urlsOf } from "../../../deployment/settle";
import type { Applicable } from "./changes";
import { answerKey, type Course, type OpenValues, openFactsOf, requestOf } from "./courses";
import type { PhoneKind } from "./kind";
import { ownStep } from "./openStep";
import { type KnownShape, ShapedContent } from "./shapedFile";

// Whole runs of phones, from the factory to the end, and from there over other files. A phone that is given the same shared files, and a file of its own
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
  /** Undefined where the phone has what it was given before. */
  readonly request: Request | undefined;
  /** Files that several phones get. */
  readonly shared: Map<SiteFile, Node>;
  readonly others: Map<string, Node>;
  readonly own: Map<KnownShape, OwnFiles>;
}
type Node = Stop | Journey;
interface Root {
  node?: Node;
}

/** Files of single phones that are made from one template. */
interface OwnFiles {
  /** The elements whose texts decide something on some journey that passes here. */
  readonly deciding: readonly number[];
  readonly byTexts: Map<string, Node>;
}

/** What a phone was given at one stop. */
interface Given {
  readonly answer: Answer;
  /** Of a file of its own. */
  readonly content?: ShapedContent;
  /** The same file as one that was given before: its number. */
  readonly same?: number;
}

/** As one phone went, for others. */
class Journey {
  /** Journeys over other files that begin where this one ends. */
  readonly onward: Root = {};
  readonly #openUrls: ReadonlySet<string>;

  constructor(
    readonly settled: Settled,
    readonly legs: readonly Leg[],
    /** For each round, the numbers of the stops at which its requests were answered. */
    readonly stops: readonly (readonly number[])[],
    readonly given: readonly Given[],
  ) {
    const rounds = legs.map(({ course }) => ({ urls: urlsOf({ steps: course.steps.map(({ step }) => step) }) }));
    this.#openUrls = lastUrls({ ...settled, rounds });
  }

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
      openUrls: this.#openUrls,
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

/** Where a journey ended, and what it was given that is its own. */
interface End {
  readonly journey: Journey;
  readonly own: readonly Given[];
}

export class CiscoJourneys implements Journeys {
  /** By the facts of phones. */
  readonly #roots = new Map<string, Root>();
  /** By the steps of a round. */
  readonly #legs = new WeakMap<readonly Step[], Leg>();
  readonly #ends = attached<PhoneState, End>();
  readonly #ownNext = new WeakSet<Next>();
  readonly #deciding = new Set<string>();
  readonly #counts = { first: { learned: 0, followed: 0 }, onward: { learned: 0, followed: 0 } };
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

  *follow(start: PhoneState, isDeployed: boolean): Generator<Request, Settled | undefined, Answer> {
    const origin = this.#originOf(start, isDeployed);
    if (!origin) return undefined;
    const { values } = openFactsOf(start.device);
    const given: Given[] = [...origin.own];
    let { node } = origin.root;
    for (const each of given) node = node instanceof Journey ? undefined : node && nodeAfter(node, each);
    while (node && !(node instanceof Journey) && node.request) {
      const answer: Answer = yield requestOf(node.request, values);
      const each = this.#given(answer, start, origin.own);
      if (!each) return undefined;
      given.push(each);
      node = nodeAfter(node, each);
    }
    if (!(node instanceof Journey)) return undefined;
    origin.count.followed++;
    const settled = node.ended(start, values, given);
    if (!isDeployed) this.#ends.set(settled.end, endOf(node, given));
    return settled;
  }

  learn(settled: Settled, isDeployed: boolean, first: Next): void {
    const { start, end, rounds, next } = settled;
    const origin = this.#originOf(start, isDeployed);
    if (!origin) return;
    const { count, own, root } = origin;
    // Where each phone goes a way of its own, there is nothing to follow.
    const isVain = count.learned >= minLearned && count.followed < count.learned;
    if (isVain || [first, next, ...rounds.map((each) => each.next)].some((each) => this.#ownNext.has(each))) return;
    const legs = rounds.map(({ steps }) => this.#legs.get(steps));
    const states = [...rounds.map(({ state }) => state), end];
    // What files change of each other depends on their values.
    if (states.some(({ settings }) => settings.parts.own.size > 0)) return;
    const given: Given[] = [...own];
    const path: { readonly request: Request | undefined; readonly given: Given }[] = own.map((each) => ({
      request: undefined,
      given: each,
    }));
    const requests = new Map<string, number>();
    const stops: number[][] = [];
    for (const leg of legs) {
      if (!leg || leg.course.isOwn) return;
      const numbers: number[] = [];
      for (const [i, request] of leg.requests.entries()) {
        const key = JSON.stringify(request);
        let number = requests.get(key);
        if (number === undefined) {
          const each = this.#given(leg.answers[i] as Answer, start, own);
          if (!each) return;
          number = given.push(each) - 1;
          requests.set(key, number);
          path.push({ request, given: each });
        }
        numbers.push(number);
      }
      stops.push(numbers);
    }
    // Each file of its own has names that nothing else sets.
    const { apart } = end.settings.parts;
    const contents = new Set(given.flatMap(({ content }) => content ?? []));
    if (apart.length !== contents.size || apart.some((each) => !contents.has(each as ShapedContent))) return;
    count.learned++;
    if (++this.#size > maxJourneys) this.#forget();
    const journey = new Journey(settled, legs as Leg[], stops, given);
    this.#add(isDeployed ? root : this.#rootOf(start), path, journey);
    if (!isDeployed) this.#ends.set(end, endOf(journey, given));
  }

  /** Where a journey begins; undefined where nothing is known to begin. */
  #originOf(start: PhoneState, isDeployed: boolean) {
    const { first, onward } = this.#counts;
    if (!isDeployed) return this.#isNew(start) ? { root: this.#rootOf(start), own: [], count: first } : undefined;
    const end = this.#ends.of(start);
    return end && { root: end.journey.onward, own: end.own, count: onward };
  }

  #rootOf({ device }: PhoneState): Root {
    const { key } = openFactsOf(device);
    let root = this.#roots.get(key);
    if (!root) {
      root = {};
      this.#roots.set(key, root);
    }
    return root;
  }

  #add(
    root: Root,
    path: readonly { readonly request: Request | undefined; readonly given: Given }[],
    journey: Journey,
  ): void {
    let put: (node: Node) => void = (node) => {
      root.node = node;
    };
    let node = root.node;
    for (const { request, given } of path) {
      if (!node || node instanceof Journey) {
        node = { request, shared: new Map(), others: new Map(), own: new Map() };
        put(node);
      }
      const stop: Stop = node;
      if (given.content && given.same === undefined) this.#keepDeciding(stop, given.content.shape);
      node = nodeAfter(stop, given);
      put = (next) => putAfter(stop, given, next);
    }
    put(journey);
  }

  /** More may decide than on the journeys that passed here before: those are learned anew. */
  #keepDeciding(stop: Stop, known: KnownShape): void {
    const deciding = known.shape.elements.flatMap(({ change }, i) => (this.#deciding.has(change.name) ? [i] : []));
    if (`${stop.own.get(known)?.deciding}` !== `${deciding}`) stop.own.set(known, { deciding, byTexts: new Map() });
  }

  #isNew({ settings, failures, successes, pinned, rule, attempt, begin }: PhoneState): boolean {
    return (
      settings === this.factory && failures + successes === 0 && !pinned && !attempt && !begin && rule === undefined
    );
  }

  /** Undefined for a file that cannot be compared with those of other phones. */
  #given(answer: Answer, { device }: PhoneState, before: readonly Given[]): Given | undefined {
    if (answer.kind !== "file" || answer.file.isShared) return { answer };
    const found = this.kindOf(device).read(answer.file, undefined);
    const content = found.kind === "changes" ? found.content : undefined;
    if (!(content instanceof ShapedContent && content.isPlain)) return undefined;
    const same = before.findIndex((each) => each.content === content);
    return { answer, content, ...(same >= 0 && { same }) };
  }

  #forget(): void {
    this.#roots.clear();
    this.#size = 0;
  }
}

/** Files of its own count from the first. */
function endOf(journey: Journey, given: readonly Given[]): End {
  return { journey, own: given.filter(({ content }) => content) };
}

function nodeAfter({ shared, others, own }: Stop, given: Given): Node | undefined {
  const { answer, content, same } = given;
  if (content && same === undefined) {
    const files = own.get(content.shape);
    return files?.byTexts.get(content.decidingTexts(files.deciding));
  }
  return answer.kind === "file" && !content ? shared.get(answer.file) : others.get(keyOf(given));
}

function putAfter({ shared, others, own }: Stop, given: Given, next: Node): void {
  const { answer, content, same } = given;
  if (content && same === undefined) {
    const files = own.get(content.shape);
    files?.byTexts.set(content.decidingTexts(files.deciding), next);
  } else if (answer.kind === "file" && !content) shared.set(answer.file, next);
  else others.set(keyOf(given), next);
}

function keyOf({ answer, same }: Given): string {
  return same === undefined ? `${answer.kind}\u0000${answerKey(answer)}` : `same\u0000${same}`;
}
