import type { Catalogue } from "../schema/catalogue";
import type { Span } from "../text/span";
import type { Segment } from "./setting";

/** A place in a file, which a problem keeps from one version to the next. */
export interface Place {
  readonly segment: Segment;
  readonly span: Span;
  /** What was found near it last. */
  near?: NearWords | undefined;
}

/** What was found near a place, for as long as the segments around it are the same. */
export interface NearWords {
  /** The numbers of its neighbors: older ones need not stay in memory. */
  readonly before: number;
  readonly after: number;
  readonly catalogue: Catalogue;
  readonly words: readonly string[];
}
