import type { ProfileDocument } from "../profile/profileDocument";
import type { Segment, Setting } from "../profile/setting";
import type { Span } from "../text/span";
import type { SecretSpan } from "./secrets";

const none: readonly string[] = [];

/** How many characters around a problem its message may quote from. */
const reach = 2000;

/**
 * What a message about `at` may repeat of secrets, the longest first: one may be part of another. It is asked by the
 * distance in the file, as the borders of segments depend on how the file was edited.
 */
export function secretWordsNear(
  document: ProfileDocument,
  at: readonly { readonly segment: Segment; readonly span: Span }[],
  spansOf: (segment: Segment) => readonly SecretSpan[],
): readonly string[] {
  let words: Set<string> | undefined;
  for (const { segment, span } of at) {
    const near = regionOf(segment, document.inFile(segment, span), document.startOf(segment));
    const last = document.indexAt(near.end);
    for (let i = document.indexAt(near.start); i <= last; i++) {
      const start = document.starts[i] ?? 0;
      const other = document.segments[i];
      if (!other) continue;
      for (const secret of spansOf(other)) {
        if (start + secret.start > near.end) break;
        if (start + secret.end < near.start) continue;
        words ??= new Set();
        for (const word of secret.words) words.add(word);
      }
    }
  }
  return words ? [...words].sort((a, b) => b.length - a.length) : none;
}

/** The settings that a place of the file lies in, and what surrounds them. */
function regionOf({ settings }: Segment, { start, end }: Span, base: number): Span {
  let from = start;
  let to = end;
  for (let i = firstEndingFrom(settings, start - base); i < settings.length; i++) {
    const { parts } = settings[i] as Setting;
    if (base + parts.start > end) break;
    from = Math.min(from, base + parts.start);
    to = Math.max(to, base + parts.end);
  }
  return { start: from - reach, end: to + reach };
}

/** Settings of a segment are in its order and do not overlap. */
function firstEndingFrom(settings: readonly Setting[], offset: number): number {
  let low = 0;
  let high = settings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((settings[middle] as Setting).parts.end < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
