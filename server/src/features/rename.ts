import {
  type PrepareRenameParams,
  PrepareRenameRequest,
  type PrepareRenameResult,
  type RenameParams,
  type RenameRegistrationOptions,
  RenameRequest,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol";
import type { Snapshot } from "../analysis/snapshot";
import type { Setting } from "../profile/setting";
import { contains, type Span } from "../text/span";
import { type Feature, rangeOf } from "./feature";
import { placeAt, placesLike } from "./placeIndex";
import { referencesTo } from "./referenceIndex";

/** The tag that a rename may take place at. */
export const prepareRename: Feature<PrepareRenameParams, PrepareRenameResult | null, never, void> = {
  request: PrepareRenameRequest.type,
  capability: {},
  empty: null,
  run({ snapshot, lines }, { position }) {
    const offset = lines.offsetAt(position);
    const at = placeAt(snapshot, offset);
    if (at) {
      const { kind, name, text: placeholder = name } = at.place;
      return snapshot.dialect.places?.isNewName(kind, placeholder)
        ? { range: rangeOf(at.span, lines), placeholder }
        : null;
    }
    const found = renamable(snapshot, offset);
    if (!found) return null;
    return { range: rangeOf(snapshot.spanOf(found.setting, found.span), lines), placeholder: found.setting.name };
  },
};

/** Renames one element: both of its tags. */
export const rename: Feature<RenameParams, WorkspaceEdit | null, never, RenameRegistrationOptions> = {
  request: RenameRequest.type,
  capability: { renameProvider: { prepareProvider: true } },
  empty: null,
  run({ snapshot, lines, uri }, { position, newName }) {
    const offset = lines.offsetAt(position);
    const at = placeAt(snapshot, offset);
    if (at) {
      if (!snapshot.dialect.places?.isNewName(at.place.kind, newName)) return null;
      const spans = placesLike(snapshot, at.place).map(({ span }) => span);
      return { changes: { [uri]: spans.map((span) => ({ range: rangeOf(span, lines), newText: newName })) } };
    }
    const found = renamable(snapshot, offset);
    if (!found || !snapshot.dialect.isName(newName)) return null;
    const { setting } = found;
    const edits = snapshot.dialect.write
      .rename(setting, newName)
      .map(({ span, text }) => ({ range: rangeOf(snapshot.spanOf(setting, span), lines), newText: text }));
    return { changes: { [uri]: edits } };
  },
};

/**
 * The setting whose name is at `offset`. Not one that values of the file use by its name: they
 * would name nothing any more, and macros have spellings of their own.
 */
function renamable(snapshot: Snapshot, offset: number): { setting: Setting; span: Setting["nameSpan"] } | undefined {
  const found = snapshot.document.settingAt(offset);
  if (!found) return undefined;
  const { setting, start } = found;
  if (!setting.hasName) return undefined;
  const span = [setting.nameSpan, setting.endNameSpan].find((name) => name && contains(name, offset - start));
  const typedAs = (name: Span) => {
    const typed = snapshot.catalogue.spelling(setting.segment.text.slice(name.start, name.end), setting.path);
    // Some formats have the number of a name in another place.
    return typed === setting.name || (setting.name.startsWith(`${typed}[`) && setting.name.endsWith("]"));
  };
  if (!span || !typedAs(span)) return undefined;
  const close = setting.endNameSpan;
  if (close && !typedAs(close)) return undefined;
  if (!/^[\p{L}\d_.:-]+(?:\[\d+\])?$/u.test(setting.name)) return undefined;
  return referencesTo(snapshot, setting.name).length > 0 ? undefined : { setting, span };
}
