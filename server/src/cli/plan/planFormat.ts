import type { Detail, PlanReport } from "../../impact/groups";
import type { DeviceImpact } from "../../impact/impact";

/** One form of the output: lines for devices while they pass by, or a report at the end. */
export interface PlanFormat {
  readonly name: string;
  readonly begin?: string;
  device?(impact: DeviceImpact): string;
  report?(report: PlanReport, detail: Detail): string;
}
