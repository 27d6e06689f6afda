import type { Check, Related, Report } from "../checks/check";
import type { Segment, Setting } from "../profile/setting";
import type { Problem } from "../text/span";

/** A problem and the segment its spans count from. */
export interface Finding {
  readonly segment: Segment;
  readonly problem: Problem;
  readonly related?: readonly Related[];
}

export function findingOf(check: Check, segment: Segment, setting: Setting | undefined, report: Report): Finding {
  const problem: Problem = {
    code: check.code,
    severity: report.severity ?? check.severity,
    message: report.message,
    span: report.span ?? setting?.nameSpan ?? { start: 0, end: 0 },
    ...(report.fixes && { fixes: report.fixes }),
    ...(report.unnecessary && { unnecessary: true }),
  };
  return { segment, problem, ...(report.related && { related: report.related }) };
}
