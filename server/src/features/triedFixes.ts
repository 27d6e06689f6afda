import type { FileProblem } from "../analysis/fileProblem";
import type { Snapshot } from "../analysis/snapshot";
import { inOrder } from "../text/edits";
import type { Edit, Span } from "../text/span";
import { editedSnapshot } from "./editedSnapshot";
import { hasLessWrong } from "./severityCounts";

// A fix is made for the place that was read. In a file with more faults its result may be read in another way, with the
// same problem again. So a fix is tried before it is offered.

/** Characters of results that one request reads; to find a problem again costs as much as to read `problemCost`. */
const maxRead = 2_000_000;
const problemCost = 400;
/** In a file of any size. */
const minTries = 2;

/** Tries edits on one file, as often as a request may. */
export class FixTrial {
  #left: number;

  constructor(readonly snapshot: Snapshot) {
    const cost = snapshot.source.length + problemCost * snapshot.problems().length;
    this.#left = Math.max(minTries, Math.floor(maxRead / (cost + 1)));
  }

  /**
   * The edits take `problem` away, or leave less wrong than there was. Edits that only remove what the problem is about,
   * and those that are too many to be tried, are taken to work.
   */
  works(problem: FileProblem, edits: readonly Edit[]): boolean {
    const ordered = inOrder(edits);
    if (ordered.length === 0) return false;
    if (ordered.every(({ span, text }) => text === "" && covers(span, problem.span))) return true;
    if (this.#left-- <= 0) return true;
    const after = editedSnapshot(this.snapshot, ordered);
    const start = offsetAfter(problem.span.start, ordered, false);
    const end = offsetAfter(problem.span.end, ordered, true);
    const isLeft = after
      .problems()
      .some(
        ({ code, message, span }) =>
          code === problem.code && message === problem.message && span.start <= end && span.end >= start,
      );
    return !isLeft || hasLessWrong(after, this.snapshot);
  }
}

const covers = (outer: Span, inner: Span) => outer.start <= inner.start && outer.end >= inner.end;

/** Where `offset` is after the edits; one inside or beside an edit goes to the start or the end of its text. */
function offsetAfter(offset: number, edits: readonly Edit[], toEnd: boolean): number {
  let by = 0;
  for (const { span, text } of edits) {
    if (span.start > offset || (span.start === offset && !toEnd)) break;
    if (span.end >= offset) return span.start + by + (toEnd ? text.length : 0);
    by += text.length - (span.end - span.start);
  }
  return offset + by;
}
