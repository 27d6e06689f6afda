import * as l10n from "@vscode/l10n";
import type { FileProblem } from "../analysis/fileProblem";
import { RenderedTemplate } from "../analysis/renderedTemplate";
import { plainAddress } from "../deployment/site/tree";
import type { OpenFile } from "../features/feature";
import type { RenderedAnswer, TemplateChoices, TemplateState } from "../protocol/templates";
import type { TextChange } from "../text/textChange";
import { movedBy } from "./movedProblems";
import type { OpenDocuments } from "./openDocuments";
import type { Runtime } from "./runtime";
import { type Loaded, TemplateSource } from "./templateSource";
import type { ConfiguredTemplate } from "./workspaceConfigs";

/** Rows that are checked unasked at most. */
const maxRows = 1_000;
/** Milliseconds without a change before it is done: the longer the list, the longer it takes. */
const quietFor = (rows: number) => (rows <= 20 ? 150 : rows <= 200 ? 500 : 1_500);

const none: readonly FileProblem[] = [];

/** The open files of a session. */
interface OpenTemplates {
  readonly documents: OpenDocuments;
  readonly runtime: Runtime;
  readonly folders: readonly string[];
  file(uri: string): Promise<OpenFile | undefined>;
  templateConfig(uri: string): Promise<ConfiguredTemplate | undefined>;
  /** The state of a template is another, or what it makes may be. */
  templateNews(uri: string, state: TemplateState): void;
  /** The first template with data was opened. */
  onTemplates(): void;
}

/** What is known of an open file. */
interface Known {
  /** Counts what happened to it: what was begun before the last one is given up. */
  changes: number;
  stop: () => void;
  /** At the places of the text as it is now. */
  problems: readonly FileProblem[];
  /** Plain addresses of what it is rendered with. */
  files: ReadonlySet<string>;
  rows: number;
  /** A person or a configuration says what its data is; also until that is known. */
  mayHaveData: boolean;
  loaded?: { readonly changes: number; readonly template: Loaded | undefined };
}

/** Templates with their data, rendered as they are typed, while nothing else happens. */
export class RenderedTemplates {
  readonly #known = new Map<string, Known>();
  readonly #source: TemplateSource;
  #chosen: ReadonlyMap<string, readonly string[]> = new Map();
  #mayRun = false;
  #isUsed = false;

  constructor(
    readonly session: OpenTemplates,
    /** The problems of open files are others than before. */
    readonly news: () => void,
    readonly log: (what: string, error: unknown) => void,
  ) {
    this.#source = new TemplateSource(session.runtime, session.documents, () => session.folders);
  }

  /** What the results of an open template have, at its places. */
  problems(uri: string): readonly FileProblem[] {
    return this.#known.get(uri)?.problems ?? none;
  }

  choose({ files, mayRun }: TemplateChoices): void {
    this.#chosen = new Map(files.map(({ uri, data }) => [plainAddress(uri), data]));
    this.#mayRun = mayRun;
    this.all();
  }

  opened(uri: string): void {
    const known = { changes: 0, stop: () => undefined, problems: none, files: new Set<string>(), rows: 0 };
    this.#known.set(uri, { ...known, mayHaveData: true });
    this.#soon(uri, 0);
    this.filesChanged([uri]);
  }

  edited(uri: string, changes: readonly (TextChange | "whole")[]): void {
    const known = this.#known.get(uri);
    if (!known) return;
    known.problems = changes.reduce(movedBy, known.problems);
    if (known.mayHaveData) this.#soon(uri, quietFor(known.rows));
    else known.changes++;
    this.filesChanged([uri]);
  }

  saved(uri: string): void {
    if (this.#known.get(uri)?.files.size) this.#soon(uri, 0);
  }

  closed(uri: string): void {
    this.#known.get(uri)?.stop();
    this.#known.delete(uri);
    this.#source.forget(uri);
    this.filesChanged([uri]);
  }

  /** Files may be others, on the disk or as they are typed: templates that are made with one of them are rendered again. */
  filesChanged(uris: readonly string[]): void {
    if (!this.#isUsed) return;
    const plain = uris.map(plainAddress);
    for (const [uri, { files, rows }] of this.#known)
      if (plain.some((each) => files.has(each))) this.#soon(uri, quietFor(rows));
  }

  /** What all templates are rendered with may be another. */
  all(): void {
    for (const uri of this.#known.keys()) this.#soon(uri, 0);
  }

  async row(uri: string, row: number): Promise<RenderedAnswer | undefined> {
    const file = await this.session.file(uri);
    const known = this.#known.get(uri);
    if (!file || !known) return undefined;
    const loaded = await this.#load(file, known);
    if (!loaded || "fault" in loaded) return { row: 0, ...stateOf(loaded) };
    const rows = loaded.data.rows.length;
    const wanted = Math.min(Math.max(row, 1), rows);
    const template = templateOf(file, loaded);
    for await (const { shown, rendering } of template.rows((each) => each === wanted)) {
      const fault = rendering.isLimit ? tooSlow() : rendering.fault?.message;
      const made = shown === undefined ? fault !== undefined && { fault } : { text: shown };
      return { row: wanted, ...stateOfRows(rows), ...made };
    }
    return undefined;
  }

  #soon(uri: string, wait: number): void {
    const known = this.#known.get(uri);
    if (!known) return;
    const mine = ++known.changes;
    known.stop();
    known.stop = this.session.runtime.delay(wait, () => {
      this.#run(uri, known, () => known.changes !== mine).catch((error) => this.log("rendering", error));
    });
  }

  async #run(uri: string, known: Known, isOver: () => boolean): Promise<void> {
    const { runtime } = this.session;
    known.mayHaveData = await this.#mayHaveData(uri);
    const file = known.mayHaveData ? await this.session.file(uri) : undefined;
    const loaded = file && (await this.#load(file, known));
    if (isOver()) return;
    known.files = loaded?.files ?? new Set();
    if (!loaded || "fault" in loaded) {
      if (loaded || known.rows > 0) this.session.templateNews(uri, stateOf(loaded));
      known.rows = 0;
      return this.#found(known, none);
    }
    if (!this.#isUsed) this.session.onTemplates();
    this.#isUsed = true;
    const rows = loaded.data.rows.length;
    known.rows = rows;
    this.session.templateNews(uri, stateOfRows(rows));
    // A command sees the file as it is saved.
    if (loaded.isCommand && (await runtime.readFile?.(uri)) !== file.snapshot.text) return;
    const template = templateOf(file, loaded);
    for await (const { rendering } of template.rows((row) => row <= maxRows)) {
      if (rendering.isLimit) {
        this.session.templateNews(uri, { rows: 0, fault: tooSlow() });
        return this.#found(known, none);
      }
      await runtime.yieldToMessages();
      if (isOver()) return;
    }
    // Those without rows are of the template itself.
    this.#found(
      known,
      template.problems(file.snapshot).filter((problem) => problem.rows),
    );
  }

  async #mayHaveData(uri: string): Promise<boolean> {
    return this.#chosen.has(plainAddress(uri)) || (await this.session.templateConfig(uri)) !== undefined;
  }

  #found(known: Known, problems: readonly FileProblem[]): void {
    // The same list stays the same object: clients have its problems already.
    if (JSON.stringify(problems) === JSON.stringify(known.problems)) return;
    known.problems = problems;
    this.news();
  }

  async #load({ uri, snapshot }: OpenFile, known: Known): Promise<Loaded | undefined> {
    const { changes } = known;
    if (known.loaded?.changes === changes) return known.loaded.template;
    const chosen = this.#chosen.get(plainAddress(uri)) ?? [];
    const configured = await this.session.templateConfig(uri);
    const command = this.#mayRun ? this.session.runtime.commandRenderer : undefined;
    const template = await this.#source.load(uri, snapshot, configured, chosen, command);
    known.loaded = { changes, template };
    return template;
  }
}

function templateOf({ snapshot }: OpenFile, { renderer, data }: Exclude<Loaded, { readonly fault: string }>) {
  const { text, service, settings } = snapshot;
  return new RenderedTemplate({ text, settings, serviceFor: () => service }, renderer, data);
}

function stateOf(loaded: Extract<Loaded, { readonly fault: string }> | undefined): TemplateState {
  if (!loaded) return { rows: 0, fault: l10n.t("The file has no tags of a template.") };
  const { fault, lacksData } = loaded;
  return { rows: 0, fault, ...(lacksData && { lacksData }) };
}

function stateOfRows(rows: number): TemplateState {
  return { rows, ...(rows > maxRows && { checked: maxRows }) };
}

function tooSlow(): string {
  return l10n.t("The template takes too many steps to be rendered as it is typed. Use `flat-profile render`.");
}
