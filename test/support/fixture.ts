import { TextDocument } from "vscode-languageserver-textdocument";
import { defaultUserSettings, type UserSettings } from "../../server/src/analysis/settings";
import type { Dialect } from "../../server/src/dialects/dialect";
import type { OpenFile } from "../../server/src/features/feature";
import { snapshotOf } from "./problems";

export const uri = "file:///phone.xml";

/** `text` as an open file; `$0` in it is the cursor and no part of it. */
export function fixture(
  text: string,
  settings: UserSettings = defaultUserSettings,
  of?: Dialect,
): { file: OpenFile; offset: number; position: { line: number; character: number } } {
  const mark = text.indexOf("$0");
  const offset = Math.max(0, mark);
  const plain = mark < 0 ? text : text.slice(0, mark) + text.slice(mark + 2);
  const lines = TextDocument.create(uri, "flat-profile", 1, plain);
  const client = {
    snippets: true,
    labelDetails: true,
    markdown: true,
    hierarchicalSymbols: true,
    editRangeDefault: false,
  };
  const file: OpenFile = {
    uri,
    version: 1,
    snapshot: snapshotOf(plain, settings.analysis, of),
    lines,
    settings,
    client,
  };
  return { file, offset, position: lines.positionAt(offset) };
}

export const textDocument = { uri };
export const noToken = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
