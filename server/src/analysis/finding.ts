import type { Related } from "../checks/check";
import type { Segment } from "../profile/setting";
import type { Problem } from "../text/span";

/** A problem and the segment its spans count from. */
export interface Finding {
  readonly segment: Segment;
  readonly problem: Problem;
  readonly related?: readonly Related[];
}
