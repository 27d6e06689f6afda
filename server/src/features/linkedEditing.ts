import {
  type LinkedEditingRangeParams,
  type LinkedEditingRangeRegistrationOptions,
  LinkedEditingRangeRequest,
  type LinkedEditingRanges,
} from "vscode-languageserver-protocol";
import type { Snapshot } from "../analysis/snapshot";
import { containersOf } from "../profile/containers";
import { contains, type Span, shift } from "../text/span";
import { type Feature, type OpenFile, rangeOf } from "./feature";

/** The names in a start tag and its end tag, edited as one. */
export const linkedEditing: Feature<
  LinkedEditingRangeParams,
  LinkedEditingRanges | null,
  void,
  LinkedEditingRangeRegistrationOptions
> = {
  request: LinkedEditingRangeRequest.type,
  capability: { linkedEditingRangeProvider: true },
  empty: null,
  run(file, { position }) {
    const spans = tagNames(file, file.lines.offsetAt(position));
    return spans
      ? { ranges: spans.map((span) => rangeOf(span, file.lines)), wordPattern: "[\\p{L}_][\\p{L}\\d_.:-]*" }
      : null;
  },
};

/** Both names of the element whose name is at `offset`; nothing when they are not the same word. */
function tagNames({ snapshot }: OpenFile, offset: number): readonly [Span, Span] | undefined {
  const found = snapshot.document.settingAt(offset);
  if (!found) return tagNamesOfContainer(snapshot, offset);
  const { setting, start } = found;
  const close = setting.endNameSpan;
  return close && pairAt(shift(setting.nameSpan, start), shift(close, start), snapshot.text, offset);
}

/** The same for a profile or section. */
export function tagNamesOfContainer({ document, text }: Snapshot, offset: number): readonly [Span, Span] | undefined {
  for (const { openName, endName } of containersOf(document)) {
    const pair = endName && pairAt(openName, endName, text, offset);
    if (pair) return pair;
  }
  return undefined;
}

function pairAt(open: Span, close: Span, text: string, offset: number): readonly [Span, Span] | undefined {
  if (!contains(open, offset) && !contains(close, offset)) return undefined;
  return text.slice(open.start, open.end) === text.slice(close.start, close.end) ? [open, close] : undefined;
}
