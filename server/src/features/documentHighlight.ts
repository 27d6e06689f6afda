import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type DocumentHighlightRegistrationOptions,
  DocumentHighlightRequest,
} from "vscode-languageserver-protocol";
import { type Span, shift } from "../text/span";
import { type Feature, rangeOf } from "./feature";
import { tagNamesOfContainer } from "./linkedEditing";
import { placeAt, placesLike } from "./placeIndex";
import { nearestPlaces, referencesTo, settingsOfName, subjectAt } from "./referenceIndex";

/** Highlights answered at most; those far away are not in sight. */
const maxHighlights = 1_000;

/** The tags of a parameter and every place that uses it. */
export const documentHighlight: Feature<
  DocumentHighlightParams,
  DocumentHighlight[] | null,
  DocumentHighlight[],
  DocumentHighlightRegistrationOptions
> = {
  request: DocumentHighlightRequest.type,
  capability: { documentHighlightProvider: true },
  empty: null,
  run(file, { position }) {
    const { snapshot, lines } = file;
    const offset = lines.offsetAt(position);
    const highlight = (span: Span, kind: DocumentHighlightKind): DocumentHighlight => ({
      range: rangeOf(span, lines),
      kind,
    });
    const { Read, Write } = DocumentHighlightKind;
    const at = placeAt(snapshot, offset);
    if (at)
      return nearestPlaces(placesLike(snapshot, at.place), offset, maxHighlights).map(({ place, span }) =>
        highlight(span, place.isDefinition ? Write : Read),
      );
    const subject = subjectAt(snapshot, offset);
    if (!subject) {
      const pair = tagNamesOfContainer(snapshot, offset);
      return pair ? pair.map((span) => highlight(span, DocumentHighlightKind.Text)) : null;
    }
    const found = referencesTo(snapshot, subject.name).map(({ span, writes }) => ({
      span,
      kind: writes ? Write : Read,
    }));
    for (const setting of settingsOfName(snapshot, subject.name, offset)) {
      const base = snapshot.document.startOf(setting.segment);
      found.push({ span: shift(setting.nameSpan, base), kind: Write });
      const close = setting.endNameSpan;
      if (close && setting === subject.setting) found.push({ span: shift(close, base), kind: Write });
    }
    return nearestPlaces(found, offset, maxHighlights).map(({ span, kind }) => highlight(span, kind));
  },
};
