import type { Catalogue } from "../schema/catalogue";
import type { Span } from "../text/span";
import type { PictureTheme } from "../values/pictureTheme";
import type { ProfileDocument } from "./profileDocument";
import type { Segment } from "./setting";

/** A place beside the settings that has a name; its span counts from its segment. */
export interface NamedPlace {
  readonly kind: "label" | "variable" | "file";
  readonly name: string;
  /** As it is written, where that is not the name. */
  readonly text?: string;
  readonly span: Span;
  /** The name is introduced here; elsewhere it is used. */
  readonly isDefinition: boolean;
}

/** A file that is asked about its places. */
export interface PlaceSource {
  readonly document: ProfileDocument;
  readonly catalogue: Catalogue;
}

/** Labels, variables and files of a format that has such things beside settings. */
export interface NamedPlaces {
  /** In the order of the text. */
  inSegment(segment: Segment): readonly NamedPlace[];
  /** The place that a use means, of several with its name. */
  definitionOf(document: ProfileDocument, segment: Segment, place: NamedPlace): InSegment | undefined;
  /** A manual page as Markdown. */
  describe(source: PlaceSource, segment: Segment, place: NamedPlace): string | undefined;
  /** An SVG picture of what begins at a place; absent where nothing can be seen. */
  picture?(source: PlaceSource, segment: Segment, place: NamedPlace, theme: PictureTheme): string | undefined;
  /** A few words about a place where a name is introduced; undefined if nothing is worth a remark. */
  noteOf(source: PlaceSource, segment: Segment, place: NamedPlace): string | undefined;
  /** All places of the kind may get this name. */
  isNewName(kind: NamedPlace["kind"], name: string): boolean;
}

export interface InSegment {
  readonly segment: Segment;
  readonly span: Span;
}
