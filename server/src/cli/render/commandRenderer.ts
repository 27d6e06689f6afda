import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { mapped, mappedByLines } from "../../templates/marks";
import type { Syntax } from "../../templates/parts";
import type { Value, Values } from "../../templates/rows";
import { markedTemplate, type Renderer, type Rendering } from "../../templates/template";
import { plainText } from "../encoding";
import { run } from "../site/renderer";
import { UsageError } from "../verb";
import { writeResult } from "../writeBack";

/** A command that a person wrote, in words; double quotes keep spaces. No shell reads it. */
export function commandWords(text: string): readonly string[] {
  const words = [...text.matchAll(/"([^"]*)"|[^\s"]+/g)].map(([word, quoted]) => quoted ?? word);
  if (words.length === 0) throw new UsageError("--renderer requires a command.");
  return words;
}

/** Lets a command make the files. It runs twice for each row: the second template has marks that say what came from where. */
export class CommandRenderer implements Renderer {
  readonly #marked: ReturnType<typeof markedTemplate>;

  constructor(
    readonly command: readonly string[],
    readonly name: string,
    readonly text: string,
    syntax: Syntax | undefined,
  ) {
    this.#marked = markedTemplate(name, text, syntax);
  }

  async render(values: Values): Promise<Rendering> {
    const row = JSON.stringify(plainOf(values));
    const plain = await this.#run(path.resolve(this.name), row);
    if (typeof plain !== "object") {
      const end = Math.min(1, this.text.length);
      return { unknown: [], fault: { code: "template/failed", message: plain, span: { start: 0, end } } };
    }
    const result = (await this.#traced(row, plain.text)) ?? mappedByLines(plain.text, this.text);
    return { unknown: [], result };
  }

  async #traced(row: string, plain: string): Promise<ReturnType<typeof mapped>> {
    if (!this.#marked) return undefined;
    const folder = mkdtempSync(path.join(tmpdir(), "flat-profile-"));
    try {
      const copy = path.join(folder, path.basename(this.name));
      await writeResult(copy, this.#marked.text);
      const result = await this.#run(copy, row);
      return typeof result === "object" ? mapped(result.text, plain, this.#marked.parts, this.#marked) : undefined;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** The output, or why there is none. */
  async #run(template: string, row: string): Promise<{ readonly text: string } | string> {
    const words = this.command.map((word) => word.replaceAll("{template}", template));
    const output = await run(words, row, path.dirname(path.resolve(this.name)));
    return typeof output === "string" ? output : { text: plainText(output) };
  }
}

function plainOf(value: Value): unknown {
  if (value instanceof Map)
    return Object.fromEntries([...(value as Values)].map(([key, member]) => [key, plainOf(member)]));
  return Array.isArray(value) ? (value as readonly Value[]).map(plainOf) : value;
}
