import type { Setting } from "../profile/setting";
import type { Catalogue } from "../schema/catalogue";
import type { Span } from "../text/span";
import { covered, hidden } from "./mask";
import type { Secrets } from "./secrets";

/** The value of a setting that is not a secret as a whole, with every secret in it hidden. */
export function shownValue(
  setting: Setting,
  secrets: Secrets,
  catalogue: Catalogue,
  dots?: (length: number) => string,
): string {
  const { text } = setting;
  if (text !== "" && secrets.isSecret(setting, catalogue)) return (dots ?? (() => hidden))(text.length);
  const places = hiddenPlaces(setting, secrets, catalogue);
  if (places.length === 0) return secrets.shown(text, undefined, dots);
  return covered(text, { start: 0, end: text.length }, places, dots);
}

const none: readonly Span[] = [];

/**
 * All places of secrets in a value, if its segment has some that the text of the value alone does not show: another
 * setting was run into it. Otherwise none.
 */
export function hiddenPlaces(
  { segment, parts, value, text }: Setting,
  secrets: Secrets,
  catalogue: Catalogue,
  registers?: ReadonlySet<string>,
): readonly Span[] {
  const { spans } = secrets.inSegment(segment, catalogue);
  let known: readonly Span[] | undefined;
  let others: Span[] | undefined;
  for (let i = firstFrom(spans, parts.valueStart); i < spans.length; i++) {
    const { start, end } = spans[i] as Span;
    if (start >= parts.valueEnd) break;
    known ??= secrets.places(text, registers);
    const place = { start: value.fromSource(start) ?? 0, end: value.fromSource(end) ?? text.length };
    if (known.some((other) => other.start <= place.start && other.end >= place.end)) continue;
    others ??= [];
    others.push(place);
  }
  return others ? [...others, ...(known ?? [])].sort((a, b) => a.start - b.start) : none;
}

/** The first of the spans, which are sorted, that starts at `offset` or later. */
function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
