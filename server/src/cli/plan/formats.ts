import type { PlanReport } from "../../impact/groups";
import type { DeviceImpact } from "../../impact/impact";
import { csv } from "./csv";
import { github } from "./github";
import { markdown } from "./markdown";
import { planInWords } from "./text";

/** One form of the output: lines for devices while they pass by, or a report at the end. */
export interface PlanFormat {
  readonly name: string;
  readonly begin?: string;
  device?(impact: DeviceImpact): string;
  report?(report: PlanReport): string;
}

export const planFormats: readonly PlanFormat[] = [
  { name: "text", report: planInWords },
  { name: "markdown", report: markdown },
  { name: "json", report: (report) => `${JSON.stringify(report)}\n` },
  { name: "jsonl", device: (impact) => `${JSON.stringify(impact)}\n` },
  csv,
  { name: "github", report: github },
];
