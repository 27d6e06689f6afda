import type { Snapshot } from "../analysis/snapshot";
import type { NamedPlace } from "../profile/namedPlace";
import type { Segment } from "../profile/setting";
import { percentDecoded } from "../text/percent";
import { contains, type Span, shift } from "../text/span";

/** A place of the file that has a name. */
interface FoundPlace {
  readonly place: NamedPlace;
  readonly segment: Segment;
  /** Counts from the start of the file. */
  readonly span: Span;
}

/** The label, variable or file that is named at `offset`. */
export function placeAt({ document, dialect }: Snapshot, offset: number): FoundPlace | undefined {
  const i = document.indexAt(offset);
  for (const at of [i, i - 1]) {
    const segment = document.segments[at];
    const base = document.starts[at] ?? 0;
    const place = segment && dialect.places?.inSegment(segment).find(({ span }) => contains(span, offset - base));
    if (segment && place) return { place, segment, span: shift(place.span, base) };
  }
  return undefined;
}

/** Every place of the file with the name and kind of this one. */
export function placesLike({ document, dialect }: Snapshot, { kind, name }: NamedPlace): FoundPlace[] {
  return document.segments.flatMap((segment, i) =>
    (dialect.places?.inSegment(segment) ?? [])
      .filter((place) => place.kind === kind && place.name === name)
      .map((place) => ({ place, segment, span: shift(place.span, document.starts[i] ?? 0) })),
  );
}

/** The name of the file at `uri`, without its folders. */
export function nameIn(uri: string): string {
  return percentDecoded(uri.slice(uri.lastIndexOf("/") + 1));
}

/** The address of a file beside the one at `uri`; undefined when only a device has its name. */
export function besideUri(uri: string, name: string): string | undefined {
  if (!/^[\w.+-]+$/.test(name)) return undefined;
  const end = uri.lastIndexOf("/");
  return end < 0 ? undefined : `${uri.slice(0, end + 1)}${encodeURIComponent(name)}`;
}
