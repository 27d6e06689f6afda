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
  readonly text: string;
  /** For standard error. */
  readonly messages: readonly string[];
  readonly phones: number;
  readonly withProblems: number;
  readonly refused: number;
  readonly failing: number;
  /** Settings by status. */
  readonly totals: Readonly<Record<string, number>>;
  /** Devices by setting and status, of a list in words. */
  readonly common: ReadonlyMap<string, number>;
}

export class DriftTally {
  readonly #fails: ReadonlySet<Status>;
  #text = "";
  #messages: string[] = [];
  #phones = 0;
  #withProblems = 0;
  #refused = 0;
  #failing = 0;
  #totals: Record<string, number> = {};
  #common = new Map<string, number>();

  constructor(
    readonly options: TallyOptions,
    readonly paint: Paint,
  ) {
    this.#fails = failing[options.failOn];
  }

  add(report: DriftReport): void {
    const { parameters, problems, counts } = report;
    const { format, isMany } = this.options;
    if (report.isRefused) this.#refused++;
    else this.#phones++;
    if (problems.length > 0) this.#withProblems++;
    if (format !== "text" || isMany) for (const { message } of problems) this.#messages.push(message);
    if (parameters.some(({ status }) => this.#fails.has(status))) this.#failing++;
    for (const [status, count] of Object.entries(counts)) this.#totals[status] = (this.#totals[status] ?? 0) + count;
    this.#text += this.#textOf(report);
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
          this.#common.set(key, (this.#common.get(key) ?? 0) + 1);
        }
        return `${deviceLine(report, this.paint)}\n`;
    }
  }

  /** What was added since the last part was taken. */
  part(): DriftPart {
    const part = {
      text: this.#text,
      messages: this.#messages,
      phones: this.#phones,
      withProblems: this.#withProblems,
      refused: this.#refused,
      failing: this.#failing,
      totals: this.#totals,
      common: this.#common,
    };
    this.#text = "";
    this.#messages = [];
    this.#phones = this.#withProblems = this.#refused = this.#failing = 0;
    this.#totals = {};
    this.#common = new Map();
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
