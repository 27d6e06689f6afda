import {
  type Location,
  type ReferenceParams,
  type ReferenceRegistrationOptions,
  ReferencesRequest,
} from "vscode-languageserver-protocol";
import { type Feature, rangeOf } from "./feature";
import { placeAt, placesLike } from "./placeIndex";
import { nearestPlaces, referencesTo, settingsOfName, subjectAt } from "./referenceIndex";

/** Places answered at most. */
const maxPlaces = 10_000;

/** Where the value of a parameter is used or changed. */
export const references: Feature<ReferenceParams, Location[] | null, Location[], ReferenceRegistrationOptions> = {
  request: ReferencesRequest.type,
  capability: { referencesProvider: true },
  empty: null,
  run({ snapshot, lines, uri }, { position, context }) {
    const offset = lines.offsetAt(position);
    const found = placeAt(snapshot, offset);
    if (found) {
      const like = placesLike(snapshot, found.place);
      const asked = like.filter(({ place }) => context?.includeDeclaration || !place.isDefinition);
      return nearestPlaces(asked, offset, maxPlaces).map(({ span }) => ({ uri, range: rangeOf(span, lines) }));
    }
    const subject = subjectAt(snapshot, offset);
    if (!subject) return null;
    const places = referencesTo(snapshot, subject.name).map(({ span }) => ({ span }));
    if (context?.includeDeclaration)
      for (const setting of settingsOfName(snapshot, subject.name, offset))
        places.push({ span: snapshot.spanOf(setting, setting.nameSpan) });
    return nearestPlaces(places, offset, maxPlaces).map(({ span }) => ({ uri, range: rangeOf(span, lines) }));
  },
};
