import {
  type Definition,
  type DefinitionParams,
  type DefinitionRegistrationOptions,
  DefinitionRequest,
  type Location,
  type LocationLink,
} from "vscode-languageserver-protocol";
import type { Snapshot } from "../analysis/snapshot";
import { type Feature, type Lines, rangeOf } from "./feature";
import { besideUri, placeAt } from "./placeIndex";
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
    const found = placeAt(snapshot, offset);
    if (found) return placeDefinition(found, snapshot, lines, uri);
    const subject = subjectAt(snapshot, offset);
    if (!subject) return null;
    const settings = settingsOfName(snapshot, subject.name, offset);
    return settings.map((setting) => ({
      uri,
      range: rangeOf(snapshot.spanOf(setting, setting.nameSpan), lines),
    }));
  },
};

/** From a jump to its label, from a file's name to the file. */
function placeDefinition(
  { place, segment }: NonNullable<ReturnType<typeof placeAt>>,
  { dialect, document }: Snapshot,
  lines: Lines,
  uri: string,
): Location[] | null {
  if (place.kind === "file") {
    const file = besideUri(uri, place.name);
    const start = { line: 0, character: 0 };
    return file === undefined ? null : [{ uri: file, range: { start, end: start } }];
  }
  const target = dialect.places?.definitionOf(document, segment, place);
  return target ? [{ uri, range: rangeOf(document.inFile(target.segment, target.span), lines) }] : null;
}
