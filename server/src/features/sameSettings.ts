import type { ProfileDocument } from "../profile/profileDocument";
import type { Setting } from "../profile/setting";
import { type Span, shift } from "../text/span";

/** Spans of two readings of a file, in order, whose settings are left out of a comparison. */
export interface LeftOut {
  readonly before: readonly Span[];
  readonly after: readonly Span[];
}

const nothing: LeftOut = { before: [], after: [] };

/** Two readings of a file have equal settings, pair by pair in their order; `start` is where the segment of the first starts. */
export function sameSettings(
  before: ProfileDocument,
  after: ProfileDocument,
  isSame: (before: Setting, after: Setting, start: number) => boolean,
  leftOut: LeftOut = nothing,
): boolean {
  const others = settingsOf(after, leftOut.after);
  for (const [setting, start] of settingsOf(before, leftOut.before)) {
    const other = others.next();
    if (other.done || !isSame(setting, other.value[0], start)) return false;
  }
  return others.next().done === true && before.form === after.form;
}

export const readsAlike = (a: Setting, b: Setting): boolean =>
  a.name === b.name && a.path === b.path && a.text === b.text;

/** The settings that are not wholly in one of the spans. */
function* settingsOf(
  document: ProfileDocument,
  leftOut: readonly Span[],
): Generator<readonly [Setting, number], undefined> {
  let at = 0;
  for (const [i, segment] of document.segments.entries()) {
    const base = document.starts[i] ?? 0;
    for (const setting of segment.settings) {
      const { start, end } = shift(setting.span, base);
      while (at < leftOut.length && (leftOut[at] as Span).end < end) at++;
      const next = leftOut[at];
      if (!next || next.start > start) yield [setting, base];
    }
  }
}
