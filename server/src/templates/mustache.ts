import * as l10n from "@vscode/l10n";
import mustache from "mustache";
import { type Engine, maxResult, type Outcome, TooMuch, tooMuch } from "./engine";
import { lastPlace, type Marked, type MarkedPlace } from "./marks";
import type { Part } from "./parts";
import type { Value, Values } from "./rows";

type Token = Parameters<InstanceType<typeof mustache.Writer>["rawValue"]>[0];
type Tokens = readonly Token[];

export function mustacheEngine(marks: Marked, maxSteps: number): Engine {
  return {
    parse(text) {
      const tokens = parsed(text);
      return tokens && { render: (values) => render(tokens, values, marks, maxSteps) };
    },
    faultIn,
  };
}

function parsed(text: string): Tokens | undefined {
  try {
    return new mustache.Writer().parse(text);
  } catch {
    return undefined; // `faultIn` finds the place
  }
}

function render(tokens: Tokens, values: Values, marks: Marked, maxSteps: number): Outcome {
  const run = new Run(marks, maxSteps);
  try {
    return { text: run.renderTokens(tokens, new Names(values), undefined), unknown: run.unknown };
  } catch (error) {
    if (!(error instanceof TooMuch || error instanceof RangeError)) throw error;
    return { unknown: run.unknown, fault: { message: tooMuch(), place: run.place, isLimit: true } };
  }
}

/** Finds names in our maps alone: nothing else is reached from a template. */
class Names extends mustache.Context {
  override push(view: unknown): Names {
    return new Names(view, this);
  }

  override lookup(name: string): unknown {
    if (name === ".") return shown(this.view);
    const [first = "", ...rest] = name.split(".");
    for (let at: { readonly view: unknown; readonly parent: unknown } | undefined = this; at; at = at.parent as Names) {
      if (!(at.view instanceof Map) || !at.view.has(first)) continue;
      let found: unknown = at.view.get(first);
      for (const word of rest) found = found instanceof Map ? found.get(word) : undefined;
      return shown(found as Value);
    }
    return undefined;
  }
}

/** As the library's sections understand it. */
function shown(value: unknown): unknown {
  return value instanceof Map && value.size === 0 ? false : value;
}

class Run extends mustache.Writer {
  place: MarkedPlace | undefined;
  readonly unknown: { readonly name: string; readonly place: MarkedPlace | undefined }[] = [];
  #steps = 0;

  constructor(
    readonly marks: Marked,
    readonly maxSteps: number,
  ) {
    super();
  }

  override renderTokens(tokens: Tokens, context: Names, ...rest: unknown[]): string {
    this.#steps += tokens.length + 1;
    if (this.#steps > this.maxSteps) throw new TooMuch();
    const text = super.renderTokens(tokens, context, ...rest);
    if (text.length > maxResult) throw new TooMuch();
    return text;
  }

  override rawValue(token: Token): string {
    const text = super.rawValue(token);
    this.place = lastPlace(text, this.marks) ?? this.place;
    return text;
  }

  override escapedValue(token: Token, context: Names): string | undefined {
    return this.#text(token, context)?.replace(/[&<>"]/g, (sign) => names[sign] ?? sign);
  }

  override unescapedValue(token: Token, context: Names): string | undefined {
    return this.#text(token, context);
  }

  #text([, name]: Token, context: Names): string | undefined {
    const value = context.lookup(name);
    if (value === undefined) this.unknown.push({ name, place: this.place });
    if (value === undefined || value === null) return undefined;
    return typeof value === "object" ? "" : String(value);
  }
}

const names: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function faultIn(parts: readonly Part[]): { readonly part: Part; readonly message: string } {
  const open: { readonly name: string; readonly part: Part }[] = [];
  for (const part of parts) {
    if (part.kind === "text") continue;
    const [, sign, name = ""] = /^\{\{\s*([#^/]?)\s*(.*?)\s*\}\}$/s.exec(part.text) ?? [];
    if (sign === "#" || sign === "^") open.push({ name, part });
    if (sign === "/" && open.pop()?.name !== name)
      return { part, message: l10n.t("`{0}` has no tag that it ends.", name) };
  }
  const part = open.at(-1)?.part ?? (parts[0] as Part);
  return { part, message: l10n.t("The tag is not closed. Add `{0}`.", `{{/${open.at(-1)?.name ?? ""}}}`) };
}
