import * as l10n from "@vscode/l10n";
import type { MappedText } from "../text/mappedText";
import type { Span } from "../text/span";
import { type Engine, type Outcome, type Parsed, tooMuch, usualSteps } from "./engine";
import { jinjaEngine } from "./jinja";
import { jinjaParts, mustacheParts } from "./jinjaParts";
import { hasMarks, type MarkedPlace, mapped, mappedByLines, marked } from "./marks";
import { mustacheEngine } from "./mustache";
import { type Include, type Part, type Reading, type Syntax, syntaxOf, type TemplateFault } from "./parts";
import type { Values } from "./rows";
import { smartyParts } from "./smartyParts";

/** Files that include one another at most. */
const maxIncludes = 200;
const maxDepth = 20;

/** The text of a file beside the template, by its name relative to it; undefined when it is not there. */
export type ReadIncluded = (file: string) => Promise<string | undefined>;

/** What a template makes of one row. */
export interface Rendering {
  /** The result, with the way back to the template; undefined when it failed. */
  readonly result?: MappedText;
  readonly unknown: readonly { readonly name: string; readonly span: Span }[];
  readonly fault?: TemplateFault;
  /** It took too many steps. */
  readonly isLimit?: boolean;
}

/** Makes text of rows: a template, or a command of a person. */
export interface Renderer {
  readonly fault?: TemplateFault;
  render(values: Values, row: number): Rendering | Promise<Rendering>;
}

const readers: Readonly<Record<Syntax, (text: string) => Reading>> = {
  jinja: jinjaParts,
  smarty: smartyParts,
  mustache: mustacheParts,
};

/** A template with the files that it includes. */
export class Template implements Renderer {
  readonly fault?: TemplateFault;
  readonly #parts: readonly Part[];
  readonly #plain: Parsed | undefined;
  readonly #marked: Parsed | undefined;
  readonly #marks: ReturnType<typeof marked>;

  /** Files outside the folder of the template are not read. */
  static async read(
    name: string,
    text: string,
    read: ReadIncluded,
    syntax = syntaxOf(name, text),
    maxSteps = usualSteps,
  ): Promise<Template> {
    const of = syntax ?? "jinja";
    const { parts, fault } = await withIncluded(readers[of](text), readers[of], read);
    return new Template(text, parts, of, fault, maxSteps);
  }

  private constructor(
    readonly text: string,
    parts: readonly Part[],
    readonly syntax: Syntax,
    fault: TemplateFault | undefined,
    maxSteps: number,
  ) {
    this.#parts = parts;
    this.#marks = marked(parts);
    if (fault) {
      this.fault = fault;
      return;
    }
    const engineOf = syntax === "mustache" ? mustacheEngine : jinjaEngine;
    const engine: Engine = engineOf(this.#marks, maxSteps);
    this.#plain = engine.parse(parts.map((part) => part.text).join(""));
    if (!this.#plain) {
      const { part, message } = engine.faultIn(parts);
      this.fault = { code: "template/syntax", message, span: part.source };
      return;
    }
    if (!hasMarks(text)) this.#marked = engine.parse(this.#marks.text);
  }

  render(values: Values): Rendering {
    if (this.fault || !this.#plain) return { unknown: [], ...(this.fault && { fault: this.fault }) };
    const traced = this.#marked?.render(values);
    const plain = traced?.fault?.isLimit ? traced : this.#plain.render(values);
    const noted = traced ?? plain;
    const unknown = noted.unknown.map(({ name, place }) => ({ name, span: this.#placeOf(name, place) }));
    if (plain.text === undefined) {
      const fault = noted.fault ?? plain.fault ?? { message: tooMuch(), place: undefined, isLimit: true };
      const { message, place, isLimit } = fault;
      return { unknown, fault: { code: "template/failed", message, span: this.#tagAt(place) }, isLimit };
    }
    return { unknown, result: this.#exact(traced, plain.text) ?? mappedByLines(plain.text, this.text) };
  }

  /** Whether the rendering with marks is the same without them, so that the way back is exact. */
  isTraced(values: Values): boolean {
    const plain = this.#plain?.render(values).text;
    return plain !== undefined && this.#exact(this.#marked?.render(values), plain) !== undefined;
  }

  #exact(traced: Outcome | undefined, plain: string): MappedText | undefined {
    if (traced?.text === undefined || hasMarks(plain)) return undefined;
    return mapped(traced.text, plain, this.#parts, this.#marks);
  }

  /** The tag that has a name, at a place or after it. */
  #placeOf(name: string, place: MarkedPlace | undefined): Span {
    const word = new RegExp(`(?<![\\w.])${name.replace(/\W/g, "\\$&").replaceAll("\\.", "\\s*(?:\\.|->)\\s*")}(?!\\w)`);
    const has = (part: Part) => part.kind !== "text" && word.test(part.text);
    const from = place?.part ?? 0;
    const index = this.#parts.findIndex((part, i) => i >= from && has(part));
    const part = this.#parts[index < 0 ? this.#parts.findIndex(has) : index];
    if (!part) return this.#tagAt(place);
    const { start, end } = part.source;
    const found = part.from === undefined ? word.exec(this.text.slice(start, end)) : null;
    return found ? { start: start + found.index, end: start + found.index + found[0].length } : part.source;
  }

  #tagAt(place: MarkedPlace | undefined): Span {
    const from = place?.part ?? 0;
    const part = this.#parts.find(({ kind }, i) => i >= from && kind !== "text") ?? this.#parts[from];
    return part?.source ?? { start: 0, end: Math.min(1, this.text.length) };
  }
}

/** Parts with those of the included files in the place of the tags. */
async function withIncluded(
  { parts, fault }: Reading,
  reader: (text: string) => Reading,
  read: ReadIncluded,
): Promise<{ readonly parts: readonly Part[]; readonly fault?: TemplateFault }> {
  const out: Part[] = [];
  let count = 0;
  let first = fault;
  const fail = (source: Span, message: string) => {
    first ??= { code: "template/include", message, span: source };
  };
  const add = async (
    each: Part | Include,
    outer: Span | undefined,
    from: string | undefined,
    above: readonly string[],
  ) => {
    const source = outer ?? each.source;
    if (each.kind !== "include") {
      out.push(from === undefined ? each : { ...each, source, from });
      return;
    }
    const file = inFolder(each.file);
    if (file === undefined)
      return fail(source, l10n.t("`{0}` is outside the folder of the template. It is not read.", each.file));
    if (above.includes(file) || above.length >= maxDepth || ++count > maxIncludes)
      return fail(source, l10n.t("`{0}` includes itself, or too many files include one another.", each.file));
    const text = await read(file);
    if (text === undefined) return fail(source, l10n.t("`{0}` cannot be read.", each.file));
    const inner = reader(text);
    if (inner.fault) return fail(source, l10n.t("In `{0}`: {1}", each.file, inner.fault.message));
    for (const part of inner.parts) await add(part, source, file, [...above, file]);
  };
  for (const part of parts) await add(part, undefined, undefined, []);
  return { parts: out, ...(first && { fault: first }) };
}

/** The name of a file, which counts from the template wherever it is included; undefined when it leads out of its folder. */
function inFolder(file: string): string | undefined {
  if (/^[/\\]|^\w+:|\\|\0/.test(file)) return undefined;
  const parts: string[] = [];
  for (const part of file.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length === 0 ? undefined : parts.join("/");
}

/** A template for another engine, with marks in its own language; undefined when its tags are not known. */
export function markedTemplate(
  name: string,
  text: string,
  syntax = syntaxOf(name, text),
): ({ readonly parts: readonly Part[] } & ReturnType<typeof marked>) | undefined {
  if (!syntax || hasMarks(text)) return undefined;
  const parts: Part[] = [];
  let at = 0;
  const add = (kind: Part["kind"], end: number) => {
    if (end > at) parts.push({ kind, text: text.slice(at, end), source: { start: at, end } });
    at = end;
  };
  for (const { kind, source } of readers[syntax](text).parts) {
    add("tag", source.start);
    add(kind === "include" ? "tag" : kind, source.end);
  }
  add("tag", text.length);
  return { parts, ...marked(parts) };
}
