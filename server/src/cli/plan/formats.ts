import { markdown } from "../../impact/markdown";
import { csv } from "./csv";
import { github } from "./github";
import type { PlanFormat } from "./planFormat";
import { planInWords } from "./text";

export const planFormats: readonly PlanFormat[] = [
  { name: "text", report: planInWords },
  { name: "markdown", report: markdown },
  { name: "json", report: (report) => `${JSON.stringify(report)}\n` },
  { name: "jsonl", device: (impact) => `${JSON.stringify(impact)}\n` },
  csv,
  { name: "github", report: github },
];
