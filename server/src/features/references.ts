import {
  type Location,
  type ReferenceParams,
  type ReferenceRegistrationOptions,
  ReferencesRequest,
} from "vscode-languageserver-protocol";
import { type Feature, rangeOf } from "./feature";
import { mentionsOfName, settingsOfName, subjectAt } from "./mentions";

/** Where the value of a parameter is used or changed. */
export const references: Feature<ReferenceParams, Location[] | null, Location[], ReferenceRegistrationOptions> = {
  request: ReferencesRequest.type,
  capability: { referencesProvider: true },
  empty: null,
  run({ snapshot, lines, uri }, { position, context }) {
    const offset = lines.offsetAt(position);
    const subject = subjectAt(snapshot, offset);
    if (!subject) return null;
    const spans = mentionsOfName(snapshot, subject.name).map(({ span }) => span);
    if (context.includeDeclaration) {
      for (const setting of settingsOfName(snapshot, subject.name, offset))
        spans.push(snapshot.spanOf(setting, setting.nameSpan));
      spans.sort((a, b) => a.start - b.start);
    }
    return spans.map((span) => ({ uri, range: rangeOf(span, lines) }));
  },
};
