import type { TextChange } from "../text/textChange";

/** One change that does what `first` and then `second` did. */
export function mergeChanges(first: TextChange, second: TextChange): TextChange {
  const middleEnd = Math.max(first.newEnd, second.oldEnd);
  return {
    start: Math.min(first.start, second.start),
    oldEnd: middleEnd - (first.newEnd - first.oldEnd),
    newEnd: middleEnd + (second.newEnd - second.oldEnd),
  };
}
