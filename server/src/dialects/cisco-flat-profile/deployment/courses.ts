import type { Answer, Request, SiteFile } from "../../../deployment/exchange";
import { Pairs } from "../../../deployment/pairs";
import type { Next, PhoneState, Round, Step } from "../../../deployment/phone";
import type { DeviceSettings, SettingState } from "../../../deployment/settings";
import { type Device, macDigits } from "../../../devices/device";
import type { Applicable } from "./changes";
import type { Content } from "./kind";

// What rounds of other phones came to, remembered by all that decided their course: what was asked of the settings, of
// the phone and of the server, in order. A phone that gives the same answers takes the same course; texts that are its
// own, such as its address in a URL, are filled in. Values that decide nothing may differ.

/** One thing that decides, or happens on the way. */
type Event =
  | { readonly kind: "setting"; readonly name: string }
  | { readonly kind: "fact"; readonly name: OpenMacro }
  /** A rule that compares what is the phone's own: the alternative that is taken decides. */
  | { readonly kind: "choice"; readonly rule: string }
  | { readonly kind: "other URL"; readonly before: string; readonly now: string }
  | { readonly kind: "ask"; readonly request: Request }
  | { readonly kind: "apply"; readonly aliases: string | undefined }
  | {
      readonly kind: "assign";
      readonly rule: string;
      readonly values: readonly (readonly [name: string, value: string])[];
    };

/** An event as it happened: the key says what the answer was. */
type Passed = Event & { readonly key: string };

/** An event with what followed for each answer so far, or the end. */
type Fork = Event & { readonly next: Map<string, Node> };
type SettingFork = Extract<Fork, { kind: "setting" }>;
type Node = Fork | { readonly kind: "end"; readonly course: Course };

/** What decides a round while it is run. */
export interface Trace {
  readonly events: Passed[];
  readonly values: OpenValues;
}

/** A round without what is one phone's own. */
export interface Course {
  readonly steps: readonly CourseStep[];
  /** The number of the step that ended the round. */
  readonly failed: number;
  readonly round: Omit<Round, "state" | "steps" | "failed">;
  /** What is one phone's own decided something on the way. */
  readonly isOwn: boolean;
  readonly attempt: PhoneState["attempt"];
}

export interface CourseStep {
  readonly step: Step;
  /** Its URLs contain facts of the phone. */
  readonly isOpen: boolean;
  /** The number of its last request; -1 for none. */
  readonly asked: number;
  /** As the last phone had it, for others that get the same file. */
  last?: { readonly file: SiteFile; readonly content: Applicable | undefined; readonly step: Step };
}

/** Macros whose values are one phone's own and are left open where they only are part of a path or an option. */
export const openMacros = ["MA", "MAU", "SN"] as const;
export type OpenMacro = (typeof openMacros)[number];
export type OpenValues = ReadonlyMap<OpenMacro, string>;

/** Longer than any value that it is in place of, so that a part of it that a rule takes is seen, and is not a whole one. */
const markLength = 64;
const markOf = (i: number) => `\ue200${String.fromCharCode(0xe210 + i).repeat(markLength)}\ue201`;
const marks = /\ue200([\ue210-\ue21f])\1*\ue201/g;

/** Placeholders for the values of open macros. */
export const openMarks: OpenValues = new Map(openMacros.map((name, i) => [name, markOf(i)]));

export function hasOpen(text: string): boolean {
  return text.includes("\ue200");
}

export function openCount(text: string): number {
  return text.match(/[\ue200-\ue21f]/g)?.length ?? 0;
}

export function filled(text: string, values: OpenValues): string {
  if (!hasOpen(text)) return text;
  return text.replace(
    marks,
    (_, mark: string) => values.get(openMacros[mark.charCodeAt(0) - 0xe210] as OpenMacro) ?? "",
  );
}

/** Values that cannot change how a text is read. */
function openValuesOf({ mac, serial }: Device): OpenValues {
  const values = new Map<OpenMacro, string>();
  const digits = macDigits(mac);
  if (digits !== undefined) values.set("MA", digits).set("MAU", digits.toUpperCase());
  if (serial !== undefined && serial.length <= markLength && /^[A-Za-z0-9]+$/.test(serial)) values.set("SN", serial);
  return values;
}

/** All that a phone is, beside its own name, address and settings. */
function factsOf(device: Device, open: OpenValues): string {
  const { id: _, label: _l, mac, serial, settings: _s, users: _u, secrets: _x, ...rest } = device;
  return JSON.stringify([rest, open.has("MA") ? "" : (mac ?? null), open.has("SN") ? "" : (serial ?? null)]);
}

/** By phone, while it stays what it is. */
const openFacts = new WeakMap<Device, { readonly values: OpenValues; readonly key: string }>();

export function openFactsOf(device: Device) {
  let found = openFacts.get(device);
  if (!found) {
    const values = openValuesOf(device);
    found = { values, key: factsOf(device, values) };
    openFacts.set(device, found);
  }
  return found;
}

/** A setting as far as it decides something. */
export function settingKey(current: SettingState | undefined): string {
  if (current === undefined) return "";
  const { value, isUnknown } = current;
  return isUnknown ? "?" : value === undefined ? "-" : `=${value}`;
}

export function answerKey(answer: Answer): string {
  switch (answer.kind) {
    case "file":
    case "corrupt":
      return answer.kind;
    case "status":
      return `${answer.status} ${answer.location ?? ""}`;
    case "failed":
      return `failed ${answer.reason} ${answer.code ?? ""}`;
    case "unknown":
      return `unknown ${answer.reason}`;
  }
}

export function contentKey(content: Content): string {
  return content.kind === "corrupt" ? content.reason : "applied";
}

/** The request of one phone. */
export function requestOf(request: Request, values: OpenValues): Request {
  const { target, decryption, credentials } = request;
  const { key } = decryption;
  const isOwnKey = key?.kind === "known" && hasOpen(key.text);
  if (!isOwnKey && !hasOpen(target.path) && !credentials) return request;
  const fill = (secret: NonNullable<typeof credentials>["user"]) =>
    secret.kind === "known" ? { ...secret, text: filled(secret.text, values) } : secret;
  return {
    ...request,
    target: { ...target, path: filled(target.path, values) },
    ...(isOwnKey && { decryption: { ...decryption, key: fill(key) } }),
    ...(credentials && { credentials: { user: fill(credentials.user), password: fill(credentials.password) } }),
  };
}

/** What is asked for in a round, and what is answered. */
export interface Asked {
  /** What is the phone's own is open. */
  readonly requests: Request[];
  readonly answers: Answer[];
}

/** What a phone does on the way that others took. */
export interface Traveller {
  readonly values: OpenValues;
  settings: DeviceSettings;
  /** Which alternative of a rule it takes. */
  choice(rule: string): string;
  /** What the file is to the phone, applied if it is one of settings. */
  apply(file: SiteFile, aliases: string | undefined): Content;
  assign(rule: string, values: readonly (readonly [name: string, value: string])[]): void;
}

function isSetting(node: Node): node is SettingFork {
  return node.kind === "setting";
}

/** A setting that decides what comes next. */
interface Deciding<N> {
  readonly name: string;
  readonly next: ReadonlyMap<string, N>;
}

/** Where devices come to that have the same settings in common, and none of these for themselves. */
interface Passage {
  readonly names: ReadonlySet<string>;
  /** Undefined as long as no such device came. */
  readonly to: unknown;
}

const passages = new Pairs<object, object, Passage>();

/** What comes after settings that decide; undefined where it is unknown. Devices mostly have these in common. */
function passed<N extends object, D extends N & Deciding<N>>(
  from: D,
  decides: (node: N) => node is D,
  settings: DeviceSettings,
): N | undefined {
  const { common } = settings;
  const found = passages.get(from, common);
  const isCommon = found !== undefined && !settings.hasOwn(found.names);
  if (isCommon && found.to !== undefined) return found.to as N;
  const names = new Set<string>();
  let node: N | undefined = from;
  while (node && decides(node)) {
    if (!found || isCommon) names.add(node.name);
    node = node.next.get(settingKey(settings.get(node.name)));
  }
  if (node && (!found || isCommon))
    passages.set(from, common, { names, to: settings.hasOwn(names) ? undefined : node });
  return node;
}

/** What is remembered of rounds that begin alike. */
interface Root {
  readonly nodes: Map<string, Node>;
  learned: number;
  followed: number;
}

/** Courses that are learned before it is judged whether other phones take them. */
const minLearned = 2_000;

/** Courses by where they begin. */
export class Courses {
  readonly #roots = new Map<string, Root>();
  #size = 0;

  /** Most phones go a way of their own, as where a rule compares addresses: to remember it costs more than it saves. */
  isVain(root: string): boolean {
    const { learned, followed } = this.#roots.get(root) ?? { learned: 0, followed: 0 };
    return learned >= minLearned && followed < learned;
  }

  /**
   * Follows what is known. Gives the whole course, or undefined where it goes on unknown; `asked` is what was asked on
   * the way.
   */
  *follow(root: string, traveller: Traveller, asked: Asked): Generator<Request, Course | undefined, Answer> {
    const start = this.#roots.get(root);
    let node = start?.nodes.get("");
    const { values } = traveller;
    for (;;) {
      if (!node) return undefined;
      switch (node.kind) {
        case "end":
          if (start) start.followed++;
          return node.course;
        case "setting":
          node = passed<Node, SettingFork>(node, isSetting, traveller.settings);
          break;
        case "fact":
          node = node.next.get(values.get(node.name) ?? "");
          break;
        case "choice":
          node = node.next.get(traveller.choice(node.rule));
          break;
        case "other URL":
          node = node.next.get(String(filled(node.before, values) !== filled(node.now, values)));
          break;
        case "ask": {
          const answer: Answer = yield requestOf(node.request, values);
          asked.requests.push(node.request);
          asked.answers.push(answer);
          node = node.next.get(answerKey(answer));
          break;
        }
        case "apply": {
          const answer = asked.answers.at(-1);
          if (answer?.kind !== "file") return undefined;
          node = node.next.get(contentKey(traveller.apply(answer.file, node.aliases)));
          break;
        }
        case "assign":
          traveller.assign(node.rule, node.values);
          node = node.next.get("");
      }
    }
  }

  learn(root: string, events: readonly Passed[], course: Course): void {
    if (this.#size > maxNodes) {
      this.#roots.clear();
      this.#size = 0;
    }
    const start = this.#roots.get(root) ?? { nodes: new Map(), learned: 0, followed: 0 };
    this.#roots.set(root, start);
    start.learned++;
    let at = start.nodes;
    let key = "";
    for (const event of events) {
      const { key: answer, ...what } = event;
      let node: Node | undefined = at.get(key);
      // The course up to here decides what is asked next.
      if (!node || node.kind === "end") {
        node = { ...what, next: new Map() } as Fork;
        at.set(key, node);
        this.#size++;
      }
      at = node.next;
      key = answer;
    }
    at.set(key, { kind: "end", course });
  }
}

/** Steps of courses that are remembered. */
const maxNodes = 50_000;

/** When phones ask next, by what decided it. */
export class NextRounds {
  readonly #roots = new Map<string, NextNode>();
  #size = 0;

  find(root: string, settings: DeviceSettings): Next | undefined {
    const start = this.#roots.get(root);
    const end = start && isDeciding(start) ? passed<NextNode, NextFork>(start, isDeciding, settings) : start;
    return end && "found" in end ? end.found : undefined;
  }

  learn(root: string, consulted: readonly (readonly [name: string, key: string])[], found: Next): void {
    if (this.#size > maxNodes) {
      this.#roots.clear();
      this.#size = 0;
    }
    let at = this.#roots;
    let key = root;
    for (const [name, answer] of consulted) {
      let node = at.get(key);
      if (!node || !("name" in node)) {
        node = { name, next: new Map() };
        at.set(key, node);
        this.#size++;
      }
      at = node.next;
      key = answer;
    }
    at.set(key, { found });
  }
}

type NextFork = { readonly name: string; readonly next: Map<string, NextNode> };
type NextNode = NextFork | { readonly found: Next };

function isDeciding(node: NextNode): node is NextFork {
  return "name" in node;
}
