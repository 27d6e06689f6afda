import type { ByteFacts } from "../profile/byteFacts";
import type { Data, DataRow } from "../templates/rows";
import type { Renderer, Rendering } from "../templates/template";
import type { DialectService } from "./dialectService";
import type { FileProblem } from "./fileProblem";
import { maskedResult } from "./maskedResult";
import { RowProblems } from "./rowProblems";
import { type AnalysisSettings, Snapshot } from "./snapshot";

export interface RenderedRow {
  readonly row: number;
  readonly rendering: Rendering;
  /** Of the result; undefined when there is none, or no dialect reads it. */
  readonly snapshot: Snapshot | undefined;
  /** The result without its secrets. */
  readonly shown: string | undefined;
}

/** The template as it is typed, and what its files are checked with. */
interface Source {
  readonly text: string;
  readonly bytes?: ByteFacts;
  readonly settings: AnalysisSettings;
  /** Who reads the template, or else a result of it. */
  serviceFor(result?: string): DialectService | undefined;
}

/** A template with the rows that it is rendered with. */
export class RenderedTemplate {
  readonly #problems: RowProblems;
  #service: DialectService | undefined;
  #own: Snapshot | undefined;

  constructor(
    readonly source: Source,
    readonly renderer: Renderer,
    readonly data: Data,
  ) {
    this.#problems = new RowProblems(source.settings, data.secrets);
    this.#service = source.serviceFor();
  }

  /** Row by row; those before the last one that was taken have their problems in `problems`. */
  async *rows(isWanted: (row: number) => boolean = () => true): AsyncGenerator<RenderedRow> {
    for (const [i, row] of this.data.rows.entries()) if (isWanted(i + 1)) yield await this.#rendered(i + 1, row);
  }

  async #rendered(row: number, { values }: DataRow): Promise<RenderedRow> {
    const rendering = await this.renderer.render(values, row);
    const text = rendering.result?.text;
    const snapshot = text === undefined ? undefined : this.#snapshotOf(text);
    this.#problems.add(row, values, rendering, snapshot);
    const { secrets } = this.data;
    return {
      row,
      rendering,
      snapshot,
      get shown() {
        return text === undefined ? undefined : maskedResult(text, snapshot, secrets);
      },
    };
  }

  /** The template as it is, once a row says what it is for. */
  get own(): Snapshot | undefined {
    this.#own ??= this.#service && this.#snapshotOf(this.source.text);
    return this.#own;
  }

  #snapshotOf(text: string): Snapshot | undefined {
    this.#service ??= this.source.serviceFor(text);
    const service = this.#service;
    const { settings, bytes } = this.source;
    return service && new Snapshot(text, service.readAmong(text), service, settings, bytes);
  }

  /** What results have, at the places of the template; `own` are those of the template itself. */
  problems(own = this.own): readonly FileProblem[] {
    return this.#problems.problems(this.data.name, own, (row) => this.data.rows[row - 1]?.line);
  }
}
