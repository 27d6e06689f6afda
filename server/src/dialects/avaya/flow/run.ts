import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Condition } from "../statement";
import { type Program, programOf, type Step } from "./program";
import { either, joined, type Settings, type Value, withValue } from "./settings";

// What a phone does with its files. Jumps only lead down, so every step of a file is looked at once, in order: `here` is
// the state that falls through to it, `pending` those of jumps to labels below. Where a fact is unknown both ways are gone
// on, and what differs where they meet again is unknown.

/** A variable of a phone: its value; `absent` when the phone does not have it; undefined when that is not known. */
type Fact = { readonly value: string } | "absent" | undefined;

/** What is known of a phone; plain questions, so that nothing is guessed. */
export interface Facts {
  /** By its name in capitals. */
  variable(name: string): Fact;
  /** Whether `SEQ` ignores case; undefined when that is not known. */
  readonly ignoresCase: boolean | undefined;
  /** Whether `ADD` is known; undefined when that is not known. */
  readonly addsToLists: boolean | undefined;
}

/** What a server answers; undefined when that is not known. */
export type Fetched = ProfileDocument | "missing" | undefined;

export interface Site {
  fetch(name: string): Fetched;
}

/** A file that a phone asks for, and the statement that makes it. */
export interface Ask {
  readonly name: string;
  /** The file with the statement. */
  readonly file: string;
  readonly step: Step;
  /** What is set until then. */
  readonly settings: Settings;
  /** It is known that the phone comes there. */
  readonly isSure: boolean;
}

type Asking = Generator<Ask, State | undefined, Fetched>;

type Event =
  | { readonly event: "set" | "add"; readonly name: string; readonly value: string; readonly before?: string }
  | { readonly event: "jump"; readonly label: string; readonly target: Step }
  | { readonly event: "jump nowhere"; readonly label: string }
  | { readonly event: "get"; readonly name: string; readonly answer: "file" | "missing" | "unknown" | "cycle" }
  | { readonly event: "undecided"; readonly variable: string };

export type Trace = Event & { readonly file: string; readonly step: Step; readonly isSure: boolean };

/** `0`: not reached, `1`: perhaps, `2`: surely. */
export type Visits = Uint8Array;

export interface Outcome {
  /** In the order in which they are asked for; the first is the start. */
  readonly asked: readonly { readonly name: string; readonly answer: "file" | "missing" | "unknown" | "cycle" }[];
  readonly visits: ReadonlyMap<ProfileDocument, Visits>;
  readonly settings: Settings;
  readonly trace: readonly Trace[];
  /** Variables whose values decide and are not known, and files that may set more. */
  readonly unknown: { readonly variables: ReadonlySet<string>; readonly files: ReadonlySet<string> };
}

/** Files that one file leads to, at most: each is asked for by the one before. */
const maxChain = 20;
/** A smaller part of all ways is not added up again to the whole. */
const minWeight = 2 ** -40;

interface State {
  readonly settings: Map<string, Value>;
  /** The part of all ways that are undecided; 1: surely. */
  readonly weight: number;
  /** No other state has the same map: it may be changed. */
  readonly isOwn: boolean;
}

/** What is looked at on the way: where a phone goes does not depend on its settings. */
export interface Attention {
  /** Each event is noted. */
  readonly isTraced: boolean;
  /** Other settings are ignored. */
  follows(name: string): boolean;
}

const everything: Attention = { isTraced: true, follows: () => true };

/** Only where a phone goes and what it ends up with. */
export const untraced: Attention = { isTraced: false, follows: () => true };

/** What decides which software is asked for. */
export const softwareAlone: Attention = { isTraced: false, follows: (name) => name === "APPNAME" };

/** Runs a file; each request is answered at once. */
export function run(
  start: string,
  document: ProfileDocument,
  facts: Facts,
  site: Site,
  attention: Attention = everything,
): Outcome {
  const way = follow(start, document, facts, attention);
  let next = way.next();
  while (!next.done) next = way.next(site.fetch(next.value.name));
  return next.value;
}

/** The same as a generator, which yields the files that the phone asks for and returns the outcome. */
export function follow(
  start: string,
  document: ProfileDocument,
  facts: Facts,
  attention: Attention = everything,
): Generator<Ask, Outcome, Fetched> {
  return new Run(facts, attention).outcome(start, document);
}

const silent = (_event: Event) => {};

class Run {
  readonly #asked: { name: string; answer: "file" | "missing" | "unknown" | "cycle" }[] = [];
  readonly #visits = new Map<ProfileDocument, Uint8Array>();
  readonly #trace: Trace[] = [];
  readonly #variables = new Set<string>();
  readonly #files = new Set<string>();
  #end: State | undefined;

  constructor(
    readonly facts: Facts,
    readonly attention: Attention,
  ) {}

  *outcome(name: string, document: ProfileDocument): Generator<Ask, Outcome, Fetched> {
    this.#asked.push({ name, answer: "file" });
    yield* this.#file(name, document, { settings: new Map(), weight: 1, isOwn: true }, [name]);
    const unknown = { variables: this.#variables, files: this.#files };
    const settings = this.#end?.settings ?? new Map<string, Value>();
    return { asked: this.#asked, visits: this.#visits, settings, trace: this.#trace, unknown };
  }

  #finish(state: State | undefined): void {
    this.#end = meet(this.#end, state);
  }

  *#file(
    file: string,
    document: ProfileDocument,
    start: State,
    chain: readonly string[],
  ): Generator<Ask, void, Fetched> {
    const program = programOf(document);
    const { isTraced } = this.attention;
    const visits = this.#visits.get(document) ?? new Uint8Array(program.steps.length);
    this.#visits.set(document, visits);
    const pending = new Map<number, State>();
    let here: State | undefined = start;
    for (let i = 0; i < program.steps.length; i++) {
      const arriving = pending.get(i);
      if (arriving) here = meet(here, arriving);
      if (!here) continue;
      const step = program.steps[i] as Step;
      const isSure = here.weight === 1;
      visits[i] = Math.max(visits[i] ?? 0, isSure ? 2 : 1);
      const note = isTraced ? (event: Event) => void this.#trace.push({ ...event, file, step, isSure }) : silent;
      const { statement } = step;
      switch (statement.kind) {
        case "set":
        case "add": {
          const isAdded = statement.kind === "add" && this.facts.addsToLists !== false;
          if (statement.kind === "add" && !isAdded) break;
          const { name } = statement.setting;
          if (!this.attention.follows(name)) break;
          const before = here.settings.get(name);
          const value = withValue(before, statement.value, { file, step }, statement.kind);
          note({ event: statement.kind, name, value: statement.value, ...(before && { before: before.text }) });
          const isUnsure = isAdded && this.facts.addsToLists === undefined;
          if (!here.isOwn) here = { ...here, settings: new Map(here.settings), isOwn: true };
          here.settings.set(name, isUnsure ? either(value, before) : value);
          break;
        }
        case "goto":
          this.#jump(program, i, here, pending, note);
          here = undefined;
          break;
        case "if":
          here = this.#condition(program, i, statement, here, pending, note);
          break;
        case "get":
          here = yield* this.#get(statement.file.text, here, chain, { file, step }, note);
          break;
        default:
      }
    }
    this.#finish(here);
  }

  #jump(program: Program, index: number, from: State, pending: Map<number, State>, note: (event: Event) => void): void {
    const target = program.targetOf(index);
    const { statement } = program.steps[index] as Step;
    const label = statement.kind === "goto" || statement.kind === "if" ? statement.label.text : "";
    if (target === undefined) {
      note({ event: "jump nowhere", label });
      this.#finish(from);
      return;
    }
    note({ event: "jump", label, target: program.steps[target] as Step });
    const met = meet(pending.get(target), from);
    if (met) pending.set(target, met);
  }

  #condition(
    program: Program,
    index: number,
    condition: Condition,
    here: State,
    pending: Map<number, State>,
    note: (event: Event) => void,
  ): State | undefined {
    const isEqual = isMet(condition, this.facts, (variable) => {
      this.#variables.add(variable);
      note({ event: "undecided", variable });
    });
    if (isEqual === false) return here;
    if (isEqual === undefined) {
      const part = half(here);
      this.#jump(program, index, part, pending, note);
      return part;
    }
    this.#jump(program, index, here, pending, note);
    return undefined;
  }

  *#get(
    typed: string,
    here: State,
    chain: readonly string[],
    place: Pick<Ask, "file" | "step">,
    note: (event: Event) => void,
  ): Asking {
    const name = expanded(typed, this.facts);
    const isCycle = name !== undefined && (chain.includes(name) || chain.length >= maxChain);
    const found =
      name === undefined || isCycle
        ? undefined
        : yield { name, ...place, settings: here.settings, isSure: here.weight === 1 };
    const answer = isCycle ? "cycle" : found === undefined ? "unknown" : found === "missing" ? "missing" : "file";
    this.#asked.push({ name: name ?? typed, answer });
    note({ event: "get", name: name ?? typed, answer });
    if (isCycle) {
      this.#finish(here);
      return undefined;
    }
    if (found === "missing") return here;
    if (found === undefined || name === undefined) {
      this.#files.add(name ?? typed);
      const part = half(here);
      this.#finish(part);
      return part;
    }
    yield* this.#file(name, found, here, [...chain, name]);
    return undefined;
  }
}

/**
 * Whether a phone jumps; undefined when that is not known, because of `onUnknown`'s variable or how letters are compared.
 * A variable that the phone does not have, or another operator, makes it ignore the line.
 */
export function isMet(
  { left, operator, right }: Condition,
  facts: Facts,
  onUnknown: (variable: string) => void = () => undefined,
): boolean | undefined {
  if (operator.text.toUpperCase() !== "SEQ") return false;
  const texts: string[] = [];
  for (const { variable, text } of [left, right]) {
    const fact = variable === undefined ? { value: text } : facts.variable(variable.toUpperCase());
    if (fact === "absent") return false;
    if (fact === undefined) {
      onUnknown(variable ?? "");
      return undefined;
    }
    texts.push(fact.value);
  }
  const [a = "", b = ""] = texts;
  if (a === b) return true;
  return a.toUpperCase() === b.toUpperCase() ? facts.ignoresCase : false;
}

/** One of two ways, both of which are followed. */
function half(state: State): State {
  return { settings: state.settings, weight: state.weight < minWeight ? 0 : state.weight / 2, isOwn: false };
}

/** What two ways have in common where they meet. */
function meet(a: State | undefined, b: State | undefined): State | undefined {
  if (!a || !b) return a ?? b;
  const settings = a.settings === b.settings ? a.settings : joined(a.settings, b.settings);
  return { settings, weight: a.weight + b.weight, isOwn: settings !== a.settings };
}

/** The name of a file with the variables in it; undefined when one is not known. */
export function expanded(typed: string, facts: Facts): string | undefined {
  let isKnown = true;
  const name = typed.replace(/\$([A-Z][A-Z0-9_]*)/gi, (whole, variable: string) => {
    const fact = facts.variable(variable.toUpperCase());
    if (fact === undefined) isKnown = false;
    return fact === undefined || fact === "absent" ? whole : fact.value;
  });
  return isKnown ? name : undefined;
}
