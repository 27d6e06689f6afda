import type { Analyzer } from "../analysis/analyzer";
import { type Segment, SegmentMemo } from "../profile/setting";

interface PerSegment<T> {
  (segment: Segment, analyzer: Analyzer): T;
  /** It is worked out already. */
  has(segment: Segment, analyzer: Analyzer): boolean;
}

/** Works something out once for each segment and phone; an edit repeats it for the touched segments only. */
export function perSegment<T>(compute: (segment: Segment, analyzer: Analyzer) => T): PerSegment<T> {
  const kept = new SegmentMemo<{ readonly analyzer: Analyzer; readonly result: T }>();
  const answer = (segment: Segment, analyzer: Analyzer): T => {
    const known = kept.get(segment);
    if (known?.analyzer === analyzer) return known.result;
    const result = compute(segment, analyzer);
    kept.set(segment, { analyzer, result });
    return result;
  };
  return Object.assign(answer, {
    has: (segment: Segment, analyzer: Analyzer) => kept.get(segment)?.analyzer === analyzer,
  });
}
