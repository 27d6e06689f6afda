import type { Analyzer } from "../analysis/analyzer";
import { type Segment, SegmentMemo } from "../profile/setting";

/** Works something out once for each segment and phone; an edit repeats it for the touched segments only. */
export function perSegment<T>(
  compute: (segment: Segment, analyzer: Analyzer) => T,
): (segment: Segment, analyzer: Analyzer) => T {
  const kept = new SegmentMemo<{ readonly analyzer: Analyzer; readonly result: T }>();
  return (segment, analyzer) => {
    const known = kept.get(segment);
    if (known?.analyzer === analyzer) return known.result;
    const result = compute(segment, analyzer);
    kept.set(segment, { analyzer, result });
    return result;
  };
}
