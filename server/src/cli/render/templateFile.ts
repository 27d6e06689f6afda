import { realpathSync } from "node:fs";
import path from "node:path";
import type { DialectService } from "../../analysis/dialectService";
import type { DialectServices } from "../../analysis/dialectServices";
import type { FileProblem } from "../../analysis/fileProblem";
import { RowProblems } from "../../analysis/rowProblems";
import type { AnalysisSettings, Snapshot } from "../../analysis/snapshot";
import { resultName } from "../../templates/parts";
import { type Data, type DataChoice, readData } from "../../templates/rows";
import { type Renderer, type Rendering, Template } from "../../templates/template";
import { readYaml } from "../../templates/yaml";
import { type DialectChoice, serviceOf } from "../catalogue";
import { snapshotOf } from "../check/rewrite";
import { type Decoded, plainText } from "../encoding";
import { readAside, readBeside } from "../readInput";
import { UsageError } from "../verb";
import { CommandRenderer, commandWords } from "./commandRenderer";
import type { DataOptions } from "./options";

/** Rows of files; throws a UsageError for the first thing that is wrong with them. */
export async function dataOf(names: readonly string[], choice: DataChoice): Promise<Data> {
  const files = await Promise.all(names.map(async (name) => ({ name, text: plainText(await readAside(name)) })));
  const data = readData(files, choice, readYaml);
  if (data.faults.length > 0) throw new UsageError(data.faults.join("\n"));
  if (data.rows.length === 0) throw new UsageError(`${data.name}: There are no rows.`);
  return data;
}

/** What makes the files: the template itself, or a command. */
export async function rendererOf(
  name: string,
  text: string,
  { syntax, renderer }: Pick<DataOptions, "syntax"> & { readonly renderer?: string | readonly string[] },
): Promise<Renderer> {
  const command = typeof renderer === "string" ? commandWords(renderer) : renderer;
  if (command) return new CommandRenderer(command, name, text, syntax);
  const folder = path.dirname(path.resolve(name));
  return Template.read(name, text, async (file) => readInside(folder, file), syntax);
}

/** A file below a folder, also where links lead. */
function readInside(folder: string, file: string): string | undefined {
  try {
    const real = realpathSync(path.join(folder, file));
    const inside = path.relative(realpathSync(folder), real);
    if (inside === "" || inside.split(path.sep)[0] === ".." || path.isAbsolute(inside)) return undefined;
    return readBeside(real)?.replace(/\r\n?/g, "\n");
  } catch {
    return undefined;
  }
}

export interface RenderedRow {
  readonly row: number;
  readonly rendering: Rendering;
  /** Of the result; undefined when there is none, or no dialect reads it. */
  readonly snapshot: Snapshot | undefined;
}

/** A template with the rows that it is rendered with. */
export class TemplateFile {
  readonly #problems: RowProblems;
  /** Of the template itself. */
  #own: Snapshot | undefined;
  #service: DialectService | undefined;

  constructor(
    readonly name: string,
    readonly decoded: Decoded,
    readonly renderer: Renderer,
    readonly data: Data,
    readonly services: DialectServices,
    readonly settings: AnalysisSettings,
    readonly choice: DialectChoice,
  ) {
    this.#problems = new RowProblems(settings, data.secrets);
    this.#service = serviceOf(resultName(name), decoded.text, services, choice);
  }

  async *rows(isWanted: (row: number) => boolean = () => true): AsyncGenerator<RenderedRow> {
    for (const [i, { values }] of this.data.rows.entries()) {
      const row = i + 1;
      if (!isWanted(row)) continue;
      const rendering = await this.renderer.render(values, row);
      const { result } = rendering;
      const service =
        result && (this.#service ?? serviceOf(resultName(this.name), result.text, this.services, this.choice));
      this.#service ??= service;
      const snapshot = service && snapshotOf({ ...this.decoded, text: result.text }, this.settings, service);
      this.#problems.add(row, values, rendering, snapshot);
      yield { row, rendering, snapshot };
    }
  }

  /** The template as it is, once a row says what it is for. */
  get own(): Snapshot | undefined {
    this.#own ??= this.#service && snapshotOf(this.decoded, this.settings, this.#service);
    return this.#own;
  }

  problems(): readonly FileProblem[] {
    return this.#problems.problems(this.data.name, this.own?.problems() ?? [], (row) => this.data.rows[row - 1]?.line);
  }
}
