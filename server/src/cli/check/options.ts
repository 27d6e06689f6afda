import type { Severity } from "../../text/span";
import type { Config } from "../config";
import type { DataOptions } from "../render/options";
import { reportFormats } from "../reports/index";
import { type ReportFormat, severities } from "../reports/report";
import { statistics } from "../reports/statistics";
import { UsageError } from "../verb";

export interface CheckOptions extends DataOptions {
  readonly format: string;
  readonly dialect?: string;
  readonly family?: string;
  readonly model?: string;
  readonly firmware?: string;
  readonly severity: Readonly<Record<string, string>>;
  readonly show?: Severity;
  readonly failOn?: string;
  readonly maxSeverity?: string;
  readonly config?: string;
  readonly fix?: boolean;
  readonly addIgnore?: boolean;
  readonly baseline?: string;
  readonly writeBaseline?: boolean;
  readonly statistics?: boolean;
  readonly output?: string;
  readonly watch?: boolean;
  readonly skipOtherFiles?: boolean;
  readonly quiet?: boolean;
  readonly progress: boolean;
  readonly threads?: number;
}

/** What the report is written in. */
export function formatOf({ format: name, statistics: counts }: CheckOptions): ReportFormat<unknown> {
  const format = reportFormats.find((each) => each.name === name) ?? reportFormats[0];
  if (!format) throw new Error("no report format");
  return counts ? statistics(format) : format;
}

/** The mildest severity that makes a run fail; undefined for none. */
export function failLimit(
  { failOn, maxSeverity }: Pick<CheckOptions, "failOn" | "maxSeverity">,
  config: Config,
): Severity | undefined {
  if (maxSeverity !== undefined && failOn === undefined)
    return maxSeverity === "none" ? "hint" : severities[(severities as readonly string[]).indexOf(maxSeverity) - 1];
  const word = failOn ?? config.failOn ?? "warning";
  if (word === "never") return undefined;
  const limit = severities.find((severity) => severity === word);
  if (!limit) throw new UsageError(`failOn must be one of ${severities.join(", ")}, never.`);
  return limit;
}

/** Throws a UsageError for options that do not go together. */
export function refuseContradictions(words: readonly string[], options: CheckOptions): void {
  const { watch, writeBaseline, addIgnore, baseline, output, statistics, format } = options;
  if (writeBaseline && baseline === undefined) throw new UsageError("--write-baseline requires --baseline <file>.");
  if (writeBaseline && addIgnore) throw new UsageError("Use --write-baseline or --add-ignore, not both.");
  if (statistics && format !== "text" && format !== "json")
    throw new UsageError("--statistics requires --format text or json.");
  if (!watch) return;
  if (words.includes("-")) throw new UsageError("--watch requires files. Standard input cannot be watched.");
  if (writeBaseline || addIgnore || output !== undefined || statistics || format !== "text")
    throw new UsageError(
      "--watch prints text. It cannot be used with --write-baseline, --add-ignore, --output, --statistics or --format.",
    );
}
