import type { Answer } from "./exchange";
import type { Step } from "./phone";
import { noCounts } from "./recipe";

// Steps of devices that ask for files by fixed names.

export function stepOf(rule: string, of: Step["class"], more: Partial<Step>): Step {
  return {
    ...{ rule, taken: 1, urls: [], class: of, layers: [], ...noCounts, ignored: [], assigned: [], warnings: [] },
    ...more,
  };
}

/** What became of a request that brought no file. */
export function stepWithoutFile(
  rule: string,
  answer: Exclude<Answer, { readonly kind: "file" }>,
  more: Partial<Step>,
): Step {
  switch (answer.kind) {
    case "unknown":
      return stepOf(rule, "undecided", { ...more, ...fileIn(answer), reason: answer.reason });
    case "corrupt":
      return stepOf(rule, "B", { ...more, ...fileIn(answer), reason: "corrupt" });
    case "failed":
      return stepOf(rule, "C", { ...more, reason: answer.reason });
    case "status":
      return stepOf(rule, answer.status === 404 ? "B" : "C", { ...more, reason: { status: answer.status } });
  }
}

function fileIn({ file }: { readonly file?: string }): { readonly file?: string } {
  return file === undefined ? {} : { file };
}
