import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sourceOf } from "../encryption/bytes";
import type * as Engines from "../templates/engines";
import type { Syntax } from "../templates/parts";
import type { Value, Values } from "../templates/rows";
import type { Renderer, Rendering } from "../templates/template";
import { atomicWrite } from "./atomicWrite";
import { run } from "./runCommand";

export interface CommandTemplate {
  /** In words; no shell reads it. */
  readonly command: readonly string[];
  /** Where the template is. */
  readonly file: string;
  readonly text: string;
  readonly syntax: Syntax | undefined;
}

type Marked = ReturnType<typeof Engines.markedTemplate>;

/** Lets a command make the files. It runs twice for each row: the second template has marks that say what came from where. */
export class CommandRenderer implements Renderer {
  readonly #marked: Marked;

  constructor(
    readonly template: CommandTemplate,
    readonly engines: typeof Engines,
    /** The text of what the command prints. */
    readonly textOf: (bytes: Uint8Array) => string,
  ) {
    const { file, text, syntax } = template;
    this.#marked = engines.markedTemplate(file, text, syntax);
  }

  async render(values: Values): Promise<Rendering> {
    const { file, text } = this.template;
    const row = JSON.stringify(plainOf(values));
    const plain = await this.#run(file, row);
    if (typeof plain !== "object") {
      const end = Math.min(1, text.length);
      return { unknown: [], fault: { code: "template/failed", message: plain, span: { start: 0, end } } };
    }
    const result = (await this.#traced(row, plain.text)) ?? this.engines.mappedByLines(plain.text, text);
    return { unknown: [], result };
  }

  async #traced(row: string, plain: string): Promise<Rendering["result"]> {
    if (!this.#marked) return undefined;
    const folder = await mkdtemp(path.join(tmpdir(), "flat-profile-"));
    try {
      const copy = path.join(folder, path.basename(this.template.file));
      await atomicWrite(copy, sourceOf(new TextEncoder().encode(this.#marked.text)));
      const result = await this.#run(copy, row);
      if (typeof result !== "object") return undefined;
      return this.engines.mapped(result.text, plain, this.#marked.parts, this.#marked);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** The output, or why there is none. */
  async #run(template: string, row: string): Promise<{ readonly text: string } | string> {
    const { command, file } = this.template;
    const words = command.map((word) => word.replaceAll("{template}", template));
    const output = await run(words, row, path.dirname(file));
    return typeof output === "string" ? output : { text: this.textOf(output) };
  }
}

function plainOf(value: Value): unknown {
  if (value instanceof Map)
    return Object.fromEntries([...(value as Values)].map(([key, member]) => [key, plainOf(member)]));
  return Array.isArray(value) ? (value as readonly Value[]).map(plainOf) : value;
}
