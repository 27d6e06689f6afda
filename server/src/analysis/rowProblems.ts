import * as l10n from "@vscode/l10n";
import { withoutWords } from "../secrets/words";
import type { Values } from "../templates/rows";
import type { Rendering } from "../templates/template";
import { unknownVariable } from "../templates/unknownVariable";
import type { Severity, Span } from "../text/span";
import { suppressions } from "./directives";
import type { FileProblem } from "./fileProblem";
import type { AnalysisSettings, Snapshot } from "./snapshot";

interface Found {
  readonly problem: FileProblem;
  readonly rows: number[];
}

/** What is wrong with the files that a template makes of its rows, at the places of the template. Each problem once. */
export class RowProblems {
  readonly #found = new Map<string, Found>();
  #rows = 0;

  constructor(
    readonly settings: AnalysisSettings,
    readonly secrets: readonly string[],
  ) {}

  /** `snapshot` is of the result. */
  add(row: number, values: Values, { unknown, fault, result }: Rendering, snapshot: Snapshot | undefined): void {
    this.#rows++;
    if (fault) this.#add(row, { ...fault, severity: "error" });
    for (const { name, span } of unknown) this.#add(row, unknownVariable(name, span, values));
    for (const { code, severity, message, span } of (result && snapshot?.problems()) ?? [])
      this.#add(row, { code, severity, message, span: result?.toSource(span) ?? span });
  }

  #add(row: number, problem: FileProblem): void {
    const severity: Severity | "off" = this.settings.severities[problem.code] ?? problem.severity;
    if (severity === "off") return;
    const key = keyOf(problem);
    const known = this.#found.get(key);
    if (!known) this.#found.set(key, { problem: { ...problem, severity }, rows: [row] });
    else if (known.rows.at(-1) !== row) known.rows.push(row);
  }

  /** In the order of the template, each with its rows. Those of the template itself are said without rows. */
  problems(
    data: string,
    own: Snapshot | undefined,
    lineOf: (row: number) => number | undefined,
  ): readonly FileProblem[] {
    const ofTemplate = own?.problems() ?? [];
    const known = new Set(ofTemplate.map(keyOf));
    const suppressed = own ? suppressions(own.document, own.source) : undefined;
    const found = [...this.#found.values()].filter(
      ({ problem }) => !known.has(keyOf(problem)) && !suppressed?.(problem.code, problem.span.start),
    );
    const all = found.map(({ problem, rows }) => ({
      ...problem,
      rows,
      message: this.#shown(`${problem.message} ${this.#inRows(data, rows, lineOf)}`),
    }));
    return [...ofTemplate, ...all].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }

  #shown(message: string): string {
    return withoutWords(message, this.secrets, () => []);
  }

  #inRows(data: string, rows: readonly number[], lineOf: (row: number) => number | undefined): string {
    const [first = 0] = rows;
    const line = lineOf(first);
    const place = line === undefined ? data : `${data}:${line}`;
    if (rows.length === 1) return l10n.t("In row {0} ({1}).", first, place);
    if (rows.length === this.#rows) return l10n.t("In all {0} rows of {1}.", rows.length, data);
    return l10n.t("In {0} of {1} rows, first in row {2} ({3}).", rows.length, this.#rows, first, place);
  }
}

function keyOf({ code, span }: { readonly code: string; readonly span: Span }): string {
  return `${code} ${span.start} ${span.end}`;
}
