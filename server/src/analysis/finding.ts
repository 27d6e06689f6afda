import type { Check, Related, Report } from "../checks/check";
import type { NearWords, Place } from "../profile/place";
import type { Segment, Setting } from "../profile/setting";
import type { Problem, Severity, Span } from "../text/span";

/** What is said of a finding: with the severity that was chosen, and without the secrets near it. */
export interface ShownWords {
  readonly severity: Severity;
  /** Those secrets. */
  readonly secrets: readonly string[];
  readonly message: string;
  readonly related: readonly string[];
  /** What was written of it last, for the feature that writes it. */
  written?: unknown;
}

/**
 * A problem and the segment its spans count from. What is said of it is kept here: in a map beside them, of what thousands
 * of versions found before, as much would stay as there ever was at once.
 */
export class Finding implements Place {
  /** For `shownWords` alone. */
  shown: ShownWords | undefined = undefined;
  near: NearWords | undefined = undefined;

  constructor(
    readonly segment: Segment,
    readonly problem: Problem,
    readonly related?: readonly Related[],
  ) {}

  get span(): Span {
    return this.problem.span;
  }
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
  return new Finding(segment, problem, report.related);
}
