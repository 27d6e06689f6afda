import {
  type Definition,
  type DefinitionParams,
  type DefinitionRegistrationOptions,
  DefinitionRequest,
  type Location,
  type LocationLink,
} from "vscode-languageserver-protocol";
import { type Feature, rangeOf } from "./feature";
import { settingsOfName, subjectAt } from "./referenceIndex";

/** From a macro or an assignment to the setting it means. */
export const definition: Feature<
  DefinitionParams,
  Definition | LocationLink[] | null,
  Location[] | LocationLink[],
  DefinitionRegistrationOptions
> = {
  request: DefinitionRequest.type,
  capability: { definitionProvider: true },
  empty: null,
  run({ snapshot, lines, uri }, { position }) {
    const offset = lines.offsetAt(position);
    const subject = subjectAt(snapshot, offset);
    if (!subject) return null;
    const settings = settingsOfName(snapshot, subject.name, offset);
    return settings.map((setting) => ({
      uri,
      range: rangeOf(snapshot.spanOf(setting, setting.nameSpan), lines),
    }));
  },
};
