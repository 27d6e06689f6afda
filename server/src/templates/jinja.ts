import { Environment, Interpreter, parse, tokenize } from "@huggingface/jinja";
import * as l10n from "@vscode/l10n";
import { type Engine, maxResult, type Outcome, TooMuch, tooMuch } from "./engine";
import { lastPlace, type Marked, type MarkedPlace, unmarked } from "./marks";
import type { Part } from "./parts";
import type { Value, Values } from "./rows";

/** What is needed of the nodes that the library's parser makes. */
interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly [member: string]: unknown;
}

/** A value of the library. */
interface RuntimeValue {
  readonly type: string;
  readonly value: unknown;
}

/** A loop takes so much for each item even when it contains nothing. */
const stepsOfItem = 4;
/** Items that `range` makes at most. */
const maxRange = 10_000;

export function jinjaEngine(marks: Marked, maxSteps: number): Engine {
  return {
    parse(text) {
      const program = parsed(text);
      return program && { render: (values) => render(program, values, marks, maxSteps) };
    },
    faultIn,
  };
}

function parsed(text: string): ReturnType<typeof parse> | undefined {
  try {
    return parse(tokenize(text));
  } catch {
    return undefined; // the library says no place: `faultIn` finds it
  }
}

function render(program: ReturnType<typeof parse>, values: Values, marks: Marked, maxSteps: number): Outcome {
  const environment = new Environment();
  for (const [name, value] of [...constants, ...values]) environment.set(name, plain(value));
  environment.set("range", range);
  const run = new Run(environment, marks, guardedIn(program as unknown as Node), maxSteps);
  try {
    const text = String((run.run(program) as RuntimeValue).value);
    return { text, unknown: run.unknown };
  } catch (error) {
    const isLimit = error instanceof TooMuch || error instanceof RangeError;
    const message = isLimit ? tooMuch() : inWords(error);
    return { unknown: run.unknown, fault: { message, place: run.place, isLimit } };
  }
}

const constants: readonly (readonly [string, Value])[] = [
  ["true", true],
  ["True", true],
  ["false", false],
  ["False", false],
  ["none", null],
  ["None", null],
];

/** The library copies objects into maps of its own: nothing of ours is reached from a template. */
function plain(value: Value): unknown {
  if (value instanceof Map) {
    const object: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    for (const [name, member] of value as Values) object[name] = plain(member);
    return object;
  }
  return Array.isArray(value) ? (value as readonly Value[]).map(plain) : value;
}

function range(...words: readonly unknown[]): readonly number[] {
  const [first = 0, second, third = 1] = words.map(Number);
  const [from, to, step] = second === undefined ? [0, first, 1] : [first, second, third];
  if (!Number.isFinite(step) || step === 0 || (to - from) / step > maxRange) throw new TooMuch();
  const items: number[] = [];
  for (let i = from; step > 0 ? i < to : i > to; i += step) items.push(i);
  return items;
}

function inWords(error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  const [, filter] = /^Unknown \w+ filter: (\w+)$/.exec(message) ?? [];
  if (filter !== undefined) return l10n.t("The filter `{0}` is not known for this value.", filter);
  if (/undefined/i.test(message)) return l10n.t("A value is missing, and the template needs it.");
  return l10n.t("The template cannot be rendered: {0}", unmarked(message).replace(/\.?$/, "."));
}

/** Parts of conditions: a name without a value is usual there. */
function guardedIn(program: Node): WeakSet<object> {
  const guarded = new WeakSet<object>();
  const add = (node: unknown) => {
    if (isNode(node)) guarded.add(node);
  };
  const visit = (node: Node) => {
    if (node.type === "If") add(node.test);
    else if (node.type === "Ternary") add(node.condition);
    else if (node.type === "TestExpression") add(node.operand);
    else if (node.type === "UnaryExpression") add(node.argument);
    else if (node.type === "BinaryExpression") {
      if (/^(?:and|or)$/.test(String((node.operator as Node).value))) add(node.left);
    } else if (node.type === "FilterExpression" && filterName(node) === "default") add(node.operand);
    for (const member of Object.values(node)) {
      for (const each of Array.isArray(member) ? (member as readonly unknown[]) : [member])
        if (isNode(each)) visit(each);
    }
  };
  visit(program);
  return guarded;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}

/** `d` is `default`, and `count` is `length`, as in Jinja. */
const otherNames: Readonly<Record<string, string>> = { d: "default", count: "length", e: "escape" };

function filterName({ filter }: Node): string {
  const name = (filter as Node).type === "CallExpression" ? ((filter as Node).callee as Node) : (filter as Node);
  const word = String(name.value);
  if (Object.hasOwn(otherNames, word)) (name as { value: unknown }).value = otherNames[word];
  return String(name.value);
}

/** The library's interpreter, which counts its steps and notes names without a value. */
class Run extends Interpreter {
  place: MarkedPlace | undefined;
  readonly unknown: { readonly name: string; readonly place: MarkedPlace | undefined }[] = [];
  #steps = 0;
  #guards = 0;

  constructor(
    environment: Environment,
    readonly marks: Marked,
    readonly guarded: WeakSet<object>,
    readonly maxSteps: number,
  ) {
    super(environment);
  }

  override evaluate(...[statement, environment]: Parameters<Interpreter["evaluate"]>) {
    if (++this.#steps > this.maxSteps) throw new TooMuch();
    const node = statement as unknown as Node | undefined;
    if (node?.type === "StringLiteral") this.place = lastPlace(String(node.value), this.marks) ?? this.place;
    const isGuarded = node !== undefined && this.guarded.has(node);
    if (isGuarded) this.#guards++;
    const before = this.unknown.length;
    try {
      const found = (node && this.#ours(node, environment)) ?? super.evaluate(statement, environment);
      if (node && found.type === "UndefinedValue" && this.#guards === 0 && this.unknown.length === before) {
        const name = nameOf(node);
        if (name !== undefined) this.unknown.push({ name, place: this.place });
      }
      this.#pay(found.value);
      return found;
    } finally {
      if (isGuarded) this.#guards--;
    }
  }

  /** Going through a list, or copying a text, takes as long as it is. */
  #pay(value: unknown): void {
    if (typeof value === "string") {
      if (value.length > maxResult) throw new TooMuch();
      this.#steps += value.length >> 6;
    } else if (Array.isArray(value)) this.#steps += stepsOfItem * value.length;
    else if (value instanceof Map) this.#steps += stepsOfItem * value.size;
  }

  /** What the library does not do as Jinja does. */
  #ours(node: Node, environment: Environment): ReturnType<Interpreter["evaluate"]> | undefined {
    const evaluate = (part: unknown) => this.evaluate(part as Parameters<Interpreter["evaluate"]>[0], environment);
    if (node.type === "For" && isNode(node.iterable) && node.iterable.type !== "SelectExpression") {
      // A list without a value has no items.
      const before = this.unknown.length;
      const isUnknown = /^(?:Identifier|MemberExpression)$/.test(node.iterable.type);
      if (isUnknown && evaluate(node.iterable).type === "UndefinedValue") return new Environment().set("", "") as never;
      this.unknown.length = before;
    }
    if (node.type === "FilterExpression" && filterName(node) === "escape")
      return new Environment().set("", escaped(String(evaluate(node.operand).value ?? ""))) as never;
    return undefined;
  }
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => (sign === "'" ? "&apos;" : `&#${sign.charCodeAt(0)};`));
}

/** As it is written: `phone.name`. */
function nameOf(node: Node): string | undefined {
  if (node.type === "Identifier") return String(node.value);
  if (node.type !== "MemberExpression" || node.computed === true) return undefined;
  const object = nameOf(node.object as Node);
  return object === undefined ? undefined : `${object}.${String((node.property as Node).value)}`;
}

const closers: Readonly<Record<string, string>> = {
  if: "endif",
  for: "endfor",
  macro: "endmacro",
  call: "endcall",
  filter: "endfilter",
  set: "endset",
};

/** Other engines have their statements in double braces too: `{{if name}}`. */
const statement = /^\{\{[-+]?\s*(if|elif|for|set)\b/;

function notAnExpression(text: string): string {
  const word = statement.exec(text)?.[1];
  if (word === undefined) return l10n.t("Not a valid expression.");
  return l10n.t(
    "Not a valid expression. In Jinja, `{0}` is a tag: `{1}`. For other engines, set a renderer command.",
    word,
    `{% ${word} … %}`,
  );
}

function faultIn(parts: readonly Part[]): { readonly part: Part; readonly message: string } {
  const open: { readonly word: string; readonly part: Part }[] = [];
  for (const part of parts) {
    if (part.kind === "text") continue;
    const word = part.kind === "tag" ? /^\{%[-+]?\s*(\w*)/.exec(part.text)?.[1] : undefined;
    if (word === undefined) {
      if (!parsed(part.text)) return { part, message: notAnExpression(part.text) };
      continue;
    }
    if (word.startsWith("end")) {
      const last = open.pop();
      if (!last || closers[last.word] !== word)
        return { part, message: l10n.t("`{0}` has no tag that it ends.", word) };
      continue;
    }
    if (/^(?:else|break|continue)$/.test(word)) continue;
    const isOpening = Object.hasOwn(closers, word) && !(word === "set" && /^\{%[-+]?\s*set\b[^=]*=/.test(part.text));
    const whole =
      word === "elif"
        ? `{% if true %}${part.text}{% endif %}`
        : `${part.text}${isOpening ? `{% ${closers[word]} %}` : ""}`;
    if (!parsed(whole)) {
      const isKnown = word === "elif" || Object.hasOwn(closers, word);
      return {
        part,
        message: isKnown
          ? l10n.t("Not a valid `{0}` tag.", word)
          : l10n.t("The tag `{0}` is not supported. A renderer command can be used for it.", word),
      };
    }
    if (isOpening) open.push({ word, part });
  }
  const last = open.at(-1);
  const part = last?.part ?? parts.find(({ kind }) => kind !== "text") ?? (parts[0] as Part);
  const message = last
    ? l10n.t("The tag is not closed. Add `{0}`.", `{% ${closers[last.word]} %}`)
    : l10n.t("The template cannot be read.");
  return { part, message };
}
