import type { DriftReport } from "../deployment/driftReport";
import { counted, type FailOn, failing, type Status } from "../deployment/driftStatus";
import { csvRows, deviceLine, driftInWords } from "./driftText";
import type { Paint } from "./printable";

// What is printed of dumps, and counted, while they pass by.

type DriftFormat = "text" | "json" | "jsonl" | "csv";

export interface TallyOptions {
  readonly format: DriftFormat;
  readonly failOn: FailOn;
  /** Several dumps. */
  readonly isMany: boolean;
}

/** What came of some dumps; plain data. */
export interface DriftPart {
  text: string;
  /** For standard error. */
  readonly messages: string[];
  phones: number;
  withProblems: number;
  refused: number;
  failing: number;
  /** Settings by status. */
  readonly totals: Record<string, number>;
  /** Devices by setting and status, of a list in words. */
  readonly common: Map<string, number>;
}

export function noDrift(): DriftPart {
  return { text: "", messages: [], phones: 0, withProblems: 0, refused: 0, failing: 0, totals: {}, common: new Map() };
}

export function addTotals(sum: Record<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [status, count] of Object.entries(counts)) sum[status] = (sum[status] ?? 0) + count;
}

export class DriftTally {
  readonly #fails: ReadonlySet<Status>;
  #part = noDrift();

  constructor(
    readonly options: TallyOptions,
    readonly paint: Paint,
  ) {
    this.#fails = failing[options.failOn];
  }

  add(report: DriftReport): void {
    const { parameters, problems, counts } = report;
    const { format, isMany } = this.options;
    const part = this.#part;
    if (report.isRefused) part.refused++;
    else part.phones++;
    if (problems.length > 0) part.withProblems++;
    if (format !== "text" || isMany) for (const { message } of problems) part.messages.push(message);
    if (parameters.some(({ status }) => this.#fails.has(status))) part.failing++;
    addTotals(part.totals, counts);
    part.text += this.#textOf(report);
  }

  #textOf(report: DriftReport): string {
    switch (this.options.format) {
      case "json":
        return `${JSON.stringify(report)}\n`;
      case "jsonl":
        return `${JSON.stringify(inShort(report))}\n`;
      case "csv":
        return csvRows(report);
      case "text":
        if (!this.options.isMany) return `${[...driftInWords(report, this.paint)].join("\n")}\n`;
        for (const { name, status } of report.parameters) {
          if (isCounted(status)) continue;
          const key = `${name}\u0000${status}`;
          const { common } = this.#part;
          common.set(key, (common.get(key) ?? 0) + 1);
        }
        return `${deviceLine(report, this.paint)}\n`;
    }
  }

  /** What was added since the last part was taken. */
  part(): DriftPart {
    const part = this.#part;
    this.#part = noDrift();
    return part;
  }
}

function isCounted(status: Status): boolean {
  return counted.some((each) => each === status);
}

/** One flat line for a device. */
function inShort({ dump, device, outcome, counts, problems, isRefused }: DriftReport) {
  const { id, mac, family, model, firmware } = device;
  return {
    id,
    mac,
    family,
    model,
    firmware,
    dump,
    outcome,
    ...(isRefused && { isRefused }),
    counts,
    ...(problems.length > 0 && { problems: problems.map(({ code }) => code) }),
  };
}
