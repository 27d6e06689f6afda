import type { Snapshot } from "../analysis/snapshot";
import type { Setting } from "../profile/setting";
import { contains, type Span, shift } from "../text/span";
import { perSegment } from "./perSegment";

/** A place of a segment that names a setting directly in a profile. */
interface PlacedReference {
  readonly name: string;
  readonly span: Span;
  readonly writes: boolean;
}

const referencesIn = perSegment((segment, analyzer): readonly PlacedReference[] => {
  const found: PlacedReference[] = [];
  for (const setting of segment.settings) {
    for (const { name, span, writes } of analyzer.dialect.references(setting, analyzer.facts(setting)))
      found.push({ name, span: setting.value.toSource(span), writes });
  }
  return found;
});

/** What the word at a place of the file means. */
interface Subject {
  readonly name: string;
  /** The word itself. */
  readonly span: Span;
  /** Undefined when the place only mentions it. */
  readonly setting: Setting | undefined;
}

/** The parameter that is named at `offset`, by its tags or in a value. */
export function subjectAt({ document, likelyAnalyzer }: Snapshot, offset: number): Subject | undefined {
  const found = document.settingAt(offset);
  if (!found) return undefined;
  const { setting, start } = found;
  const inside = offset - start;
  for (const span of [setting.nameSpan, setting.endNameSpan]) {
    if (span && setting.hasName && contains(span, inside) && setting.path === "")
      return { name: setting.name, span: shift(span, start), setting };
  }
  const mention = referencesIn(setting.segment, likelyAnalyzer).find(
    ({ span }) => contains(span, inside) && span.start >= setting.parts.start && span.end <= setting.parts.end,
  );
  return mention && { name: mention.name, span: shift(mention.span, start), setting: undefined };
}

/** Every place of the file that mentions `name`. */
export function referencesTo({ document, likelyAnalyzer }: Snapshot, name: string): { span: Span; writes: boolean }[] {
  return document.segments.flatMap((segment, i) =>
    referencesIn(segment, likelyAnalyzer)
      .filter((mention) => mention.name === name)
      .map(({ span, writes }) => ({ span: shift(span, document.starts[i] ?? 0), writes })),
  );
}

/** The settings of that name: those of the profile at `offset`, else those of all profiles. */
export function settingsOfName({ document }: Snapshot, name: string, offset: number): readonly Setting[] {
  const near = document.profileAt(offset)?.all(name) ?? [];
  return near.length > 0 ? near : document.profiles.flatMap((profile) => profile.all(name));
}

/** So many of the places at most, those nearest to `offset`, in the order of the file. */
export function nearestPlaces<T extends { readonly span: Span }>(
  places: readonly T[],
  offset: number,
  most: number,
): T[] {
  const sorted = [...places].sort((a, b) => a.span.start - b.span.start);
  if (sorted.length <= most) return sorted;
  const at = sorted.findIndex(({ span }) => span.end >= offset);
  const before = at < 0 ? sorted.length : at;
  const from = Math.max(0, Math.min(before - Math.floor(most / 2), sorted.length - most));
  return sorted.slice(from, from + most);
}
